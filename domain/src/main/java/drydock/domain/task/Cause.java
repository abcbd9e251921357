package drydock.domain.task;

/// Why an attempt failed: stable, in lower case on the wire (contract, section 3).
public enum Cause {
  REPOSITORY_UNAVAILABLE,
  REF_UNKNOWN,
  ARCHIVE_REJECTED,
  SETUP_FAILED,
  SETUP_TIMEOUT,
  AGENT_FAILED,
  MODEL_UNKNOWN,
  MODEL_REFUSED,
  MODEL_UNAVAILABLE,
  NO_PROGRESS,
  TIMEOUT,
  BUDGET,
  MEMORY_LIMIT,
  DISK_LIMIT,
  SANDBOX_FAILED,
  IMAGE_UNAVAILABLE,
  IMAGE_NEEDS_DOCKER,
  INTERNAL
}
