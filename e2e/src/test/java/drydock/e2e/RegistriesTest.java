package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Registry;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A repository's set-up installs from the package registries, with nothing done by the user; then
/// the agent builds with no network at all.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class RegistriesTest {
  @Test
  void set_up_installs_with_npm_and_the_agent_builds_offline(Drydock drydock) {
    assumeTrue(Registry.NPM.answers(), "there is no npm here, or its registry does not answer");
    installs(
        drydock,
        "npm",
        Map.of(
            "package.json", "{\"name\":\"x\",\"dependencies\":{\"left-pad\":\"1.3.0\"}}\n",
            "setup.sh", "npm install --no-package-lock\n",
            ".gitignore", "node_modules/\n"),
        "node -e 'console.log(require(\"left-pad\")(\"installed\", 10, \"+\"))'",
        "+installed");
  }

  @Test
  void set_up_installs_with_pip_and_the_agent_builds_offline(Drydock drydock) {
    assumeTrue(Registry.PIP.answers(), "there is no pip here, or its index does not answer");
    installs(
        drydock,
        "pip",
        Map.of(
            "requirements.txt", "six==1.16.0\n",
            "setup.sh",
                """
                python3 -m venv .venv
                . .venv/bin/activate
                pip install -r requirements.txt
                """,
            ".gitignore", ".venv/\n"),
        "python -c 'import six; print(\"+installed\", six.__version__)'",
        "+installed 1.16.0");
  }

  @Test
  void set_up_installs_with_maven_and_the_agent_builds_offline(Drydock drydock) {
    assumeTrue(
        Registry.MAVEN.answers(), "there is no Maven here, or its repository does not answer");
    installs(
        drydock,
        "mvn",
        Map.of(
            "pom.xml", POM,
            "setup.sh", "mvn -B -q -ntp dependency:copy-dependencies\n",
            ".gitignore", "target/\n"),
        "mvn -B -q -o dependency:copy-dependencies && ls target/dependency | sed s/^/+installed-/",
        "+installed-jspecify-1.0.0.jar");
  }

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId>
        <artifactId>x</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <dependencies>
          <dependency>
            <groupId>org.jspecify</groupId>
            <artifactId>jspecify</artifactId>
            <version>1.0.0</version>
          </dependency>
        </dependencies>
      </project>
      """;

  private static void installs(
      Drydock drydock, String name, Map<String, String> files, String build, String prints) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), name, files);
    drydock.place().script(name, Asked.runs("", build) + Asked.says("Built."));

    var id = client.create(Asked.task("Build.", repository, name));

    var task = client.ended(id);
    assertThat(task.path("state").asText())
        .as(() -> client.story(id) + client.get("/logs/" + id + "/setup.log").text())
        .isEqualTo("succeeded");
    assertThat(client.events(id))
        .as(client.story(id))
        .anyMatch(event -> event.at("/tried/decision").asText().equals("allowed"))
        .anyMatch(event -> event.path("output").asText().contains(prints));
    assertThat(client.patch(id)).isEmpty();
  }
}
