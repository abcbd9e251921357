package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/// How files go out. What they hold came from a sandbox: only our own logs are shown as text,
/// anything else is to be saved, and nothing is ever a page.
final class Downloads {
  private static final Set<String> OUR_LOGS =
      Set.of(
          "task.json",
          "prompt.txt",
          "llm_response.txt",
          "gateway.jsonl",
          "setup.log",
          "agent.log",
          "events.jsonl",
          "explanation.md",
          "diff.patch",
          "check.log");

  private Downloads() {}

  static void send(Context ctx, Path file, String name) throws IOException {
    if (OUR_LOGS.contains(name)) {
      asText(ctx, name);
    } else {
      asFile(ctx, "application/octet-stream", name.substring(name.lastIndexOf('/') + 1));
    }
    try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      bytes.transferTo(ctx.outputStream());
    }
  }

  static void asText(Context ctx, String name) {
    ctx.contentType("text/plain; charset=utf-8");
    disposition(ctx, "inline", name);
  }

  static void asFile(Context ctx, String type, String name) {
    ctx.contentType(type);
    disposition(ctx, "attachment", name);
  }

  /// RFC 6266: `filename*` alone, which takes any name.
  private static void disposition(Context ctx, String kind, String name) {
    var encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
    ctx.header("Content-Disposition", kind + "; filename*=UTF-8''" + encoded);
  }
}
