package drydock.door.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.model.Dialect;
import drydock.door.dialect.Entry.Speaker;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void chat() {
    var request =
        Json.parse(
            """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"go"},{"type":"image_url"}]},
             {"role":"assistant","content":null,"tool_calls":[{"function":{"name":"bash","arguments":"{\\"c\\":1}"}},{"function":{"name":"read","arguments":"{}"}}]},
             {"role":"tool","content":""},{"role":"tool","content":"b"},
             {"role":"assistant","content":""},{"role":"user","content":"on"}]}\
            """);

    assertThat(History.of(Dialect.OPENAI_CHAT, request))
        .containsExactly(
            new Entry(Speaker.SYSTEM, "Be brief."),
            new Entry(Speaker.USER, "go\n[image_url]"),
            new Entry(Speaker.ASSISTANT, "bash {\"c\":1}"),
            new Entry(Speaker.ASSISTANT, "read {}"),
            new Entry(Speaker.TOOL, ""),
            new Entry(Speaker.TOOL, "b"),
            new Entry(Speaker.ASSISTANT, ""),
            new Entry(Speaker.USER, "on"));
    assertThat(History.turns(History.of(Dialect.OPENAI_CHAT, request))).isEqualTo(2);
  }

  @Test
  void responses() {
    var request =
        Json.parse(
            """
            {"instructions":"Be brief.","input":[{"role":"user","content":[{"type":"input_text","text":"go"}]},
             {"type":"reasoning","summary":[{"text":"hm"}]},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"I look."}]},
             {"type":"function_call","name":"bash","arguments":"{}"},{"type":"function_call","name":"read","arguments":"{}"},
             {"type":"function_call_output","output":"a"},{"type":"function_call_output","output":"b"}]}\
            """);

    assertThat(History.of(Dialect.OPENAI_RESPONSES, request))
        .containsExactly(
            new Entry(Speaker.SYSTEM, "Be brief."),
            new Entry(Speaker.USER, "go"),
            new Entry(Speaker.ASSISTANT, "hm"),
            new Entry(Speaker.ASSISTANT, "I look."),
            new Entry(Speaker.ASSISTANT, "bash {}"),
            new Entry(Speaker.ASSISTANT, "read {}"),
            new Entry(Speaker.TOOL, "a"),
            new Entry(Speaker.TOOL, "b"));
    assertThat(History.turns(History.of(Dialect.OPENAI_RESPONSES, request))).isEqualTo(1);
    assertThat(History.of(Dialect.OPENAI_RESPONSES, Json.parse("{\"input\":\"go\"}")))
        .containsExactly(new Entry(Speaker.USER, "go"));
  }

  @Test
  void messages() {
    var request =
        Json.parse(
            """
            {"system":[{"type":"text","text":"Be brief."}],"messages":[{"role":"user","content":"go"},
             {"role":"assistant","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"I look."},{"type":"tool_use","name":"bash","input":{"c":1}}]},
             {"role":"user","content":[{"type":"tool_result","content":[{"type":"text","text":"a"}]},{"type":"tool_result","content":"b"}]}]}\
            """);

    assertThat(History.of(Dialect.ANTHROPIC_MESSAGES, request))
        .containsExactly(
            new Entry(Speaker.SYSTEM, "Be brief."),
            new Entry(Speaker.USER, "go"),
            new Entry(Speaker.ASSISTANT, "hm"),
            new Entry(Speaker.ASSISTANT, "I look."),
            new Entry(Speaker.ASSISTANT, "bash {\"c\":1}"),
            new Entry(Speaker.TOOL, "a"),
            new Entry(Speaker.TOOL, "b"));
    assertThat(History.turns(History.of(Dialect.ANTHROPIC_MESSAGES, request))).isEqualTo(1);
  }
}
