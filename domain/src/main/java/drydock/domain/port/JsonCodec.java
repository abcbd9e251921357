package drydock.domain.port;

/// Values of this module as JSON and back, for stores and files. One form everywhere. Thread safe.
public interface JsonCodec {
  /// On one line.
  String write(Object value);

  /// @throws IllegalArgumentException if the text is not such a value
  <T> T read(String json, Class<T> type);
}
