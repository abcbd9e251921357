package drydock.domain.task;

/// The size of a diff; lines of text files only.
public record DiffStat(int files, int additions, int deletions) {
  public static final DiffStat EMPTY = new DiffStat(0, 0, 0);
}
