package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.cli.show.Line;
import drydock.cli.show.Report;
import drydock.cli.show.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = "Submits a task, follows it, and shows the explanation and the diff.")
final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROMPT", description = "What to do, in words; - reads it from stdin.")
  private String prompt = "";

  @Option(
      names = "--repo",
      paramLabel = "URL|DIR|ARCHIVE",
      description = {
        "The code: a Git URL, a folder, a zip or tar.gz.",
        "Of a folder, the committed state of its whole repository is sent.",
        "None: the task starts with an empty repository."
      })
  private @Nullable String repo;

  @Option(names = "--ref", paramLabel = "R", description = "A branch, a tag or a commit.")
  private @Nullable String ref;

  @Option(
      names = "--mode",
      paramLabel = "ask|code|pr",
      description = {
        "ask: an explanation; code: a diff (the default).",
        "pr: a pull request (not yet)."
      })
  private @Nullable String mode;

  @Option(names = "--agent", paramLabel = "A", description = "The agent (drydock).")
  private @Nullable String agent;

  @Option(names = "--model", paramLabel = "M", description = "PROVIDER/MODEL, as openai/gpt-5.")
  private @Nullable String model;

  @Option(names = "--attempts", paramLabel = "N", description = "So many tries side by side (1).")
  private @Nullable Integer attempts;

  @Option(
      names = "--check",
      paramLabel = "CMD",
      description = {
        "The acceptance command, run on the result in a clean sandbox.",
        "One that fails is shown, and the task has succeeded all the same."
      })
  private @Nullable String check;

  @Option(
      names = "--setup",
      paramLabel = "CMD",
      description = "The set-up command, instead of what the repository brings.")
  private @Nullable String setup;

  @Option(
      names = "--include-uncommitted",
      description = "Of a folder, send changed and new files too, but no ignored ones.")
  private boolean includeUncommitted;

  @Option(names = "--json", description = "Print the ended task as JSON, and nothing else.")
  private boolean json;

  @Option(names = "--detach", description = "Do not follow; print the task's id.")
  private boolean detach;

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (var server = new Server(Address.of(shell))) {
      var task = server.post("/api/tasks", request(server));
      var id = task.path("id").asText();
      if (detach) {
        shell.screen().write(json ? server.pretty(task) : id);
        return ExitCode.DONE.number();
      }
      var ended =
          Interruption.during(shell, id, () -> json ? quietly(server, id) : aloud(server, id));
      return (TaskCommands.succeeded(ended) ? ExitCode.DONE : ExitCode.TASK_FAILED).number();
    }
  }

  private ObjectNode request(Server server) {
    var body = server.object().put("prompt", prompt.equals("-") ? stdin() : prompt);
    if (repo != null) {
      body.set("repo", repo(server, repo));
    } else if (ref != null) {
      throw new CliException(ExitCode.USAGE, "--ref says which state of a --repo; name that too");
    }
    putIfGiven(body, "mode", mode);
    putIfGiven(body, "agent", agent);
    putIfGiven(body, "model", model);
    putIfGiven(body, "check", check);
    if (attempts != null) {
      body.put("attempts", attempts);
    }
    if (setup != null) {
      body.putObject("environment").put("setup", setup);
    }
    return body;
  }

  private ObjectNode repo(Server server, String named) {
    var uncommitted = includeUncommitted ? Snapshot.Uncommitted.SENT : Snapshot.Uncommitted.LEFT;
    var code = new Code(server, shell.folder(), uncommitted);
    var sent = code.repo(named);
    code.remarks().forEach(remark -> shell.err().println(Screen.harmless(remark.text())));
    putIfGiven(sent, "ref", ref);
    return sent;
  }

  private JsonNode aloud(Server server, String id) {
    var screen = shell.screen();
    screen.print(Line.heading("task " + id));
    var follower = new Follower(server, screen);
    var ended = follower.follow(id);
    if (!Report.explains(ended, follower.lastWords())) {
      screen.print(Report.explanation(ended));
    }
    var patch = TaskCommands.patch(server, id);
    if (!patch.isEmpty()) {
      screen.print(Line.plain(""));
      patch.show(screen);
      screen.print(Line.plain(""));
    }
    screen.print(Report.end(ended));
    if (!patch.isEmpty()) {
      var code = Optional.ofNullable(repo).flatMap(named -> Code.folder(shell.folder(), named));
      screen.print(Line.quiet("apply it   " + Pasted.applying(shell, code, id)));
    }
    return ended;
  }

  private JsonNode quietly(Server server, String id) {
    var task = server.get(TaskCommands.path(id));
    while (!Follower.hasEnded(task)) {
      task = server.get(TaskCommands.path(id) + "?wait=30");
    }
    shell.screen().write(server.pretty(task));
    return task;
  }

  private static String stdin() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void putIfGiven(ObjectNode body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
