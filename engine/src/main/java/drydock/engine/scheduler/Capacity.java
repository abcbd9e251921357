package drydock.engine.scheduler;

/// How many attempts a node runs at once. An attempt mostly waits for its model, so there are more
/// than cores; what it may not outgrow is memory.
public final class Capacity {
  private static final long BYTES_EACH = 1536L << 20;
  private static final int EACH_CORE = 4;

  private Capacity() {}

  public static int of(int cores, long memoryBytes) {
    return Math.clamp(memoryBytes / BYTES_EACH, 1, Math.max(2, cores * EACH_CORE));
  }
}
