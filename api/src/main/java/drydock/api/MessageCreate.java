package drydock.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `POST /api/tasks/{id}/messages`: a word to a running attempt, or the prompt of the next turn.
///
/// @param attempt needed only when more than one is open
public record MessageCreate(String text, OptionalInt attempt, Optional<List<String>> attachments) {}
