package drydock.sandbox.selftest.probe;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a program here is told on its standard input: lines of a word and its value, up to an empty
/// one. Not by arguments: those stand in `/proc`, where the probe looks for others'.
record Parameters(Map<String, List<String>> values) {
  private static final InputStream IN = new FileInputStream(FileDescriptor.in);

  static Parameters read() throws IOException {
    var in = new BufferedReader(new InputStreamReader(IN, StandardCharsets.UTF_8));
    var values = new HashMap<String, List<String>>();
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      var words = line.split(" ", 2);
      values.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words[1]);
    }
    return new Parameters(values);
  }

  static void awaitEnd() throws IOException {
    IN.transferTo(OutputStream.nullOutputStream());
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  String one(String name) {
    var all = all(name);
    if (all.size() != 1) {
      throw new IllegalArgumentException("one '" + name + "' is needed, not " + all.size());
    }
    return all.getFirst();
  }
}
