package foresail.output;

/**
 * Colours of drawings and pages, on light and on dark ground. Texts have a contrast of at least 4.5
 * to 1 with what they stand on, bars of at least 3 to 1 with the ground.
 */
final class Palette {
  private static final String LIGHT =
      "--ground:#ffffff;--plate:#f3f5f7;--text:#1b1f24;--dim:#57606a;--line:#8a929b;"
          + "--link:#0b57d0;--good:#116329;--bad:#a40e26;--onbar:#ffffff;"
          + "--pending:#666d75;--preparing:#0b6b7a;--init:#1c5fb8;--unready:#985000;"
          + "--ready:#176f31;--failing:#b3202a;--done:#5b6b2f;--ending:#7443d1;--gone:#ffffff;";

  private static final String DARK =
      "--ground:#14171a;--plate:#1e2328;--text:#e4e7eb;--dim:#a5adb6;--line:#6b737c;"
          + "--link:#8ab4f8;--good:#6fdd8b;--bad:#ff9a98;--onbar:#0c0e10;"
          + "--pending:#9aa2ab;--preparing:#45bccb;--init:#6ba6f5;--unready:#e3a14a;"
          + "--ready:#4cc764;--failing:#f97b83;--done:#b5c76a;--ending:#bb97ff;--gone:#14171a;";

  private Palette() {}

  /** Sets the colours as variables of style sheets for a selector and all below it. */
  static String css(String selector) {
    return selector
        + "{color-scheme:light dark;"
        + LIGHT
        + "}\n@media (prefers-color-scheme:dark){"
        + selector
        + "{"
        + DARK
        + "}}\n";
  }
}
