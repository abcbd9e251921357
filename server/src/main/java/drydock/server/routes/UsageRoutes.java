package drydock.server.routes;

import drydock.api.system.UsageShown;
import drydock.domain.port.Ledger;
import drydock.domain.port.Ledger.By;
import drydock.engine.Workstation;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was spent, by day, actor, repository and model.
final class UsageRoutes {
  private static final int USUAL_DAYS = 30;
  private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
  private static final Set<By> USUAL = Set.of(By.DAY, By.ACTOR, By.MODEL);

  private final Workstation workstation;
  private final Wire wire;
  private final InstantSource clock;

  UsageRoutes(Workstation workstation, Wire wire, InstantSource clock) {
    this.workstation = workstation;
    this.wire = wire;
    this.clock = clock;
  }

  void usage(Context ctx) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var to = day(ctx, "to", today);
    var usual = to.minusDays(USUAL_DAYS - 1);
    var from = day(ctx, "from", usual.isBefore(FIRST) ? FIRST : usual);
    var question = new Ledger.Question(from, to, by(ctx));
    wire.answer(ctx, 200, UsageShown.of(question, workstation.spent(question)));
  }

  private static LocalDate day(Context ctx, String name, LocalDate absent) {
    var asked = ctx.queryParam(name);
    if (asked == null) {
      return absent;
    }
    try {
      var day = LocalDate.parse(asked);
      // RFC 3339, 5.6: a year has four digits.
      if (day.getYear() >= 0 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw Query.bad(name + " is a day like 2026-05-17");
  }

  private static Set<By> by(Context ctx) {
    var asked =
        ctx.queryParams("by").stream()
            .flatMap(text -> Stream.of(text.split(",")))
            .filter(text -> !text.isBlank())
            .map(UsageRoutes::by)
            .collect(Collectors.toUnmodifiableSet());
    return asked.isEmpty() ? USUAL : asked;
  }

  private static By by(String text) {
    return Arrays.stream(By.values())
        .filter(by -> Query.wireName(by).equals(text.strip()))
        .findFirst()
        .orElseThrow(() -> Query.bad("by is one or more of day, actor, repository, model"));
  }
}
