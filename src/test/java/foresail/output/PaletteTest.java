package foresail.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2.2 defines it, on light and on dark ground. */
final class PaletteTest {
  @Test
  void textsCanBeReadAndBarsBeSeen() {
    List<Map<String, Integer>> themes = themes();
    assertEquals(2, themes.size());
    for (Map<String, Integer> theme : themes) {
      for (String text : List.of("text", "dim", "link", "good", "bad")) {
        holds(4.5, theme, text, "ground");
        holds(4.5, theme, text, "plate");
      }
      for (Stage stage : Stage.values()) {
        if (stage != Stage.GONE) {
          holds(4.5, theme, "onbar", stage.word());
          holds(3, theme, stage.word(), "ground");
        }
      }
    }
  }

  private static void holds(double least, Map<String, Integer> theme, String one, String other) {
    double contrast = contrast(theme.get(one), theme.get(other));
    assertTrue(contrast >= least, () -> one + " on " + other + ": " + contrast + " in " + theme);
  }

  private static List<Map<String, Integer>> themes() {
    List<Map<String, Integer>> themes = new ArrayList<>();
    Matcher matcher = Pattern.compile("--(\\w+):#([0-9a-f]{6});").matcher(Palette.css(":root"));
    while (matcher.find()) {
      if (matcher.group(1).equals("ground")) {
        themes.add(new HashMap<>());
      }
      themes.get(themes.size() - 1).put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return themes;
  }

  private static double contrast(int one, int other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
  }

  private static double linear(int part) {
    double value = (part & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
