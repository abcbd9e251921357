package drydock.engine.masking;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.event.EventBody;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.secret.Secrets;
import drydock.domain.task.Artifact;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskedBodyTest {
  private static final String S = "hunter2hunter2";
  private static final Secrets SECRETS = new Secrets(List.of(new Secret(S)));

  /// Every event that has a free text, with the secret in all of them.
  static List<EventBody> bodies() {
    return List.of(
        new EventBody.StateChanged(State.QUEUED, State.PREPARING, Optional.of(S)),
        new EventBody.PhaseEnded(Phase.SETUP, Duration.ZERO, Optional.of(S)),
        new EventBody.CheckedOut("c0ffee", S),
        new EventBody.Noted(S),
        new EventBody.OutputWritten(Phase.CHECK, S),
        new EventBody.NetworkTried(
            Phase.RUN,
            new NetworkAttempt(S + ".example.org", 443, NetworkAttempt.Decision.BLOCKED, S)),
        new EventBody.UserSaid(S, List.of()),
        new EventBody.AgentSaid(S),
        new EventBody.AgentThought(S),
        new EventBody.ToolStarted("1", S, "execute", S),
        new EventBody.ToolUpdated("1", "completed", S),
        new EventBody.PlanChanged(List.of(new EventBody.PlanEntry(S, "pending"))),
        new EventBody.PermissionAnswered("1", S, true, S),
        new EventBody.ApprovalAsked("1-1", "1", "execute", S, S, Duration.ZERO),
        new EventBody.Explained(S),
        new EventBody.ArtifactsKept(List.of(new Artifact("of/" + S + ".txt", 3))),
        new EventBody.Ended(new Outcome.Failed(Cause.INTERNAL, S, Phase.RUN, S)));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void no_free_text_of_an_event_holds_it(EventBody body) {
    assertThat(MaskedBody.of(body, SECRETS).toString())
        .isEqualTo(body.toString().replace(S, "***"));
  }
}
