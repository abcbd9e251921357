package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import drydock.domain.PictureType;
import drydock.engine.TaskFiles;
import drydock.server.edge.ByteRange;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
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
    try (var bytes = FileChannel.open(file, READ, LinkOption.NOFOLLOW_LINKS)) {
      if (OUR_LOGS.contains(name)) {
        asText(ctx, name);
      } else {
        kept(ctx, bytes, name);
      }
      part(ctx, bytes);
    }
  }

  /// A picture that a person attached is shown to people; nothing else of a file's content decides.
  private static void kept(Context ctx, FileChannel bytes, String name) throws IOException {
    var last = name.substring(name.lastIndexOf('/') + 1);
    var head = ByteBuffer.allocate(PictureType.HEAD);
    var type =
        name.startsWith(TaskFiles.ATTACHMENTS) && bytes.read(head, 0) > 0
            ? PictureType.of(head.array())
            : Optional.<PictureType>empty();
    if (type.isPresent()) {
      ctx.contentType(type.get().mime());
      disposition(ctx, "inline", last);
    } else {
      asFile(ctx, "application/octet-stream", last);
    }
  }

  /// A file of a repository: a picture is shown, anything else is to be saved.
  static void content(Context ctx, byte[] content, String name) {
    var type = PictureType.of(content);
    ctx.contentType(type.map(PictureType::mime).orElse("application/octet-stream"));
    disposition(ctx, type.isPresent() ? "inline" : "attachment", name);
    ctx.result(content);
  }

  private static void part(Context ctx, FileChannel bytes) throws IOException {
    var size = bytes.size();
    ctx.header("Accept-Ranges", "bytes");
    // There is no validator that `If-Range` could name: the whole is right.
    var asked =
        Optional.ofNullable(ctx.header("Range")).filter(_ -> ctx.header("If-Range") == null);
    var range = ByteRange.of(asked, size);
    range.ifPresent(it -> ctx.header("Content-Range", it.content(size)));
    if (range.isPresent() && range.get().isBeyond()) {
      throw new HttpResponseException(416, "the file has " + size + " bytes: ask for some of them");
    }
    range.ifPresent(_ -> ctx.status(206));
    var from = range.map(ByteRange::from).orElse(0L);
    var in = Channels.newInputStream(bytes.position(from));
    var out = ctx.outputStream();
    if (range.isEmpty()) {
      in.transferTo(out);
      return;
    }
    var buffer = new byte[64 * 1024];
    for (var left = range.get().length(); left > 0; ) {
      var n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        break;
      }
      out.write(buffer, 0, n);
      left -= n;
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
