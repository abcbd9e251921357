package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.api.TaskCreate;
import drydock.domain.RefusedException;
import drydock.engine.Workstation;
import drydock.server.edge.LimitedStream;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A task asked for as `multipart/form-data`: the fields of the JSON form, objects as JSON text,
/// and the code as `archive`. Files go to disk as they arrive, then to the workstation.
final class TaskForm {
  private static final Set<String> AS_JSON =
      Set.of("repo", "environment", "budget", "attachments", "attempts");
  private static final String ARCHIVE = "archive";

  private final Workstation workstation;
  private final Wire wire;
  private final Path scratch;
  private final long maxUploadBytes;

  TaskForm(Workstation workstation, Wire wire, Routes.UploadLimits limits) {
    this.workstation = workstation;
    this.wire = wire;
    this.scratch = limits.scratch();
    this.maxUploadBytes = limits.maxBytes();
  }

  /// @throws RefusedException if the form is broken, or too large
  TaskCreate read(Context ctx) throws IOException {
    Wire.requirePlain(ctx);
    if (ctx.req().getContentLengthLong() > maxUploadBytes + Wire.MAX_JSON_BYTES) {
      throw LimitedStream.tooLarge(maxUploadBytes);
    }
    var limits =
        new MultipartConfigElement(
            scratch.toString(), maxUploadBytes, maxUploadBytes + Wire.MAX_JSON_BYTES, 0);
    ctx.req().setAttribute("org.eclipse.jetty.multipartConfig", limits);
    try {
      return task(ctx);
    } catch (ServletException e) {
      throw refused(e);
    }
  }

  /// Jetty has no types for what is wrong with a form: the innermost message tells.
  private RefusedException refused(ServletException e) {
    Throwable innermost = e;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    var message = String.valueOf(innermost.getMessage());
    return message.startsWith("max ") && message.contains(" exceeded")
        ? LimitedStream.tooLarge(maxUploadBytes)
        : Query.bad("the form cannot be read: " + message);
  }

  private TaskCreate task(Context ctx) throws IOException, ServletException {
    var fields = new HashMap<String, Object>();
    var upload = "";
    for (var part : ctx.req().getParts()) {
      if (part.getName().equals(ARCHIVE)) {
        upload = store(part);
      } else if (!isLeftEmpty(part) && fields.put(part.getName(), value(part)) != null) {
        throw Query.bad("the field '" + part.getName() + "' comes twice");
      }
    }
    if (!upload.isEmpty()) {
      fields.merge("repo", Map.of("upload", upload), TaskForm::withUpload);
    }
    return wire.read(wire.write(fields), TaskCreate.class);
  }

  /// As a browser sends a field that nobody filled in.
  private static boolean isLeftEmpty(Part field) {
    return field.getSize() == 0 && !field.getName().equals("prompt");
  }

  private String store(Part archive) throws IOException {
    try (var bytes = archive.getInputStream()) {
      var name = archive.getSubmittedFileName();
      return workstation.upload(bytes, name == null ? ARCHIVE : name).id();
    }
  }

  private Object value(Part field) throws IOException {
    if (field.getSize() > Wire.MAX_JSON_BYTES) {
      throw LimitedStream.tooLarge(Wire.MAX_JSON_BYTES);
    }
    try (var bytes = field.getInputStream()) {
      var text = new String(bytes.readAllBytes(), UTF_8);
      return AS_JSON.contains(field.getName()) ? wire.read(text, Object.class) : text;
    }
  }

  private static Object withUpload(Object repo, Object upload) {
    if (!(repo instanceof Map<?, ?> asked) || asked.containsKey("url")) {
      throw Query.bad("the form has both an 'archive' and a repo; keep one");
    }
    var merged = new HashMap<Object, Object>(asked);
    merged.putAll((Map<?, ?>) upload);
    return merged;
  }
}
