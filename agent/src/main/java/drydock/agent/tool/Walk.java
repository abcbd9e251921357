package drydock.agent.tool;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Searches files by walking folders, where no git can be asked.
final class Walk extends SimpleFileVisitor<Path> {
  /// What is hardly ever meant, and is ignored in most repositories.
  private static final Set<String> SKIPPED =
      Set.of(".git", "node_modules", "target", "build", "dist", ".venv", "__pycache__");

  private final Pattern pattern;
  private final PathMatcher names;
  private final Workplace place;
  private final int limit;
  private final List<String> found = new ArrayList<>();

  private Walk(SearchTool.Query query, Workplace place, int limit) {
    var flags = query.ignoreCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    this.pattern = Pattern.compile(query.pattern(), flags);
    var glob = query.glob().map(g -> g.substring(g.lastIndexOf('/') + 1)).orElse("*");
    this.names = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    this.place = place;
    this.limit = limit;
  }

  /// @throws IllegalArgumentException if the pattern or the glob is none
  static List<String> lines(SearchTool.Query query, Workplace place, int limit) throws IOException {
    var walk = new Walk(query, place, limit);
    Files.walkFileTree(query.within(), walk);
    return walk.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return SKIPPED.contains(String.valueOf(folder.getFileName()))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && names.matches(file.getFileName())) {
      search(file);
    }
    return found.size() < limit ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  private void search(Path file) {
    try {
      var number = 0;
      for (var line : TextFile.read(file, "").text().lines().toList()) {
        number++;
        if (pattern.matcher(line).find() && found.size() < limit) {
          found.add(place.show(file) + ":" + number + ":" + line);
        }
      }
    } catch (IOException _) {
      // Binary, too large, or unreadable: not searched.
    }
  }
}
