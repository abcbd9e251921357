package drydock.api;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How Drydock's types look as JSON, read off the types themselves so that the domain needs no
/// annotation: a member of a sealed family says which one it is in `type`, names of types and of
/// enum constants are in lower snake case, and only optional parts may be missing.
final class DomainForm extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;
  private static final Set<Class<?>> MAY_BE_MISSING = Set.of(Optional.class, OptionalInt.class);
  private static final JsonTypeInfo.Value TYPE =
      JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, null);

  /// `StateChanged` is `state_changed`.
  static String nameOf(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isOfSealedFamily(Class<?> type) {
    return isSealedOfOurs(type)
        || Arrays.stream(type.getInterfaces()).anyMatch(DomainForm::isSealedOfOurs);
  }

  private static boolean isSealedOfOurs(Class<?> type) {
    return type.isSealed() && type.getName().startsWith("drydock.");
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated ann) {
    return ann instanceof AnnotatedClass && isOfSealedFamily(ann.getRawType())
        ? TYPE
        : super.findPolymorphicTypeInfo(config, ann);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated a) {
    return isSealedOfOurs(a.getRawType())
        ? Arrays.stream(a.getRawType().getPermittedSubclasses())
            .map(type -> new NamedType(type, nameOf(type)))
            .toList()
        : super.findSubtypes(a);
  }

  @Override
  public @Nullable String findTypeName(AnnotatedClass type) {
    return isOfSealedFamily(type.getRawType())
        ? nameOf(type.getRawType())
        : super.findTypeName(type);
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    return Arrays.stream(constants).map(DomainForm::nameOf).toArray(String[]::new);
  }

  @Override
  public Boolean hasRequiredMarker(AnnotatedMember member) {
    return !MAY_BE_MISSING.contains(member.getRawType());
  }
}
