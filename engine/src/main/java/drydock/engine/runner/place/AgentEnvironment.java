package drydock.engine.runner.place;

import drydock.domain.Secret;
import drydock.domain.model.ModelSpec;
import drydock.domain.task.Mode;
import drydock.engine.home.Workspace;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How an agent finds its model and what it may know: environment variables of its process. Pure.
/// The same names serve our agent and others (docs/agents.md).
public final class AgentEnvironment {
  private AgentEnvironment() {}

  public static Map<String, String> of(ModelSpec model, Mode mode, Secret token) {
    var gateway = "http://127.0.0.1:" + RunnerSettings.RELAY_PORT;
    var environment = new HashMap<String, String>();
    environment.put("OPENAI_BASE_URL", gateway + "/openai/v1");
    environment.put("OPENAI_API_KEY", token.reveal());
    environment.put("ANTHROPIC_BASE_URL", gateway + "/anthropic");
    environment.put("ANTHROPIC_API_KEY", token.reveal());
    environment.put("DRYDOCK_MODEL", model.name().model());
    environment.put("DRYDOCK_DIALECT", model.dialect().name().toLowerCase(Locale.ROOT));
    environment.put("DRYDOCK_CONTEXT_TOKENS", String.valueOf(model.contextTokens()));
    environment.put("DRYDOCK_MAX_OUTPUT_TOKENS", String.valueOf(model.maxOutputTokens()));
    environment.put("DRYDOCK_TOOLS", model.tools().name().toLowerCase(Locale.ROOT));
    environment.put("DRYDOCK_VISION", model.vision() ? "pictures" : "none");
    environment.put("DRYDOCK_MODE", mode == Mode.ASK ? "ask" : "code");
    environment.put("DRYDOCK_SHELL_ENV", "/app/shell.env");
    environment.put("DRYDOCK_OUTPUT", Workspace.OUTPUT);
    environment.put("IS_SANDBOX", "1");
    return environment;
  }
}
