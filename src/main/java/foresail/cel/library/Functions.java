package foresail.cel.library;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects functions: what the checker may find and what is called.
 *
 * <p>Overloads that differ only in what a list holds are one at run time, where nobody can tell
 * them apart: the id of such an overload ends in {@code |} and a name, and what stands before it is
 * what is called.
 */
final class Functions implements CelCompilerLibrary {
  private final Map<String, List<CelOverloadDecl>> declared = new LinkedHashMap<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();
  private final List<CelVarDecl> typeNames = new ArrayList<>();
  private final Set<String> bound = new LinkedHashSet<>();

  /** {@code name()}. */
  <R> void global(String name, String id, Kind<R> result, Supplier<R> body) {
    declare(name, CelOverloadDecl.newGlobalOverload(id, result.type()));
    bind(id, List.of(), arguments -> body.get());
  }

  /** {@code name(a)}. */
  <R, A> void global(String name, String id, Kind<R> result, Kind<A> a, Function<A, R> body) {
    declare(name, CelOverloadDecl.newGlobalOverload(id, result.type(), a.type()));
    bind(id, a, body);
  }

  /** {@code name(a, b)}. */
  <R, A, B> void global(
      String name, String id, Kind<R> result, Kind<A> a, Kind<B> b, BiFunction<A, B, R> body) {
    declare(name, CelOverloadDecl.newGlobalOverload(id, result.type(), a.type(), b.type()));
    bind(id, a, b, body);
  }

  /** {@code a.name()}. */
  <R, A> void member(String name, String id, Kind<R> result, Kind<A> a, Function<A, R> body) {
    declare(name, CelOverloadDecl.newMemberOverload(id, result.type(), a.type()));
    bind(id, a, body);
  }

  /** {@code a.name(b)}. */
  <R, A, B> void member(
      String name, String id, Kind<R> result, Kind<A> a, Kind<B> b, BiFunction<A, B, R> body) {
    declare(name, CelOverloadDecl.newMemberOverload(id, result.type(), a.type(), b.type()));
    bind(id, a, b, body);
  }

  /** {@code a.name(b, c)}. */
  <R, A, B, C> void member(
      String name,
      String id,
      Kind<R> result,
      Kind<A> a,
      Kind<B> b,
      Kind<C> c,
      Ternary<A, B, C, R> body) {
    declare(
        name, CelOverloadDecl.newMemberOverload(id, result.type(), a.type(), b.type(), c.type()));
    bind(
        id,
        List.of(a.values(), b.values(), c.values()),
        arguments ->
            body.apply(
                a.values().cast(arguments[0]),
                b.values().cast(arguments[1]),
                c.values().cast(arguments[2])));
  }

  /** A function of three arguments. */
  @FunctionalInterface
  interface Ternary<A, B, C, R> {
    R apply(A a, B b, C c);
  }

  /** The name of a type, which expressions can compare with {@code type(x)}. */
  void typeName(Kind<?> kind) {
    CelType type = kind.type();
    typeNames.add(CelVarDecl.newVarDeclaration(type.name(), TypeType.create(type)));
  }

  private void declare(String name, CelOverloadDecl overload) {
    declared.computeIfAbsent(name, key -> new ArrayList<>()).add(overload);
  }

  private <R, A> void bind(String id, Kind<A> a, Function<A, R> body) {
    bind(id, List.of(a.values()), arguments -> body.apply(a.values().cast(arguments[0])));
  }

  private <R, A, B> void bind(String id, Kind<A> a, Kind<B> b, BiFunction<A, B, R> body) {
    bind(
        id,
        List.of(a.values(), b.values()),
        arguments -> body.apply(a.values().cast(arguments[0]), b.values().cast(arguments[1])));
  }

  private void bind(String id, List<Class<?>> classes, CelFunctionOverload body) {
    String called = called(id);
    if (bound.add(called)) {
      bindings.add(CelFunctionBinding.from(called, ImmutableList.copyOf(classes), body));
    }
  }

  /** The id of what is called, of the id of an overload. */
  static String called(String overloadId) {
    int bar = overloadId.indexOf('|');
    return bar < 0 ? overloadId : overloadId.substring(0, bar);
  }

  Collection<CelFunctionBinding> bindings() {
    return bindings;
  }

  @Override
  public void setCheckerOptions(CelCheckerBuilder checker) {
    declared.forEach(
        (name, overloads) ->
            checker.addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(name, overloads)));
    checker.addVarDeclarations(typeNames);
  }
}
