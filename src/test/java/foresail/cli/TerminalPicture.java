package foresail.cli;

import java.util.ArrayList;
import java.util.List;

/** Draws what a terminal shows as SVG, with its bold and coloured parts. */
final class TerminalPicture {
  private static final int LINE_HEIGHT = 18;
  private static final int CHAR_WIDTH_TENTHS = 79; // of the 13 px font, in tenths of a pixel
  private static final int MARGIN = 16;
  private static final int MOST_COLUMNS = 118;

  private TerminalPicture() {}

  /**
   * @param prompt the command line, shown first
   * @param output text with the escape sequences of a colour terminal
   */
  static String of(String prompt, String output) {
    List<String> lines = new ArrayList<>(List.of(prompt));
    output.lines().forEach(lines::add);
    int height = MARGIN * 2 + lines.size() * LINE_HEIGHT;
    int width = MARGIN * 2 + MOST_COLUMNS * CHAR_WIDTH_TENTHS / 10;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\" role=\"img\">\n");
    svg.append("<title>foresail check on a terminal</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16191d\"/>\n");
    svg.append("<g font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\"");
    svg.append(" font-size=\"13\" fill=\"#d6dae0\" xml:space=\"preserve\">\n");
    for (int i = 0; i < lines.size(); i++) {
      int y = MARGIN + 13 + i * LINE_HEIGHT;
      svg.append("<text x=\"").append(MARGIN).append("\" y=\"").append(y).append("\">");
      line(lines.get(i), svg);
      svg.append("</text>\n");
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void line(String line, StringBuilder svg) {
    int columns = 0;
    boolean open = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '\u001b') {
        int end = line.indexOf('m', at);
        if (open) {
          svg.append("</tspan>");
        }
        String style = style(line.substring(at + 2, end));
        open = !style.isEmpty();
        svg.append(open ? "<tspan" + style + ">" : "");
        at = end;
      } else if (columns < MOST_COLUMNS) {
        svg.append(++columns == MOST_COLUMNS ? "…" : escaped(c));
      }
    }
    svg.append(open ? "</tspan>" : "");
  }

  private static String style(String codes) {
    return switch (codes) {
      case "1" -> " font-weight=\"bold\" fill=\"#ffffff\"";
      case "34" -> " fill=\"#6f9ee8\"";
      case "1;31" -> " font-weight=\"bold\" fill=\"#ff6b6b\"";
      case "1;32" -> " font-weight=\"bold\" fill=\"#6fd08c\"";
      case "1;33" -> " font-weight=\"bold\" fill=\"#f2c14e\"";
      case "1;36" -> " font-weight=\"bold\" fill=\"#63c7d6\"";
      default -> "";
    };
  }

  private static String escaped(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> String.valueOf(c);
    };
  }
}
