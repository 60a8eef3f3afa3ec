package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;
import static foresail.validation.check.Values.required;

import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Values;
import java.util.List;

/** What a probe or a hook does: exactly one of several actions. */
final class HandlerChecks {
  private HandlerChecks() {}

  private static final Check EXEC = field("command", required("pod.probes.exec.command"));

  private static final Check HTTP_GET =
      object(
          field("port", port("pod.probes.httpGet.port", "pod.probes.httpGet.port.name")),
          field("scheme", ifNotZero(), oneOf("pod.probes.httpGet.scheme", "HTTP", "HTTPS")),
          field(
              "httpHeaders",
              each(rule(HandlerChecks::headerName, "pod.probes.httpGet.httpHeaders.name"))));

  private static final Check TCP_SOCKET =
      field("port", port("pod.probes.tcpSocket.port", "pod.probes.tcpSocket.port"));

  private static final Check GRPC = field("port", portNumber("pod.probes.grpc.port"));

  private static final Check SLEEP = rule(HandlerChecks::sleep, "pod.lifecycle.sleep");

  static final Check PROBE_HANDLER =
      new OneHandler(
          "pod.probes.handler.none",
          "pod.probes.handler.several",
          List.of("exec", "httpGet", "tcpSocket", "grpc"),
          List.of(EXEC, HTTP_GET, TCP_SOCKET, GRPC));

  static final Check LIFECYCLE_HANDLER =
      new OneHandler(
          "pod.lifecycle.handler.none",
          "pod.lifecycle.handler.several",
          List.of("exec", "httpGet", "tcpSocket", "sleep"),
          List.of(EXEC, HTTP_GET, TCP_SOCKET, SLEEP));

  /** Only the first of the actions is looked into; each later one is refused as such. */
  private record OneHandler(String none, String several, List<String> names, List<Check> actions)
      implements Check {
    @Override
    public boolean look(Field holder, Refusals out) {
      boolean found = false;
      for (int i = 0; i < names.size(); i++) {
        Field action = holder.get(names.get(i));
        if (action.isSet()) {
          if (found) {
            out.forbidden(several, action, "may not specify more than 1 handler type");
          } else {
            actions.get(i).look(action, out);
          }
          found = true;
        }
      }
      if (!found) {
        out.required(none, holder, "must specify a handler type");
      }
      return true;
    }

    @Override
    public List<String> facts() {
      return object(rule((field, out) -> {}, none, several), object(actions.toArray(Check[]::new)))
          .facts();
    }
  }

  /** A number of a port, or a name of one; absent is the number 0. */
  static Check port(String numberFact, String nameFact) {
    return rule(
        (port, out) -> {
          if (port.isString()) {
            Names.tell(nameFact, port, KeyNames.portName(port.text()), out);
          } else if (port.number() < 1 || port.number() > 65535) {
            out.invalid(numberFact, port, Long.toString(port.number()), Values.between(1, 65535));
          }
        },
        numberFact,
        nameFact);
  }

  private static void headerName(Field header, Refusals out) {
    Field name = header.get("name");
    List<String> problems = KeyNames.httpHeaderName(name.text());
    if (!problems.isEmpty()) {
      Names.tell(
          "pod.probes.httpGet.httpHeaders.name", name.printedAs(header.parent()), problems, out);
    }
  }

  private static void sleep(Field sleep, Refusals out) {
    Field grace = PodSpecs.around(sleep).get("terminationGracePeriodSeconds");
    long most = grace.isSet() ? grace.number() : 30;
    long seconds = sleep.get("seconds").number();
    boolean zeroAllowed = out.release() >= 33;
    if (seconds > most || seconds < (zeroAllowed ? 0 : 1)) {
      out.invalid(
          "pod.lifecycle.sleep",
          sleep,
          Long.toString(seconds),
          zeroAllowed
              ? "must be non-negative and less than terminationGracePeriodSeconds (" + most + ")"
              : "must be greater than 0 and less than terminationGracePeriodSeconds ("
                  + most
                  + "). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.");
    }
  }

  /** As the server prints a number or name of a port. */
  static String printed(Field port) {
    return port.isSet() ? GoValues.text(port) : "0";
  }
}
