package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.api.FileList;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Task;
import drydock.engine.TaskFiles;
import drydock.engine.Workstation;
import drydock.engine.runner.Trees.Side;
import drydock.server.edge.Addresses;
import drydock.server.edge.Headers;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a task left: its diff, its tree, its logs.
final class FileRoutes {
  private static final Pattern OF_ATTEMPT = Pattern.compile("attempt-([1-9]\\d{0,5})/(.+)");

  private final Workstation workstation;
  private final Wire wire;
  private final Addresses addresses;

  FileRoutes(Workstation workstation, Wire wire, Addresses addresses) {
    this.workstation = workstation;
    this.wire = wire;
    this.addresses = addresses;
  }

  void patch(Context ctx) throws IOException {
    var task = task(ctx);
    var attempt = Query.attempt(ctx, task);
    Downloads.asText(ctx, task.id() + ".patch");
    files().writePatch(attempt, ctx.outputStream());
  }

  void diff(Context ctx) {
    var attempt = Query.attempt(ctx, task(ctx));
    var diff = files().diffJson(attempt).orElseThrow(() -> Query.notFound("there is no diff yet"));
    ctx.contentType("application/json").result(diff);
  }

  void tree(Context ctx) throws IOException {
    var task = task(ctx);
    var attempt = Query.attempt(ctx, task);
    Downloads.asFile(ctx, "application/zip", task.id() + ".zip");
    if (!files().writeTree(attempt, ctx.res().getOutputStream())) {
      ctx.res().reset();
      Headers.strict(ctx);
      throw Query.notFound("there is no changed tree yet");
    }
  }

  void blob(Context ctx) {
    var attempt = Query.attempt(ctx, task(ctx));
    var side =
        switch (Query.text(ctx, "side").orElse("new")) {
          case "old" -> Side.OLD;
          case "new" -> Side.NEW;
          default -> throw Query.bad("side is old or new");
        };
    var path = ctx.queryParam("path");
    if (path == null || path.isEmpty() || path.length() > 4096) {
      throw Query.bad("path is missing, or longer than 4096 characters");
    }
    var content = files().blob(attempt, side, path);
    Downloads.content(ctx, content, path.substring(path.lastIndexOf('/') + 1));
  }

  void logs(Context ctx) throws IOException {
    var task = task(ctx);
    Downloads.asFile(ctx, "application/zip", task.id() + "-logs.zip");
    try (var zip = new ZipOutputStream(ctx.res().getOutputStream(), UTF_8)) {
      for (var attempt : task.attempts()) {
        for (var file : files().list(attempt.id())) {
          if (!file.path().startsWith(TaskFiles.ATTACHMENTS)) {
            add(zip, attempt.id(), file.path());
          }
        }
      }
    }
  }

  private void add(ZipOutputStream zip, AttemptId attempt, String name) throws IOException {
    var path = files().find(attempt, name);
    if (path.isPresent()) {
      zip.putNextEntry(new ZipEntry(folder(attempt) + name));
      Files.copy(path.get(), zip);
      zip.closeEntry();
    }
  }

  void list(Context ctx) {
    var task = task(ctx);
    var shown =
        task.attempts().stream().map(Attempt::id).flatMap(attempt -> listed(ctx, attempt)).toList();
    wire.answer(ctx, 200, new FileList(shown));
  }

  private Stream<FileList.FileShown> listed(Context ctx, AttemptId attempt) {
    return files().list(attempt).stream()
        .map(file -> {
          var path = "/logs/" + attempt.task() + "/" + encoded(folder(attempt) + file.path());
          var address = addresses.of(ctx, path);
          return new FileList.FileShown(attempt.number(), file.path(), file.bytes(), address);
        });
  }

  void file(Context ctx) throws IOException {
    var task = task(ctx);
    var asked = ctx.pathParam("file");
    var ofAttempt = OF_ATTEMPT.matcher(asked);
    var attempt =
        Query.attempt(task, ofAttempt.matches() ? Integer.parseInt(ofAttempt.group(1)) : 1);
    var name = ofAttempt.matches() ? ofAttempt.group(2) : asked;
    var path =
        files().find(attempt, name).orElseThrow(() -> Query.notFound("there is no such file"));
    Downloads.send(ctx, path, name);
  }

  /// As on disk: the files of the first attempt lie at the top.
  private static String folder(AttemptId attempt) {
    return attempt.number() == 1 ? "" : "attempt-" + attempt.number() + "/";
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private Task task(Context ctx) {
    return workstation.task(Query.taskId(ctx));
  }

  private TaskFiles files() {
    return workstation.files();
  }
}
