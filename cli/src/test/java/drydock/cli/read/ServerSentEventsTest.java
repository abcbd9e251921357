package drydock.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {
  @Test
  void data_is_read_and_the_rest_passed_over() throws IOException {
    assertThat(
            read(": hello\n\nid: 1\nevent: x\ndata: {\"a\":1}\n\ndata:{\n\ndata: b\ndata: c\n\n"))
        .containsExactly("{\"a\":1}", "{", "b\nc");
  }

  @Test
  void an_event_that_was_cut_off_is_none() throws IOException {
    assertThat(read("data: whole\n\ndata: {\"cu")).containsExactly("whole");
  }

  private static List<String> read(String stream) throws IOException {
    var bytes = stream.getBytes(StandardCharsets.UTF_8);
    try (var events = new ServerSentEvents(new ByteArrayInputStream(bytes))) {
      var all = new ArrayList<String>();
      for (var data = events.next(); data != null; data = events.next()) {
        all.add(data);
      }
      return all;
    }
  }
}
