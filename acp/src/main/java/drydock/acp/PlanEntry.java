package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;

/// A step of an agent's plan.
///
/// @param priority `high`, `medium` or `low`
/// @param status `pending`, `in_progress` or `completed`
public record PlanEntry(String content, String priority, String status) {
  JsonNode json() {
    return Json.object().put("content", content).put("priority", priority).put("status", status);
  }

  static PlanEntry of(JsonNode node) {
    return new PlanEntry(
        Json.text(node, "content"),
        node.path("priority").asText("medium"),
        node.path("status").asText("pending"));
  }
}
