package foresail.validation.check;

import foresail.validation.check.Shapes.Telling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of single values that are no names. Each takes the id of the fact that it stands for; an
 * absent value is checked as Go's zero value unless {@link Shapes#ifSet} or {@link
 * Shapes#ifNotZero} stands before.
 */
public final class Values {
  private Values() {}

  /** Not Go's zero value; the checks behind do not look at what is missing. */
  public static Check required(String fact) {
    return required(fact, "");
  }

  public static Check required(String fact, String detail) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (!field.isZero()) {
          return true;
        }
        out.required(fact, field, detail);
        return false;
      }
    };
  }

  /**
   * Present and not null, though perhaps empty; the checks behind do not look at what is missing.
   */
  public static Check requiredSet(String fact, String detail) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (field.isSet()) {
          return true;
        }
        out.required(fact, field, detail);
        return false;
      }
    };
  }

  /** One of these texts; told in this order. */
  public static Check oneOf(String fact, String... values) {
    List<String> supported = List.of(values);
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (!supported.contains(field.text())) {
          out.notSupported(fact, field, supported);
        }
        return true;
      }
    };
  }

  public static Check inRange(String fact, long lowest, long highest) {
    return inRange(fact, lowest, highest, between(lowest, highest));
  }

  /** The server's words for {@code inRange}. */
  public static String between(long lowest, long highest) {
    return "must be between " + lowest + " and " + highest + ", inclusive";
  }

  public static Check inRange(String fact, long lowest, long highest, String detail) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        long number = field.number();
        if (number < lowest || number > highest) {
          out.invalid(fact, field, Long.toString(number), detail);
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return lowest <= 0 && highest >= 0;
      }
    };
  }

  public static Check portNumber(String fact) {
    return inRange(fact, 1, 65535);
  }

  /** A number of a user or group. */
  public static Check userId(String fact) {
    return inRange(fact, 0, Integer.MAX_VALUE);
  }

  /** Permissions of a file, at most 0777 in octal. */
  public static Check fileMode(String fact) {
    return inRange(fact, 0, 511, "must be a number between 0 and 0777 (octal), both inclusive");
  }

  public static Check nonNegative(String fact) {
    return inRange(fact, 0, Long.MAX_VALUE, "must be greater than or equal to 0");
  }

  /** At most so many bytes of UTF-8. */
  public static Check maxBytes(String fact, int max) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (foresail.notation.Utf8.length(field.text()) > max) {
          out.tooLong(fact, field, max);
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return true;
      }
    };
  }

  /** At most so many items. */
  public static Check maxItems(String fact, int max) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (field.size() > max) {
          out.tooMany(fact, field, field.size(), max);
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return true;
      }
    };
  }

  /** Nothing here but Go's zero value. */
  public static Check forbidden(String fact, String detail) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (!field.isZero()) {
          out.forbidden(fact, field, detail);
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return true;
      }
    };
  }

  /** Nothing here, not even an empty value. */
  public static Check forbiddenSet(String fact, String detail) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (field.isSet()) {
          out.forbidden(fact, field, detail);
        }
        return true;
      }

      @Override
      public boolean skipsAbsent() {
        return true;
      }
    };
  }

  /** No two items of the list have the same text in this field; empty texts do not count. */
  public static Check uniqueBy(String fact, String name) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        if (field.size() < 2) {
          return true;
        }
        Map<String, Field> first = new LinkedHashMap<>();
        for (Field item : field.items()) {
          Field value = name.isEmpty() ? item : item.get(name);
          if (!value.isZero()) {
            Field earlier = first.putIfAbsent(value.scalarText(), value);
            if (earlier != null) {
              out.duplicate(fact, value, earlier);
            }
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
}
