package foresail.validation.pod;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code spec.volumes}. */
final class VolumeChecks {
  private VolumeChecks() {}

  private static final Check VOLUME =
      object(
          VolumeSourceChecks.SOURCE,
          field(
              "name", required("pod.volumes.name.required"), dnsLabel("pod.volumes.name.format")));

  /** Of the spec as a whole. A volume that is refused is marked, for those that mount it. */
  static final Check VOLUMES =
      object(
          rule(VolumeChecks::eachVolume, facts()),
          rule(VolumeChecks::generatedClaims, "pod.volumes.persistentVolumeClaim.ephemeral"));

  private static String[] facts() {
    List<String> facts = new ArrayList<>(VOLUME.facts());
    facts.add("pod.volumes.name.duplicate");
    facts.add("pod.volumes.ephemeral.claim-name");
    return facts.toArray(String[]::new);
  }

  private static void eachVolume(Field spec, Refusals out) {
    Map<String, Field> taken = new HashMap<>();
    claimNames(spec, taken, out);
    for (Field volume : PodVolumes.of(spec, out)) {
      int before = out.count();
      VOLUME.look(volume, out);
      Field name = volume.get("name");
      Field first = taken.get(name.text());
      if (first != null) {
        out.duplicate("pod.volumes.name.duplicate", name, first);
      }
      generatedName(spec, volume, out);
      if (out.count() > before) {
        out.markFlawed(volume);
      } else {
        taken.put(name.text(), name);
      }
    }
  }

  /** A claim of a StatefulSet is a volume whose name comes from the claim. */
  private static void claimNames(Field spec, Map<String, Field> taken, Refusals out) {
    List<Field> claims = PodVolumes.claims(spec, out);
    for (int i = 0; i < claims.size(); i++) {
      Field claim = claims.get(i);
      Field name = claim.at("metadata", "name").printedAs(spec.get("volumes").place(i).get("name"));
      List<String> problems = DnsNames.label(name.text());
      if (name.isZero()) {
        Field volume = spec.get("volumes").place(i);
        Field source = volume.get("persistentVolumeClaim").get("claimName");
        out.required("pod.volumes.persistentVolumeClaim.claimName", name.printedAs(source));
        out.required("pod.volumes.name.required", name);
      } else {
        Names.tell("pod.volumes.name.format", name, problems, out);
      }
      if (problems.isEmpty()) {
        taken.put(name.text(), name);
      } else {
        out.markFlawed(claim);
      }
    }
  }

  private static void generatedName(Field spec, Field volume, Refusals out) {
    String pod = podName(spec, out);
    if (pod.isEmpty() || volume.get("name").isZero() || !isEphemeralAlone(volume)) {
      return;
    }
    String claim = pod + "-" + volume.get("name").text();
    for (String problem : DnsNames.subdomain(claim)) {
      out.invalid(
          "pod.volumes.ephemeral.claim-name",
          volume.get("name"),
          "PVC name " + GoValues.quoted(claim) + ": " + problem);
    }
  }

  /** What stands beside another source is not looked at; an image comes behind. */
  private static boolean isEphemeralAlone(Field volume) {
    for (Field entry : volume.entries()) {
      boolean beside =
          switch (entry.name()) {
            case "name", "ephemeral", "image" -> false;
            default -> entry.isSet();
          };
      if (beside) {
        return false;
      }
    }
    return volume.get("ephemeral").isSet();
  }

  private static void generatedClaims(Field spec, Refusals out) {
    String pod = podName(spec, out);
    if (pod.isEmpty()) {
      return;
    }
    List<Field> volumes = spec.get("volumes").items();
    for (Field volume : volumes) {
      Field claim = volume.at("persistentVolumeClaim", "claimName");
      for (Field other : volumes) {
        if (claim.isSet()
            && other.get("ephemeral").isSet()
            && claim.is(pod + "-" + other.get("name").text())) {
          out.invalid(
              "pod.volumes.persistentVolumeClaim.ephemeral",
              claim,
              "must not reference a PVC that gets created for an ephemeral volume");
        }
      }
    }
  }

  private static String podName(Field spec, Refusals out) {
    return out.isPod() ? spec.parent().at("metadata", "name").text() : "";
  }
}
