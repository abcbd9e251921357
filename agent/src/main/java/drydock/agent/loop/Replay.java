package drydock.agent.loop;

import drydock.acp.ContentBlock;
import drydock.acp.SessionUpdate;
import drydock.acp.SessionUpdate.ToolCallUpdate;
import drydock.acp.ToolContent;
import drydock.acp.ToolKind;
import drydock.acp.ToolStatus;
import drydock.agent.model.Json;
import drydock.agent.model.Message;
import drydock.agent.tool.Toolbox;
import java.util.List;
import java.util.stream.Stream;

/// A session's past, as a client is told of it again.
final class Replay {
  private Replay() {}

  static List<SessionUpdate> of(List<Message> messages, Toolbox tools) {
    return messages.stream().flatMap(message -> of(message, tools)).toList();
  }

  private static Stream<SessionUpdate> of(Message message, Toolbox tools) {
    return switch (message) {
      case Message.User(var text, var _, var word) ->
          Stream.of(new SessionUpdate.UserMessageChunk(new ContentBlock.Text(text), word));
      case Message.Assistant(var text, var calls, var _) -> {
        Stream<SessionUpdate> said =
            text.isEmpty()
                ? Stream.of()
                : Stream.of(new SessionUpdate.AgentMessageChunk(new ContentBlock.Text(text)));
        yield Stream.concat(said, calls.stream().map(call -> of(call, tools)));
      }
      case Message.ToolResult(var id, var text, var failed) ->
          Stream.of(
              ToolCallUpdate.ended(
                  id,
                  failed ? ToolStatus.FAILED : ToolStatus.COMPLETED,
                  List.of(ToolContent.text(text))));
    };
  }

  private static SessionUpdate of(Message.ToolCall call, Toolbox tools) {
    var arguments = Json.parseObject(call.arguments());
    var tool = tools.find(call.name());
    return new SessionUpdate.ToolCall(
        call.id(),
        tool.flatMap(t -> arguments.map(t::title)).orElse(call.name()),
        tool.map(t -> t.kind()).orElse(ToolKind.OTHER),
        ToolStatus.PENDING,
        List.of(),
        arguments.map(a -> a));
  }
}
