package drydock.sandbox.selftest.probe;

/// System calls by their numbers: `asm/unistd_64.h` of x86, `asm-generic/unistd.h` of arm64.
enum Call {
  IOCTL(16, 29),
  SHMGET(29, 194),
  SHMCTL(31, 195),
  SOCKET(41, 198),
  CONNECT(42, 203),
  SENDTO(44, 206),
  BIND(49, 200),
  LISTEN(50, 201),
  PTRACE(101, 117),
  PIVOT_ROOT(155, 41),
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  MKNODAT(259, 33),
  UNSHARE(272, 97),
  PERF_EVENT_OPEN(298, 241),
  SETNS(308, 268),
  PROCESS_VM_READV(310, 270),
  MEMFD_CREATE(319, 279),
  BPF(321, 280),
  USERFAULTFD(323, 282),
  IO_URING_SETUP(425, 425),
  OPEN_TREE(428, 428),
  MOVE_MOUNT(429, 429),
  FSOPEN(430, 430);

  final int number;

  Call(int x86, int arm) {
    number = System.getProperty("os.arch", "").equals("aarch64") ? arm : x86;
  }
}
