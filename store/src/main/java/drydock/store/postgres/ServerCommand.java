package drydock.store.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The embedded server's command line. Settings stand here and not in postgresql.conf, so that a
/// new Drydock runs an old folder with its own. Pure.
final class ServerCommand {
  private ServerCommand() {}

  static List<String> of(ServerUser user, Path postgres, Path data, int port) {
    var command = new ArrayList<>(user.launcher());
    command.add(postgres.toString());
    command.add("-D");
    command.add(data.toString());
    settings(port)
        .forEach((name, value) -> {
          command.add("-c");
          command.add(name + "=" + value);
        });
    return command;
  }

  static List<String> init(ServerUser user, Path initdb, Path data, Path password) {
    var command = new ArrayList<>(user.initLauncher());
    command.addAll(
        List.of(
            initdb.toString(),
            "--pgdata=" + data,
            "--username=" + EmbeddedServer.USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions",
            "--sync-method=syncfs"));
    return command;
  }

  private static Map<String, String> settings(int port) {
    var settings = new LinkedHashMap<String, String>();
    // What Drydock promises rests on these three: a commit is on the disk.
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("max_connections", "60");
    settings.put("shared_buffers", "64MB");
    settings.put("max_wal_size", "256MB");
    settings.put("min_wal_size", "48MB");
    // One person's server: fewer processes, and no shared memory segments that a container's small
    // /dev/shm lacks.
    settings.put("io_method", "sync");
    settings.put("max_parallel_workers_per_gather", "0");
    settings.put("max_logical_replication_workers", "0");
    settings.put("dynamic_shared_memory_type", "mmap");
    settings.put("jit", "off");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("log_checkpoints", "off");
    // Statements hold what people and models wrote: they are not for a log.
    settings.put("log_min_error_statement", "panic");
    settings.put("log_parameter_max_length_on_error", "0");
    return settings;
  }
}
