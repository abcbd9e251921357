package drydock.sandbox.selftest;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// By what a bait is found: nobody else has any of it.
///
/// @param word in its command line, and its abstract socket's name
/// @param key of its shared memory; shmget(2)
/// @param files that only it has, as it sees them
/// @param seenAs the same files, as somebody else might see them
record Secrets(String word, int key, List<String> files, List<String> seenAs) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// @param folder where it may write
  /// @param seenAs what others might see that folder as
  static Secrets fresh(String folder, List<String> seenAs) {
    var bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    var word = "bait" + HexFormat.of().formatHex(bytes);
    var shared = List.of("/tmp/" + word, "/dev/shm/" + word);
    var own = new ArrayList<>(shared);
    own.add(folder + "/" + word);
    var others = new ArrayList<>(shared);
    seenAs.forEach(place -> others.add(place + "/" + word));
    return new Secrets(word, RANDOM.nextInt(1, Integer.MAX_VALUE), own, others);
  }

  /// For [drydock.sandbox.selftest.probe.Bait].
  String toLay() {
    return lines("file ", files) + "abstract " + word + "\nmemory " + key + "\n";
  }

  /// For [drydock.sandbox.selftest.probe.Probe].
  String toFind(String whose) {
    return lines(whose + ".file ", seenAs)
        + "%1$s.process %2$s\n%1$s.abstract %2$s\n%1$s.memory %3$d\n".formatted(whose, word, key);
  }

  private static String lines(String word, List<String> values) {
    return String.join("", values.stream().map(value -> word + value + "\n").toList());
  }
}
