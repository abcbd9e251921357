package drydock.domain.task;

/// The parts of an attempt's story, in order. Times of each are kept and shown.
public enum Phase {
  QUEUE,
  CHECKOUT,
  SETUP,
  RUN,
  COLLECT,
  CHECK,
  PUBLISH
}
