package foresail.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import foresail.cel.library.KubernetesLibraries;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One release's functions, set up once for all environments. */
final class Engine {
  private static final Map<Integer, Engine> BY_RELEASE = new ConcurrentHashMap<>();

  /** The server counts costs and gives up far earlier; this only keeps us from hanging. */
  private static final int MOST_ITERATIONS = 1_000_000;

  private static final CelOptions OPTIONS = options();

  private final CelCompiler compiler;
  private final CelRuntime runtime;

  private Engine(int release) {
    KubernetesLibraries libraries = new KubernetesLibraries(release, OPTIONS);
    CelCompilerBuilder declared =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    libraries.declareIn(declared);
    compiler = declared.build();
    CelRuntimeBuilder bound = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS);
    libraries.bindIn(bound);
    runtime = bound.build();
  }

  /**
   * As the server sets it up. The library would rather have literals of one type looked at by a
   * validator, but cel-go's checker does it, which also decides the literal's type.
   */
  @SuppressWarnings("deprecation")
  private static CelOptions options() {
    return CelOptions.current()
        .enableHomogeneousLiterals(true)
        .enableHeterogeneousNumericComparisons(true)
        .enableReservedIds(true)
        .enableOptionalSyntax(true)
        .comprehensionMaxIterations(MOST_ITERATIONS)
        .build();
  }

  static Engine of(int release) {
    return BY_RELEASE.computeIfAbsent(release, Engine::new);
  }

  /** A compiler that knows the functions, to add variables to. */
  CelCompilerBuilder compiler() {
    return compiler.toCompilerBuilder();
  }

  CelRuntime.Program program(CelAbstractSyntaxTree checked) throws CelEvaluationException {
    return runtime.createProgram(KubernetesLibraries.callable(checked));
  }
}
