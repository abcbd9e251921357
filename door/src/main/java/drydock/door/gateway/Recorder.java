package drydock.door.gateway;

import drydock.domain.secret.Secrets;
import drydock.door.dialect.Json;
import drydock.door.gateway.CallRecord.Asked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes an attempt's model calls down: `gateway.jsonl`, `prompt.txt`, `llm_response.txt`. A disk
/// that is full or gone costs the record, never the call: what could not be written whole is taken
/// back, and the server's log says so once. Thread safe.
public final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Path folder;
  private final Secrets secrets;
  private final Transcript transcript = new Transcript();
  private final Lock prompts = new ReentrantLock();
  private final Lock answers = new ReentrantLock();
  private volatile boolean failed;

  /// @param folder an existing one; files are made with the first call
  public Recorder(Path folder, Secrets secrets) {
    this.folder = folder;
    this.secrets = secrets;
  }

  void begins(Asked asked) {
    prompts.lock();
    try {
      append("prompt.txt", secrets.mask(transcript.prompt(asked)));
    } finally {
      prompts.unlock();
    }
  }

  /// Lets the client have the end of its answer, and writes while it works on that; but before the
  /// record of any call that the client makes after it, so that the file plays back in order.
  void ended(CallRecord call, Runnable letGo) {
    answers.lock();
    try {
      letGo.run();
      append("gateway.jsonl", Json.write(Masked.record(call.json(), secrets)) + "\n");
      append("llm_response.txt", secrets.mask(Transcript.response(call)));
    } finally {
      answers.unlock();
    }
  }

  private void append(String name, String text) {
    try (var file =
        FileChannel.open(
            folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var end = file.size();
      try {
        file.position(end);
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      } catch (IOException e) {
        file.truncate(end);
        throw e;
      }
    } catch (IOException e) {
      if (!failed) {
        LOG.warn("model calls are not recorded in {}: {}", folder, e.toString());
      }
      failed = true;
    }
  }
}
