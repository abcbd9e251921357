package drydock.app.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The raw values by key, and how each kind of value is read. Empty text counts as not set.
final class Values {
  private final Map<String, String> raw;
  private final Path userHome;

  Values(Map<String, String> raw, Path userHome) {
    this.raw = raw;
    this.userHome = userHome;
  }

  Optional<String> text(Key key) {
    return Optional.ofNullable(raw.get(key.name())).map(String::strip).filter(s -> !s.isEmpty());
  }

  String text(Key key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  <T> Optional<T> parsed(Key key, String form, Function<String, T> parse) {
    return text(key)
        .map(text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new SettingsException("%s is '%s', but must be %s".formatted(key, text, form));
          }
        });
  }

  int number(Key key, int from, int to, int otherwise) {
    return parsed(
            key,
            "a number from %d to %d".formatted(from, to),
            text -> {
              var n = Integer.parseInt(text);
              if (n < from || n > to) {
                throw new IllegalArgumentException();
              }
              return n;
            })
        .orElse(otherwise);
  }

  Duration duration(Key key, Duration otherwise) {
    return parsed(
            key,
            "an ISO 8601 duration above zero, like PT1H or PT90S",
            text -> {
              var d = Duration.parse(text);
              if (!d.isPositive()) {
                throw new IllegalArgumentException();
              }
              return d;
            })
        .orElse(otherwise);
  }

  /// `512M`, `4G`, or bytes.
  long bytes(Key key, long otherwise) {
    return parsed(key, "a size like 512M or 4G", Values::size).orElse(otherwise);
  }

  private static long size(String text) {
    var unit =
        switch (Character.toUpperCase(text.charAt(text.length() - 1))) {
          case 'K' -> 1L << 10;
          case 'M' -> 1L << 20;
          case 'G' -> 1L << 30;
          case 'T' -> 1L << 40;
          default -> 1L;
        };
    var digits = unit == 1 ? text : text.substring(0, text.length() - 1);
    var size = Math.multiplyExact(Long.parseLong(digits.strip()), unit);
    if (size <= 0) {
      throw new IllegalArgumentException();
    }
    return size;
  }

  Optional<BigDecimal> money(Key key) {
    return parsed(
        key,
        "an amount of US dollars above zero, like 2.50",
        text -> {
          var usd = new BigDecimal(text);
          if (usd.signum() <= 0) {
            throw new IllegalArgumentException();
          }
          return usd;
        });
  }

  Optional<URI> url(Key key) {
    return parsed(
        key,
        "an http or https address",
        text -> {
          var uri = URI.create(text);
          if (uri.getHost() == null || !String.valueOf(uri.getScheme()).startsWith("http")) {
            throw new IllegalArgumentException();
          }
          return uri;
        });
  }

  /// A path; `~/` is the user's home.
  Optional<Path> path(Key key) {
    return text(key).map(this::path);
  }

  Path path(String text) {
    return text.startsWith("~/")
        ? userHome.resolve(text.substring(2))
        : Path.of(text).toAbsolutePath().normalize();
  }

  Optional<Path> file(Key key) {
    var file = path(key);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new SettingsException(key + " names " + file.get() + ", which cannot be read");
    }
    return file;
  }
}
