package drydock.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.app.settings.Settings;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.door.provider.Provider;
import drydock.door.provider.Providers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// The model of tasks that name none: the operator's, else the first of the first provider. A
/// server of one's own (Ollama, llama.cpp) is asked which it has.
final class FirstModel {
  private final Settings settings;
  private final Providers providers;

  FirstModel(Settings settings, Providers providers) {
    this.settings = settings;
    this.providers = providers;
  }

  Optional<ModelName> find() {
    if (settings.models().preferred().isPresent()) {
      return settings.models().preferred();
    }
    return settings.models().providers().stream()
        .filter(p -> !(p instanceof Provider.Scripted))
        .findFirst()
        .flatMap(this::first);
  }

  private Optional<ModelName> first(Provider provider) {
    if (provider instanceof Provider.Remote(var name, var url, var key, _, _, _) && key.isEmpty()) {
      var asked = ask(url).map(model -> new ModelName(name, model));
      if (asked.isPresent()) {
        return asked;
      }
    }
    return providers.list().stream()
        .map(ModelSpec::name)
        .filter(model -> model.provider().equals(provider.name()))
        .findFirst();
  }

  /// `GET /models` (OpenAI API reference, "List models"). A server that does not answer now may
  /// later: then tasks must name their model.
  private static Optional<String> ask(URI base) {
    var text = base.toString().replaceAll("/+$", "");
    var uri = URI.create((text.endsWith("/v1") ? text : text + "/v1") + "/models");
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      var response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build(),
              BodyHandlers.ofString());
      var id = new ObjectMapper().readTree(response.body()).path("data").path(0).path("id");
      return Optional.of(id.asText("")).filter(model -> !model.isEmpty());
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
