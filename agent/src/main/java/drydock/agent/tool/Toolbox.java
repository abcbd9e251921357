package drydock.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.agent.model.Json;
import drydock.agent.model.ToolSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The tools of a session, and how a model is told of them.
public final class Toolbox {
  private final List<Tool> tools;
  private final List<ToolSpec> specs;

  private Toolbox(List<Tool> tools) {
    var texts = texts();
    this.tools = List.copyOf(tools);
    this.specs = tools.stream().map(tool -> spec(tool, texts)).toList();
  }

  /// To answer a question: nothing that only changes files.
  public static Toolbox toAsk(Workplace place) {
    return new Toolbox(List.of(new BashTool(place), new ReadTool(place), new SearchTool(place)));
  }

  public static Toolbox toCode(Workplace place) {
    return new Toolbox(
        List.of(
            new BashTool(place),
            new ReadTool(place),
            new EditTool(place),
            new WriteTool(place),
            new SearchTool(place),
            new PlanTool()));
  }

  public List<ToolSpec> specs() {
    return specs;
  }

  public Optional<Tool> find(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  public String names() {
    return String.join(", ", tools.stream().map(Tool::name).toList());
  }

  private static ToolSpec spec(Tool tool, JsonNode texts) {
    var text = texts.path(tool.name());
    return new ToolSpec(tool.name(), text.path("description").asText(), text.path("parameters"));
  }

  private static JsonNode texts() {
    try (var in = Toolbox.class.getResourceAsStream("tools.json")) {
      if (in == null) {
        throw new IllegalStateException("tools.json is missing");
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.parse(text).orElseThrow(() -> new IllegalStateException("tools.json is broken"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
