package foresail.notation;

/** The brackets behind the server's messages about forms. */
final class Examples {
  private Examples() {}

  /** {@code (e.g. 'A', or 'B', regex used for validation is 'R')}, with a blank before it. */
  static String of(String regex, String... examples) {
    StringBuilder text = new StringBuilder(" (e.g. ");
    for (int i = 0; i < examples.length; i++) {
      text.append(i == 0 ? "" : " or ").append('\'').append(examples[i]).append("', ");
    }
    return text.append("regex used for validation is '").append(regex).append("')").toString();
  }
}
