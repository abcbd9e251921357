package drydock.domain;

/// An exception that tells of the world, and whether the world may be better in a moment. So can
/// those decide who do not know the module it comes from.
public interface Retryable {
  /// Whether the same call may succeed later without anybody doing anything.
  boolean retryable();
}
