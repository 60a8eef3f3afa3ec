package foresail.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelEvaluationException;
import foresail.cel.library.KubernetesLibraries;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles expressions that may name the same things. Making the first one of a process costs 0.4
 * s, each further one some milliseconds. May be used by several threads.
 */
public final class Environment {
  private final Engine engine;
  private final boolean patches;
  private final DeclaredTypes types = new DeclaredTypes();
  private final CelCompiler compiler;

  public Environment(Declarations declarations) {
    engine = Engine.of(declarations.release());
    patches = declarations.patches();
    CelCompilerBuilder builder = engine.compiler();
    declarations.variables().forEach((name, type) -> builder.addVar(name, types.declare(type)));
    if (patches) {
      KubernetesLibraries.declarePatchesIn(builder);
    }
    compiler = builder.setTypeProvider(types).build();
  }

  /**
   * Compiles an expression as the server does when an object with it is created
   * (apiserver/pkg/admission/plugin/cel/compile.go, v1.36).
   *
   * @param results the types that it may evaluate to; none for any
   */
  public Compilation compile(String text, List<CelType> results) {
    CelValidationResult parsed = compiler.parse(text);
    if (parsed.hasError()) {
      return refused(parsed.getErrors(), text);
    }
    try {
      CelCompiler checker = patches ? withPatches(parsed.getAst()) : compiler;
      CelValidationResult checked = checker.check(parsed.getAst());
      if (checked.hasError()) {
        return refused(checked.getErrors(), text);
      }
      return compiled(checked.getAst(), text, results);
    } catch (CelValidationException unexpected) {
      return refused(unexpected.getErrors(), text);
    } catch (CelEvaluationException unfit) {
      return Compilation.refused("program instantiation failed: " + unfit.getMessage());
    }
  }

  private CelCompiler withPatches(CelAbstractSyntaxTree parsed) {
    return compiler.toCompilerBuilder().setTypeProvider(PatchTypes.madeIn(parsed, types)).build();
  }

  private Compilation compiled(CelAbstractSyntaxTree checked, String text, List<CelType> results)
      throws CelEvaluationException {
    List<CelIssue> literals = Literals.problems(checked);
    if (!literals.isEmpty()) {
      return refused(literals, text);
    }
    dev.cel.common.types.CelType type = checked.getResultType();
    List<String> names = new ArrayList<>();
    for (CelType result : results) {
      names.add(DeclaredTypes.name(new DeclaredTypes().declare(result)));
    }
    String actual = DeclaredTypes.name(type);
    if (!names.isEmpty() && !names.contains(actual)) {
      String expected =
          names.size() == 1 ? names.get(0) : "one of [" + String.join(" ", names) + "]";
      return Compilation.refused("must evaluate to " + expected + " but got " + actual);
    }
    return Compilation.of(new Expression(text, DeclaredTypes.of(type), engine.program(checked)));
  }

  private static Compilation refused(List<CelIssue> issues, String text) {
    return Compilation.refused(
        "compilation failed: "
            + ServerWords.of(issues, CelSource.newBuilder(text).setDescription("<input>").build()));
  }
}
