package drydock.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.shell.ProcessShellFactory;

/// A Git host that speaks ssh, on loopback: it lets in the user `git` with one key, and serves the
/// repositories below one folder for reading.
public final class SshHost implements AutoCloseable {
  private static final Pattern ASKED = Pattern.compile("git-upload-pack '(?<path>[\\w/.-]+)'");

  private final Path folder;
  private final KeyPair key = pair();
  private final SshServer server = SshServer.setUpDefaultServer();

  /// @param folder what the path of a URL begins at
  /// @param welcome the file of the public key
  public SshHost(Path folder, Path welcome) {
    this.folder = folder;
    var keys = new AuthorizedKeysAuthenticator(welcome);
    server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPublickeyAuthenticator((user, offered, session) ->
        user.equals("git") && keys.authenticate(user, offered, session));
    server.setCommandFactory(this::command);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its line in a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
  public String knownHost() {
    return knownHostWithKeyOf(this);
  }

  /// The line of somebody who took it for another.
  public String knownHostWithKeyOf(SshHost other) {
    var shown = PublicKeyEntry.toString(other.key.getPublic());
    return "[%s]:%d %s\n".formatted(server.getHost(), server.getPort(), shown);
  }

  public String url(String user, String path) {
    return "ssh://%s@%s:%d/%s".formatted(user, server.getHost(), server.getPort(), path);
  }

  private Command command(ChannelSession channel, String asked) throws IOException {
    var path = ASKED.matcher(asked);
    var argv = new ArrayList<>(List.of("git", "upload-pack"));
    argv.add(path.matches() ? folder + path.group("path") : "/nothing");
    return new ProcessShellFactory(asked, argv).createShell(channel);
  }

  private static KeyPair pair() {
    try {
      return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
