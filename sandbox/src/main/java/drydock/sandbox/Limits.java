package drydock.sandbox;

/// What a sandbox may take. Which of them hold on this machine is said by [Availability].
///
/// @param memoryBytes of all its processes, and of the temporary files in `/tmp`, `/run`,
///   `/dev/shm` and a home that is not a layered folder
/// @param cpus cores, fractions allowed
/// @param pids processes and threads
/// @param diskBytes of all its layered folders' uppers and writable binds together
public record Limits(long memoryBytes, double cpus, int pids, long diskBytes) {}
