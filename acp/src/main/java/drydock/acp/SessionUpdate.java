package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// What an agent tells while a turn runs (`session/update`).
public sealed interface SessionUpdate {
  record AgentMessageChunk(ContentBlock content) implements SessionUpdate {}

  record AgentThoughtChunk(ContentBlock content) implements SessionUpdate {}

  /// A person's words: of the past while a session is loaded, else a word of [AcpClient#say] that
  /// the agent has just taken into its session.
  ///
  /// @param word which one it took, or was prompted with: an extension (`_meta."drydock.dev/word"`)
  record UserMessageChunk(ContentBlock content, Optional<String> word) implements SessionUpdate {}

  /// A tool call begins. `rawInput` is what the tool was given.
  record ToolCall(
      String id,
      String title,
      ToolKind kind,
      ToolStatus status,
      List<ToolContent> content,
      Optional<JsonNode> rawInput)
      implements SessionUpdate {
    public ToolCall {
      content = List.copyOf(content);
    }
  }

  /// A tool call goes on: only what is present has changed, and `content` replaces what was shown.
  ///
  /// @param output what the tool printed since the last update, for a host that gathers it: an
  ///   extension (`_meta."drydock.dev/output"`)
  record ToolCallUpdate(
      String id,
      Optional<String> title,
      Optional<ToolKind> kind,
      Optional<ToolStatus> status,
      Optional<List<ToolContent>> content,
      Optional<JsonNode> rawInput,
      Optional<String> output)
      implements SessionUpdate {
    public ToolCallUpdate {
      content = content.map(List::copyOf);
    }

    /// The tool runs from now on.
    public static ToolCallUpdate begun(String id) {
      return new ToolCallUpdate(
          id,
          Optional.empty(),
          Optional.empty(),
          Optional.of(ToolStatus.IN_PROGRESS),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /// The tool printed something.
    public static ToolCallUpdate printed(String id, List<ToolContent> shown, String piece) {
      return new ToolCallUpdate(
          id,
          Optional.empty(),
          Optional.empty(),
          Optional.of(ToolStatus.IN_PROGRESS),
          Optional.of(shown),
          Optional.empty(),
          Optional.of(piece));
    }

    /// The tool is done.
    public static ToolCallUpdate ended(String id, ToolStatus status, List<ToolContent> shown) {
      return new ToolCallUpdate(
          id,
          Optional.empty(),
          Optional.empty(),
          Optional.of(status),
          Optional.of(shown),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// The whole plan, as it is now.
  record Plan(List<PlanEntry> entries) implements SessionUpdate {
    public Plan {
      entries = List.copyOf(entries);
    }
  }

  /// A kind this side does nothing with.
  record Other(String kind) implements SessionUpdate {}
}
