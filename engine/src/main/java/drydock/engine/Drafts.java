package drydock.engine;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.port.Uploads;
import drydock.domain.task.Mode;
import drydock.domain.task.Request;
import drydock.domain.task.Source;
import drydock.git.LocalPaths;
import drydock.git.Mirrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// From a draft to a request: defaults filled in, and everything that can be refused at once
/// refused.
public final class Drafts {
  private static final int MAX_ATTEMPTS = 8;
  private static final int MAX_COMMAND = 64 * 1024;

  private final Defaults defaults;
  private final Uploads uploads;

  /// What a task has if it asks for nothing.
  ///
  /// @param model as it is now; none = no provider is configured
  /// @param models what is known of a model; none = its provider is not configured
  public record Defaults(
      String agent,
      Set<String> agents,
      Supplier<Optional<ModelName>> model,
      Function<ModelName, Optional<ModelSpec>> models,
      Budget budget,
      LocalPaths localPaths) {
    public Defaults {
      agents = Set.copyOf(agents);
    }
  }

  Drafts(Defaults defaults, Uploads uploads) {
    this.defaults = defaults;
    this.uploads = uploads;
  }

  /// @throws RefusedException if it cannot be done as asked
  Request check(Draft draft) {
    // First what the person alone can mend; that no model is set up is the operator's.
    var prompt = words("prompt", draft.prompt());
    var mode = mode(draft.mode());
    var source = source(draft.source().orElse(new Source.Empty()));
    var agent = agent(draft.agent());
    var model = model(draft.model());
    return new Request(
        prompt,
        mode,
        source,
        agent,
        model.name(),
        attempts(draft.attempts().orElse(1)),
        command("check", draft.check()),
        command("setup", draft.setup()),
        budget(draft.budget(), model, defaults.budget()),
        attachments(draft.attachments()));
  }

  /// What a person says: the prompt, or a message later.
  static String words(String what, String prompt) {
    if (prompt.isBlank()) {
      throw new RefusedException(
          Code.PROMPT_EMPTY, "the " + what + " is empty: say what is to be done");
    }
    var bytes = prompt.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Request.MAX_PROMPT_BYTES) {
      throw new RefusedException(
          Code.PROMPT_TOO_LARGE,
          "the %s has %d bytes, and at most %d are taken: send long texts as attachments"
              .formatted(what, bytes, Request.MAX_PROMPT_BYTES));
    }
    return prompt;
  }

  private static Mode mode(Optional<String> mode) {
    return switch (mode.orElse("code")) {
      case "ask" -> Mode.ASK;
      case "code" -> Mode.CODE;
      case "pr" ->
          throw new RefusedException(
              Code.NOT_AVAILABLE,
              "pull requests are not available yet: use mode code and take the diff");
      case String other ->
          throw new RefusedException(
              Code.UNKNOWN_MODE, "unknown mode '" + other + "': use ask, code or pr");
    };
  }

  private String agent(Optional<String> asked) {
    var agent = asked.orElse(defaults.agent());
    if (!defaults.agents().contains(agent)) {
      throw new RefusedException(
          Code.UNKNOWN_AGENT,
          "unknown agent '" + agent + "': there is " + String.join(", ", defaults.agents()));
    }
    return agent;
  }

  /// A name without a provider is a model of the default one.
  private ModelSpec model(Optional<String> asked) {
    var fallback = defaults.model().get();
    if (asked.isEmpty() && fallback.isEmpty()) {
      throw new RefusedException(
          Code.NO_MODEL,
          "no model is set up: give a key in Settings > Models or with 'drydock key set openai',"
              + " or try --model scripted/template on a copy of examples/template");
    }
    var text = asked.orElseGet(() -> fallback.orElseThrow().toString());
    ModelName name;
    try {
      name =
          text.contains("/") || fallback.isEmpty()
              ? ModelName.parse(text)
              : new ModelName(fallback.get().provider(), text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.UNKNOWN_MODEL, String.valueOf(e.getMessage()));
    }
    return defaults
        .models()
        .apply(name)
        .orElseThrow(() ->
            new RefusedException(
                Code.UNKNOWN_PROVIDER,
                "the provider '"
                    + name.provider()
                    + "' is not configured: see GET /api/models for what is"));
  }

  private static int attempts(int attempts) {
    if (attempts < 1 || attempts > MAX_ATTEMPTS) {
      throw new RefusedException(
          Code.BAD_REQUEST, "attempts must be from 1 to " + MAX_ATTEMPTS + ", not " + attempts);
    }
    return attempts;
  }

  private static Optional<String> command(String what, Optional<String> command) {
    if (command.isPresent() && command.get().length() > MAX_COMMAND) {
      throw new RefusedException(Code.BAD_REQUEST, what + " is too long: put it into a script");
    }
    return command.filter(text -> !text.isBlank());
  }

  /// What a task that goes on may use beyond what it has used; by default as much again.
  Budget more(Request request, Allowance more) {
    return budget(more, model(Optional.of(request.model().toString())), request.budget());
  }

  /// What a task that has not ended may use when it is given more: what is not named, stays.
  static Budget raised(Budget now, Allowance more) {
    aboveZero(more);
    refuseLimit("usd", more.usd().isPresent() && now.usd().isEmpty());
    refuseLimit("tokens", more.tokens().isPresent() && now.tokens().isEmpty());
    refuseLimit("calls", more.calls().isPresent() && now.calls().isEmpty());
    Budget raised;
    try {
      raised =
          now.raisedBy(more.usd(), more.tokens(), more.calls(), more.time().orElse(Duration.ZERO));
      // The clock counts in these.
      var _ = raised.time().toNanos();
    } catch (ArithmeticException _) {
      throw new RefusedException(Code.BAD_REQUEST, "a budget is larger than can be counted");
    }
    if (raised.equals(now)) {
      throw new RefusedException(
          Code.BAD_REQUEST,
          "say of what it may use more: budget.usd, budget.tokens, budget.calls or budget.time");
    }
    return raised;
  }

  private static void refuseLimit(String name, boolean refused) {
    if (refused) {
      throw new RefusedException(
          Code.BAD_REQUEST,
          "the task has no limit of budget.%s: one cannot be set while it runs, only raised"
              .formatted(name));
    }
  }

  private static void aboveZero(Allowance asked) {
    if (asked.usd().filter(usd -> usd.signum() <= 0).isPresent()
        || asked.tokens().filter(tokens -> tokens <= 0).isPresent()
        || asked.calls().filter(calls -> calls <= 0).isPresent()
        || asked.time().filter(time -> !time.isPositive()).isPresent()) {
      throw new RefusedException(Code.BAD_REQUEST, "a budget must be above zero");
    }
  }

  private static Budget budget(Allowance asked, ModelSpec model, Budget general) {
    if (asked.usd().isPresent() && model.price().isEmpty()) {
      throw new RefusedException(
          Code.MODEL_HAS_NO_PRICE,
          "a budget in dollars needs the price of "
              + model.name()
              + ": set it under 'models' in drydock.yaml, or use budget.tokens");
    }
    aboveZero(asked);
    return new Budget(
        asked.usd().or(() -> model.price().isPresent() ? general.usd() : Optional.empty()),
        asked.tokens().or(general::tokens),
        asked.calls().or(general::calls),
        asked.time().orElse(general.time()));
  }

  private Source source(Source source) {
    return switch (source) {
      case Source.Git(var url, var _) -> {
        Mirrors.check(url, defaults.localPaths());
        yield source;
      }
      case Source.Upload(var id, var ref, var _) ->
          new Source.Upload(id, ref, Optional.of(upload(id).name()));
      case Source.Empty() -> source;
    };
  }

  List<String> attachments(List<String> ids) {
    return attached(ids).stream().map(Uploads.Upload::id).toList();
  }

  List<Uploads.Upload> attached(List<String> ids) {
    return ids.stream().map(this::upload).toList();
  }

  private Uploads.Upload upload(String id) {
    return uploads
        .find(id)
        .orElseThrow(() ->
            new RefusedException(
                Code.UNKNOWN_UPLOAD,
                "there is no upload '" + id + "': send it to /api/uploads first"));
  }
}
