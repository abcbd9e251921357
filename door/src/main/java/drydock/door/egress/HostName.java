package drydock.door.egress;

import drydock.door.uplink.Cidr;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A host as a request names it, in one form: lower case, no trailing dot, no brackets.
///
/// @param address what it stands for by itself, if it is an address
record HostName(String text, @Nullable InetAddress address) {
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

  /// None for what is neither a name nor an address. A host whose last label is a number is meant
  /// as an address (WHATWG URL, "ends in a number"), and only one form of those is taken: `0x7f.1`,
  /// `017700000001` and `127.1` would mean something to a resolver.
  static Optional<HostName> of(String raw) {
    var text = raw.toLowerCase(Locale.ROOT);
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    } else if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    var address = Cidr.literal(text);
    if (address != null) {
      return Optional.of(new HostName(address.getHostAddress(), address));
    }
    return NAME.matcher(text).matches() && !NUMERIC.matcher(text).matches()
        ? Optional.of(new HostName(text, null))
        : Optional.empty();
  }
}
