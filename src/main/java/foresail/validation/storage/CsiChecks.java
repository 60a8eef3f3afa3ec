package foresail.validation.storage;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.DnsNames;
import foresail.notation.LabelNames;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.HashMap;
import java.util.Map;

/**
 * Kinds through which storage drivers are known (pkg/apis/storage/validation/validation.go, v1.36).
 */
public final class CsiChecks {
  private CsiChecks() {}

  private static final int MAX_NODE_ID_BYTES = 256;

  /** Kind CSIDriver. */
  public static final Check CSI_DRIVER =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "spec",
              field(
                  "fsGroupPolicy",
                  ifSet(),
                  oneOf("csidriver.fsGroupPolicy", "File", "None", "ReadWriteOnceWithFSType")),
              field(
                  "tokenRequests",
                  each(
                      field(
                          "expirationSeconds",
                          ifSet(),
                          inRange(
                              "csidriver.tokenRequests.min",
                              600,
                              Long.MAX_VALUE,
                              "may not specify a duration less than 10 minutes"),
                          inRange(
                              "csidriver.tokenRequests.max",
                              Long.MIN_VALUE,
                              1L << 32,
                              "may not specify a duration larger than 2^32 seconds"))),
                  rule(CsiChecks::uniqueAudiences, "csidriver.tokenRequests.duplicate")),
              field(
                  "volumeLifecycleModes",
                  each(
                      printedAsParent(
                          oneOf("csidriver.volumeLifecycleModes", "Persistent", "Ephemeral")))),
              field(
                  "nodeAllocatableUpdatePeriodSeconds",
                  ifSet(),
                  inRange(
                      "csidriver.nodeAllocatableUpdatePeriodSeconds",
                      10,
                      Long.MAX_VALUE,
                      "must be greater than or equal to 10 seconds")),
              rule(CsiChecks::tokensInSecrets, "csidriver.serviceAccountTokenInSecrets")));

  /** Kind CSINode. */
  public static final Check CSI_NODE =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "spec",
              field(
                  "drivers",
                  each(
                      field(
                          "name",
                          DriverNames.driverName(
                              "csinode.drivers.name",
                              "csinode.drivers.name",
                              "csinode.drivers.name")),
                      field(
                          "nodeID",
                          required("csinode.drivers.nodeID"),
                          rule(CsiChecks::nodeId, "csinode.drivers.nodeID")),
                      field(
                          "allocatable",
                          field("count", nonNegative("csinode.drivers.allocatable"))),
                      rule(CsiChecks::topologyKeys, "csinode.drivers.topologyKeys")),
                  uniqueBy("csinode.drivers.duplicate", "name"))));

  /** Kind CSIStorageCapacity. */
  public static final Check CSI_STORAGE_CAPACITY =
      object(
          MetadataChecks.NAMESPACED,
          field("nodeTopology", Selectors.labelSelector("csistoragecapacity.nodeTopology")),
          field("storageClassName", dnsSubdomain("csistoragecapacity.storageClassName")),
          field("capacity", ifSet(), rule(CsiChecks::capacity, "csistoragecapacity.capacity")));

  /** Kind VolumeAttributesClass. */
  public static final Check VOLUME_ATTRIBUTES_CLASS =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "driverName",
              required("volumeattributesclass.driverName"),
              qualifiedName("volumeattributesclass.driverName")),
          field(
              "parameters",
              required(
                  "volumeattributesclass.parameters", "must contain at least one key/value pair"),
              StorageClassChecks.PARAMETERS));

  private static final Check ATTACHED =
      rule(
          CsiChecks::oneVolume,
          "volumeattachment.source.none",
          "volumeattachment.source.both",
          "volumeattachment.pvName");

  /** Kind VolumeAttachment. */
  public static final Check VOLUME_ATTACHMENT =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "spec",
              field(
                  "attacher",
                  DriverNames.driverName(
                      "volumeattachment.attacher",
                      "volumeattachment.attacher",
                      "volumeattachment.attacher")),
              field("source", ATTACHED),
              field("nodeName", dnsSubdomain("volumeattachment.nodeName"))));

  /** An empty audience counts too. */
  private static void uniqueAudiences(Field requests, Refusals out) {
    Map<String, Field> first = new HashMap<>();
    for (Field request : requests.items()) {
      Field audience = request.get("audience");
      Field earlier = first.putIfAbsent(audience.text(), audience);
      if (earlier != null) {
        out.duplicate("csidriver.tokenRequests.duplicate", audience, earlier);
      }
    }
  }

  private static void tokensInSecrets(Field spec, Refusals out) {
    Field inSecrets = spec.get("serviceAccountTokenInSecrets");
    if (inSecrets.isSet() && spec.get("tokenRequests").size() == 0) {
      out.invalid(
          "csidriver.serviceAccountTokenInSecrets",
          inSecrets,
          "serviceAccountTokenInSecrets is set but no tokenRequests are specified");
    }
  }

  private static void nodeId(Field id, Refusals out) {
    if (Utf8.length(id.text()) > MAX_NODE_ID_BYTES) {
      out.invalid("csinode.drivers.nodeID", id, "must be 256 characters or less");
    }
  }

  private static void topologyKeys(Field driver, Refusals out) {
    String fact = "csinode.drivers.topologyKeys";
    Map<String, Field> first = new HashMap<>();
    for (Field key : driver.get("topologyKeys").items()) {
      Field printed = key.printedAs(driver);
      if (key.isZero()) {
        out.required(fact, printed);
      }
      Field earlier = first.putIfAbsent(key.text(), key);
      if (earlier != null) {
        out.duplicate(fact, printed, earlier);
      }
      Names.tell(fact, printed, LabelNames.qualifiedName(key.text()), out);
    }
  }

  private static void capacity(Field capacity, Refusals out) {
    if (capacity.quantity().sign() < 0) {
      out.invalid(
          "csistoragecapacity.capacity",
          capacity,
          GoValues.quoted(capacity.quantity().toString()),
          "must be greater than or equal to 0");
    }
  }

  private static void oneVolume(Field source, Refusals out) {
    String words = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
    Field name = source.get("persistentVolumeName");
    boolean inline = source.get("inlineVolumeSpec").isSet();
    if (!inline && !name.isSet()) {
      out.required("volumeattachment.source.none", source, words);
    }
    if (inline && name.isSet()) {
      out.forbidden("volumeattachment.source.both", source, words);
    }
    if (name.isSet()) {
      if (name.isZero()) {
        out.required(
            "volumeattachment.pvName", name, "must specify non empty persistentVolumeName");
      }
      Names.tell("volumeattachment.pvName", name, DnsNames.subdomain(name.text()), out);
    }
  }
}
