package drydock.sandbox.selftest.probe;

/// What came of a try, as the probe saw it.
record Answer(boolean open, String detail) {
  static Answer blocked(String by) {
    return new Answer(false, by);
  }

  static Answer open(String reached) {
    return new Answer(true, reached);
  }
}
