/// Sandboxes by an OCI runtime (`runc`) without any daemon, as root or as an ordinary user.
///
/// [OciDriver#start] in the order of its steps: [Probe] has found out once what works here, and
/// [drydock.sandbox.oci.host.HostView] what all sandboxes see of the host; [OciConfig] and
/// [MountPlan] turn a spec into the runtime's configuration; [Bundle] writes it with the mount
/// points; [Launcher] runs the runtime, whose pid 1 is `init.sh`, and gives back an [OciSandbox];
/// [DiskWatch] looks after what it writes; [Remains] takes everything away again.
///
/// `seccomp-syscalls.json` is Docker's default profile (github.com/moby/profiles, seccomp v0.2.4,
/// Apache-2.0) as the OCI runtime specification has it: what it allows on x86_64 and aarch64
/// without any capability, on Linux 4.8 or later.
@NullMarked
package drydock.sandbox.oci;

import org.jspecify.annotations.NullMarked;
