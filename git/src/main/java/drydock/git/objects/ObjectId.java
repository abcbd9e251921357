package drydock.git.objects;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      sha.update(("blob " + content.length + "\0").getBytes(US_ASCII));
      return HexFormat.of().formatHex(sha.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
