package drydock.api.approval;

/// For how long an answer holds.
public enum Remember {
  /// This once; `false` on the wire.
  NO,
  /// For whoever asks the same in this repository; `repository` on the wire.
  REPOSITORY
}
