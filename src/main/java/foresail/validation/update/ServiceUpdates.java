package foresail.validation.update;

import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.forbidden;
import static foresail.validation.update.Demands.ifBothWritten;
import static foresail.validation.update.Demands.immutable;
import static foresail.validation.update.Demands.when;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.List;

/**
 * Services (pkg/apis/core/validation/validation.go, ValidateServiceUpdate, and
 * pkg/registry/core/service/storage, which fills in what is left out, v1.36).
 */
final class ServiceUpdates {
  private static final String ONCE = "may not change once set";
  private static final List<String> NONE = List.of("None");

  static final ChangeCheck SERVICE =
      field(
          "spec",
          when(
              ServiceUpdates::hasAddresses,
              ServiceUpdates::clusterIps,
              when(ServiceUpdates::isWithoutHead, ServiceUpdates::families)),
          when(
              ServiceUpdates::isLoadBalancer,
              field("loadBalancerClass", immutable(ONCE)),
              when(
                  ServiceUpdates::isLocal,
                  field("healthCheckNodePort", ifBothWritten(forbidden("field is immutable"))))));

  private ServiceUpdates() {}

  private static boolean hasAddresses(Change spec) {
    return !spec.was().get("type").is("ExternalName") && !spec.now().get("type").is("ExternalName");
  }

  private static boolean isLoadBalancer(Change spec) {
    return spec.was().get("type").is("LoadBalancer") && spec.now().get("type").is("LoadBalancer");
  }

  private static boolean isLocal(Change spec) {
    return spec.was().get("externalTrafficPolicy").is("Local")
        && spec.now().get("externalTrafficPolicy").is("Local");
  }

  /** Neither of the two is headless, whose families may change. */
  private static boolean isWithoutHead(Change spec) {
    return !spec.was().get("clusterIP").is("None") && !spec.now().get("clusterIP").is("None");
  }

  private static void clusterIps(Change spec, Refusals out) {
    Change written = addresses(spec);
    List<String> was = texts(written.was());
    List<String> now = texts(written.now());
    boolean headless = now.equals(NONE);
    if (now.isEmpty() || headless && was.equals(NONE)) {
      if (was.equals(NONE)) {
        staysHeadless(spec, out);
      }
      return; // left out: the server puts the old ones back
    }
    if (was.isEmpty() && !headless) {
      return; // nobody knows which one the server has given it
    }
    int compared = was.size() == now.size() ? now.size() : 1;
    for (int i = 0; i < compared; i++) {
      if (was.isEmpty() || !was.get(i).equals(now.get(i))) {
        Change first = new Change(item(written.was(), i), item(written.now(), i));
        Field printed = spec.now().get("clusterIPs").place(i);
        Told.invalidAt(printed, Told.list(written.now()), first, ONCE, out);
      }
    }
  }

  /** Without an address of its own it stays, and there are no ports to it from outside. */
  private static void staysHeadless(Change spec, Refusals out) {
    String type = spec.now().get("type").text();
    if (type.equals("NodePort") || type.equals("LoadBalancer")) {
      String words = "may not be set to 'None' for " + type + " services";
      Field printed = spec.now().get("clusterIPs").place(0);
      Told.invalidAt(printed, "\"None\"", spec.get("type"), words, out);
    }
  }

  /** The server makes a list of the single address where only that one is written or changed. */
  private static Change addresses(Change spec) {
    Change list = spec.get("clusterIPs");
    Change single = spec.get("clusterIP");
    boolean onlySingle = single.isChanged() && !single.now().isZero() && !list.isChanged();
    Field was = onlySingle || list.was().size() == 0 ? single.was() : list.was();
    return new Change(was, onlySingle || list.now().size() == 0 ? single.now() : list.now());
  }

  private static List<String> texts(Field addresses) {
    if (addresses.size() > 0) {
      return Selectors.texts(addresses);
    }
    return addresses.isZero() ? List.of() : List.of(addresses.text());
  }

  private static Field item(Field addresses, int index) {
    return addresses.size() > index ? addresses.item(index) : addresses;
  }

  private static void families(Change spec, Refusals out) {
    Change families = spec.get("ipFamilies");
    if (families.was().size() == 0 || families.now().size() == 0) {
      return;
    }
    Change first = families.item(0);
    if (first.isChanged()) {
      Told.invalidAt(first.now(), Told.list(families.now()), first, ONCE, out);
    }
  }
}
