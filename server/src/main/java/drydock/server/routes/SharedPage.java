package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.api.SharedTask;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page behind a link as built, with a head that says what is behind it: what a chat shows of
/// the link before anyone opens it. It says no more than the page does. Read once.
record SharedPage(String before, String after) {
  private static final String TITLE = "<title>Shared task · Drydock</title>";
  private static final String MISSING =
      "<p>The web pages are not built: start Drydock by ./drydock up, which builds them.</p>";
  private static final int MOST_TITLE = 80;

  /// @param folder of the web workstation; without it the page is its head alone
  static SharedPage in(Path folder) {
    var file = folder.resolve("share.html");
    if (!Files.isRegularFile(file)) {
      return new SharedPage("<!doctype html>", MISSING);
    }
    try {
      var page = Files.readString(file, UTF_8);
      var at = page.indexOf(TITLE);
      if (at < 0) {
        throw new IllegalStateException(file + " has no " + TITLE);
      }
      return new SharedPage(page.substring(0, at), page.substring(at + TITLE.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param task as strangers see it
  String of(SharedTask task) {
    var title = title(task.prompt());
    return with(
        List.of(
            "<title>" + escaped(title) + " · Drydock</title>",
            meta("name", "description", description(task)),
            meta("property", "og:site_name", "Drydock"),
            meta("property", "og:type", "article"),
            meta("property", "og:title", title),
            meta("property", "og:description", description(task)),
            meta("name", "twitter:card", "summary")));
  }

  /// The same for every link behind which there is nothing; the page need not ask again.
  String gone() {
    return with(List.of("<title>Not here · Drydock</title>", meta("name", "drydock:link", "gone")));
  }

  private String with(List<String> head) {
    return before + String.join("\n    ", head) + after;
  }

  /// The first line that says something, without what could turn a line about.
  static String title(String prompt) {
    var line =
        prompt
            .lines()
            .map(it -> it.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").replaceFirst("^[#\\s]+", ""))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse("Shared task");
    var length = line.codePointCount(0, line.length());
    return length <= MOST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_TITLE - 1)).strip() + "…";
  }

  private static String description(SharedTask task) {
    var result = task.result();
    return Stream.of(
            Optional.of(state(task)),
            result.diffStat().map(SharedPage::changes),
            result.check().map(CheckResult::status).map(SharedPage::check))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static String state(SharedTask task) {
    return switch (task.state()) {
      case SUCCEEDED -> "Done";
      case FAILED -> "Failed";
      case CANCELED -> "Canceled";
      case QUEUED, PREPARING, SETTING_UP, RUNNING, WAITING, COLLECTING -> "Running";
    };
  }

  private static String changes(DiffStat stat) {
    return stat.files() == 0
        ? "nothing changed"
        : "%d %s, +%d −%d"
            .formatted(
                stat.files(),
                stat.files() == 1 ? "file" : "files",
                stat.additions(),
                stat.deletions());
  }

  private static String check(CheckResult.Status status) {
    return "check " + status.name().toLowerCase(Locale.ROOT);
  }

  private static String meta(String kind, String name, String content) {
    return "<meta %s=\"%s\" content=\"%s\">".formatted(kind, name, escaped(content));
  }

  /// For text and for attributes in double quotes.
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
