package drydock.domain.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String KEY = "sk-proj-Zr8/dQ+1xT=4_aWe90";
  private static final String LONG = "key:" + "0123456789abcdefGHIJ".repeat(9);
  private static final String ODD = "p\u00e4ss\"w\\rd & more";
  private static final List<String> ALL = List.of(KEY, LONG, ODD);
  private static final Secrets SECRETS = new Secrets(ALL.stream().map(Secret::new).toList());

  /// What people and programs make of a secret.
  static Stream<String> written() {
    return ALL.stream()
        .flatMap(secret ->
            Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                hex(secret),
                hex(secret).toUpperCase(Locale.ROOT),
                base64("" + secret),
                base64("a" + secret),
                base64("ab" + secret + "c"),
                Base64.getMimeEncoder().encodeToString(("user:" + secret).getBytes(UTF_8)),
                Base64.getUrlEncoder().encodeToString(("?" + secret + "?").getBytes(UTF_8)),
                secret.replace("\\", "\\\\").replace("\"", "\\\"")));
  }

  @ParameterizedTest
  @MethodSource("written")
  void no_form_of_a_secret_is_left(String written) {
    var masked = SECRETS.mask("before " + written + " after");
    assertThat(masked).startsWith("before ").endsWith(" after").contains("***");
    // Of base64, the characters at both ends may say a few bits of a neighbour.
    assertThat(masked.length()).isLessThanOrEqualTo("before *** after".length() + 16);
  }

  @Test
  void however_a_text_is_cut_the_same_is_masked() {
    var random = new Random(20261123);
    for (var round = 0; round < 2_000; round++) {
      var text = text(random);
      var whole = SECRETS.mask(text);
      assertThat(ALL).noneMatch(whole::contains);
      assertThat(inPieces(text, random)).isEqualTo(whole);
    }
  }

  private static String text(Random random) {
    var forms = written().toList();
    var text = new StringBuilder();
    for (var part = random.nextInt(1, 6); part > 0; part--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append("a line\n\r\n".repeat(random.nextInt(3)));
        case 1 -> text.append(KEY, 0, random.nextInt(KEY.length()));
        case 2 -> text.append(LONG, 0, random.nextInt(LONG.length()));
        default -> text.append(forms.get(random.nextInt(forms.size())));
      }
    }
    return text.toString();
  }

  private static String inPieces(String text, Random random) {
    var masking = SECRETS.stream();
    var out = new StringBuilder();
    for (var at = 0; at < text.length(); ) {
      var to = Math.min(text.length(), at + 1 + random.nextInt(12));
      out.append(masking.next(text.substring(at, to)));
      at = to;
    }
    return out.append(masking.end()).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "nothing to hide", "sk-proj-Zr8/dQ+1xT", "s\nk-proj-\n", "key:0123"})
  void what_is_no_secret_stays_as_it_is(String text) {
    assertThat(SECRETS.mask(text)).isEqualTo(text);
    assertThat(new Secrets().mask(KEY)).isEqualTo(KEY);
  }

  @Test
  void what_cannot_be_the_beginning_of_a_secret_is_not_held_back() {
    var masking = SECRETS.stream();
    assertThat(masking.next("Password: sk-\n")).isEqualTo("Password: sk-\n");
    assertThat(masking.next("x sk-pr")).isEqualTo("x ");
    assertThat(masking.next("udence.")).isEqualTo("sk-prudence.");
    assertThat(masking.end()).isEmpty();
  }

  @Test
  void of_a_secret_within_a_longer_one_nothing_is_left_over() {
    var nested = new Secrets(List.of(new Secret("abcdefgh"), new Secret("abcdefghijklmnop")));
    assertThat(nested.mask("<abcdefghijklmnop>")).isEqualTo("<***>");
    assertThat(nested.mask("<abcdefghijkl>")).isEqualTo("<***ijkl>");
    assertThat(nested.mask("<abcdefghabcdefgh>")).isEqualTo("<******>");
  }

  @Test
  void secrets_that_overlap_are_one_and_what_was_before_them_is_told_at_once() {
    var masking = new Secrets(List.of(new Secret("abcXXabc"))).stream();
    assertThat(masking.next("before abcXXabc")).isEqualTo("before ");
    assertThat(masking.next("XXabcXX")).isEmpty();
    assertThat(masking.next("abcX after abcX")).isEqualTo("***X after ");
    assertThat(masking.end()).isEqualTo("abcX");
  }

  @Test
  void of_an_endless_repetition_no_more_is_held_back_than_of_one_secret() {
    repeated("abababab", "ab", "");
    repeated("abcXXabc", "abcXX", "abc");
    repeated("0123456789abcdef01234567", "0123456789abcdef\r\n", "01234567");
  }

  private static void repeated(String secret, String period, String rest) {
    var masking = new Secrets(List.of(new Secret(secret))).stream();
    var told = new StringBuilder(masking.next("<"));
    var most = 0;
    for (var i = 0; i < 100_000; i++) {
      told.append(masking.next(period));
      most = Math.max(most, masking.held());
    }
    told.append(masking.next(rest + ">")).append(masking.end());
    assertThat(told.toString()).isEqualTo("<***>");
    assertThat(most).isLessThan(2 * secret.length());
  }

  @Test
  void a_secret_is_known_for_as_long_as_it_is_one() {
    var secrets = new Secrets();
    try (var _ = secrets.learn(new Secret(KEY))) {
      assertThat(secrets.mask(KEY)).isEqualTo("***");
    }
    assertThat(secrets.mask(KEY)).isEqualTo(KEY);
  }

  @Test
  void short_ones_are_not_looked_for() {
    assertThat(new Secrets(List.of(new Secret("1234567"))).mask("1234567")).isEqualTo("1234567");
  }

  @Test
  void bytes_are_masked_as_they_are() {
    var bytes =
        IntStream.range(0, 512)
            .collect(
                StringBuilder::new, (b, i) -> b.append((char) (i % 256)), StringBuilder::append)
            .toString();
    var masking = SECRETS.stream();
    var raw = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(masking.next(raw, 0, raw.length)).isEqualTo(raw);
    var odd = ODD.getBytes(UTF_8);
    assertThat(new String(masking.next(odd, 0, odd.length), UTF_8) + masking.end())
        .isEqualTo("***");
  }

  @Test
  void a_flood_takes_time_in_proportion() {
    var flood = "sk-proj-Zr8/dQ+1xT=4_aWe9".repeat(10_000);
    var began = System.nanoTime();
    assertThat(SECRETS.mask(flood)).hasSize(flood.length());
    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}
