package drydock.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What counts as text without end, and what does not.
final class RepetitionTest {
  @Test
  void a_block_of_200_characters_eight_times_is_enough() {
    var block = noise(200);
    assertThat(found(block.repeat(8))).isTrue();
    assertThat(found(block.repeat(7))).isFalse();
    assertThat(found(noise(50) + block.repeat(10))).isTrue();
  }

  @Test
  void stumbling_repetition_is_found_too() {
    var random = new Random(1);
    var text =
        IntStream.range(0, 800)
            .mapToObj(_ -> random.nextInt(10) == 0 ? "calc_" : "calc_test_")
            .collect(Collectors.joining());
    assertThat(found(text)).isTrue();
  }

  @Test
  void long_prose_and_regular_tables_are_none() {
    var table =
        IntStream.range(0, 500)
            .mapToObj(i -> "| row %d | %d | ok |\n".formatted(i, i * 37))
            .collect(Collectors.joining());
    assertThat(found(noise(20_000))).isFalse();
    assertThat(found(table)).isFalse();
  }

  private static boolean found(String text) {
    var repetition = new Repetition();
    text.chars().forEach(c -> repetition.add(Character.toString(c)));
    return repetition.found();
  }

  private static String noise(int length) {
    return new Random(7)
        .ints(length, 'a', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
