package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Sha256;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Shares;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Read-only links. The token is random, shown once, and kept as a hash. Thread safe.
final class ShareLinks {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Shares shares;
  private final Journal journal;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ShareLinks(Shares shares, Journal journal, InstantSource clock) {
    this.shares = shares;
    this.journal = journal;
    this.clock = clock;
  }

  Workstation.NewShare add(Actor actor, TaskId task, Duration expiresIn, Set<Shares.Part> include) {
    if (!expiresIn.isPositive() || expiresIn.compareTo(LONGEST) > 0) {
      throw new RefusedException(
          Code.BAD_REQUEST, "a share may last from a second to 365 days, not " + expiresIn);
    }
    var token = letters(24);
    var now = clock.instant();
    var share =
        new Shares.Share(
            "s_" + letters(9), task, Sha256.hex(token), now, now.plus(expiresIn), include);
    shares.add(share);
    tell(task, actor, new EventBody.Shared(share.id(), share.expiresAt().toString()));
    return new Workstation.NewShare(share, token);
  }

  Optional<Shares.Share> open(String token) {
    return shares.find(Sha256.hex(token), clock.instant());
  }

  List<Shares.Share> of(TaskId task) {
    return shares.of(task);
  }

  void revoke(Actor actor, String idOrToken) {
    var id = open(idOrToken).map(Shares.Share::id).orElse(idOrToken);
    var task =
        shares
            .revoke(id)
            .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no such share"));
    tell(task, actor, new EventBody.ShareRevoked(id));
  }

  private void tell(TaskId task, Actor actor, EventBody body) {
    journal.append(new AttemptId(task, 1), actor, Optional.empty(), List.of(body));
  }

  private String letters(int bytes) {
    var token = new byte[bytes];
    random.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}
