package drydock.agent.loop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.AcpAgent;
import drydock.acp.AcpException;
import drydock.acp.PermissionAnswer;
import drydock.acp.PermissionRequest;
import drydock.acp.PlanEntry;
import drydock.acp.SessionUpdate;
import drydock.acp.SessionUpdate.ToolCallUpdate;
import drydock.acp.ToolContent;
import drydock.acp.ToolKind;
import drydock.acp.ToolStatus;
import drydock.agent.model.Json;
import drydock.agent.model.Message.ToolCall;
import drydock.agent.model.Message.ToolResult;
import drydock.agent.tool.Outcome;
import drydock.agent.tool.Progress;
import drydock.agent.tool.Tool;
import drydock.agent.tool.Toolbox;
import java.util.List;
import java.util.Optional;

/// Runs what a model calls, and tells the client of it. A mistake of the model is a result.
final class ToolCalls {
  private static final String WARNING =
      "\n\n[You have made this very call 3 times, with the same result each time."
          + " Do something else.]";

  private static final String DENIED =
      "). It was not done. Do not try to get the same done in another way: go on without it, or say"
          + " what you would need it for.";

  private final Toolbox tools;
  private final Guidance guidance;
  private final AcpAgent.Client client;
  private final boolean approvals;
  private final History history;
  private final LoopWatch watch = new LoopWatch();
  private Optional<String> stuck = Optional.empty();

  ToolCalls(Kit kit, Guidance guidance, History history, AcpAgent.Client client) {
    this.tools = kit.tools();
    this.approvals = kit.approvals();
    this.guidance = guidance;
    this.history = history;
    this.client = client;
  }

  ToolResult run(ToolCall call) throws InterruptedException {
    var outcome = outcome(call);
    var text = outcome.text() + outcome.touched().map(guidance::concerning).orElse("");
    return switch (watch.did(call, outcome.text())) {
      case FINE -> new ToolResult(call.id(), text, outcome.failed());
      case WARN -> new ToolResult(call.id(), text + WARNING, outcome.failed());
      case STOP -> {
        stuck = Optional.of(call.name());
        yield new ToolResult(call.id(), text, outcome.failed());
      }
    };
  }

  /// @throws GaveUpException if the model goes round in circles
  void checkProgress() {
    stuck.ifPresent(name -> {
      throw GaveUpException.noProgress(
          "the model called '"
              + name
              + "' 5 times in the same way with the same result; try another model, or say"
              + " more about the task");
    });
  }

  private Outcome outcome(ToolCall call) throws InterruptedException {
    var tool = tools.find(call.name());
    if (tool.isEmpty()) {
      return refused(call, "there is no tool '" + call.name() + "'; there are " + tools.names());
    }
    var arguments = Json.parseObject(call.arguments());
    if (arguments.isEmpty()) {
      return refused(call, "the arguments are not a whole JSON object; send the call again");
    }
    return run(call, tool.get(), arguments.get());
  }

  private Outcome run(ToolCall call, Tool tool, ObjectNode arguments) throws InterruptedException {
    var asks = approvals && (tool.kind() == ToolKind.EXECUTE || tool.kind() == ToolKind.EDIT);
    client.update(
        new SessionUpdate.ToolCall(
            call.id(),
            tool.title(arguments),
            tool.kind(),
            asks ? ToolStatus.PENDING : ToolStatus.IN_PROGRESS,
            List.of(),
            Optional.of(arguments)));
    try {
      var outcome = asks ? approved(call, tool, arguments) : used(call, tool, arguments);
      ended(call, outcome);
      return outcome;
    } catch (InterruptedException e) {
      ended(call, Outcome.failure("cancelled"));
      throw e;
    }
  }

  private Outcome approved(ToolCall call, Tool tool, ObjectNode arguments)
      throws InterruptedException {
    var request =
        new PermissionRequest(
            call.id(),
            tool.title(arguments),
            tool.kind(),
            Optional.of(arguments),
            List.of(),
            PermissionRequest.ONCE);
    history.asks(call.id());
    var answer = answer(request);
    history.begins(call.id());
    if (request.isAllowedBy(answer)) {
      client.update(ToolCallUpdate.begun(call.id()));
      return used(call, tool, arguments);
    }
    return Outcome.failure(
        "denied ("
            + switch (answer) {
              case PermissionAnswer.Selected(var _, var reason) -> reason.orElse("by a person");
              case PermissionAnswer.Cancelled() -> "nobody answered";
            }
            + DENIED);
  }

  private PermissionAnswer answer(PermissionRequest request) throws InterruptedException {
    try {
      return client.permission(request);
    } catch (AcpException e) {
      if (e.reason() == AcpException.Reason.CLOSED) {
        throw e;
      }
      return new PermissionAnswer.Selected("", Optional.of("the client cannot be asked"));
    }
  }

  private Outcome used(ToolCall call, Tool tool, ObjectNode arguments) throws InterruptedException {
    try {
      return tool.run(arguments, new Told(call.id()));
    } catch (IllegalArgumentException e) {
      return Outcome.failure(String.valueOf(e.getMessage()));
    }
  }

  private Outcome refused(ToolCall call, String why) {
    client.update(
        new SessionUpdate.ToolCall(
            call.id(),
            call.name(),
            ToolKind.OTHER,
            ToolStatus.PENDING,
            List.of(),
            Optional.empty()));
    var outcome = Outcome.failure(why);
    ended(call, outcome);
    return outcome;
  }

  private void ended(ToolCall call, Outcome outcome) {
    var status = outcome.failed() ? ToolStatus.FAILED : ToolStatus.COMPLETED;
    client.update(ToolCallUpdate.ended(call.id(), status, outcome.shown()));
  }

  private final class Told implements Progress {
    private final String id;

    private Told(String id) {
      this.id = id;
    }

    @Override
    public void printed(String piece, String recent) {
      client.update(ToolCallUpdate.printed(id, List.of(ToolContent.text(recent)), piece));
    }

    @Override
    public void planned(List<PlanEntry> entries) {
      client.update(new SessionUpdate.Plan(entries));
    }
  }
}
