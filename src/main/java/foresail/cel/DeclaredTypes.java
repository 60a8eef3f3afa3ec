package foresail.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our types as the library wants them, and back. */
final class DeclaredTypes implements CelTypeProvider {
  private final Map<String, dev.cel.common.types.CelType> objects = new LinkedHashMap<>();

  @Override
  public ImmutableCollection<dev.cel.common.types.CelType> types() {
    return ImmutableList.copyOf(objects.values());
  }

  @Override
  public Optional<dev.cel.common.types.CelType> findType(String name) {
    return Optional.ofNullable(objects.get(name));
  }

  /** The library's type; an object's is known by its name from now on, and those of its fields. */
  dev.cel.common.types.CelType declare(CelType type) {
    if (type instanceof CelType.ListOf list) {
      return ListType.create(declare(list.element()));
    }
    if (type instanceof CelType.MapOf map) {
      return MapType.create(declare(map.key()), declare(map.value()));
    }
    if (type instanceof CelType.OptionalOf optional) {
      return OptionalType.create(declare(optional.value()));
    }
    if (type instanceof CelType.ObjectOf object) {
      return declare(object);
    }
    if (type instanceof CelType.Opaque opaque) {
      return OpaqueType.create(opaque.name());
    }
    return simple((CelType.Simple) type);
  }

  private dev.cel.common.types.CelType declare(CelType.ObjectOf object) {
    dev.cel.common.types.CelType known = objects.get(object.name());
    if (known != null) {
      return known;
    }
    Map<String, dev.cel.common.types.CelType> fields = new LinkedHashMap<>();
    object.fields().forEach((name, type) -> fields.put(name, declare(type)));
    StructType struct =
        StructType.create(
            object.name(),
            ImmutableSet.copyOf(fields.keySet()),
            name -> Optional.ofNullable(fields.get(name)));
    objects.put(object.name(), struct);
    return struct;
  }

  private static dev.cel.common.types.CelType simple(CelType.Simple type) {
    return switch (type) {
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case UINT -> SimpleType.UINT;
      case DOUBLE -> SimpleType.DOUBLE;
      case STRING -> SimpleType.STRING;
      case BYTES -> SimpleType.BYTES;
      case TIMESTAMP -> SimpleType.TIMESTAMP;
      case DURATION -> SimpleType.DURATION;
      case NULL -> SimpleType.NULL_TYPE;
      case DYN -> SimpleType.DYN;
    };
  }

  /** What a result can be declared as: objects and the server's own types are anything then. */
  static CelType of(dev.cel.common.types.CelType type) {
    if (type instanceof ListType list) {
      return CelType.listOf(of(list.elemType()));
    }
    if (type instanceof MapType map) {
      return new CelType.MapOf(of(map.keyType()), of(map.valueType()));
    }
    for (CelType.Simple simple : CelType.Simple.values()) {
      if (simple(simple).equals(type)) {
        return simple;
      }
    }
    return CelType.DYN;
  }

  /** The name of a type as the server writes it: {@code list(string)}, {@code null_type}. */
  static String name(dev.cel.common.types.CelType type) {
    if (type instanceof NullableType nullable) {
      return "wrapper(" + name(nullable.targetType()) + ")";
    }
    List<dev.cel.common.types.CelType> parameters = type.parameters();
    if (parameters.isEmpty()) {
      return type.name();
    }
    StringBuilder name = new StringBuilder(type.name()).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      name.append(i == 0 ? "" : ", ").append(name(parameters.get(i)));
    }
    return name.append(')').toString();
  }
}
