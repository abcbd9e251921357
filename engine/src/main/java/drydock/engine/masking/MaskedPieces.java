package drydock.engine.masking;

import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.secret.Masking;
import drydock.domain.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Texts that an agent says in pieces, an event each: a secret that lies over their ends is masked
/// too. Pieces with another event of the agent between them are two texts. One thread at a time.
public final class MaskedPieces {
  private static final String RUNNING = "in_progress";

  private final Secrets secrets;
  private @Nullable Text open;

  public MaskedPieces(Secrets secrets) {
    this.secrets = secrets;
  }

  public record Told(Actor actor, EventBody body) {}

  /// A text under way.
  ///
  /// @param form a piece of it as an event; equal texts have the same kind
  private record Text(
      String kind, Actor actor, Masking masking, Function<String, EventBody> form) {}

  private record Piece(String kind, String text, Function<String, EventBody> form) {}

  /// @return what is to be told now, in order
  public List<Told> next(Actor actor, EventBody body) {
    var piece = piece(body);
    if (piece == null) {
      return between(actor, body);
    }
    var told = new ArrayList<Told>();
    var text = open;
    if (text == null || !text.kind().equals(piece.kind()) || !text.actor().equals(actor)) {
      told.addAll(end());
      text = new Text(piece.kind(), actor, secrets.stream(), piece.form());
      open = text;
    }
    tell(text, text.masking().next(piece.text()), told);
    return told;
  }

  /// @return what was held back
  public List<Told> end() {
    var told = new ArrayList<Told>();
    var text = open;
    if (text != null) {
      tell(text, text.masking().end(), told);
    }
    open = null;
    return told;
  }

  private List<Told> between(Actor actor, EventBody body) {
    var told = new ArrayList<Told>();
    if (!(body instanceof EventBody.ModelCalled || body instanceof EventBody.NetworkTried)) {
      told.addAll(end());
    }
    told.add(new Told(actor, body));
    return told;
  }

  private static void tell(Text text, String words, List<Told> told) {
    if (!words.isEmpty()) {
      told.add(new Told(text.actor(), text.form().apply(words)));
    }
  }

  private static @Nullable Piece piece(EventBody body) {
    return switch (body) {
      case EventBody.AgentSaid(var text) -> new Piece("said", text, EventBody.AgentSaid::new);
      case EventBody.AgentThought(var text) ->
          new Piece("thought", text, EventBody.AgentThought::new);
      case EventBody.ToolUpdated(var call, var status, var output)
          when status.equals(RUNNING) && !output.isEmpty() ->
          new Piece("tool " + call, output, text -> new EventBody.ToolUpdated(call, RUNNING, text));
      default -> null;
    };
  }
}
