package drydock.sandbox.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.isolation.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes out of a sandbox is believed only where it speaks against it.
class AnswersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp\\tblocked\\tno way                          | Blocked[by=no way]",
        "tcp\\topen\\tanswers                            | Open[reached=answers]",
        "tcp\\tblocked\\tno\\ntcp\\topen\\tanswers       | Open[reached=answers]",
        "tcp\\topen\\tanswers\\ntcp\\tblocked\\tno       | Open[reached=answers]",
        "tcp\\tfine\\tno                                 | Open[reached=not proved: no]",
        "tcp\\tfailed\\tOutOfMemoryError                 | Open[reached=not proved: OutOfMemoryError]",
        "udp\\tblocked\\tno                              | Open[reached=not proved: the probe said nothing]",
        "nonsense                                        | Open[reached=not proved: the probe said nothing]",
        "tcp\\tblocked\\t\\033[31mred\\tmore           | Blocked[by=?[31mred?more]",
      })
  void an_answer(String output, String verdict) {
    var said = output.strip().translateEscapes();
    assertThat(verdict(said)).hasToString(verdict);
  }

  private static Verdict verdict(String output) {
    return Answers.of(output).rows(List.of(Trial.TCP)).getFirst().verdict();
  }
}
