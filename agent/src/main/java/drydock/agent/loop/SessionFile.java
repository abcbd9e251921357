package drydock.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import drydock.agent.model.Json;
import drydock.agent.model.Message;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A session on disk: one message a line, appended as it happens, so that another process in
/// another sandbox can go on. Not thread safe.
final class SessionFile {
  private static final String ASKED = "asked";
  private static final String BEGUN = "begun";

  private final Path path;

  SessionFile(Path path) {
    this.path = path;
  }

  /// @param asked ids of calls that the client was asked about and never answered
  record Content(List<Message> messages, Set<String> asked) {
    static final Content NONE = new Content(List.of(), Set.of());
  }

  void asks(String call) {
    line(Json.object().put("type", ASKED).put("call", call));
  }

  void begins(String call) {
    line(Json.object().put("type", BEGUN).put("call", call));
  }

  void append(Message message) {
    line(MessageCodec.write(message));
  }

  void replace(List<Message> messages) {
    var node = Json.object().put("type", "replaced");
    var array = node.putArray("messages");
    messages.forEach(message -> array.add(MessageCodec.write(message)));
    line(node);
  }

  /// The messages as they count now. A last line that was cut off is taken back, or the next one
  /// would be a part of it.
  ///
  /// @throws IllegalArgumentException if it is damaged otherwise: who goes on must know that
  Content read() {
    var messages = new ArrayList<Message>();
    var asked = new HashSet<String>();
    try {
      var bytes = Files.readAllBytes(path);
      var whole = bytes.length;
      while (whole > 0 && bytes[whole - 1] != '\n') {
        whole--;
      }
      var lines = new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
      for (var i = 0; i < lines.size(); i++) {
        if (!take(lines.get(i), messages, asked)) {
          throw new IllegalArgumentException("the session's file is damaged in line " + (i + 1));
        }
      }
      if (messages.isEmpty()) {
        throw new IllegalArgumentException("the session's file is empty");
      }
      if (whole < bytes.length) {
        cutAt(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Content(messages, asked);
  }

  private void cutAt(long length) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.truncate(length);
    }
  }

  /// @return false if the line is not one of ours
  private static boolean take(String line, List<Message> messages, Set<String> asked) {
    var node = Json.parse(line).orElse(MissingNode.getInstance());
    var call = node.path("call").asText("");
    return switch (node.path("type").asText("")) {
      case "replaced" -> {
        messages.clear();
        node.path("messages").forEach(m -> MessageCodec.read(m).ifPresent(messages::add));
        yield messages.size() == node.path("messages").size();
      }
      case ASKED -> {
        asked.add(call);
        yield true;
      }
      case BEGUN -> {
        asked.remove(call);
        yield true;
      }
      default -> MessageCodec.read(node).map(messages::add).orElse(false);
    };
  }

  /// A cancel interrupts the turn's thread, which would close a channel for good: hence the old
  /// stream, opened anew each time.
  private void line(JsonNode node) {
    try {
      Files.createDirectories(path.getParent());
      try (var out = new FileOutputStream(path.toFile(), true)) {
        out.write((Json.write(node) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the session file cannot be written", e);
    }
  }
}
