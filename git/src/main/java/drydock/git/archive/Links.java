package drydock.git.archive;

import drydock.git.files.RawPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Whether the symbolic links of an archive stay inside, followed as the kernel would follow them:
/// `a -> b/..` means another folder if `b` is a link itself, so looking at the text is not enough.
final class Links {
  private static final int MAX_LINKS = 40; // path_resolution(7)
  private static final int MAX_PATH = 4096; // PATH_MAX

  /// Names looked up for all links together: a few kilobytes of links can ask for a year of it.
  private static final int MAX_STEPS = 2_000_000;

  private final Map<RawPath, Item> items;
  private final RawPath top;
  private int steps;

  Links(Map<RawPath, Item> items, RawPath top) {
    this.items = items;
    this.top = top;
  }

  /// @throws drydock.domain.RefusedException naming a link that leads out
  void check() {
    items
        .values()
        .forEach(item -> {
          if (item instanceof Item.Link(var path, var target) && leadsOut(path, target)) {
            throw Rejection.of(path, "is a link that leads out of the archive");
          }
        });
  }

  private boolean leadsOut(RawPath path, RawPath target) {
    if (target.latin1().startsWith("/")) {
      return true;
    }
    var at = path.parent();
    var ahead = new ArrayDeque<>(names(target));
    for (var links = 0; !ahead.isEmpty(); ) {
      var name = ahead.removeFirst();
      if (++steps > MAX_STEPS) {
        throw Rejection.of("its links lead through too many others");
      }
      if (name.equals("..")) {
        if (at.equals(top)) {
          return true;
        }
        at = at.parent();
        continue;
      }
      var next = at.child(new RawPath(name));
      if (items.get(next) instanceof Item.Link(_, var further)) {
        links++;
        if (further.latin1().startsWith("/")) {
          return true;
        }
        if (links > MAX_LINKS) {
          return false; // a circle leads nowhere
        }
        putAhead(ahead, names(further));
      } else if (next.latin1().length() > MAX_PATH) {
        return true; // where it would come out cannot be said
      } else {
        at = next;
      }
    }
    return false;
  }

  private static void putAhead(Deque<String> ahead, List<String> names) {
    names.reversed().forEach(ahead::addFirst);
  }

  private static List<String> names(RawPath path) {
    return List.of(path.latin1().split("/", -1)).stream()
        .filter(name -> !name.isEmpty() && !name.equals("."))
        .toList();
  }
}
