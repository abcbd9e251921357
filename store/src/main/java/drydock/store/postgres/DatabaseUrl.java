package drydock.store.postgres;

import drydock.domain.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// Reads `postgresql://user:password@host:port/database?parameters`, the URI form of libpq
/// (PostgreSQL manual, 32.1.1.2), with one host. Messages never quote the URL: it holds a password.
final class DatabaseUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:postgresql|postgres)://(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?"
              + "(?<host>\\[[0-9A-Fa-f:.%]+\\]|[^:@/?#\\[\\],]+)(?::(?<port>\\d{1,5}))?"
              + "/(?<database>[^/?#]+)(?:\\?(?<parameters>[^#]*))?");

  /// libpq's names for what pgjdbc calls otherwise.
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", PGProperty.APPLICATION_NAME.getName(),
          "connect_timeout", PGProperty.CONNECT_TIMEOUT.getName(),
          "channel_binding", PGProperty.CHANNEL_BINDING.getName(),
          "require_auth", PGProperty.REQUIRE_AUTH.getName());

  private DatabaseUrl() {}

  /// @throws StoreException with reason URL_INVALID
  static Address parse(String url) {
    var match = FORM.matcher(url.strip());
    if (!match.matches()) {
      throw invalid("is not of the form postgresql://user:password@host:port/database");
    }
    var user = match.group("user");
    if (user == null || user.isEmpty()) {
      throw invalid("names no user: postgresql://user:password@host/database");
    }
    var password = match.group("password");
    return new Address(
        decode(match.group("host")),
        port(match.group("port")),
        decode(match.group("database")),
        decode(user),
        new Secret(password == null ? "" : decode(password)),
        parameters(match.group("parameters")));
  }

  private static int port(@Nullable String text) {
    var port = text == null ? 5432 : Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw invalid("has a port that is not between 1 and 65535");
    }
    return port;
  }

  private static Map<String, String> parameters(@Nullable String text) {
    var parameters = new LinkedHashMap<String, String>();
    if (text == null || text.isEmpty()) {
      return parameters;
    }
    for (var pair : text.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals < 1) {
        throw invalid("has a parameter without a value");
      }
      var name = decode(pair.substring(0, equals));
      var driverName = DRIVER_NAMES.getOrDefault(name, name);
      if (PGProperty.forName(driverName) == null) {
        throw invalid("has a parameter that the driver does not know: " + name);
      }
      parameters.put(driverName, decode(pair.substring(equals + 1)));
    }
    return parameters;
  }

  /// Percent-decoding only: unlike in a form, a plus sign is a plus sign.
  private static String decode(String text) {
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      if (c == '%') {
        bytes.write(hexByte(text, i + 1));
        i += 3;
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hexByte(String text, int at) {
    if (at + 2 > text.length()
        || Character.digit(text.charAt(at), 16) < 0
        || Character.digit(text.charAt(at + 1), 16) < 0) {
      throw invalid("has a % that two hex digits do not follow; write a percent sign as %25");
    }
    return Integer.parseInt(text, at, at + 2, 16);
  }

  private static StoreException invalid(String what) {
    return new StoreException(StoreException.Reason.URL_INVALID, "the database URL " + what);
  }
}
