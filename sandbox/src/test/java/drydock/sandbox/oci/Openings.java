package drydock.sandbox.oci;

import static drydock.sandbox.oci.Opening.call;
import static drydock.sandbox.oci.Opening.config;
import static drydock.sandbox.oci.Opening.door;
import static drydock.sandbox.oci.Opening.made;
import static drydock.sandbox.oci.Opening.outside;
import static drydock.sandbox.oci.Opening.reach;
import static drydock.sandbox.oci.Opening.shown;
import static drydock.sandbox.oci.Opening.spec;

import drydock.sandbox.Limits;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.oci.Opening.Edit;
import drydock.sandbox.selftest.Trial;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// For each row of the self-test, how to open just that one. A network namespace keeps ten rows
/// shut at once: there the opening is a way to one address or name, laid into it from outside.
final class Openings {
  private static final Map<Trial, Opening> ALL = new EnumMap<>(Trial.class);

  private Openings() {}

  static {
    network();
    host();
    nextDoor();
    privileges();
    kernel();
    bombs();
  }

  static Map<Trial, Opening> all() {
    return ALL;
  }

  private static void network() {
    ALL.put(Trial.DNS, reach("a name server listens inside", _ -> "udp 127.0.0.53:53"));
    ALL.put(Trial.TCP, reach("there is a way to 1.1.1.1", _ -> "address 1.1.1.1"));
    ALL.put(Trial.UDP, reach("there is a way to 9.9.9.9", _ -> "address 9.9.9.9"));
    // Two walls: no kind of socket for it, and no way.
    ALL.put(
        Trial.ICMP,
        reach(
            "everybody may ping, and there is a way to 8.8.8.8",
            _ -> "address 8.8.8.8\nping 1000 1000"));
    ALL.put(Trial.IPV6, reach("there is a way over IPv6", _ -> "address 2606:4700:4700::1111"));
    ALL.put(
        Trial.METADATA,
        reach("there is a way to the metadata address", _ -> "address 169.254.169.254"));
    ALL.put(
        Trial.HOST_LOOPBACK,
        door("the door leads to localhost", to -> to.startsWith("localhost:")));
    ALL.put(
        Trial.CONTROL_PLANE,
        door(
            "the door leads to the host's addresses",
            to -> !to.matches("(localhost|127\\.0\\.0\\.1|169\\.254\\.169\\.254):.*")));
  }

  private static void host() {
    ALL.put(Trial.HOST_FILES, shown("a folder of the host is shown", Scene::test));
    ALL.put(
        Trial.HOST_PROCESSES,
        shown(
            "a process of the host is shown",
            scene -> proc(scene.hostBait(), ""),
            _ -> "/app/process"));
    ALL.put(
        Trial.HOST_SOCKETS,
        reach(
            "its abstract name is served inside",
            scene -> "abstract " + Scene.word(scene.hostBait())));
    ALL.put(
        Trial.HOST_MEMORY,
        config(
            "no IPC namespace", "probe", new Edit("{\n        \"type\": \"ipc\"\n      },", "")));
  }

  private static void nextDoor() {
    ALL.put(
        Trial.SANDBOX_FILES, shown("another's folder is shown", scene -> scene.nextDoor("upper")));
    ALL.put(
        Trial.SANDBOX_PROCESSES,
        shown(
            "another's process is shown",
            scene -> proc(scene.neighbourBait(), ""),
            _ -> "/app/process"));
    ALL.put(
        Trial.SANDBOX_SOCKETS,
        reach(
            "another's abstract name is served inside",
            scene -> "abstract " + Scene.word(scene.neighbourBait())));
    ALL.put(
        Trial.SANDBOX_MEMORY,
        config(
            "the other's IPC namespace",
            "probe",
            scene ->
                List.of(
                    new Edit(
                        "\"type\": \"ipc\"",
                        "\"type\": \"ipc\", \"path\": \"%s\""
                            .formatted(proc(scene.neighbour().orElseThrow(), "ns/ipc"))))));
    ALL.put(Trial.DOOR, shown("another's door is shown", scene -> scene.nextDoor("door")));
  }

  private static Path proc(ProcessHandle process, String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }

  private static void privileges() {
    ALL.put(
        Trial.SYSTEM_FILES, spec("what is shown may be written", "probe", _ -> Openings::writable));
    ALL.put(
        Trial.DEVICES,
        config(
            "a device of the host is there",
            "probe",
            new Edit(
                "{\n      \"destination\": \"/dev/pts\"",
                """
                {"destination": "/dev/kmsg", "type": "bind", "source": "/dev/kmsg", "options": ["bind"]},
                {
                  "destination": "/dev/pts\"\
                """)));
    // Two walls: nothing there belongs to the user, and all of it is read-only.
    ALL.put(
        Trial.KERNEL_SETTINGS,
        config(
            "root inside, and /proc/sys may be written",
            "probe",
            new Edit("\"/proc/sys\", ", ""),
            new Edit("\"uid\": 1000,", "\"uid\": 0,")));
    ALL.put(
        Trial.CAPABILITIES,
        config(
            "a capability",
            "probe",
            new Edit("\"bounding\": []", "\"bounding\": [\"CAP_CHOWN\"]")));
    // Two walls.
    ALL.put(
        Trial.SETUID,
        config(
            "no no_new_privs, and no nosuid",
            "probe",
            new Edit("\"noNewPrivileges\": true", "\"noNewPrivileges\": false"),
            new Edit(tmpfs("[\"nosuid\", "), tmpfs("["))));
    ALL.put(
        Trial.PTRACE,
        config(
            "a first process that may be read", "probe", new Edit("[\"/sh\", ", "[\"/bin/sh\", ")));
  }

  private static String tmpfs(String options) {
    return "\"destination\": \"/tmp\",\n      \"type\": \"tmpfs\",\n      \"source\": \"tmpfs\",\n"
        + "      \"options\": "
        + options;
  }

  private static SandboxSpec writable(SandboxSpec spec) {
    var binds =
        spec.binds().stream()
            .map(bind ->
                bind.target().equals("/opt/probe")
                    ? new Bind(bind.source(), bind.target(), Bind.Access.READ_WRITE)
                    : bind)
            .toList();
    return Opening.with(spec, binds, spec.command(), spec.limits());
  }

  private static void kernel() {
    ALL.put(Trial.NAMESPACES, call("unshare"));
    ALL.put(Trial.MOUNTS, call("mount"));
    ALL.put(Trial.KEYRINGS, call("keyctl"));
    ALL.put(Trial.IO_URING, call("io_uring_setup"));
    ALL.put(Trial.USERFAULTFD, call("userfaultfd"));
    ALL.put(Trial.BPF, call("bpf"));
    ALL.put(Trial.PERF, call("perf_event_open"));
  }

  private static void bombs() {
    // Two walls: the cgroup's, and the user namespace's.
    ALL.put(
        Trial.PROCESSES,
        config(
            "ten times the processes",
            "processes",
            new Edit("\"limit\": 48\n", "\"limit\": 480\n"),
            new Edit("\"hard\": 48,", "\"hard\": 480,"),
            new Edit("\"soft\": 48\n", "\"soft\": 480\n")));
    ALL.put(
        Trial.MEMORY,
        config("ten times the memory", "memory", new Edit("134217728", "1342177280")));
    ALL.put(
        Trial.UNMAPPED_MEMORY,
        config("ten times the memory", "unmapped", new Edit("134217728", "1342177280")));
    ALL.put(
        Trial.PROCESSOR,
        config(
            "a hundred times the processor",
            "processor",
            new Edit("\"quota\": 10000,", "\"quota\": 1000000,")));
    ALL.put(Trial.DISK, spec("ten times the disk", "disk", _ -> Openings::moreDisk));
    ALL.put(
        Trial.TEMPORARY_FILES,
        config(
            "ten times the size of /tmp",
            "temporary",
            new Edit("size=67108864", "size=671088640")));
    ALL.put(Trial.LOG_FLOOD, made("the driver keeps all output", "flood", Hoarder::new));
    ALL.put(
        Trial.ZOMBIES,
        config(
            "a first process that buries nobody",
            "zombies",
            new Edit(
                "(exec \\\"$@\\\" 2>&4 3<&- 4>&-)",
                "mkfifo /tmp/.end; (\\\"$@\\\" 2>&4; echo >/tmp/.end) & read -r _ </tmp/.end")));
    ALL.put(Trial.OUTLIVING, outside("no sandbox at all", "outliving"));
  }

  private static SandboxSpec moreDisk(SandboxSpec spec) {
    var limits = spec.limits();
    return Opening.with(
        spec,
        spec.binds(),
        spec.command(),
        new Limits(limits.memoryBytes(), limits.cpus(), limits.pids(), 10 * limits.diskBytes()));
  }
}
