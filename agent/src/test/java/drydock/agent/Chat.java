package drydock.agent;

import drydock.agent.model.Json;
import java.util.ArrayList;
import java.util.List;

/// Answers in Chat Completions.
public final class Chat {
  private Chat() {}

  public static ModelServer.Script says(String text) {
    return ModelServer.stream(text(text), finish("stop"), "[DONE]");
  }

  /// Name and arguments in turns, all in one answer.
  public static ModelServer.Script calls(String... namesAndArguments) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < namesAndArguments.length; i += 2) {
      lines.add(call(i / 2, "c" + i / 2, namesAndArguments[i], namesAndArguments[i + 1]));
    }
    lines.addAll(List.of(finish("tool_calls"), "[DONE]"));
    return ModelServer.stream(lines.toArray(String[]::new));
  }

  public static ModelServer.Script runs(String command) {
    return calls("bash", Json.write(Json.object().put("command", command)));
  }

  public static String text(String text) {
    var node = Json.object();
    node.putArray("choices").addObject().putObject("delta").put("content", text);
    return Json.write(node);
  }

  public static String call(int index, String id, String name, String arguments) {
    var node = Json.object();
    var call =
        node.putArray("choices")
            .addObject()
            .putObject("delta")
            .putArray("tool_calls")
            .addObject()
            .put("index", index);
    if (!id.isEmpty()) {
      call.put("id", id);
    }
    var function = call.putObject("function").put("arguments", arguments);
    if (!name.isEmpty()) {
      function.put("name", name);
    }
    return Json.write(node);
  }

  public static String finish(String reason) {
    var node = Json.object();
    var choice = node.putArray("choices").addObject().put("finish_reason", reason);
    choice.putObject("delta");
    return Json.write(node);
  }
}
