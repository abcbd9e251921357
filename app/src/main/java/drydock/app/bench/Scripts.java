package drydock.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The canned models of the benchmark.
final class Scripts {
  private Scripts() {}

  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("say.jsonl"), reply("Nothing to do.", null));
    var ten = new StringBuilder();
    for (var i = 0; i < 9; i++) {
      ten.append(reply("", "cat d0/f" + i + ".txt"));
    }
    ten.append(reply("", "echo changed >> d0/f0.txt"));
    ten.append(reply("Changed one file.", null));
    Files.writeString(folder.resolve("ten.jsonl"), ten);
    Files.writeString(folder.resolve("sleep.jsonl"), reply("", "sleep 20") + reply("Slept.", null));
    return folder;
  }

  private static String reply(String text, @Nullable String command) {
    return reply(text, command, false);
  }

  /// @param again whether it is said again if its command was interrupted
  static String reply(String text, @Nullable String command, boolean again) {
    var calls =
        command == null
            ? ""
            : ",\"toolCalls\":[{\"name\":\"bash\",\"arguments\":{\"command\":\"%s\"}}]"
                .formatted(command);
    return "{\"reply\":{\"text\":\"%s\"%s},\"usage\":{\"input\":1000,\"output\":20},\"again\":%s}\n"
        .formatted(text, calls, again);
  }
}
