package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.RefusedException;
import drydock.domain.port.Repositories.Branches;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitSettings;
import drydock.git.process.RemoteUrl;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The branches of a remote repository, asked of it without fetching anything. Thread safe.
public final class RemoteBranches {
  /// More than anybody reads; the rest can be named all the same.
  static final int MOST = 1000;

  /// Somebody waits for it.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String HEADS = "refs/heads/";

  private final Git git;

  /// @param settings as those of [Mirrors]: the same hosts are reached, as the same
  public RemoteBranches(GitSettings settings) {
    this.git =
        new Git(
            new GitSettings(
                settings.home(),
                settings.uplink(),
                settings.tokens(),
                settings.sshKey(),
                settings.knownHosts(),
                PATIENCE));
  }

  /// The default one first, at most [#MOST].
  ///
  /// @throws RefusedException if the URL is not one we take
  /// @throws GitException if the repository cannot be had
  public Branches of(String url, LocalPaths local) {
    var remote = Mirrors.remote(url, local);
    return listed(ask(remote));
  }

  /// There is no repository of ours in it: git needs none to list another's.
  private Fetch.Offer ask(RemoteUrl remote) {
    var args = List.of("ls-remote", "--symref", "--", remote.text(), "HEAD", HEADS + "*");
    return Fetch.Offer.parse(new String(git.reach(remote, git.temporary(), args), UTF_8));
  }

  /// A name that could not be asked for by name is left out: the remote may list anything.
  static Branches listed(Fetch.Offer offer) {
    var head = offer.head().map(RemoteBranches::name);
    var others =
        offer.refs().keySet().stream()
            .filter(ref -> ref.startsWith(HEADS))
            .map(RemoteBranches::name)
            .filter(name -> !Refs.candidates(name).isEmpty())
            .filter(name -> !name.equals(head.orElse("")));
    var all = Stream.concat(head.stream(), others).limit(MOST + 1L).toList();
    return new Branches(head, all.subList(0, Math.min(MOST, all.size())), all.size() > MOST);
  }

  private static String name(String ref) {
    return ref.substring(HEADS.length());
  }
}
