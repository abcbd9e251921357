package drydock.store.column;

import drydock.domain.port.JsonCodec;

/// Values as jsonb and back: the one place where what the database cannot hold is taken out.
public final class Json {
  private final JsonCodec codec;

  public Json(JsonCodec codec) {
    this.codec = codec;
  }

  /// A value in the form in which it is stored, and as it will be read again.
  public record Stored<T>(String json, T value) {}

  public <T> Stored<T> store(T value, Class<T> type) {
    var written = codec.write(value);
    var json = PlainText.ofJson(written);
    return new Stored<>(json, json.equals(written) ? value : codec.read(json, type));
  }

  /// @throws IllegalStateException if we stored what we cannot read: nobody's request is to blame
  public <T> T read(String json, Class<T> type) {
    try {
      return codec.read(json, type);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is not readable", e);
    }
  }
}
