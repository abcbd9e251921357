package drydock.server.routes;

import drydock.api.TaskCreate;
import drydock.domain.task.Source;
import drydock.engine.Allowance;
import drydock.engine.Draft;
import drydock.server.edge.Query;
import java.util.List;
import java.util.Optional;

/// From the wire's request to the engine's. Pure.
final class Drafts {
  private Drafts() {}

  static Draft of(TaskCreate asked) {
    return new Draft(
        asked.prompt(),
        asked.mode(),
        asked.repo().flatMap(Drafts::source),
        asked.agent(),
        asked.model(),
        asked.attempts(),
        asked.check(),
        asked.environment().flatMap(TaskCreate.Environment::setup),
        allowance(asked.budget()),
        asked.attachments().orElse(List.of()));
  }

  static Allowance allowance(Optional<TaskCreate.Limits> asked) {
    return new Allowance(
        asked.flatMap(TaskCreate.Limits::usd),
        asked.flatMap(TaskCreate.Limits::tokens),
        asked.flatMap(TaskCreate.Limits::calls),
        asked.flatMap(TaskCreate.Limits::time));
  }

  private static Optional<Source> source(TaskCreate.Repo repo) {
    if (repo.url().isPresent() && repo.upload().isPresent()) {
      throw Query.bad("repo has either 'url' or 'upload', not both");
    }
    if (repo.url().isEmpty() && repo.upload().isEmpty() && repo.ref().isPresent()) {
      throw Query.bad("repo has a 'ref' but neither 'url' nor 'upload'");
    }
    return repo.url()
        .<Source>map(url -> new Source.Git(url, repo.ref()))
        .or(() -> repo.upload().map(upload -> new Source.Upload(upload, repo.ref())));
  }
}
