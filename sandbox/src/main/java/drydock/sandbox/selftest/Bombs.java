package drydock.sandbox.selftest;

import static drydock.sandbox.selftest.Trial.DISK;
import static drydock.sandbox.selftest.Trial.MEMORY;
import static drydock.sandbox.selftest.Trial.OUTLIVING;
import static drydock.sandbox.selftest.Trial.PROCESSES;
import static drydock.sandbox.selftest.Trial.PROCESSOR;
import static drydock.sandbox.selftest.Trial.TEMPORARY_FILES;
import static drydock.sandbox.selftest.Trial.UNMAPPED_MEMORY;
import static drydock.sandbox.selftest.Trial.ZOMBIES;

import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import drydock.sandbox.Availability;
import drydock.sandbox.Limits;
import drydock.sandbox.Sandbox.Exit.Reason;
import drydock.sandbox.selftest.probe.Probe;
import java.util.List;
import java.util.regex.Pattern;

/// Takes a little more than it may of everything: never so much that it would hurt where the limit
/// does not hold. Each in a sandbox of its own, with small limits.
final class Bombs {
  private static final int MEGABYTE = 1 << 20;
  private static final Limits LIMITS = new Limits(128 * MEGABYTE, 1, 48, 8 * MEGABYTE);

  /// 48 of the limits and 32 more.
  private static final String MANY_PROCESSES =
      """
      grep 'Max processes' /proc/self/limits
      cat /sys/fs/cgroup/pids/pids.max /sys/fs/cgroup/pids.max 2>/dev/null
      i=0; while [ $i -lt 80 ]; do sleep 20 & i=$((i + 1)); done; echo all
      """;

  /// `tail` keeps what it may have to print.
  private static final String MUCH_MEMORY = "(head -c 160M /dev/zero && sleep 10) | tail -c 160M";

  /// Until it is held back, which on a busy machine can take a while.
  private static final String MUCH_TIME =
      """
      cd /sys/fs/cgroup || exit 0
      timeout 2 sh -c 'while :; do :; done' &
      for i in $(seq 20); do
        sleep 0.1
        cat cpu/cpu.stat cpu.stat 2>/dev/null | grep '^nr_throttled [1-9]' && break
      done
      cat cpu/cpu.cfs_quota_us cpu.max 2>/dev/null
      """;

  private static final String MUCH_DISK = "head -c 24M /dev/zero >/app/code/bomb; sleep 15";
  private static final String MUCH_TEMPORARY = "head -c 80M /dev/zero >/tmp/bomb && echo all";

  /// Each is an orphan as soon as it is there, and dead at once; then they are looked for.
  private static final String MANY_ZOMBIES =
      """
      for i in $(seq 20); do (true &); done
      for i in $(seq 50); do
        left=$(grep -l '^State:.Z' /proc/[0-9]*/status 2>/dev/null | wc -l)
        [ "$left" = 0 ] && break
        sleep 0.1
      done
      echo "left $left"
      """;

  private static final Pattern HELD_BACK = Pattern.compile("nr_throttled [1-9]");
  private static final Pattern QUOTA = Pattern.compile("(?m)^10000( 100000)?$");

  private final Sandboxes sandboxes;
  private final List<Availability.Fact> facts;
  private final Programs programs;

  Bombs(Sandboxes sandboxes, Availability availability, Programs programs) {
    this.sandboxes = sandboxes;
    this.facts = availability.facts();
    this.programs = programs;
  }

  Row processes() throws InterruptedException {
    var ran = shell("processes", MANY_PROCESSES);
    return PROCESSES.row(
        ran.out().contains("all")
            ? unlimited("pids limit", "32 processes more than it may")
            : blocked("no process beyond the %d it may have", LIMITS.pids(), "pids limit"));
  }

  Row memory() throws InterruptedException {
    var ran = shell("memory", MUCH_MEMORY);
    return MEMORY.row(
        ran.exit().reason() == Reason.MEMORY_LIMIT
            ? blocked("ended at %d MiB", 128, "memory limit")
            : unlimited("memory limit", "32 MiB more than it may"));
  }

  Row unmappedMemory() throws InterruptedException {
    var command = programs.inside(sandboxes.java(), Probe.class, Probe.TAKE, "160");
    var ran = sandboxes.run("unmapped", command, LIMITS);
    return UNMAPPED_MEMORY.row(
        ran.out().contains("all")
            ? unlimited("unmapped memory limit", "32 MiB more than it may")
            : ran.exit().reason() == Reason.MEMORY_LIMIT
                ? blocked("ended at %d MiB", 128, "unmapped memory limit")
                : notProved(ran));
  }

  Row processor() throws InterruptedException {
    var little = new Limits(LIMITS.memoryBytes(), 0.1, LIMITS.pids(), LIMITS.diskBytes());
    var ran = sandboxes.run("processor", List.of("sh", "-c", MUCH_TIME), little);
    var heldBack = HELD_BACK.matcher(ran.out());
    return PROCESSOR.row(
        heldBack.find()
            ? blocked("held back at %d %% of one", 10, "cpu limit")
            : QUOTA.matcher(ran.out()).find()
                ? blocked("a quota of %d %% of one, on a busy machine", 10, "cpu limit")
                : unlimited("cpu limit", "all of a processor where it may have a tenth"));
  }

  Row disk() throws InterruptedException {
    var ran = shell("disk", MUCH_DISK);
    return DISK.row(
        ran.exit().reason() == Reason.DISK_LIMIT
            ? blocked("ended after %d MiB", 8, "disk limit")
            : unlimited("disk limit", "16 MiB more than it may"));
  }

  Row temporaryFiles() throws InterruptedException {
    var ran = shell("temporary", MUCH_TEMPORARY);
    return TEMPORARY_FILES.row(
        ran.out().contains("all")
            ? new Verdict.Open("80 MiB where the sandbox's memory is 128")
            : ran.err().contains("No space left")
                ? new Verdict.Blocked("no space is left there at half of the sandbox's memory")
                : notProved(ran));
  }

  Row zombies() throws InterruptedException {
    var ran = shell("zombies", MANY_ZOMBIES);
    return ZOMBIES.row(
        ran.out().equals("left 0\n")
            ? new Verdict.Blocked("the first process, which buries them")
            : new Verdict.Open("of 20 dead: " + ran.out().strip()));
  }

  Row outliving() throws InterruptedException {
    // In seconds: it would end by itself.
    var word = "600." + System.nanoTime();
    shell("outliving", "setsid sleep " + word + " </dev/null >/dev/null 2>&1 & echo");
    return OUTLIVING.row(
        HostProcesses.isSaying(word)
            ? new Verdict.Open("it still runs")
            : new Verdict.Blocked("it ended with its sandbox"));
  }

  Row logFlood() throws InterruptedException {
    return sandboxes.flood(LIMITS);
  }

  private Ran shell(String name, String script) throws InterruptedException {
    return sandboxes.run(name, List.of("sh", "-c", script), LIMITS);
  }

  private Verdict blocked(String what, int number, String fact) {
    return new Verdict.Blocked(what.formatted(number) + ": " + fact(fact).detail());
  }

  /// What the driver said beforehand that it cannot do is no leak.
  private Verdict unlimited(String fact, String reached) {
    if (fact(fact).holds()) {
      return new Verdict.Open(reached);
    }
    var parts = fact(fact).detail().split(": ", 2);
    return new Verdict.NotEnforceable(parts[0], parts.length == 2 ? parts[1] : "run as root");
  }

  private static Verdict notProved(Ran ran) {
    return new Verdict.Open("not proved: " + ran.exit() + " " + ran.err().strip());
  }

  private Availability.Fact fact(String name) {
    return facts.stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElse(new Availability.Fact(name, true, "not said"));
  }
}
