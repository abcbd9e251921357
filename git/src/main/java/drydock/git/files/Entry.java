package drydock.git.files;

/// What stands in a folder.
///
/// @param mode the permission bits
/// @param bytes the length of a file; a sparse file's disk use may be far smaller
public record Entry(RawPath name, Kind kind, int mode, long bytes) {
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    /// A character device 0:0, which is how an overlay says "deleted".
    WHITEOUT,
    /// A FIFO, a socket, a device: never opened.
    SPECIAL
  }

  private static final int S_IFMT = 0xf000;

  static Entry of(RawPath name, int mode, long bytes, long device) {
    var kind =
        switch (mode & S_IFMT) {
          case 0x8000 -> Kind.FILE;
          case 0x4000 -> Kind.FOLDER;
          case 0xa000 -> Kind.LINK;
          case 0x2000 -> device == 0 ? Kind.WHITEOUT : Kind.SPECIAL;
          default -> Kind.SPECIAL;
        };
    return new Entry(name, kind, mode & ~S_IFMT, bytes);
  }

  public boolean isExecutable() {
    return (mode & 0b001_000_000) != 0;
  }
}
