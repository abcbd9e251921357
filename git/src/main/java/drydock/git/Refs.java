package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.objects.FastImport;
import drydock.git.objects.ObjectId;
import drydock.git.objects.ObjectReader;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the commits that people name.
final class Refs {
  // git-check-ref-format(1), and no way to say an expression (HEAD~3, @{upstream}, ^{tree}).
  private static final Pattern NAME =
      Pattern.compile("[^-\\x00- \\x7f~^:?*\\[\\\\][^\\x00- \\x7f~^:?*\\[\\\\]{0,250}");
  private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-f]{7,40}");
  private static final int NEAR = 3;

  /// The empty commit of ours, in a repository that has none.
  static final String EMPTY = "refs/drydock/empty";

  private final Git git;
  private final Path mirror;

  Refs(Git git, Path mirror) {
    this.git = git;
    this.mirror = mirror;
  }

  Commit resolve(Optional<String> ref) {
    try (var objects = new ObjectReader(git, mirror)) {
      return ref.isEmpty() ? head(objects) : named(objects, ref.get());
    }
  }

  private Commit head(ObjectReader objects) {
    return find(objects, "HEAD").orElseGet(this::emptyCommit);
  }

  private Commit named(ObjectReader objects, String ref) {
    return candidates(ref).stream()
        .flatMap(name -> find(objects, name).stream())
        .findFirst()
        .orElseThrow(() -> unknown(ref));
  }

  /// In git's own order (gitrevisions(7)), but tags after branches: people mean branches.
  static List<String> candidates(String ref) {
    if (!NAME.matcher(ref).matches() || ref.contains("..") || ref.contains("@{")) {
      return List.of();
    }
    var names = new ArrayList<String>();
    if (ObjectId.isFull(ref)) {
      return List.of(ref);
    }
    if (ref.startsWith("refs/") && !ref.startsWith("refs/drydock/")) {
      names.add(ref);
    }
    names.add("refs/heads/" + ref);
    names.add("refs/tags/" + ref);
    if (ABBREVIATED.matcher(ref).matches()) {
      names.add(ref);
    }
    return names;
  }

  Optional<Commit> find(ObjectReader objects, String name) {
    return objects.find(name + "^{commit}").map(found -> new Commit(found.id, subject(found)));
  }

  /// A commit object is headers, an empty line, and the message.
  private static String subject(ObjectReader.Found commit) {
    var text = new String(commit.content, UTF_8);
    return text.substring(text.indexOf("\n\n") + 2).lines().findFirst().orElse("");
  }

  private Commit emptyCommit() {
    try (var edits = new FastImport(git, mirror, EMPTY)) {
      edits.commit(Optional.empty(), "Empty repository\n");
      edits.finish();
    }
    return resolve(Optional.of(git.line(mirror, "rev-parse", EMPTY)));
  }

  private GitException unknown(String ref) {
    var near =
        git.line(mirror, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/tags")
            .lines()
            .filter(name -> distance(ref, name) <= Math.max(2, ref.length() / 3))
            .sorted(Comparator.comparingInt(name -> distance(ref, name)))
            .limit(NEAR)
            .toList();
    return new GitException(
        GitException.Cause.REF_UNKNOWN,
        "there is no branch, tag or commit '%s'%s"
            .formatted(
                ref.length() > 100 ? ref.substring(0, 100) + "..." : ref,
                near.isEmpty() ? "" : "; near: " + String.join(", ", near)));
  }

  /// Edits from one text to the other (Levenshtein).
  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    java.util.Arrays.setAll(row, i -> i);
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
