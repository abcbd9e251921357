package drydock.domain.isolation;

/// One try to get out of a sandbox.
///
/// @param id stable, of `[a-z-]`
/// @param tried what the sandbox did
public record Row(String id, String tried, Verdict verdict) {}
