package drydock.git.archive;

import drydock.git.files.RawPath;
import drydock.git.objects.Names;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an archive holds as a whole, found in a first reading that takes nothing in: whatever is
/// refused is refused here, before anything is made of it.
///
/// @param top the single folder that everything lies in, which is left out of all paths
/// @param rules the `.gitignore` files by their folder
/// @param history whether there is a `.git` folder
public record Contents(Optional<RawPath> top, Map<RawPath, RawPath> rules, boolean history) {
  private static final String MAC_JUNK = "__MACOSX";
  private static final int RULES_BYTES = 8 * 1024 * 1024; // of all of them together

  /// @throws drydock.domain.RefusedException ARCHIVE_REJECTED
  public static Contents of(Archive archive) {
    var reading = new Reading();
    archive.each(reading::visit);
    return reading.contents();
  }

  /// The path without the top folder; none for the top folder itself, and for what is not part of
  /// the tree (what the Finder of macOS adds to zips).
  public Optional<RawPath> inside(RawPath path) {
    if (isJunk(path)) {
      return Optional.empty();
    }
    if (top.isEmpty()) {
      return Optional.of(path);
    }
    var prefix = top.get().latin1() + "/";
    return path.latin1().startsWith(prefix)
        ? Optional.of(new RawPath(path.latin1().substring(prefix.length())))
        : Optional.empty();
  }

  private static boolean isJunk(RawPath path) {
    return first(path).equals(MAC_JUNK);
  }

  private static String first(RawPath path) {
    var slash = path.latin1().indexOf('/');
    return slash < 0 ? path.latin1() : path.latin1().substring(0, slash);
  }

  private static final class Reading {
    private final Map<RawPath, Item> items = new HashMap<>();
    private final Map<RawPath, RawPath> rules = new HashMap<>();
    private int rulesLeft = RULES_BYTES;

    void visit(Item item, InputStream content) throws IOException {
      if (isJunk(item.path())) {
        return;
      }
      var before = items.put(item.path(), item);
      if (before != null && !(before instanceof Item.Folder && item instanceof Item.Folder)) {
        throw Rejection.of(item.path(), "is in it twice");
      }
      if (item instanceof Item.HardLink(var path, var target)
          && !(items.get(target) instanceof Item.File)) {
        throw Rejection.of(path, "is a hard link to what is no file before it");
      }
      if (item instanceof Item.Link && Names.meansGitmodules(item.path().name())) {
        throw Rejection.of(item.path(), "may not be a link");
      }
      if (item instanceof Item.File && item.path().name().latin1().equals(".gitignore")) {
        var text = content.readNBytes(rulesLeft);
        rulesLeft -= text.length;
        rules.put(item.path(), RawPath.of(text));
      }
    }

    Contents contents() {
      items.keySet().forEach(this::checkParents);
      var contents = new Contents(top(), Map.of(), false);
      new Links(items, contents.top().orElse(RawPath.ROOT)).check();
      var inside = new HashMap<RawPath, RawPath>();
      rules.forEach(
          (path, text) -> contents.inside(path).ifPresent(p -> inside.put(p.parent(), text)));
      var dotGit = contents.top().orElse(RawPath.ROOT).child(RawPath.of(".git")).latin1() + "/";
      var history = items.keySet().stream().anyMatch(p -> p.latin1().startsWith(dotGit));
      return new Contents(contents.top(), Map.copyOf(inside), history);
    }

    private void checkParents(RawPath path) {
      for (var parent = path.parent(); !parent.equals(RawPath.ROOT); parent = parent.parent()) {
        if (!(items.getOrDefault(parent, new Item.Folder(parent)) instanceof Item.Folder)) {
          throw Rejection.of(path, "lies below what is no folder");
        }
      }
    }

    private Optional<RawPath> top() {
      var firsts = items.keySet().stream().map(Contents::first).distinct().limit(2).toList();
      if (firsts.size() != 1 || firsts.getFirst().equals(".git")) {
        return Optional.empty();
      }
      var only = new RawPath(firsts.getFirst());
      var isFolder = !items.containsKey(only) || items.get(only) instanceof Item.Folder;
      return isFolder ? Optional.of(only) : Optional.empty();
    }
  }
}
