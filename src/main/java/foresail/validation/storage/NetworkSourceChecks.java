package foresail.validation.storage;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Shapes.eachEntry;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Values;

/** Volumes behind network protocols. */
public final class NetworkSourceChecks {
  private NetworkSourceChecks() {}

  private static final String PAIRS =
      "must be a host:port pair or multiple pairs separated by commas";

  public static final Check NFS =
      object(
          field("server", required("pod.volumes.nfs.server")),
          field("path", required("pod.volumes.nfs.path.required")),
          field("path", rule(NetworkSourceChecks::absolute, "pod.volumes.nfs.path")));

  public static final Check GLUSTERFS =
      object(
          field("endpoints", required("pod.volumes.glusterfs.endpoints")),
          field("path", required("pod.volumes.glusterfs.path")));

  public static final Check FLOCKER =
      rule(
          NetworkSourceChecks::flocker,
          "pod.volumes.flocker.none",
          "pod.volumes.flocker.both",
          "pod.volumes.flocker.slash");

  public static final Check RBD =
      object(
          field("monitors", required("pod.volumes.rbd.monitors")),
          field("image", required("pod.volumes.rbd.image")));

  public static final Check CEPHFS = field("monitors", required("pod.volumes.cephfs.monitors"));

  public static final Check QUOBYTE =
      object(
          field(
              "registry",
              required("pod.volumes.quobyte.registry.required", PAIRS),
              rule(NetworkSourceChecks::registry, "pod.volumes.quobyte.registry")),
          field("tenant", rule(NetworkSourceChecks::tenant, "pod.volumes.quobyte.tenant")),
          field("volume", required("pod.volumes.quobyte.volume")));

  public static final Check FC =
      rule(
          NetworkSourceChecks::fibreChannel,
          "pod.volumes.fc.none",
          "pod.volumes.fc.both",
          "pod.volumes.fc.lun.required",
          "pod.volumes.fc.lun");

  static final Check FLEX_OPTIONS =
      field(
          "options",
          eachEntry(rule(NetworkSourceChecks::flexOption, "pod.volumes.flexVolume.options")));

  public static final Check FLEX_VOLUME =
      object(field("driver", required("pod.volumes.flexVolume.driver")), FLEX_OPTIONS);

  static final Check STORAGEOS_VOLUME =
      object(
          field(
              "volumeName",
              required("pod.volumes.storageos.volumeName.required"),
              dnsLabel("pod.volumes.storageos.volumeName")),
          field("volumeNamespace", ifNotZero(), dnsLabel("pod.volumes.storageos.volumeNamespace")));

  public static final Check STORAGEOS =
      object(
          STORAGEOS_VOLUME,
          field(
              "secretRef",
              ifSet(),
              field("name", required("pod.volumes.storageos.secretRef.name"))));

  public static final Check SCALE_IO =
      object(
          field("gateway", required("pod.volumes.scaleIO.gateway")),
          field("system", required("pod.volumes.scaleIO.system")),
          field("volumeName", required("pod.volumes.scaleIO.volumeName")));

  private static void absolute(Field path, Refusals out) {
    if (!path.text().startsWith("/")) {
      out.invalid("pod.volumes.nfs.path", path, "must be an absolute path");
    }
  }

  private static void flocker(Field flocker, Refusals out) {
    Field name = flocker.get("datasetName");
    boolean uuid = !flocker.get("datasetUUID").isZero();
    if (name.isZero() && !uuid) {
      out.required(
          "pod.volumes.flocker.none", flocker, "one of datasetName and datasetUUID is required");
    }
    if (!name.isZero() && uuid) {
      out.invalid(
          "pod.volumes.flocker.both",
          flocker,
          "\"resource\"",
          "datasetName and datasetUUID can not be specified simultaneously");
    }
    if (name.text().indexOf('/') >= 0) {
      out.invalid("pod.volumes.flocker.slash", name, "must not contain '/'");
    }
  }

  private static void registry(Field registry, Refusals out) {
    for (String pair : registry.text().split(",", -1)) {
      int colon = pair.lastIndexOf(':');
      boolean bracketed = pair.startsWith("[") && pair.lastIndexOf(']') == colon - 1;
      if (colon < 0 || !bracketed && pair.indexOf(':') != colon) {
        out.invalid("pod.volumes.quobyte.registry", registry, PAIRS);
      }
    }
  }

  private static void tenant(Field tenant, Refusals out) {
    boolean registry = !tenant.parent().get("registry").isZero();
    if (registry && foresail.notation.Utf8.length(tenant.text()) >= 65) {
      out.required(
          "pod.volumes.quobyte.tenant",
          tenant,
          "must be a UUID and may not exceed a length of 64 characters");
    }
  }

  private static void fibreChannel(Field fc, Refusals out) {
    Field names = fc.get("targetWWNs");
    boolean named = names.size() > 0;
    boolean ids = fc.get("wwids").size() > 0;
    if (!named && !ids) {
      out.required(
          "pod.volumes.fc.none", names, "must specify either targetWWNs or wwids, but not both");
    }
    if (named && ids) {
      out.invalid(
          "pod.volumes.fc.both",
          names,
          GoValues.text(names),
          "targetWWNs and wwids can not be specified simultaneously");
    }
    Field lun = fc.get("lun");
    if (named && !lun.isSet()) {
      out.required(
          "pod.volumes.fc.lun.required", lun, "lun is required if targetWWNs is specified");
    } else if (named && (lun.number() < 0 || lun.number() > 255)) {
      out.invalid("pod.volumes.fc.lun", lun, Values.between(0, 255));
    }
  }

  private static void flexOption(Field option, Refusals out) {
    int slash = option.name().indexOf('/');
    String namespace = slash < 0 ? option.name() : option.name().substring(0, slash);
    String dotted = "." + namespace;
    if (slash >= 0 && (dotted.endsWith(".kubernetes.io") || dotted.endsWith(".k8s.io"))) {
      out.invalid(
          "pod.volumes.flexVolume.options",
          option,
          GoValues.quoted(option.name()),
          "kubernetes.io and k8s.io namespaces are reserved");
    }
  }
}
