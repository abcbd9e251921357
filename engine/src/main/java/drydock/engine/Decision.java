package drydock.engine;

/// A person's answer to what an agent asks.
///
/// @param remember it is the answer for this repository from now on
public record Decision(boolean allow, boolean remember) {}
