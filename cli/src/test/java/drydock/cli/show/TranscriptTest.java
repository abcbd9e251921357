package drydock.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript transcript = new Transcript();

  private static ObjectNode event(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode said(String text) {
    return event("agent_said").put("text", text);
  }

  @Test
  void a_text_in_pieces_is_one_text() {
    assertThat(transcript.lines(said("One.\nTw"))).containsExactly(Line.plain("  One."));
    assertThat(transcript.lines(event("model_called"))).isEmpty();
    assertThat(transcript.lines(said("o.\n\nThr")))
        .containsExactly(Line.plain("  Two."), Line.plain(""));
    assertThat(transcript.lines(said("ee."))).isEmpty();
    assertThat(transcript.lines(event("agent_stopped"))).containsExactly(Line.plain("  Three."));
    assertThat(transcript.lastWords()).isEqualTo("One.\nTwo.\n\nThree.");
  }

  @Test
  void the_last_words_are_those_since_the_last_call() {
    transcript.lines(said("I look."));
    transcript.lines(event("tool_started").put("title", "ls"));
    assertThat(transcript.lastWords()).isEqualTo("I look.");
    transcript.lines(said("Done."));
    assertThat(transcript.lastWords()).isEqualTo("Done.");
  }

  @Test
  void where_there_are_several_attempts_each_line_says_whose_it_is() {
    var all = new Transcripts();
    var created = event("task_created").put("attempt", 1);
    created.putObject("request").put("attempts", 2);
    assertThat(all.lines(created)).isEmpty();
    assertThat(all.lines(said("One.\n\nT").put("attempt", 1)))
        .containsExactly(Line.plain("[1]   One."), Line.plain("[1]"));
    assertThat(all.lines(said("Uno.\n").put("attempt", 2)))
        .containsExactly(Line.plain("[2]   Uno."));
    assertThat(all.lines(event("agent_stopped").put("attempt", 1)))
        .containsExactly(Line.plain("[1]   T"));
    assertThat(all.lastWords()).isEmpty();
  }

  @Test
  void the_next_attempt_of_a_task_is_told_from_the_first() {
    var all = new Transcripts();
    assertThat(all.lines(said("One.\n").put("attempt", 1))).containsExactly(Line.plain("  One."));
    assertThat(all.lines(said("Two.\n").put("attempt", 2)))
        .containsExactly(Line.plain("[2]   Two."));
  }

  @Test
  void what_is_asked_is_shown_whole_and_who_answered() {
    assertThat(
            transcript.lines(
                event("approval_asked")
                    .put("approval", "1-1")
                    .put("kind", "execute")
                    .put("subject", "make\nmake install")
                    .put("input", "no JSON")))
        .containsExactly(
            Line.heading("  ? may the agent run (1-1)"),
            Line.plain("    | make"),
            Line.plain("    | make install"));
    var answered = event("approval_answered").put("approval", "1-1");
    assertThat(
            transcript.lines(
                answered
                    .deepCopy()
                    .put("allowed", true)
                    .set("actor", JsonNodeFactory.instance.objectNode().put("name", "ada"))))
        .containsExactly(Line.quiet("  allowed 1-1: by ada"));
    assertThat(transcript.lines(answered.put("allowed", false).put("reason", "nobody answered")))
        .containsExactly(Line.bad("  denied 1-1: nobody answered"));
  }

  @Test
  void what_is_not_known_says_nothing() {
    assertThat(transcript.lines(event("from_the_future"))).isEmpty();
    assertThat(transcript.lines(JsonNodeFactory.instance.objectNode())).isEmpty();
  }
}
