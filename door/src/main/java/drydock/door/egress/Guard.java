package drydock.door.egress;

import drydock.domain.network.Egress;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.network.NetworkAttempt.Decision;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Decides for one door, and reports: each host, port and decision once, and after a thousand of
/// them no more (a sandbox that makes up names must not flood the log). Thread safe.
public final class Guard {
  private static final int MAX_REPORTS = 1_000;

  private final Rules rules;
  private final Dialling dialling;
  private final Consumer<NetworkAttempt> reports;
  private final Set<NetworkAttempt> reported = ConcurrentHashMap.newKeySet();

  public Guard(Egress egress, Dialling dialling, Consumer<NetworkAttempt> reports) {
    this.rules = new Rules(egress);
    this.dialling = dialling;
    this.reports = reports;
  }

  Verdict verdict(String rawHost, int port) {
    var host = HostName.of(rawHost);
    if (host.isEmpty()) {
      return blocked(
          rawHost.substring(0, Math.min(255, rawHost.length())), port, "not a host name");
    }
    var name = host.get().text();
    if (!rules.allow(name, port)) {
      return blocked(name, port, "not on the list");
    }
    var verdict = dialling.verdict(host.get(), port);
    if (verdict instanceof Verdict.Blocked(var reason)) {
      return blocked(name, port, reason);
    }
    report(new NetworkAttempt(name, port, Decision.ALLOWED, ""));
    return verdict;
  }

  private Verdict blocked(String host, int port, String reason) {
    report(new NetworkAttempt(host, port, Decision.BLOCKED, reason));
    return new Verdict.Blocked(reason);
  }

  private void report(NetworkAttempt attempt) {
    if (reported.size() < MAX_REPORTS && reported.add(attempt)) {
      reports.accept(attempt);
    }
  }
}
