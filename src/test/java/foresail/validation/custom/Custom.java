package foresail.validation.custom;

import foresail.finding.Refusal;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.List;
import java.util.stream.Collectors;

/** What the server would say of the last object of a text, whose definition stands before it. */
final class Custom {
  private Custom() {}

  static Decoded decoded(String yaml) {
    List<Manifest> manifests = manifests(yaml);
    return Schema.of(Release.DEFAULT).with(manifests).decode(manifests.get(manifests.size() - 1));
  }

  static List<Refusal> refusals(String yaml) {
    List<Manifest> manifests = manifests(yaml);
    Manifest last = manifests.get(manifests.size() - 1);
    Decoded decoded = Schema.of(Release.DEFAULT).with(manifests).decode(last);
    if (!decoded.refusals().isEmpty() || decoded.kind().isEmpty()) {
      return decoded.refusals();
    }
    Manifest complete = new Manifest(last.id(), last.document(), decoded.root(), last.comments());
    return new CustomResourceChecks(Release.DEFAULT)
        .refusals(complete, decoded.kind().get(), decoded.custom());
  }

  static String told(String yaml) {
    return refusals(yaml).stream()
        .map(
            r ->
                r.fact()
                    + " "
                    + r.path()
                    + ": "
                    + r.message()
                    + r.fix().map(fix -> " (" + fix.description() + ")").orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static List<Manifest> manifests(String yaml) {
    return new SourceReader(ReadOptions.standard()).readText("test.yaml", yaml).manifests();
  }
}
