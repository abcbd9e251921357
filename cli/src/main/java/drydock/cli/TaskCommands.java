package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.cli.read.Choice;
import drydock.cli.show.Line;
import drydock.cli.show.Patch;
import drydock.cli.show.Report;
import drydock.domain.port.Shares;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The commands that are one request each, and the command that holds all.
@Command(
    name = "drydock",
    description = "Commands for a running server; ./drydock help lists all commands.",
    synopsisSubcommandLabel = "COMMAND")
final class TaskCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  TaskCommands(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(description = "Lists tasks, newest first.")
  int tasks(
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "Only those in this state, as running or failed.")
          @Nullable String state,
      @Option(
              names = "--repo",
              paramLabel = "TEXT",
              description = "Only those of a repository like this.")
          @Nullable String repo,
      @Option(
              names = "--search",
              paramLabel = "TEXT",
              description = "Only those with this in the prompt, repository, branch, actor or id.")
          @Nullable String search,
      @Option(names = "--archived", description = "Those that were put away.") boolean archived,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "20",
              description = "At most so many (20).")
          int limit,
      @Option(names = "--json", description = "The server's answer as it is.") boolean json) {
    var query =
        "/api/tasks?limit="
            + limit
            + (archived ? "&archived=true" : "")
            + parameter("state", state)
            + parameter("repo", repo)
            + parameter("q", search);
    return list(query, json);
  }

  private int list(String query, boolean json) {
    return ask(server -> {
      var page = server.get(query);
      if (json) {
        shell.screen().write(server.pretty(page));
      } else {
        page.path("tasks").forEach(task -> shell.screen().print(Report.row(task)));
      }
      return ExitCode.DONE;
    });
  }

  @Command(description = "Shows one task.")
  int show(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--json", description = "The server's answer as it is.") boolean json) {
    return ask(server -> {
      var task = server.get(path(id));
      if (json) {
        shell.screen().write(server.pretty(task));
      } else {
        shell.screen().print(Report.whole(task));
      }
      return ExitCode.DONE;
    });
  }

  @Command(description = "Prints a task's diff, as git does: to look at, or to keep in a file.")
  int diff(@Parameters(paramLabel = "ID") String id) {
    return ask(server -> {
      patch(server, id).show(shell.screen());
      return ExitCode.DONE;
    });
  }

  @Command(
      description = "Says something to a running agent, or starts the next turn of an ended task.")
  int reply(
      @Parameters(paramLabel = "ID") String id, @Parameters(paramLabel = "TEXT") String text) {
    return post(id, "messages", body -> body.put("text", text), "said");
  }

  @Command(description = "Allows what an agent asks for.")
  int approve(@Mixin AnswerCommands.Which which) {
    return ask(server -> which.answer(server, shell, "allow"));
  }

  @Command(description = "Denies what an agent asks for; it is told, and goes on without.")
  int deny(@Mixin AnswerCommands.Which which) {
    return ask(server -> which.answer(server, shell, "deny"));
  }

  @Command(description = "Stops a task; the work done so far is kept.")
  int cancel(@Parameters(paramLabel = "ID") String id) {
    return post(id, "cancel", body -> body, "canceled");
  }

  @Command(description = "Runs an ended task anew, as its next attempt.")
  int retry(@Parameters(paramLabel = "ID") String id) {
    return post(id, "retry", body -> body, "queued again");
  }

  @Command(description = "Puts ended tasks away, out of the list; nothing of them is removed.")
  int archive(
      @Parameters(paramLabel = "TASK", arity = "1..*") List<String> ids,
      @Option(names = "--undo", description = "Takes them back into the list.") boolean undo) {
    return ask(server -> {
      for (var id : ids) {
        if (undo) {
          server.delete(path(id) + "/archive");
        } else {
          server.post(path(id) + "/archive", server.object());
        }
        shell.err().println(id + (undo ? ": in the list again" : ": put away"));
      }
      return ExitCode.DONE;
    });
  }

  @Command(
      name = "continue",
      description = "Gives more to a task that runs, or goes on with one that ran out of it.")
  int goOn(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--budget-usd", paramLabel = "N", description = "US dollars more.")
          @Nullable BigDecimal usd,
      @Option(names = "--budget-tokens", paramLabel = "N", description = "Tokens more.")
          @Nullable Long tokens,
      @Option(names = "--budget-calls", paramLabel = "N", description = "Model calls more.")
          @Nullable Integer calls,
      @Option(
              names = "--budget-time",
              paramLabel = "SPAN",
              description =
                  "Longer by 30m, 2h; of an ended task, from now on. What is not named: stays while it"
                      + " runs; of an ended task, as much again.")
          @Nullable String time) {
    var span = time == null ? null : Span.parse(time).toString();
    return post(
        id,
        "continue",
        body -> {
          var budget = body.putObject("budget");
          budget.put("usd", usd).put("tokens", tokens).put("calls", calls).put("time", span);
          budget.properties().removeIf(limit -> limit.getValue().isNull());
          return body;
        },
        "goes on");
  }

  @Command(description = "Opens a pull request, or updates it (not yet).")
  int pr(@Parameters(paramLabel = "ID") String id) {
    return ask(server -> {
      var made = server.post(path(id) + "/pull-request", server.object());
      shell.out().println(made.path("url").asText());
      return ExitCode.DONE;
    });
  }

  @Command(description = "Makes a read-only link for people without an account.")
  int share(
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--expires",
              paramLabel = "SPAN",
              defaultValue = "7d",
              description = "How long it opens: 90s, 30m, 12h, 7d (7d).")
          String expires,
      @Option(
              names = "--include",
              paramLabel = "PARTS",
              split = ",",
              description =
                  "What it shows beside what was asked, the result and the diff: logs, prompts (all that the model was told and said). Secrets are masked.")
          @Nullable List<Shares.Part> include) {
    var span = Span.parse(expires).toString();
    return ask(server -> {
      var asked = server.object().put("expiresIn", span);
      if (include != null) {
        var parts = asked.putArray("include");
        include.forEach(part -> parts.add(Choice.word(part)));
      }
      var share = server.post(path(id) + "/shares", asked);
      shell.out().println(share.path("url").asText());
      return ExitCode.DONE;
    });
  }

  @Command(description = "Deletes a task with all its files; a running one is canceled.")
  int rm(@Parameters(paramLabel = "ID") String id) {
    return ask(server -> {
      server.delete(path(id));
      shell.err().println(id + ": deleted, with all its files");
      return ExitCode.DONE;
    });
  }

  @Command(
      description =
          "Removes what nothing needs: work trees of tasks that ended long ago, caches above their"
              + " budget.")
  int gc(
      @Option(names = "--dry-run", description = "Says what would go, and removes nothing.")
          boolean dryRun) {
    return ask(server -> {
      var cleaned = server.post("/api/gc" + (dryRun ? "?dryRun=true" : ""), server.object());
      var all = 0L;
      for (var removed : cleaned.path("removed")) {
        var bytes = removed.path("bytes").asLong();
        all += bytes;
        shell
            .screen()
            .print(
                Line.plain("%8.1f MB  %s".formatted(bytes / 1e6, removed.path("name").asText())));
      }
      var what = dryRun ? "would go" : "went";
      shell.err().printf("%d %s, %.1f MB%n", cleaned.path("removed").size(), what, all / 1e6);
      return ExitCode.DONE;
    });
  }

  private int post(String id, String verb, Function<ObjectNode, ObjectNode> fill, String done) {
    return ask(server -> {
      server.post(path(id) + "/" + verb, fill.apply(server.object()));
      shell.err().println(id + ": " + done);
      return ExitCode.DONE;
    });
  }

  private int ask(Function<Server, ExitCode> request) {
    try (var server = new Server(Address.of(shell))) {
      return request.apply(server).number();
    }
  }

  static Patch patch(Server server, String id) {
    return new Patch(server.bytes(path(id) + "/diff.patch"));
  }

  static String path(String id) {
    return "/api/tasks/" + encode(id);
  }

  static boolean succeeded(JsonNode task) {
    return task.path("state").asText().equals("succeeded");
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + encode(value);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
