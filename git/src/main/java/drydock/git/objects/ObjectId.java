package drydock.git.objects;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Git's names of objects (gitglossary: the SHA-1 of type, length and content).
public final class ObjectId {
  public static final String EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

  private ObjectId() {}

  public static boolean isFull(String text) {
    return text.matches("[0-9a-f]{40}");
  }

  public static String ofBlob(byte[] content) {
    return HexFormat.of().formatHex(blob(content.length).digest(content));
  }

  /// @param length of the content, which is read to its end
  public static String ofBlob(InputStream content, long length) throws IOException {
    var sha = blob(length);
    var buffer = new byte[64 * 1024];
    for (var got = content.read(buffer); got >= 0; got = content.read(buffer)) {
      sha.update(buffer, 0, got);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest blob(long length) {
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      sha.update(("blob " + length + "\0").getBytes(US_ASCII));
      return sha;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
