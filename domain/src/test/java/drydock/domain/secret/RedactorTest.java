package drydock.domain.secret;

import static drydock.domain.secret.Redactor.Kind.CODE;
import static drydock.domain.secret.Redactor.Kind.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final Redactor REDACTOR =
      new Redactor(new Secrets(List.of(new Secret("known to us"))));

  /// Made up, and cut in two here so that no scanner takes them for real.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIA|IOSFODNN7EXAMPLE",
        "ghp|_0123456789abcdefghijklmnopqrstuvwxyz",
        "github|_pat_0123456789abcdefghij_0123456789abcdefghij",
        "glpat|-0123456789abcdefghij",
        "xoxb|-0123456789-abcdefghij",
        "hooks.slack|.com/services/T00000000/B00000000/XXXXXXXX",
        "sk-proj|-0123456789abcdefghij",
        "sk-ant|-api03-0123456789abcdefghij",
        "dd|_0123456789abcdef0123456789abcdef0123456789abcdef",
        "eyJhbGciOiJIUzI1NiJ9|.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc_def-ghi",
        "known to| us"
      })
  void what_has_the_shape_of_a_token_is_masked_in_all_texts(String cut) {
    var token = cut.replace("|", "");
    for (var kind : Redactor.Kind.values()) {
      assertThat(REDACTOR.redact("a " + token + " b\n\"" + token + "\"", kind))
          .isEqualTo("a *** b\n\"***\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password=hunter2 now | password=*** now",
        "DB_PASSWORD: \"hunter2\" | DB_PASSWORD: \"***\"",
        "Authorization: Bearer abc.def | Authorization: Bearer ***",
        "{\"api_key\":\"abc\",\"a\":1} | {\"api_key\":\"***\",\"a\":1}",
        "fetch https://ada:pw@example.org/x | fetch https://ada:***@example.org/x",
        "AWS_SECRET_ACCESS_KEY=0123456789012345678901234567890123456789 | AWS_SECRET_ACCESS_KEY=***",
        "mail ada@example.org | mail ada@example.org",
        "the password is on the door | the password is on the door",
      })
  void what_is_named_a_password_is_masked_in_prose(String text, String redacted) {
    assertThat(REDACTOR.redact(text, PROSE)).isEqualTo(redacted);
  }

  @Test
  void code_stays_code() {
    var code = "+  password = ask();\n+  secret: true,\n";
    assertThat(REDACTOR.redact(code, CODE)).isEqualTo(code);
  }

  @Test
  void a_private_key_is_left_out_whole_on_many_lines_or_one() {
    var begin = "-----BEGIN RSA PRIVATE" + " KEY-----";
    var end = "-----END RSA PRIVATE" + " KEY-----";
    assertThat(REDACTOR.redact("a " + begin + "\nMIIE\nabc\n" + end + "\nb\n", CODE))
        .isEqualTo("a [a private key was here]\n\nb\n");
    assertThat(REDACTOR.redact("{\"k\":\"" + begin + "\\nMIIE\\n" + end + "\\n\"}", CODE))
        .isEqualTo("{\"k\":\"[a private key was here]\\n\"}");
    assertThat(REDACTOR.redact(begin + "\nMIIE\nand no end", CODE))
        .isEqualTo("[a private key was here]\n");
  }

  @Test
  void however_a_text_is_cut_the_same_goes_out() {
    var text =
        "one known to us\nsk-proj"
            + "-0123456789abcdefghij\n\n"
            + "x ".repeat(70_000)
            + "password=a";
    var whole = REDACTOR.redact(text, PROSE);
    assertThat(whole).isEqualTo("one ***\n***\n\n" + "x ".repeat(70_000) + "password=***");
    var random = new Random(1);
    var redaction = REDACTOR.stream(PROSE);
    var out = new StringBuilder();
    for (var at = 0; at < text.length(); ) {
      var to = Math.min(text.length(), at + 1 + random.nextInt(5_000));
      out.append(redaction.next(text.substring(at, to)));
      at = to;
    }
    assertThat(out.append(redaction.end()).toString()).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJ", "sk-", "a", "password=", "://", "-----BEGIN ", "https://a:"})
  void no_line_takes_long(String piece) {
    var line = piece.repeat(200_000 / piece.length());
    var began = System.nanoTime();
    REDACTOR.redact(line, PROSE);
    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }
}
