package drydock.engine.runner.output;

import drydock.acp.ContentBlock;
import drydock.domain.PictureType;
import drydock.domain.port.Inbox.Message.Say;
import drydock.engine.home.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What came with a person's words, as an agent is told of it: where each file lies, and the
/// pictures among them for an agent that can see.
public record Attached(Workspace workspace) {
  private static final String INSIDE = "/app/attachments/";

  /// Vendors take 5 MB of base64.
  private static final long MOST_BYTES = 3_700_000;

  /// Of one message: what fits into a line of the protocol.
  private static final long MOST_IN_ALL = 11_000_000;

  /// The words, and where what came with them lies.
  public String spoken(Say say) {
    return say.attachments().isEmpty()
        ? say.text()
        : say.attachments().stream()
            .map(this::inside)
            .collect(Collectors.joining("\n", say.text() + "\n\nAttached:\n", ""));
  }

  private String inside(String id) {
    return workspace
        .attachment(id)
        .map(file -> INSIDE + workspace.attachments().relativize(file))
        .orElse(INSIDE + id);
  }

  /// The pictures that came with these words, in order, for as long as there is room. They are
  /// known by their first bytes, whatever they are called.
  public List<ContentBlock.Image> pictures(List<Say> said) {
    var pictures = new ArrayList<ContentBlock.Image>();
    var left = MOST_IN_ALL;
    for (var id : said.stream().flatMap(say -> say.attachments().stream()).distinct().toList()) {
      var file = workspace.attachment(id).filter(it -> size(it) <= MOST_BYTES);
      if (file.isPresent() && size(file.get()) <= left) {
        var picture = picture(file.get());
        picture.ifPresent(pictures::add);
        left -= picture.isPresent() ? size(file.get()) : 0;
      }
    }
    return pictures;
  }

  private static Optional<ContentBlock.Image> picture(Path file) {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes((int) MOST_BYTES);
      return PictureType.of(bytes)
          .map(type ->
              new ContentBlock.Image(type.mime(), Base64.getEncoder().encodeToString(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Files.size(file)
          : Long.MAX_VALUE;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
