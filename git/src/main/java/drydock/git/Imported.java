package drydock.git;

import java.util.List;

/// A mirror made from an archive.
///
/// @param notes for people: what was stripped, kept or added
public record Imported(Mirror mirror, List<String> notes) {
  public Imported {
    notes = List.copyOf(notes);
  }
}
