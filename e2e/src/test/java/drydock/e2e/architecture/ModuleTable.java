package drydock.e2e.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The table in docs/architecture.md: module -> the modules it may use.
final class ModuleTable {
  private ModuleTable() {}

  static Map<String, Set<String>> read() {
    var table = new LinkedHashMap<String, Set<String>>();
    for (var line : Repository.read("docs/architecture.md").lines().toList()) {
      if (line.startsWith("| `")) {
        var cells = line.split("\\|", -1);
        table.put(
            cells[1].replace("`", "").strip(),
            Arrays.stream(cells[3].split(","))
                .map(String::strip)
                .filter(s -> !s.equals("-"))
                .collect(Collectors.toSet()));
      }
    }
    return table;
  }
}
