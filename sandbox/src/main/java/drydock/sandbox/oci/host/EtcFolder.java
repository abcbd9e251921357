package drydock.sandbox.oci.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `/etc` as every sandbox sees it: made up where it names users, hosts and networks, the host's
/// where tool chains keep their set-up. What is not listed here is not shown, so a host's secrets
/// (`shadow`, `ssh`, keys, `gitconfig` with its credential helpers) are not.
final class EtcFolder {
  /// Shown as they are, and as they change: packages are installed while the server runs.
  private static final Pattern SHOWN =
      Pattern.compile(
          "alternatives|ca-certificates|ca-certificates\\.conf|crypto-policies|fonts|java(-.*)?"
              + "|\\.java|ld\\.so\\.cache|ld\\.so\\.conf\\.d|maven|perl|php|python\\d.*|R|xml");

  /// Copied: small, and the same for years.
  private static final List<String> COPIED =
      List.of(
          "bash.bashrc",
          "debian_version",
          "gai.conf",
          "host.conf",
          "inputrc",
          "ld.so.conf",
          "locale.alias",
          "localtime",
          "lsb-release",
          "magic",
          "mime.types",
          "os-release",
          "protocols",
          "rpc",
          "services",
          "timezone");

  private final Path host;
  private final Path folder;
  private final Identity identity;

  /// @param host `/etc`
  /// @param folder where it is put together; may be there already
  EtcFolder(Path host, Path folder, Identity identity) {
    this.host = host;
    this.folder = folder;
    this.identity = identity;
  }

  /// Puts it together. Idempotent: sandboxes that look at it meanwhile see no difference.
  List<Mount> compose() throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(folder.resolve("xdg/pip"));
    var made = new TreeMap<>(made());
    for (var name : COPIED) {
      var file = host.resolve(name);
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        made.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    for (var name : List.of("pip.conf", "npmrc", "xdg/pip/pip.conf")) {
      made.put(name, PackageSettings.shown(host.resolve(name)).orElse(""));
    }
    made.forEach((name, content) -> Written.file(folder.resolve(name), content));
    var mounts = new ArrayList<Mount>();
    mounts.add(Mount.readOnly(folder, "/etc"));
    for (var path : shown()) {
      var point = folder.resolve(host.relativize(path));
      if (Files.isDirectory(path)) {
        Files.createDirectories(point);
      } else {
        Written.file(point, "");
      }
      mounts.add(Mount.readOnly(path, "/etc/" + host.relativize(path)));
    }
    return mounts;
  }

  private List<Path> shown() throws IOException {
    try (var entries = Files.list(host)) {
      // Of /etc/ssl not all: private keys live beside the certificates.
      return Stream.concat(
              entries.filter(e -> SHOWN.matcher(e.getFileName().toString()).matches()),
              Stream.of("ssl/certs", "ssl/openssl.cnf", "pki/ca-trust", "pki/tls/certs")
                  .map(host::resolve))
          .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(path))
          .sorted()
          .toList();
    }
  }

  private Map<String, String> made() {
    var user =
        identity.rootless()
            ? "root:x:0:0:agent:" + HostView.HOME + ":/bin/bash\n"
            : "root:x:0:0:root:/nonexistent:/usr/sbin/nologin\n"
                + "agent:x:1000:1000:agent:"
                + HostView.HOME
                + ":/bin/bash\n";
    var group = identity.rootless() ? "root:x:0:\n" : "root:x:0:\nagent:x:1000:\n";
    return Map.of(
        "passwd", user + "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
        "group", group + "nogroup:x:65534:\n",
        "hostname", "sandbox\n",
        "hosts", "127.0.0.1 localhost sandbox\n::1 localhost sandbox\n",
        "nsswitch.conf",
            """
            passwd: files
            group: files
            hosts: files
            networks: files
            protocols: files
            services: files
            """,
        "resolv.conf", "# No name server: the only way out is the door.\n");
  }
}
