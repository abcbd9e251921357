package drydock.domain.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The ways in which a value is commonly written. Line ends are left out: [Masking] looks through
/// them. Pure.
final class Forms {
  private Forms() {}

  static Set<String> of(String secret) {
    var bytes = secret.getBytes(UTF_8);
    var forms = new LinkedHashSet<String>();
    forms.add(secret);
    // As bytes are looked at, each one character.
    forms.add(new String(bytes, ISO_8859_1));
    forms.add(inJson(secret));
    forms.add(URLEncoder.encode(secret, UTF_8));
    forms.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
    var hex = HexFormat.of().formatHex(bytes);
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    var percent = HexFormat.of().withPrefix("%");
    forms.add(percent.formatHex(bytes));
    forms.add(percent.withUpperCase().formatHex(bytes));
    for (var offset = 0; offset < 3; offset++) {
      forms.add(inside(Base64.getEncoder(), bytes, offset));
      forms.add(inside(Base64.getUrlEncoder(), bytes, offset));
    }
    return forms.stream()
        .map(form -> form.replaceAll("[\\r\\n]", ""))
        .filter(form -> form.length() >= Secrets.SHORTEST)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The characters of base64 that say these bytes alone, when so many others stand before them in
  /// their group of three (RFC 4648, section 4: each character holds 6 bits).
  private static String inside(Base64.Encoder encoder, byte[] secret, int offset) {
    var bytes = new byte[offset + secret.length];
    System.arraycopy(secret, 0, bytes, offset, secret.length);
    var from = (offset * 8 + 5) / 6;
    var to = bytes.length * 8 / 6;
    return encoder.encodeToString(bytes).substring(from, to);
  }

  /// RFC 8259, section 7; the escapes that writers choose.
  private static String inJson(String secret) {
    return secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
  }
}
