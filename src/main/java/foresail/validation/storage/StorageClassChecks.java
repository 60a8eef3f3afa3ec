package foresail.validation.storage;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.LabelNames;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Kind StorageClass (pkg/apis/storage/validation/validation.go, v1.36). */
public final class StorageClassChecks {
  private StorageClassChecks() {}

  private static final int MAX_PARAMETERS = 512;
  private static final int MAX_PARAMETERS_BYTES = 256 * 1024;

  /** {@code parameters}, also of a VolumeAttributesClass. */
  static final Check PARAMETERS =
      rule(
          StorageClassChecks::parameters,
          "storageclass.parameters.count",
          "storageclass.parameters.empty-key",
          "storageclass.parameters.size");

  private static final Check TOPOLOGY =
      field(
          "matchLabelExpressions",
          each(
              field(
                  "values",
                  required("storageclass.allowedTopologies.values.required"),
                  uniqueBy("storageclass.allowedTopologies.values.duplicate", "")),
              field("key", qualifiedName("storageclass.allowedTopologies.key"))),
          uniqueBy("storageclass.allowedTopologies.key.duplicate", "key"));

  /** Kind StorageClass. */
  public static final Check STORAGE_CLASS =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "provisioner",
              required("storageclass.provisioner.required"),
              rule(StorageClassChecks::provisioner, "storageclass.provisioner")),
          field("parameters", PARAMETERS),
          field(
              "reclaimPolicy",
              ifNotZero(),
              oneOf("storageclass.reclaimPolicy", "Delete", "Retain")),
          field(
              "volumeBindingMode",
              ifSet(),
              oneOf("storageclass.volumeBindingMode", "Immediate", "WaitForFirstConsumer")),
          field(
              "allowedTopologies",
              each(TOPOLOGY),
              rule(StorageClassChecks::sameTopology, "storageclass.allowedTopologies.duplicate")));

  private static void provisioner(Field provisioner, Refusals out) {
    String lower = provisioner.text().toLowerCase(Locale.ROOT);
    Names.tell(
        "storageclass.provisioner", provisioner, lower, LabelNames.qualifiedName(lower), out);
  }

  private static void parameters(Field parameters, Refusals out) {
    if (parameters.size() > MAX_PARAMETERS) {
      out.tooLong("storageclass.parameters.count", parameters, MAX_PARAMETERS);
      return;
    }
    long bytes = 0;
    for (Field entry : parameters.entries()) {
      if (entry.name().isEmpty()) {
        out.invalid(
            "storageclass.parameters.empty-key",
            entry.printedAs(parameters),
            "\"\"",
            "field can not be empty.");
      }
      bytes += Utf8.length(entry.name()) + (long) Utf8.length(entry.text());
    }
    if (bytes > MAX_PARAMETERS_BYTES) {
      out.tooLong("storageclass.parameters.size", parameters, MAX_PARAMETERS_BYTES);
    }
  }

  private static void sameTopology(Field topologies, Refusals out) {
    Map<Map<String, Set<String>>, Field> first = new HashMap<>();
    for (Field topology : topologies.items()) {
      Field expressions = topology.get("matchLabelExpressions");
      Map<String, Set<String>> meaning = new TreeMap<>();
      for (Field expression : expressions.items()) {
        meaning.put(
            expression.get("key").text(), new TreeSet<>(Selectors.texts(expression.get("values"))));
      }
      Field earlier = first.putIfAbsent(meaning, expressions);
      if (earlier == null && meaning.isEmpty()) {
        earlier = expressions; // the server holds an empty one against empty room of its own
      }
      if (earlier != null) {
        out.duplicate("storageclass.allowedTopologies.duplicate", expressions, earlier, "\"\"");
      }
    }
  }
}
