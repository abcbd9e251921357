package drydock.agent.model;

import com.fasterxml.jackson.databind.JsonNode;

/// A tool, as a model is told of it.
///
/// @param parameters a JSON schema of an object
public record ToolSpec(String name, String description, JsonNode parameters) {}
