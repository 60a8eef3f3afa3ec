package foresail.script.machine;

import foresail.script.syntax.Command;

final class CaseFrame extends WordFrame {
  private final Command.Case choice;
  private String subject;
  private int clause;
  private int pattern;
  private boolean ran;

  /** The next body runs without a look at its patterns. */
  private boolean fallsThrough;

  CaseFrame(Command.Case choice) {
    this.choice = choice;
  }

  @Override
  void step(Process process) {
    if (subject == null) {
      expand(process, words -> words.text(choice.subject())).ifPresent(text -> subject = text);
    } else if (clause == choice.clauses().size()) {
      process.pop(ran ? process.status : 0);
    } else if (fallsThrough) {
      run(process);
    } else if (pattern == choice.clauses().get(clause).patterns().size()) {
      pattern = 0;
      clause++;
    } else {
      var word = choice.clauses().get(clause).patterns().get(pattern);
      expand(process, words -> words.pattern(word).matches(subject))
          .ifPresent(matches -> decide(process, matches));
    }
  }

  private void decide(Process process, boolean matches) {
    if (matches) {
      run(process);
    } else {
      pattern++;
    }
  }

  private void run(Process process) {
    var chosen = choice.clauses().get(clause);
    pattern = 0;
    ran = true;
    process.status = 0;
    fallsThrough = chosen.end() == Command.ClauseEnd.RUN_NEXT;
    clause = chosen.end() == Command.ClauseEnd.LEAVE ? choice.clauses().size() : clause + 1;
    process.push(Frames.of(chosen.body()));
  }
}
