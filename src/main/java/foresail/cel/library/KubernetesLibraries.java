package foresail.cel.library;

import static foresail.cel.library.Kind.STRING;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.ast.CelReference;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelRuntimeBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All functions that a release of the server knows, those of CEL's own extensions too
 * (apiserver/pkg/cel/environment/base.go, v1.36).
 */
public final class KubernetesLibraries {
  /** A function that a release brings can be used in new objects from the next release on. */
  private static final int SEMVER_SINCE = 34;

  private static final int CEL_LISTS_SINCE = 35;
  private static final int TWO_VARIABLES_SINCE = 33;

  /** Version 2 of the extension: without {@code reverse}; {@code format} is our own. */
  private static final Function[] STRINGS = {
    Function.CHAR_AT,
    Function.INDEX_OF,
    Function.JOIN,
    Function.LAST_INDEX_OF,
    Function.LOWER_ASCII,
    Function.REPLACE,
    Function.SPLIT,
    Function.SUBSTRING,
    Function.TRIM,
    Function.UPPER_ASCII,
    Function.QUOTE
  };

  /** All but {@code sortBy} and {@code range}, which are our own. */
  private static final CelListsExtensions.Function[] LISTS = {
    CelListsExtensions.Function.SLICE,
    CelListsExtensions.Function.FLATTEN,
    CelListsExtensions.Function.DISTINCT,
    CelListsExtensions.Function.REVERSE,
    CelListsExtensions.Function.SORT
  };

  private final int release;
  private final CelOptions options;
  private final Functions functions = new Functions();

  /**
   * @param release the server's minor version: 36 for Kubernetes 1.36
   */
  public KubernetesLibraries(int release, CelOptions options) {
    this.release = release;
    this.options = options;
    ListsLibrary.addTo(functions);
    RegexLibrary.addTo(functions);
    UrlLibrary.addTo(functions);
    AuthorizerLibrary.addTo(functions);
    QuantityLibrary.addTo(functions);
    AddressLibrary.addTo(functions);
    FormatLibrary.addTo(functions);
    StringFormat.addTo(functions);
    if (release >= SEMVER_SINCE) {
      SemverLibrary.addTo(functions);
    }
    if (release >= CEL_LISTS_SINCE) {
      ListsLibrary.addRangeTo(functions);
    }
  }

  /** Makes the functions known to the checker. */
  public void declareIn(CelCompilerBuilder compiler) {
    compiler.addLibraries(
        CelExtensions.optional(), CelExtensions.strings(STRINGS), CelExtensions.sets(options));
    if (release >= TWO_VARIABLES_SINCE) {
      compiler.addLibraries(CelExtensions.comprehensions());
    }
    if (release >= CEL_LISTS_SINCE) {
      compiler.addLibraries(CelExtensions.lists(LISTS));
      compiler.addMacros(SortBy.MACRO);
    }
    compiler.addLibraries(functions);
  }

  /** Makes the functions known to the evaluation. */
  public void bindIn(CelRuntimeBuilder runtime) {
    runtime.addLibraries(
        CelExtensions.optional(),
        CelExtensions.strings(STRINGS),
        CelExtensions.sets(options),
        CelExtensions.comprehensions(),
        CelExtensions.lists(LISTS));
    runtime.addFunctionBindings(functions.bindings());
  }

  /** What mutations can use besides: {@code jsonpatch.escapeKey}. */
  public static void declarePatchesIn(CelCompilerBuilder compiler) {
    Functions functions = new Functions();
    functions.global(
        "jsonpatch.escapeKey",
        "jsonpatch_escapeKey_string",
        STRING,
        STRING,
        key -> key.replace("~", "~0").replace("/", "~1"));
    compiler.addLibraries(functions);
  }

  /** The same tree with the functions that are called in place of the overloads that were found. */
  public static CelAbstractSyntaxTree callable(CelAbstractSyntaxTree checked) {
    Map<Long, CelReference> references = new LinkedHashMap<>();
    checked.getReferenceMap().forEach((id, reference) -> references.put(id, callable(reference)));
    return CelAbstractSyntaxTree.newCheckedAst(
        checked.getExpr(), checked.getSource(), references, checked.getTypeMap());
  }

  private static CelReference callable(CelReference reference) {
    if (reference.overloadIds().stream().noneMatch(id -> id.indexOf('|') >= 0)) {
      return reference;
    }
    List<String> called =
        reference.overloadIds().stream().map(Functions::called).distinct().toList();
    CelReference.Builder changed =
        CelReference.newBuilder().setName(reference.name()).addOverloadIds(called);
    reference.value().ifPresent(changed::setValue);
    return changed.build();
  }
}
