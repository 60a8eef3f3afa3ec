package foresail.finding;

/**
 * Why the API server refuses a value: its own words ({@code field.ErrorType},
 * apimachinery/pkg/util/validation/field/errors.go, v1.36), and two for what it cannot even decode.
 */
public enum Reason {
  REQUIRED("Required"),
  INVALID("Invalid"),
  NOT_SUPPORTED("NotSupported"),
  FORBIDDEN("Forbidden"),
  DUPLICATE("Duplicate"),
  TOO_LONG("TooLong"),
  TOO_MANY("TooMany"),
  NOT_FOUND("NotFound"),
  TYPE_INVALID("TypeInvalid"),
  INTERNAL_ERROR("InternalError"),
  /** The object cannot be decoded: unknown field, wrong type. */
  BAD_REQUEST("BadRequest"),
  /** The release does not serve this kind. */
  NO_MATCH("NoMatch");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /** As the server spells it. */
  public String word() {
    return word;
  }
}
