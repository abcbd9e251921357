package drydock.git.archive;

/// What an archive may hold.
///
/// @param bytes of all files unpacked
/// @param entries files, folders and links
/// @param ratio unpacked bytes to the archive's own, looked at above 64 MiB
/// @param depth folders in each other
/// @param pathBytes of one path
public record ArchiveLimits(long bytes, int entries, int ratio, int depth, int pathBytes) {
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(4L * 1024 * 1024 * 1024, 500_000, 200, 100, 1024);
}
