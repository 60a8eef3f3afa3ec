package foresail.validation.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How checks are put together: objects, fields, lists, maps, conditions. */
public final class Shapes {
  private Shapes() {}

  /** A check of several fields written as a small method; see {@link #rule}. */
  @FunctionalInterface
  public interface Body {
    void look(Field field, Refusals out);
  }

  /** All these about one field, in order, until one says that the rest shall not look. */
  public static Check object(Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        run(field, out);
        return true;
      }
    };
  }

  /** The field of that name, present or absent. */
  public static Check field(String name, Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (!skipsAbsent()) {
          run(field.get(name), out);
          return true;
        }
        Field child = field.getIfSet(name);
        if (child != null) {
          run(child, out);
        }
        return true;
      }
    };
  }

  /** A field that the server prints under another name. */
  public static Check fieldPrintedAs(String printed, String name, Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        Field child = field.get(name);
        if (child.isSet() || !skipsAbsent()) {
          run(child.printedAs(field.get(printed)), out);
        }
        return true;
      }
    };
  }

  /**
   * A field that the server prints as if it stood beside the one that holds it: that of a list's
   * item without the index, that of a template's metadata without {@code metadata}.
   */
  public static Check fieldOneUp(String name, Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        Field child = field.get(name);
        if (child.isSet() || !skipsAbsent()) {
          run(child.printedAs(field.parent().get(name)), out);
        }
        return true;
      }
    };
  }

  /** Every item of a list. */
  public static Check each(Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (!field.isObject()) {
          for (int i = 0; i < field.size(); i++) {
            run(field.item(i), out);
          }
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return true;
      }
    };
  }

  /** Every value of a map, each printed with its key: {@code limits[cpu]}. */
  public static Check eachEntry(Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        for (Field entry : field.entries()) {
          run(entry, out);
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return true;
      }
    };
  }

  /** These, printed as if they stood in the list or map around the field: without index or key. */
  public static Check printedAsParent(Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        run(field.printedAs(field.parent()), out);
        return true;
      }
    };
  }

  /** These, where a condition holds; the checks behind look in any case. */
  public static Check when(Predicate<Field> condition, Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (condition.test(field)) {
          run(field, out);
        }
        return true;
      }
    };
  }

  /** These; where they find something, the checks behind do not look. */
  public static Check nothingElse(Check... checks) {
    return new Composed(checks) {
      @Override
      public boolean look(Field field, Refusals out) {
        int before = out.count();
        run(field, out);
        return out.count() == before;
      }
    };
  }

  /** Several fields at once, in a method of its own, which tells no other facts than these. */
  public static Check rule(Body body, String... facts) {
    return new Telling(facts) {
      @Override
      public boolean look(Field field, Refusals out) {
        body.look(field, out);
        return true;
      }
    };
  }

  /** The checks behind look only where something is here that is not null. */
  public static Check ifSet() {
    return IF_SET;
  }

  private static final Check IF_SET = new Gate(Field::isSet);

  /** The checks behind look only where this is not Go's zero value: absent, "", 0, false, []. */
  public static Check ifNotZero() {
    return IF_NOT_ZERO;
  }

  private static final Check IF_NOT_ZERO = new Gate(field -> !field.isZero());

  /** The checks behind look only where the server is of this minor version or later. */
  public static Check since(int release) {
    return (field, out) -> out.release() >= release;
  }

  /** The checks behind look only where the server is of this minor version or earlier. */
  public static Check until(int release) {
    return (field, out) -> out.release() <= release;
  }

  /** Nothing behind it looks at what is absent. */
  private record Gate(Predicate<Field> passes) implements Check {
    @Override
    public boolean look(Field field, Refusals out) {
      return passes.test(field);
    }

    @Override
    public boolean skipsAbsent() {
      return true;
    }
  }

  /** A check that only passes on to others. */
  private abstract static class Composed implements Check {
    private final Check[] checks;
    private final boolean skipsAbsent;

    Composed(Check... checks) {
      this.checks = checks.clone();
      for (Check check : checks) {
        requireNonNull(check, "a check that is used before it is initialised");
      }
      skipsAbsent = skipsAbsent(checks);
    }

    private static boolean skipsAbsent(Check... checks) {
      for (Check check : checks) {
        if (!check.skipsAbsent()) {
          return false;
        }
        if (check instanceof Gate) {
          return true; // where nothing is, no later one looks
        }
      }
      return true;
    }

    @Override
    public boolean skipsAbsent() {
      return skipsAbsent;
    }

    final void run(Field field, Refusals out) {
      for (Check check : checks) {
        if (!check.look(field, out)) {
          return;
        }
      }
    }

    @Override
    public final List<String> facts() {
      List<String> facts = new ArrayList<>();
      for (Check check : checks) {
        facts.addAll(check.facts());
      }
      return facts;
    }
  }

  /** A check that tells refusals itself. */
  abstract static class Telling implements Check {
    private final List<String> facts;

    Telling(String... facts) {
      this.facts = List.of(facts);
    }

    @Override
    public final List<String> facts() {
      return facts;
    }
  }
}
