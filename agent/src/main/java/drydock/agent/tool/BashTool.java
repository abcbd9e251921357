package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.ToolContent;
import drydock.acp.ToolKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs a command in a fresh shell in the working folder.
public final class BashTool implements Tool {
  private final Workplace place;
  private final AtomicInteger outputs = new AtomicInteger();

  public BashTool(Workplace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "bash";
  }

  @Override
  public ToolKind kind() {
    return ToolKind.EXECUTE;
  }

  @Override
  public String title(ObjectNode arguments) {
    return Arguments.oneLine(Arguments.optional(arguments, "command").orElse("bash"));
  }

  @Override
  public Outcome run(ObjectNode arguments, Progress progress) throws InterruptedException {
    var script = Arguments.text(arguments, "command");
    var timeout =
        Arguments.number(arguments, "timeout").stream()
            .mapToObj(Duration::ofSeconds)
            .filter(t -> t.compareTo(place.commandTimeout()) < 0 && t.isPositive())
            .findFirst()
            .orElse(place.commandTimeout());
    var file = place.outputs().resolve("output-" + outputs.incrementAndGet() + ".txt");
    try (var command = Command.start(script, place.folder(), place.environment());
        var printed = new Printed(command.output(), new Output(file), progress)) {
      var ended = command.await(timeout);
      if (!ended) {
        command.kill();
      }
      printed.settle();
      return ended ? done(printed.text(), command.status()) : late(printed.text(), timeout);
    } catch (IOException e) {
      return Outcome.failure("the command could not be run: " + e.getMessage());
    }
  }

  private static Outcome done(String output, int status) {
    var shown = output.isEmpty() ? "(no output)" : output;
    var text = status == 0 ? shown : shown + "\n[exit status " + status + "]";
    return new Outcome(text, status != 0, List.of(ToolContent.text(text)), Optional.empty());
  }

  private static Outcome late(String output, Duration timeout) {
    return Outcome.failure(
        output
            + "\n[killed after "
            + timeout.toSeconds()
            + " s; run what takes long in the background, with its output in a file]");
  }
}
