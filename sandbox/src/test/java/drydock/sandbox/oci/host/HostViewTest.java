package drydock.sandbox.oci.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What sandboxes see of a host, on a host made of files.
class HostViewTest {
  @TempDir Path root;
  private Path etc;

  @BeforeEach
  void make() throws IOException {
    etc = Files.createDirectories(root.resolve("host-etc"));
  }

  @Test
  void etc_shows_tool_chains_and_no_secret() throws IOException {
    for (var folder :
        List.of("alternatives", "ssl/certs", "ssl/private", "ssh", "java-21-openjdk")) {
      Files.createDirectories(etc.resolve(folder));
    }
    for (var file : List.of("shadow", "passwd", "gitconfig", "hosts", "ld.so.cache", "services")) {
      Files.writeString(etc.resolve(file), "the host's " + file);
    }
    var folder = root.resolve("etc");

    var mounts = new EtcFolder(etc, folder, Identity.of(0, 0)).compose();

    assertThat(mounts)
        .containsExactly(
            Mount.readOnly(folder, "/etc"),
            Mount.readOnly(etc.resolve("alternatives"), "/etc/alternatives"),
            Mount.readOnly(etc.resolve("java-21-openjdk"), "/etc/java-21-openjdk"),
            Mount.readOnly(etc.resolve("ld.so.cache"), "/etc/ld.so.cache"),
            Mount.readOnly(etc.resolve("ssl/certs"), "/etc/ssl/certs"));
    assertThat(folder.resolve("services")).hasContent("the host's services");
    assertThat(folder.resolve("shadow")).doesNotExist();
    assertThat(folder.resolve("hosts")).content().doesNotContain("the host's");
    assertThat(folder.resolve("passwd")).content().contains("agent:x:1000:1000:");
  }

  @Test
  void pip_keeps_its_index_but_no_password() throws IOException {
    assertThat(
            shown(
                "pip.conf",
                """
                [global]
                index-url = https://mirror.example/simple
                proxy = http://user:secret@proxy.example
                extra-index-url =
                    https://other.example/simple
                    https://user:secret@third.example/simple
                cert = /etc/company.pem
                """))
        .contains(
            """
            [global]
            index-url = https://mirror.example/simple
            extra-index-url =
                https://other.example/simple
            """);
  }

  @Test
  void npm_keeps_its_registry_but_no_token() throws IOException {
    assertThat(
            shown(
                "npmrc",
                """
                registry=https://mirror.example/npm/
                @company:registry = https://mirror.example/company/
                //mirror.example/npm/:_authToken=secret
                _auth=secret
                _password=secret
                """))
        .contains(
            """
            registry=https://mirror.example/npm/
            @company:registry = https://mirror.example/company/
            """);
  }

  @Test
  void maven_keeps_its_mirrors_but_no_server() throws IOException {
    assertThat(
            shown(
                "settings.xml",
                """
                <settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><!-- secret -->
                <servers><server><id>m</id><password>secret</password></server></servers>
                <mirrors><mirror><id>m</id><url>https://mirror.example/ü</url></mirror></mirrors>
                </settings>
                """))
        .hasValueSatisfying(xml ->
            assertThat(xml)
                .contains("<url>https://mirror.example/&#252;</url>")
                .doesNotContain("secret"));
  }

  @Test
  void what_is_not_understood_is_not_shown() throws IOException {
    assertThat(shown("settings.xml", "<settings>secret")).isEmpty();
    assertThat(shown("settings.xml", "<settings><url>http://a:b@c</url></settings>"))
        .contains("<settings/>\n");
    assertThat(PackageSettings.shown(etc.resolve("none"))).isEmpty();
  }

  @Test
  void named_tool_chains_come_first_and_the_newest_jdk_is_java_home() throws IOException {
    var jdks = List.of("jdk-8:1.8.0_402", "jdk-21:21.0.9", "jdk-9:9.0.4");
    for (var jdk : jdks) {
      var parts = List.of(jdk.split(":", 2));
      var bin =
          Files.createDirectories(root.resolve("tools").resolve(parts.getFirst()).resolve("bin"));
      for (var program : List.of("java", "javac")) {
        Files.setAttribute(Files.createFile(bin.resolve(program)), "unix:mode", 0755);
      }
      Files.writeString(
          bin.resolveSibling("release"), "JAVA_VERSION=\"%s\"\n".formatted(parts.getLast()));
    }
    var toolChains = new ToolChains(List.of(root.resolve("tools")));

    assertThat(toolChains.jdks().stream().filter(home -> home.startsWith(root)))
        .containsExactly(
            root.resolve("tools/jdk-21"), root.resolve("tools/jdk-9"), root.resolve("tools/jdk-8"));
    assertThat(toolChains.environment().get("PATH")).startsWith(root.resolve("tools") + ":/usr/");
    assertThat(toolChains.mounts())
        .containsExactly(
            Mount.readOnly(Path.of("/usr"), "/usr"),
            Mount.readOnly(root.resolve("tools"), root.resolve("tools").toString()));
  }

  private Optional<String> shown(String name, String content) throws IOException {
    return PackageSettings.shown(Files.writeString(etc.resolve(name), content));
  }
}
