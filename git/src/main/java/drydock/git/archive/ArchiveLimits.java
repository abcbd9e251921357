package drydock.git.archive;

/// What an archive may hold.
///
/// @param bytes of all files unpacked
/// @param entries files, folders and links
/// @param nameBytes of all names and link targets together: they are held in memory
/// @param ratio unpacked bytes to the archive's own, looked at above 64 MiB
/// @param depth folders in each other
/// @param pathBytes of one path
public record ArchiveLimits(
    long bytes, int entries, long nameBytes, int ratio, int depth, int pathBytes) {
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(4L << 30, 200_000, 32L << 20, 200, 100, 1024);
}
