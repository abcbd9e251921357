package drydock.e2e.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;

/// Tasks and answers, written in a test instead of a folder.
public final class Asked {
  private Asked() {}

  /// A repository with these files in one commit.
  public static Path repository(Place place, String name, Map<String, String> files) {
    var folder = place.folder("repos/" + name);
    files.forEach((path, text) -> Shell.write(folder.resolve(path), text));
    Shell.bash(
        folder, "git init -q -b main && git add -A && git commit -q --allow-empty -m 'The base'");
    return folder;
  }

  /// @param model a recording of the place
  public static ObjectNode task(String prompt, Path repository, String model) {
    var task = Client.JSON.createObjectNode();
    task.put("prompt", prompt).put("model", "scripted/" + model);
    task.putObject("repo").put("url", repository.toString());
    return task;
  }

  /// An answer that runs commands, one after another.
  public static String runs(String text, String... commands) {
    var reply = Client.JSON.createObjectNode().put("text", text);
    ArrayNode calls = reply.putArray("toolCalls");
    for (var command : commands) {
      calls.addObject().put("name", "bash").putObject("arguments").put("command", command);
    }
    return Client.JSON.createObjectNode().set("reply", reply) + "\n";
  }

  /// An answer that is the last of its turn.
  public static String says(String text) {
    return runs(text);
  }
}
