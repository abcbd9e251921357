package drydock.acp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import drydock.acp.SessionUpdate.AgentMessageChunk;
import drydock.acp.SessionUpdate.AgentThoughtChunk;
import drydock.acp.SessionUpdate.Other;
import drydock.acp.SessionUpdate.Plan;
import drydock.acp.SessionUpdate.ToolCall;
import drydock.acp.SessionUpdate.ToolCallUpdate;
import drydock.acp.SessionUpdate.UserMessageChunk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Updates, and the JSON that stands for them.
final class UpdateCodecTest {
  static Stream<Arguments> goldens() {
    return Stream.of(
        Arguments.of(
            new AgentMessageChunk(new ContentBlock.Text("hi")),
            """
            {"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"hi"}}\
            """),
        Arguments.of(
            new AgentMessageChunk(new ContentBlock.Text("hi", Optional.of("7"))),
            """
            {"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"hi",\
            "_meta":{"drydock.dev/word":"7"}}}\
            """),
        Arguments.of(
            new AgentThoughtChunk(new ContentBlock.Text("hm")),
            """
            {"sessionUpdate":"agent_thought_chunk","content":{"type":"text","text":"hm"}}\
            """),
        Arguments.of(
            new UserMessageChunk(new ContentBlock.Image("image/png", "AA=="), Optional.empty()),
            """
            {"sessionUpdate":"user_message_chunk","content":\
            {"type":"image","mimeType":"image/png","data":"AA=="}}\
            """),
        Arguments.of(
            new UserMessageChunk(new ContentBlock.Text("blue"), Optional.of("7")),
            """
            {"sessionUpdate":"user_message_chunk","content":{"type":"text","text":"blue"},\
            "_meta":{"drydock.dev/word":"7"}}\
            """),
        Arguments.of(
            new ToolCall(
                "c1",
                "Edit a",
                ToolKind.EDIT,
                ToolStatus.COMPLETED,
                List.of(
                    ToolContent.text("done"),
                    new ToolContent.Diff("/a", Optional.of("x"), "y"),
                    new ToolContent.Diff("/b", Optional.empty(), "z")),
                Optional.of(Json.object().put("path", "/a"))),
            """
            {"sessionUpdate":"tool_call","toolCallId":"c1","title":"Edit a","kind":"edit",\
            "status":"completed","content":[\
            {"type":"content","content":{"type":"text","text":"done"}},\
            {"type":"diff","path":"/a","oldText":"x","newText":"y"},\
            {"type":"diff","path":"/b","newText":"z"}],"rawInput":{"path":"/a"}}\
            """),
        Arguments.of(
            ToolCallUpdate.printed("c1", List.of(ToolContent.text("all")), "piece"),
            """
            {"sessionUpdate":"tool_call_update","toolCallId":"c1","status":"in_progress",\
            "content":[{"type":"content","content":{"type":"text","text":"all"}}],\
            "_meta":{"drydock.dev/output":"piece"}}\
            """),
        Arguments.of(
            new Plan(List.of(new PlanEntry("look", "medium", "in_progress"))),
            """
            {"sessionUpdate":"plan","entries":[\
            {"content":"look","priority":"medium","status":"in_progress"}]}\
            """),
        Arguments.of(new Other("usage_update"), "{\"sessionUpdate\":\"usage_update\"}"));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void writes_and_reads_each_kind(SessionUpdate update, String json)
      throws JsonProcessingException {
    assertThat(UpdateCodec.write(update)).hasToString(json);
    assertThat(UpdateCodec.read(Json.MAPPER.readTree(json))).isEqualTo(update);
  }

  @Test
  void takes_nonsense_for_what_it_may_mean() throws JsonProcessingException {
    assertThat(UpdateCodec.read(Json.MAPPER.readTree("[1]"))).isEqualTo(new Other(""));
    assertThat(
            UpdateCodec.read(
                Json.MAPPER.readTree(
                    "{\"sessionUpdate\":\"tool_call\",\"kind\":7,\"content\":{\"a\":[]}}")))
        .isEqualTo(
            new ToolCall(
                "",
                "",
                ToolKind.OTHER,
                ToolStatus.PENDING,
                List.of(new ToolContent.Other("")),
                Optional.empty()));
  }
}
