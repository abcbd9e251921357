package drydock.store.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final String U = "\\" + "u";

  @Test
  void ordinary_text_is_itself() {
    var text = "caf\u00e9 \uD83D\uDEA2 \t\n \u0001";

    assertThat(PlainText.of(text)).isSameAs(text);
  }

  @Test
  void nul_and_halves_of_pairs_are_replaced() {
    assertThat(PlainText.of("a\0b\uD83Dc\uDEA2\uD83D\uD83D\uDEA2\uD83D"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uFFFD\uD83D\uDEA2\uFFFD");
  }

  @Test
  void so_are_their_escapes_in_json() {
    assertThat(
            PlainText.ofJson(
                json("a", U + "0000", "b", U + "D83D", "c", U + "dea2", U + "d83d", U + "DEA2")))
        .isEqualTo(json("a", U + "fffd", "b", U + "fffd", "c", U + "fffd", U + "d83d", U + "DEA2"));
  }

  @Test
  void an_escaped_backslash_before_a_u_is_no_escape() {
    var json = json("\\\\u0000", "\\n", "\\\"", U + "0041");

    assertThat(PlainText.ofJson(json)).isEqualTo(json);
    assertThat(PlainText.ofJson(json("\\\\", U + "0000"))).isEqualTo(json("\\\\", U + "fffd"));
  }

  @Test
  void broken_json_does_no_harm() {
    for (var broken : new String[] {"\\", U, U + "00", "\"" + U + "d83d" + U}) {
      assertThat(PlainText.ofJson(broken)).hasSizeGreaterThanOrEqualTo(broken.length());
    }
  }

  private static String json(String... parts) {
    return "{\"text\":\"" + String.join("", parts) + "\"}";
  }
}
