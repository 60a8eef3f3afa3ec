package foresail.rule;

import foresail.finding.Finding;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** By file in the order in which they were read, then by line, column, rule and message. */
final class ReadingOrder implements Comparator<Finding> {
  private final Map<SourceFile, Integer> positions = new IdentityHashMap<>();

  ReadingOrder(List<SourceFile> files) {
    for (SourceFile file : files) {
      positions.put(file, positions.size());
    }
  }

  @Override
  public int compare(Finding left, Finding right) {
    Span a = left.primary().span();
    Span b = right.primary().span();
    int order = Integer.compare(position(a), position(b));
    order = order != 0 ? order : Integer.compare(a.line(), b.line());
    order = order != 0 ? order : Integer.compare(a.column(), b.column());
    order = order != 0 ? order : left.ruleId().compareTo(right.ruleId());
    return order != 0 ? order : left.message().compareTo(right.message());
  }

  private int position(Span span) {
    return positions.getOrDefault(span.file(), Integer.MAX_VALUE);
  }
}
