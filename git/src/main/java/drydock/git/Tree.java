package drydock.git;

import java.util.List;

/// A tree in a mirror's store.
///
/// @param id full object id
/// @param notes for people: what was left out, and why
public record Tree(String id, List<String> notes) {
  public Tree {
    notes = List.copyOf(notes);
  }
}
