package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.objects.ObjectId;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.RemoteUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Brings a mirror to what its remote has.
final class Fetch {
  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";

  private final Git git;
  private final RemoteUrl remote;

  Fetch(Git git, RemoteUrl remote) {
    this.git = git;
    this.remote = remote;
  }

  /// @param wanted fetched too if the remote has it, whatever it is
  void into(Path mirror, Optional<String> wanted) {
    var offer = offer(mirror);
    if (!offer.branchesAndTags().equals(present(mirror))) {
      fetch(mirror, List.of("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"));
    }
    offer.head().ifPresent(head -> git.bytes(mirror, "symbolic-ref", "HEAD", head));
    wanted
        .filter(ref -> !Refs.candidates(ref).isEmpty())
        .ifPresent(ref -> other(mirror, ref, offer));
  }

  /// What `git ls-remote --symref` lists: `ref: refs/heads/main TAB HEAD`, then `ID TAB NAME`.
  record Offer(Optional<String> symbolicHead, Map<String, String> refs) {
    static Offer parse(String listing) {
      var refs = new TreeMap<String, String>();
      var head = Optional.<String>empty();
      for (var line : (Iterable<String>) listing.lines()::iterator) {
        var tab = line.indexOf('\t');
        var name = line.substring(tab + 1);
        if (tab < 0) {
          continue; // git takes any bytes for a name, also a line end
        }
        if (line.startsWith("ref: ")) {
          head =
              Optional.of(line.substring("ref: ".length(), tab)).filter(_ -> name.equals("HEAD"));
        } else if (!name.endsWith("^{}")) {
          refs.put(name, line.substring(0, tab));
        }
      }
      return new Offer(head, refs);
    }

    Map<String, String> branchesAndTags() {
      var kept = new TreeMap<>(refs);
      kept.keySet().removeIf(name -> !name.startsWith(HEADS) && !name.startsWith(TAGS));
      return kept;
    }

    /// The branch that HEAD names; where it names none that exists, the one that people expect.
    Optional<String> head() {
      var candidates = new ArrayList<String>();
      symbolicHead.ifPresent(candidates::add);
      candidates.addAll(List.of("refs/heads/main", "refs/heads/master"));
      refs.keySet().stream()
          .filter(n -> n.startsWith(HEADS))
          .findFirst()
          .ifPresent(candidates::add);
      // It becomes an argument of git's: what is no branch could be an option.
      return candidates.stream()
          .filter(name -> name.startsWith(HEADS) && refs.containsKey(name))
          .filter(name -> !Refs.candidates(name).isEmpty())
          .findFirst();
    }
  }

  private Offer offer(Path mirror) {
    var listing = git.reach(remote, mirror, List.of("ls-remote", "--symref", "--", remote.text()));
    var offer = Offer.parse(new String(listing, UTF_8));
    if (offer.refs().values().stream().anyMatch(id -> !ObjectId.isFull(id))) {
      throw new GitException(
          GitException.Cause.REPOSITORY_UNAVAILABLE,
          remote.text() + " uses SHA-256 object names, which are not supported yet");
    }
    return offer;
  }

  private Map<String, String> present(Path mirror) {
    var listing =
        git.line(mirror, "for-each-ref", "--format=%(objectname)%09%(refname)", HEADS, TAGS);
    return Offer.parse(listing).refs();
  }

  /// A ref that is neither a branch nor a tag (`refs/pull/7/head`), or a commit that no branch
  /// reaches any more: servers give those by id, many of them.
  private void other(Path mirror, String wanted, Offer offer) {
    if (wanted.startsWith("refs/") && offer.refs().containsKey(wanted)) {
      if (!wanted.startsWith(HEADS) && !wanted.startsWith(TAGS)) {
        fetch(mirror, List.of("+" + wanted + ":" + wanted));
      }
    } else if (ObjectId.isFull(wanted) && !new Mirror(git, mirror).has(wanted)) {
      try {
        fetch(mirror, List.of("+" + wanted + ":refs/drydock/fetched/" + wanted));
      } catch (GitException e) {
        if (e.retryable()) {
          throw e;
        }
        // The server has no such commit or does not give it: resolving says so in better words.
      }
    }
  }

  private void fetch(Path mirror, List<String> refspecs) {
    var args =
        new ArrayList<String>(
            List.of(
                "fetch",
                "--quiet",
                "--prune",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-auto-maintenance",
                "--update-shallow",
                "--",
                remote.text()));
    args.addAll(refspecs);
    git.reach(remote, mirror, args);
  }
}
