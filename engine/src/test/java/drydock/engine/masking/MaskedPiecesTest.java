package drydock.engine.masking;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Actor;
import drydock.domain.Secret;
import drydock.domain.event.EventBody;
import drydock.domain.event.EventBody.AgentSaid;
import drydock.domain.event.EventBody.AgentStopped;
import drydock.domain.event.EventBody.AgentThought;
import drydock.domain.event.EventBody.ModelCalled;
import drydock.domain.event.EventBody.ToolUpdated;
import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.secret.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedPiecesTest {
  private static final Actor AGENT = Actor.agent("drydock");
  private static final ModelCalled CALLED =
      new ModelCalled(new ModelName("openai", "m"), Usage.NONE, Duration.ZERO, 200);

  private final MaskedPieces pieces =
      new MaskedPieces(new Secrets(List.of(new Secret("hunter2hunter2"))));

  @Test
  void a_secret_over_the_ends_of_pieces_is_masked() {
    assertThat(
            told(
                new AgentSaid("It is hunter"),
                new AgentSaid("2hun"),
                CALLED,
                new AgentSaid("ter2, I think. h"),
                new AgentStopped("end_turn")))
        .containsExactly(
            new AgentSaid("It is "),
            CALLED,
            new AgentSaid("***, I think. "),
            new AgentSaid("h"),
            new AgentStopped("end_turn"));
  }

  @Test
  void a_tools_output_is_one_text_and_another_tools_another() {
    assertThat(
            told(
                new ToolUpdated("1", "in_progress", "hunter2"),
                new ToolUpdated("1", "in_progress", "hunter2!"),
                new ToolUpdated("1", "in_progress", "hunter2"),
                new ToolUpdated("2", "in_progress", "hunter2"),
                new ToolUpdated("1", "completed", "all")))
        .containsExactly(
            new ToolUpdated("1", "in_progress", "***!"),
            new ToolUpdated("1", "in_progress", "hunter2"),
            new ToolUpdated("2", "in_progress", "hunter2"),
            new ToolUpdated("1", "completed", "all"));
  }

  @Test
  void what_was_held_back_is_told_at_the_end() {
    assertThat(told(new AgentThought("is it hunt"), new AgentThought("er2h")))
        .containsExactly(new AgentThought("is it "), new AgentThought("hunter2h"));
  }

  private List<EventBody> told(EventBody... bodies) {
    var told = new ArrayList<MaskedPieces.Told>();
    for (var body : bodies) {
      told.addAll(pieces.next(AGENT, body));
    }
    told.addAll(pieces.end());
    return told.stream().map(MaskedPieces.Told::body).toList();
  }
}
