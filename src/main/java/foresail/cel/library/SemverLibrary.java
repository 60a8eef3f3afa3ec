package foresail.cel.library;

import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.INT;
import static foresail.cel.library.Kind.STRING;

import java.util.Optional;

/** Semantic versions (apiserver/pkg/cel/library/semverlib.go, v1.36). */
final class SemverLibrary {
  private static final Kind<Semver> SEMVER = Kind.named("kubernetes.Semver", Semver.class);

  private SemverLibrary() {}

  static void addTo(Functions functions) {
    functions.global(
        "semver", "string_to_semver", SEMVER, STRING, text -> read(text, Semver.parse(text)));
    functions.global(
        "semver",
        "string_bool_to_semver",
        SEMVER,
        STRING,
        BOOL,
        (text, normalize) -> read(text, parse(text, normalize)));
    functions.global(
        "isSemver", "is_semver_string", BOOL, STRING, text -> Semver.parse(text).isPresent());
    functions.global(
        "isSemver",
        "is_semver_string_bool",
        BOOL,
        STRING,
        BOOL,
        (text, normalize) -> parse(text, normalize).isPresent());
    functions.member("major", "semver_major", INT, SEMVER, version -> version.major().longValue());
    functions.member("minor", "semver_minor", INT, SEMVER, version -> version.minor().longValue());
    functions.member("patch", "semver_patch", INT, SEMVER, version -> version.patch().longValue());
    Comparisons.addTo(functions, "semver", SEMVER);
    functions.typeName(SEMVER);
  }

  private static Optional<Semver> parse(String text, boolean normalize) {
    return normalize ? Semver.parseLoosely(text) : Semver.parse(text);
  }

  private static Semver read(String text, Optional<Semver> version) {
    return version.orElseThrow(
        () -> new IllegalArgumentException("Invalid semantic version \"" + text + "\""));
  }
}
