package drydock.git.archive;

import drydock.git.files.RawPath;
import drydock.git.objects.Names;
import java.util.ArrayList;

/// What every entry passes: clean names, and not too much of anything. One for each reading.
final class Gate {
  private static final int NAME_BYTES = 255; // NAME_MAX of Linux file systems
  private static final long RATIO_FROM = 64L * 1024 * 1024;
  private static final RawPath DOT_GIT = RawPath.of(".git");

  private final ArchiveLimits limits;
  private final long archiveBytes;
  private long bytes;
  private long nameBytes;
  private int entries;

  Gate(ArchiveLimits limits, long archiveBytes) {
    this.limits = limits;
    this.archiveBytes = archiveBytes;
  }

  void countEntry() {
    entries++;
    if (entries > limits.entries()) {
      throw Rejection.of("it has more than " + limits.entries() + " entries");
    }
  }

  int mostEntries() {
    return limits.entries();
  }

  /// What an entry adds to what is kept in memory of all of them.
  void countName(RawPath name) {
    nameBytes += name.latin1().length();
    if (nameBytes > limits.nameBytes()) {
      throw Rejection.of("the names in it are longer than " + limits.nameBytes() + " bytes in all");
    }
  }

  /// Everything that was unpacked so far, headers and all: they are packed as well as zeros are.
  void countUnpacked(long all) {
    if (all > RATIO_FROM && all / Math.max(1, archiveBytes) > limits.ratio()) {
      throw Rejection.of("it unpacks to more than " + limits.ratio() + " times its own size");
    }
  }

  /// Called before the bytes are used.
  void count(RawPath entry, long more) {
    if (more < 0 || more > limits.bytes() - bytes) {
      throw Rejection.of(entry, "makes it larger than " + limits.bytes() + " bytes unpacked");
    }
    bytes += more;
    if (bytes > RATIO_FROM && bytes / Math.max(1, archiveBytes) > limits.ratio()) {
      throw Rejection.of(
          entry, "makes it unpack to more than " + limits.ratio() + " times its own size");
    }
  }

  /// The path without `.` and doubled slashes; empty for the archive's own folder.
  RawPath path(RawPath given) {
    countName(given);
    var text = given.latin1();
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw Rejection.of(given, "has control characters in its name");
    }
    if (text.startsWith("/") || text.matches("[A-Za-z]:[/\\\\].*")) {
      throw Rejection.of(given, "has an absolute path");
    }
    if (text.length() > limits.pathBytes()) {
      throw Rejection.of(given, "has a path longer than " + limits.pathBytes() + " bytes");
    }
    var names = new ArrayList<String>();
    for (var name : text.split("/", -1)) {
      if (!name.isEmpty() && !name.equals(".")) {
        check(given, new RawPath(name));
        names.add(name);
      }
    }
    if (names.size() > limits.depth()) {
      throw Rejection.of(given, "lies deeper than " + limits.depth() + " folders");
    }
    return new RawPath(String.join("/", names));
  }

  private static void check(RawPath given, RawPath name) {
    if (name.latin1().equals("..")) {
      throw Rejection.of(given, "has '..' in its path");
    }
    if (name.latin1().length() > NAME_BYTES) {
      throw Rejection.of(given, "has a name longer than " + NAME_BYTES + " bytes");
    }
    if (!name.equals(DOT_GIT) && Names.meansDotGit(name)) {
      throw Rejection.of(given, "has a name that is '.git' on some machines");
    }
  }
}
