package drydock.sandbox.selftest;

import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every row of the self-test, in its order.
public enum Trial {
  DNS("asks name servers for example.org"),
  TCP("connects to a public address"),
  UDP("sends a packet to a public address"),
  ICMP("pings a public address"),
  IPV6("connects to a public IPv6 address"),
  METADATA("connects to the cloud's metadata address, also by its door"),
  HOST_LOOPBACK("connects to a port of the host's loopback, also by its door"),
  CONTROL_PLANE("connects to the server and its database, also by its door"),
  HOST_FILES("looks for files of the host"),
  HOST_PROCESSES("looks for a process of the host"),
  HOST_SOCKETS("connects to an abstract socket of the host"),
  HOST_MEMORY("attaches shared memory of the host"),
  SANDBOX_FILES("looks for files of another sandbox"),
  SANDBOX_PROCESSES("looks for a process of another sandbox"),
  SANDBOX_SOCKETS("connects to an abstract socket of another sandbox"),
  SANDBOX_MEMORY("attaches shared memory of another sandbox"),
  DOOR("uses another attempt's door, and its token at its own"),
  SYSTEM_FILES("writes to the system, the tool chains and its own runtime"),
  DEVICES("makes a device node, and looks for one"),
  KERNEL_SETTINGS("writes to /proc and /sys"),
  CAPABILITIES("has any capability"),
  SETUID("becomes another user by a setuid file"),
  PTRACE("traces and reads the sandbox's first process"),
  NAMESPACES("makes namespaces, and enters others"),
  MOUNTS("mounts, unmounts, changes the root"),
  KEYRINGS("uses the kernel's keyrings"),
  IO_URING("sets up io_uring"),
  USERFAULTFD("handles page faults itself"),
  BPF("calls bpf"),
  PERF("opens performance counters"),
  PROCESSES("starts more processes than it may"),
  MEMORY("takes more memory than it may"),
  UNMAPPED_MEMORY("takes more memory than it may, in a file without a name"),
  PROCESSOR("computes for longer than it may"),
  DISK("writes more than it may"),
  TEMPORARY_FILES("fills /tmp"),
  LOG_FLOOD("writes to its output what nobody reads"),
  ZOMBIES("leaves dead processes behind"),
  OUTLIVING("leaves a process that goes on after its end");

  private final String tried;

  Trial(String tried) {
    this.tried = tried;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Trial> of(String id) {
    return Arrays.stream(values()).filter(trial -> trial.id().equals(id)).findFirst();
  }

  Row row(Verdict verdict) {
    return new Row(id(), tried, verdict);
  }
}
