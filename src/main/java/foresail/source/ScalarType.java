package foresail.source;

/** What a scalar is after YAML 1.1 resolution as sigs.k8s.io/yaml does it. */
public enum ScalarType {
  STRING,
  /** A whole number of any size. */
  INTEGER,
  /**
   * A number with a fraction or an exponent; whole ones ({@code 3.0}, {@code 1e1}) the server takes
   * for integers too.
   */
  FLOAT,
  BOOLEAN,
  NULL
}
