package foresail.validation.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A structural schema made at random, a value that fits it, and the same value with one thing
 * wrong. All of it is written as JSON.
 *
 * @param schema what stands under a property
 * @param value fits
 * @param flaws ways to spoil the value
 */
record GeneratedSchema(String schema, String value, List<Flaw> flaws) {
  /**
   * A value with one thing wrong.
   *
   * @param path where the server finds it, relative to the value: {@code .a[0].b}
   * @param reason why it is refused
   */
  record Flaw(String value, String path, String reason) {}

  private static final int DEEPEST = 4;

  static GeneratedSchema of(Random random) {
    return of(random, 0);
  }

  private static GeneratedSchema of(Random random, int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 8 : 5)) {
      case 0 -> text(random);
      case 1 -> number(random);
      case 2 ->
          new GeneratedSchema(
              "{\"type\":\"boolean\"}",
              random.nextBoolean() + "",
              List.of(new Flaw("\"no\"", "", "TypeInvalid")));
      case 3 -> choice(random);
      case 4 ->
          new GeneratedSchema(
              "{\"x-kubernetes-int-or-string\":true}",
              random.nextBoolean() ? "7" : "\"seven\"",
              List.of(new Flaw("true", "", "TypeInvalid")));
      case 5 -> list(random, depth);
      case 6 -> map(random, depth);
      default -> object(random, depth);
    };
  }

  private static GeneratedSchema text(Random random) {
    int least = random.nextInt(3);
    int most = least + 1 + random.nextInt(4);
    String value = "\"" + "a".repeat(least + random.nextInt(most - least + 1)) + "\"";
    return new GeneratedSchema(
        "{\"type\":\"string\",\"minLength\":"
            + least
            + ",\"maxLength\":"
            + most
            + ",\"pattern\":\"^a*$\"}",
        value,
        List.of(
            new Flaw("\"" + "a".repeat(most + 1) + "\"", "", "TooLong"),
            new Flaw("\"" + "b".repeat(most) + "\"", "", "Invalid"),
            new Flaw("5", "", "TypeInvalid")));
  }

  private static GeneratedSchema number(Random random) {
    int least = random.nextInt(100) - 50;
    int most = least + random.nextInt(20);
    int value = least + random.nextInt(most - least + 1);
    return new GeneratedSchema(
        "{\"type\":\"integer\",\"minimum\":" + least + ",\"maximum\":" + most + "}",
        value + "",
        List.of(
            new Flaw((least - 1) + "", "", "Invalid"),
            new Flaw((most + 1) + "", "", "Invalid"),
            new Flaw("\"x\"", "", "TypeInvalid")));
  }

  private static GeneratedSchema choice(Random random) {
    return new GeneratedSchema(
        "{\"type\":\"string\",\"enum\":[\"red\",\"blue\"]}",
        random.nextBoolean() ? "\"red\"" : "\"blue\"",
        List.of(new Flaw("\"green\"", "", "NotSupported")));
  }

  private static GeneratedSchema list(Random random, int depth) {
    GeneratedSchema item = of(random, depth + 1);
    int count = random.nextInt(3);
    String value = "[" + String.join(",", java.util.Collections.nCopies(count, item.value)) + "]";
    List<Flaw> flaws = new ArrayList<>();
    for (Flaw flaw : item.flaws) {
      String before = (item.value + ",").repeat(count);
      flaws.add(
          new Flaw("[" + before + flaw.value + "]", "[" + count + "]" + flaw.path, flaw.reason));
    }
    String many = "[" + String.join(",", java.util.Collections.nCopies(5, item.value)) + "]";
    flaws.add(new Flaw(many, "", "TooMany"));
    return new GeneratedSchema(
        "{\"type\":\"array\",\"maxItems\":4,\"items\":" + item.schema + "}", value, flaws);
  }

  private static GeneratedSchema map(Random random, int depth) {
    GeneratedSchema entry = of(random, depth + 1);
    List<Flaw> flaws = new ArrayList<>();
    for (Flaw flaw : entry.flaws) {
      flaws.add(new Flaw("{\"k\":" + flaw.value + "}", ".k" + flaw.path, flaw.reason));
    }
    return new GeneratedSchema(
        "{\"type\":\"object\",\"additionalProperties\":" + entry.schema + "}",
        random.nextBoolean() ? "{}" : "{\"k\":" + entry.value + "}",
        flaws);
  }

  private static GeneratedSchema object(Random random, int depth) {
    int count = 1 + random.nextInt(3);
    List<GeneratedSchema> fields = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(of(random, depth + 1));
      properties.add("\"f" + i + "\":" + fields.get(i).schema);
      values.add("\"f" + i + "\":" + fields.get(i).value);
    }
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (Flaw flaw : fields.get(i).flaws) {
        List<String> spoilt = new ArrayList<>(values);
        spoilt.set(i, "\"f" + i + "\":" + flaw.value);
        flaws.add(
            new Flaw("{" + String.join(",", spoilt) + "}", ".f" + i + flaw.path, flaw.reason));
      }
    }
    List<String> more = new ArrayList<>(values);
    more.add("\"g\":1");
    flaws.add(new Flaw("{" + String.join(",", more) + "}", ".g", "BadRequest"));
    flaws.add(new Flaw("{" + String.join(",", values.subList(1, count)) + "}", ".f0", "Required"));
    return new GeneratedSchema(
        "{\"type\":\"object\",\"required\":[\"f0\"],\"properties\":{"
            + String.join(",", properties)
            + "}}",
        "{" + String.join(",", values) + "}",
        flaws);
  }
}
