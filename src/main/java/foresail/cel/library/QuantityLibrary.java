package foresail.cel.library;

import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.DOUBLE;
import static foresail.cel.library.Kind.INT;
import static foresail.cel.library.Kind.STRING;

import foresail.notation.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts of resources (apiserver/pkg/cel/library/quantity.go, v1.36). */
final class QuantityLibrary {
  /** Equal to every other one of the same amount, whatever it is written in. */
  record Amount(BigDecimal value) implements Comparable<Amount> {
    Amount {
      value = value.stripTrailingZeros();
    }

    @Override
    public int compareTo(Amount other) {
      return value.compareTo(other.value);
    }
  }

  private static final Kind<Amount> QUANTITY = Kind.named("kubernetes.Quantity", Amount.class);
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private QuantityLibrary() {}

  static void addTo(Functions functions) {
    functions.global("quantity", "string_to_quantity", QUANTITY, STRING, QuantityLibrary::read);
    functions.global(
        "isQuantity", "is_quantity_string", BOOL, STRING, text -> Quantity.parse(text).isPresent());
    // The server declares this one as a function, though its documentation says otherwise.
    functions.global(
        "sign", "quantity_sign", INT, QUANTITY, amount -> (long) amount.value().signum());
    functions.member("isInteger", "quantity_is_integer", BOOL, QUANTITY, QuantityLibrary::isWhole);
    functions.member("asInteger", "quantity_get_int", INT, QUANTITY, QuantityLibrary::whole);
    functions.member(
        "asApproximateFloat",
        "quantity_get_float",
        DOUBLE,
        QUANTITY,
        amount -> amount.value().doubleValue());
    functions.member(
        "add",
        "quantity_add",
        QUANTITY,
        QUANTITY,
        QUANTITY,
        (left, right) -> new Amount(left.value().add(right.value())));
    functions.member(
        "add",
        "quantity_add_int",
        QUANTITY,
        QUANTITY,
        INT,
        (left, right) -> new Amount(left.value().add(BigDecimal.valueOf(right))));
    functions.member(
        "sub",
        "quantity_sub",
        QUANTITY,
        QUANTITY,
        QUANTITY,
        (left, right) -> new Amount(left.value().subtract(right.value())));
    functions.member(
        "sub",
        "quantity_sub_int",
        QUANTITY,
        QUANTITY,
        INT,
        (left, right) -> new Amount(left.value().subtract(BigDecimal.valueOf(right))));
    Comparisons.addTo(functions, "quantity", QUANTITY);
    functions.typeName(QUANTITY);
  }

  private static Amount read(String text) {
    return new Amount(
        Quantity.parse(text)
            .orElseThrow(
                () -> new IllegalArgumentException(Quantity.problem(text).orElse("no quantity")))
            .value());
  }

  private static boolean isWhole(Amount amount) {
    BigDecimal value = amount.value();
    return value.scale() <= 0 && value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0;
  }

  private static long whole(Amount amount) {
    if (!isWhole(amount)) {
      throw new IllegalArgumentException("cannot convert value to integer");
    }
    BigInteger whole = amount.value().toBigIntegerExact();
    return whole.longValueExact();
  }
}
