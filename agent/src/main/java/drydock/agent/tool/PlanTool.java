package drydock.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.PlanEntry;
import drydock.acp.ToolKind;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Shows a person the plan, and keeps a model to it.
public final class PlanTool implements Tool {
  private static final Set<String> STATUSES = Set.of("pending", "in_progress", "completed");

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public ToolKind kind() {
    return ToolKind.THINK;
  }

  @Override
  public String title(ObjectNode arguments) {
    return "Plan";
  }

  @Override
  public Outcome run(ObjectNode arguments, Progress progress) {
    var entries = arguments.path("entries");
    if (!entries.isArray()) {
      return Outcome.failure("'entries' is missing: give a list of {text, status}");
    }
    progress.planned(
        StreamSupport.stream(entries.spliterator(), false).map(PlanTool::entry).toList());
    return Outcome.said("plan shown");
  }

  private static PlanEntry entry(JsonNode node) {
    var status = node.path("status").asText("");
    return new PlanEntry(
        node.path("text").asText(""), "medium", STATUSES.contains(status) ? status : "pending");
  }
}
