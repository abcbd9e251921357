package drydock.git.files;

/// A system call failed. The number is Linux's errno.
public final class ErrnoException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int EACCES = 13;
  private static final int ENXIO = 6;
  private static final int ENOTDIR = 20;
  private static final int EINVAL = 22;
  private static final int ELOOP = 40;
  private static final int ENODATA = 61;
  private static final int EOPNOTSUPP = 95;

  private final int errno;

  ErrnoException(String call, RawPath name, int errno) {
    super(call + "(" + name + "): errno " + errno);
    this.errno = errno;
  }

  static ErrnoException notAFile(RawPath name) {
    return new ErrnoException("open", name, ENOTDIR);
  }

  /// It is not there any more, or not of the kind it was: somebody changes the folder while it is
  /// read.
  public boolean isGone() {
    return switch (errno) {
      case ENOENT, ENOTDIR, ELOOP -> true;
      case EINVAL -> true; // readlinkat(2) of what is no link
      case ENXIO -> true; // open(2) of a socket or an overlay's whiteout
      default -> false;
    };
  }

  public boolean isDenied() {
    return errno == EACCES || errno == EPERM;
  }

  boolean isNoAttribute() {
    return errno == ENODATA || errno == EOPNOTSUPP;
  }
}
