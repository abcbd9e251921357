package drydock.door.dialect;

/// A reply on its way to the wire.
///
/// @param number of the assistant's turn; ids are made from it, so that a replay is the same
/// @param model as the request named it
/// @param countTokens whether a stream of Chat ends with usage (`stream_options.include_usage`)
public record Line(int number, String model, Reply reply, Counted counted, boolean countTokens) {}
