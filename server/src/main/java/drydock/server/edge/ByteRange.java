package drydock.server.edge;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a file that a request asks for (RFC 9110, section 14).
///
/// @param from the first byte
/// @param length at least 1; 0 = what was asked for lies beyond the end
public record ByteRange(long from, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// @param asked the field `Range`
  /// @param size of the whole
  /// @return none if all is to be sent: nothing was asked for, several parts were, or what no
  ///   server need understand
  public static Optional<ByteRange> of(Optional<String> asked, long size) {
    var found = asked.map(field -> ONE.matcher(field.strip()));
    if (found.isEmpty() || !found.get().matches() || size == 0) {
      return Optional.empty();
    }
    var first = found.get().group(1);
    var last = found.get().group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(last), size));
    }
    var from = Long.parseLong(first);
    var to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(from, from < size ? to - from + 1 : 0));
  }

  private static ByteRange end(long bytes, long size) {
    var length = Math.min(bytes, size);
    return new ByteRange(size - length, length);
  }

  public boolean isBeyond() {
    return length == 0;
  }

  /// The field `Content-Range`.
  public String content(long size) {
    return isBeyond()
        ? "bytes */" + size
        : "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}
