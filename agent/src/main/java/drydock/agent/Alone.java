package drydock.agent;

import drydock.acp.PromptResult;
import drydock.acp.SessionUpdate;
import drydock.acp.SessionUpdate.AgentMessageChunk;
import drydock.acp.SessionUpdate.ToolCall;
import drydock.agent.loop.Session;
import drydock.agent.model.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The agent without a host: works in a folder and leaves an explanation and a diff.
final class Alone {
  private final Assembly assembly;
  private final Path folder;
  private final PrintStream screen;
  private final StringBuilder message = new StringBuilder();

  Alone(Assembly assembly, Path folder, PrintStream screen) {
    this.assembly = assembly;
    this.folder = folder;
    this.screen = screen;
  }

  /// @return whether the agent came to an end of its own
  boolean run(AloneRequest request, String id) throws IOException, InterruptedException {
    Files.createDirectories(request.output());
    var session = assembly.session(folder, id);
    // Ctrl-C reaches us, but not the commands: they have sessions of their own.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(session)));
    var result = session.run(session.begin(new Message.User(request.task()), this::show));
    screen.println();
    Files.writeString(request.output().resolve("explanation.md"), explanation(result));
    Files.write(
        request.output().resolve("diff.patch"), new FolderDiff(folder, request.output()).take());
    result.failure().ifPresent(f -> screen.println(f.cause().wire() + ": " + f.message()));
    screen.println("explanation.md and diff.patch are in " + request.output());
    return result.failure().isEmpty();
  }

  private static void stop(Session session) {
    try {
      session.stop(Duration.ofSeconds(3));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(SessionUpdate update) {
    switch (update) {
      case AgentMessageChunk(var content) -> {
        message.append(content.asText());
        screen.print(content.asText());
        screen.flush();
      }
      case ToolCall call -> {
        message.setLength(0);
        screen.println("\n> " + call.title());
      }
      case SessionUpdate.AgentThoughtChunk _,
          SessionUpdate.UserMessageChunk _,
          SessionUpdate.ToolCallUpdate _,
          SessionUpdate.Plan _,
          SessionUpdate.Other _ -> {}
    }
  }

  private String explanation(PromptResult result) {
    var text = message.toString().strip() + "\n";
    return result
        .failure()
        .map(f -> "The agent stopped (" + f.cause().wire() + "): " + f.message() + "\n\n" + text)
        .orElse(text);
  }
}
