package drydock.server.edge;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Sha256;
import drydock.domain.port.Answers;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Makes a request that creates something safe to repeat: with the same `Idempotency-Key` it is
/// carried out once, and answered the same each time, whatever dies in between. Thread safe.
public final class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Answers answers;
  private final InstantSource clock;
  private final Wire wire;

  public Idempotency(Answers answers, InstantSource clock, Wire wire) {
    this.answers = answers;
    this.clock = clock;
    this.wire = wire;
  }

  /// What a creating route answers.
  public record Created(int status, String location, Object body) {}

  /// @param request what was asked, as a value: two requests are the same if these are
  public void answer(Context ctx, Object request, Supplier<Created> create) {
    var key = ctx.header("Idempotency-Key");
    if (key == null) {
      var created = create.get();
      send(ctx, created.status(), created.location(), wire.write(created.body()));
      return;
    }
    if (!KEY.matcher(key).matches()) {
      throw Query.bad("Idempotency-Key is 1 to 200 visible ASCII characters");
    }
    var asked = new Answers.Asked(Guard.actor(ctx).name(), key, hash(ctx, request));
    var answer =
        answers
            .once(asked, clock.instant(), () -> answer(create.get()))
            .orElseThrow(() ->
                new RefusedException(
                    Code.IDEMPOTENCY_CONFLICT,
                    "this Idempotency-Key was used for another request"));
    send(ctx, answer.status(), answer.location(), answer.body());
  }

  private Answers.Answer answer(Created created) {
    return new Answers.Answer(created.status(), created.location(), wire.write(created.body()));
  }

  private static void send(Context ctx, int status, String location, String body) {
    ctx.status(status).header("Location", location).contentType("application/json").result(body);
  }

  private String hash(Context ctx, Object request) {
    return Sha256.hex(ctx.method() + " " + ctx.path() + "\n" + wire.write(request));
  }
}
