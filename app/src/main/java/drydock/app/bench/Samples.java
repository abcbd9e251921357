package drydock.app.bench;

import java.util.Arrays;

/// Measured times in milliseconds; at least one.
final class Samples {
  private final double[] sorted;

  interface Timed {
    void run() throws Exception;
  }

  /// Times a step so many times, after one that does not count.
  static Samples of(int times, Timed step) throws Exception {
    step.run();
    var millis = new double[times];
    for (var i = 0; i < times; i++) {
      var began = System.nanoTime();
      step.run();
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    return new Samples(millis);
  }

  Samples(double... millis) {
    sorted = millis.clone();
    Arrays.sort(sorted);
  }

  double median() {
    return percentile(50);
  }

  double percentile(int p) {
    return sorted[Math.min(sorted.length - 1, sorted.length * p / 100)];
  }

  String shown() {
    return "%.0f ms (%.0f to %.0f)".formatted(median(), sorted[0], sorted[sorted.length - 1]);
  }
}
