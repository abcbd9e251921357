package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// An agent asks before it uses a tool.
///
/// @param call the tool call's id
/// @param title what the call is, or empty
/// @param content what the call shows, as a tool call's
public record PermissionRequest(
    String call,
    String title,
    ToolKind kind,
    Optional<JsonNode> rawInput,
    List<ToolContent> content,
    List<Option> options) {
  public PermissionRequest {
    content = List.copyOf(content);
    options = List.copyOf(options);
  }

  /// One possible answer.
  ///
  /// @param kind `allow_once`, `allow_always`, `reject_once`, `reject_always`
  public record Option(String id, String name, String kind) {}

  /// The answers that our agent offers.
  public static final List<Option> ONCE =
      List.of(
          new Option("allow", "Allow", "allow_once"),
          new Option("reject", "Reject", "reject_once"));

  /// What is asked for, as the agent says it: the command, or the file, or else the title.
  public String subject() {
    return Subject.of(this);
  }

  /// What the tool would be given, or else what the call shows, as JSON text.
  public String input() {
    return Subject.input(this);
  }

  /// The answer that lets this one call happen, if the agent offers one.
  public PermissionAnswer allow() {
    return first(Optional.empty(), "allow_once", "allow_always");
  }

  /// The answer that forbids this one call; "cancelled" if the agent offers none.
  ///
  /// @param reason for the agent
  public PermissionAnswer reject(String reason) {
    return first(Optional.of(reason), "reject_once", "reject_always");
  }

  /// Whether this answer lets the call happen.
  public boolean isAllowedBy(PermissionAnswer answer) {
    return answer instanceof PermissionAnswer.Selected(var id, var _)
        && options.stream().anyMatch(o -> o.id().equals(id) && o.kind().startsWith("allow"));
  }

  private PermissionAnswer first(Optional<String> reason, String... kinds) {
    for (var kind : kinds) {
      for (var option : options) {
        if (option.kind().equals(kind)) {
          return new PermissionAnswer.Selected(option.id(), reason);
        }
      }
    }
    return new PermissionAnswer.Cancelled();
  }

  JsonNode json(String sessionId) {
    var node = Json.object().put("sessionId", sessionId);
    var tool =
        node.putObject("toolCall")
            .put("toolCallId", call)
            .put("title", title)
            .put("kind", kind.wire())
            .put("status", ToolStatus.PENDING.wire());
    rawInput.ifPresent(input -> tool.set("rawInput", input));
    if (!content.isEmpty()) {
      var shown = tool.putArray("content");
      content.forEach(each -> shown.add(each.json()));
    }
    var offered = node.putArray("options");
    options.forEach(o ->
        offered.addObject().put("optionId", o.id()).put("name", o.name()).put("kind", o.kind()));
    return node;
  }

  static PermissionRequest of(JsonNode params) {
    var call = params.path("toolCall");
    return new PermissionRequest(
        Json.text(call, "toolCallId"),
        Json.text(call, "title"),
        ToolKind.of(Json.text(call, "kind")),
        Json.optional(call, "rawInput"),
        ToolContent.list(call.path("content")),
        StreamSupport.stream(params.path("options").spliterator(), false)
            .map(o ->
                new Option(Json.text(o, "optionId"), Json.text(o, "name"), Json.text(o, "kind")))
            .toList());
  }
}
