package drydock.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the server is, and what opens it.
///
/// @param base without a slash at the end
/// @param token none if there is no such setting and no token file
/// @param tokenFrom where the token was looked for, for messages
record Address(URI base, Optional<String> token, String tokenFrom) {
  static final String USUAL = "http://127.0.0.1:8080";

  static Address of(Shell shell) {
    var url = shell.setting("DRYDOCK_URL", USUAL).replaceAll("/+$", "");
    var base = parse(url);
    var token = shell.setting("DRYDOCK_TOKEN", "");
    if (!token.isEmpty()) {
      return new Address(base, Optional.of(token), "DRYDOCK_TOKEN");
    }
    var file = Path.of(shell.setting("DRYDOCK_HOME", shell.home().toString())).resolve("token");
    return new Address(base, read(file), file.toString());
  }

  URI at(String path) {
    return URI.create(base + path);
  }

  private static URI parse(String url) {
    try {
      var uri = URI.create(url);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Said below, as for every other address that is none.
    }
    throw new CliException(
        ExitCode.USAGE,
        "DRYDOCK_URL is not an address: '" + url + "'; write http://HOST:PORT or https://HOST");
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(t -> !t.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new CliException(
          ExitCode.USAGE, "cannot read the token file " + file + "; set DRYDOCK_TOKEN instead");
    }
  }
}
