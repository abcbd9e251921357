package drydock.agent.loop;

import drydock.agent.model.Message;
import java.util.List;

/// What a person says to a turn that runs.
///
/// @param id the client's name for it, told back when the turn takes the word
/// @param pictures that came with it
public record Word(String id, String text, List<Message.Picture> pictures) {
  public Word {
    pictures = List.copyOf(pictures);
  }

  public Word(String id, String text) {
    this(id, text, List.of());
  }
}
