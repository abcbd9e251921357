package drydock.cli.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An option that takes one of a few words: the names of an enum, in lower case as on the wire.
public final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  public Choice(Class<E> type) {
    this.type = type;
  }

  public static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> word(choice).equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of: " + words()));
  }

  private String words() {
    return Arrays.stream(type.getEnumConstants())
        .map(Choice::word)
        .collect(Collectors.joining(", "));
  }
}
