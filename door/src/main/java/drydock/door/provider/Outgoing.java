package drydock.door.provider;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/// A request on its way to a provider.
///
/// @param path below the version, with a query perhaps: `/chat/completions`
/// @param call what it asks of a model; none for the list of models and for counting tokens
/// @param headers already free of what must not leave; without a key
/// @param body as it goes out, read-only; empty for GET
public record Outgoing(
    String method, String path, Optional<Call> call, HttpFields headers, ByteBuffer body) {

  /// @param body the same as the bytes, as a tree
  public record Call(Dialect dialect, JsonNode body) {}

  public Outgoing {
    body = body.asReadOnlyBuffer();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
