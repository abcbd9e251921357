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
  void what_is_not_known_says_nothing() {
    assertThat(transcript.lines(event("from_the_future"))).isEmpty();
    assertThat(transcript.lines(JsonNodeFactory.instance.objectNode())).isEmpty();
  }
}
