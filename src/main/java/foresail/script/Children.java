package foresail.script;

import foresail.script.syntax.Command;
import foresail.script.syntax.Condition;
import foresail.script.syntax.Word;
import foresail.script.syntax.WordPart;
import java.util.ArrayList;
import java.util.List;

/** The commands directly below a node of the syntax tree, substitutions in its words included. */
final class Children {
  private Children() {}

  static List<Command> of(Command command) {
    var children = new ArrayList<Command>();
    if (command instanceof Command.Sequence sequence) {
      sequence.entries().forEach(entry -> children.add(entry.command()));
    } else if (command instanceof Command.AndOr list) {
      children.add(list.first());
      list.links().forEach(link -> children.add(link.command()));
    } else if (command instanceof Command.Pipeline pipeline) {
      children.addAll(pipeline.stages());
    } else if (command instanceof Command.If choice) {
      for (var branch : choice.branches()) {
        children.add(branch.condition());
        children.add(branch.body());
      }
      choice.otherwise().ifPresent(children::add);
    } else if (command instanceof Command.Loop loop) {
      children.add(loop.condition());
      children.add(loop.body());
    } else if (command instanceof Command.For loop) {
      children.add(loop.body());
    } else if (command instanceof Command.ArithmeticFor loop) {
      children.add(loop.body());
    } else if (command instanceof Command.Case choice) {
      choice.clauses().forEach(clause -> children.add(clause.body()));
    } else if (command instanceof Command.FunctionDefinition function) {
      children.add(function.body());
    } else if (command instanceof Command.Subshell subshell) {
      children.add(subshell.body());
    } else if (command instanceof Command.Group group) {
      children.add(group.body());
    } else if (command instanceof Command.Redirected redirected) {
      children.add(redirected.command());
    } else if (command instanceof Command.Conditional conditional) {
      condition(conditional.condition(), children);
    } else if (command instanceof Command.Simple simple) {
      simple.assignments().forEach(each -> children.addAll(within(each.value())));
      simple.words().forEach(word -> children.addAll(within(word)));
    }
    return children;
  }

  private static void condition(Condition condition, List<Command> children) {
    if (condition instanceof Condition.Not not) {
      condition(not.condition(), children);
    } else if (condition instanceof Condition.And and) {
      condition(and.left(), children);
      condition(and.right(), children);
    } else if (condition instanceof Condition.Or or) {
      condition(or.left(), children);
      condition(or.right(), children);
    } else if (condition instanceof Condition.Unary unary) {
      children.addAll(within(unary.operand()));
    } else if (condition instanceof Condition.Binary binary) {
      children.addAll(within(binary.left()));
      children.addAll(within(binary.right()));
    }
  }

  /** The commands of the substitutions in a word. */
  static List<Command> within(Word word) {
    var commands = new ArrayList<Command>();
    within(word.parts(), commands);
    return commands;
  }

  private static void within(List<WordPart> parts, List<Command> commands) {
    for (var part : parts) {
      if (part instanceof WordPart.CommandSubstitution substitution) {
        commands.addAll(substitution.body().lines());
      } else if (part instanceof WordPart.ProcessSubstitution substitution) {
        commands.addAll(substitution.body().lines());
      } else if (part instanceof WordPart.DoubleQuoted quoted) {
        within(quoted.parts(), commands);
      }
    }
  }
}
