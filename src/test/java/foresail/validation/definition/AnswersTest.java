package foresail.validation.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Refusal;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.validation.Validation;
import foresail.validation.custom.CustomResourceChecks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Definitions and custom resources against what the server's own validation says of them
 * (apiextensions-apiserver v0.36.3, asked directly): reasons and paths of every answer.
 *
 * <p>{@code bases.json} holds two definitions and an object; each line of {@code answers.jsonl}
 * changes one of them, or the object, and tells the answer.
 */
final class AnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void areTheServersOwn() throws IOException {
    JsonNode bases = JSON.readTree(resource("bases.json"));
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : resource("answers.jsonl").lines().toList()) {
      JsonNode answer = JSON.readTree(line);
      TreeSet<String> wanted = new TreeSet<>();
      answer.get("told").forEach(each -> wanted.add(each.stringValue()));
      TreeSet<String> told = told(bases, answer);
      if (!told.equals(wanted)) {
        wrong.add(line + "\n  told " + told);
      }
      count++;
    }
    assertEquals("", String.join("\n", wrong), wrong.size() + " of " + count + " differ");
  }

  private static TreeSet<String> told(JsonNode bases, JsonNode answer) {
    JsonNode definition = bases.get(answer.get("base").stringValue()).deepCopy();
    answer.get("definition").forEach(change -> apply(change, definition));
    String text = definition.toString();
    if (answer.has("object")) {
      JsonNode object = bases.get("object").deepCopy();
      answer.get("object").forEach(change -> apply(change, object));
      text += "\n---\n" + object;
    }
    List<Manifest> manifests =
        new SourceReader(ReadOptions.standard()).readText("a.yaml", text).manifests();
    Schema schema = Schema.of(Release.DEFAULT).with(manifests);
    TreeSet<String> told = new TreeSet<>();
    for (Manifest manifest : manifests) {
      if (told.isEmpty()) {
        for (Refusal refusal : refusals(schema, manifest)) {
          told.add(refusal.reason().word() + " " + refusal.path());
        }
      }
    }
    return told;
  }

  private static List<Refusal> refusals(Schema schema, Manifest manifest) {
    Decoded decoded = schema.decode(manifest);
    if (!decoded.refusals().isEmpty() || decoded.kind().isEmpty()) {
      return decoded.refusals();
    }
    Manifest complete = new Manifest(manifest.id(), 0, decoded.root(), List.of());
    return decoded.kind().get().isCustom()
        ? new CustomResourceChecks(Release.DEFAULT)
            .refusals(complete, decoded.kind().get(), decoded.custom())
        : Validation.refusals(complete, Release.DEFAULT);
  }

  private static void apply(JsonNode change, JsonNode root) {
    JsonNode parent = root;
    ArrayNode at = (ArrayNode) change.get("at");
    for (int i = 0; i < at.size() - 1; i++) {
      JsonNode step = at.get(i);
      parent = step.isInt() ? parent.get(step.intValue()) : parent.get(step.stringValue());
    }
    JsonNode last = at.get(at.size() - 1);
    if (change.has("remove")) {
      ((ObjectNode) parent).remove(last.stringValue());
    } else if (last.isInt()) {
      ((ArrayNode) parent).set(last.intValue(), change.get("put"));
    } else {
      ((ObjectNode) parent).set(last.stringValue(), change.get("put"));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = AnswersTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
