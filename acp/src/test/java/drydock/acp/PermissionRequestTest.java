package drydock.acp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PermissionRequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          execute | {"command":"npm test"}                         | npm test
          execute | {"command":" npm test\\n"}                     | npm test
          execute | {"command":["bash","-lc","npm test && ls"]}    | npm test && ls
          execute | {"command":["/usr/bin/bash","-c","ls"]}        | ls
          execute | {"command":["npm","test"]}                     | npm test
          execute | {"command":["python","-c","print(1)"]}         | python -c print(1)
          execute | {"command":{}}                                 | The title
          execute | {"command":""}                                 | The title
          execute | {"path":"a"}                                   | The title
          edit    | {"path":"a.txt","new_text":"x"}                | a.txt
          edit    | {"file_path":"/app/code/a.txt"}                | /app/code/a.txt
          edit    | {"changes":[]}                                 | The title
          fetch   | {"command":"npm test"}                         | The title
          made_up | {"command":"npm test"}                         | The title
          """)
  void the_subject_is_what_the_tool_would_be_given(String kind, String input, String subject) {
    assertThat(request(kind, input).subject()).isEqualTo(subject);
    assertThat(request(kind, input).input()).isEqualTo(input);
  }

  @Test
  void an_edit_may_be_told_by_its_diff_alone() {
    var content = "[{\"type\":\"diff\",\"path\":\"/a\",\"oldText\":\"x\",\"newText\":\"y\"}]";
    var request =
        parsed(
            "{\"toolCall\":{\"toolCallId\":\"c\",\"kind\":\"edit\",\"content\":%s}}"
                .formatted(content));
    assertThat(request.subject()).isEqualTo("/a");
    assertThat(request.input()).isEqualTo(content);
  }

  @Test
  void what_is_sent_is_what_is_read() {
    var request =
        new PermissionRequest(
            "c1",
            "Run it",
            ToolKind.EXECUTE,
            Optional.of(Json.object().put("command", "ls")),
            List.of(ToolContent.text("hm")),
            PermissionRequest.ONCE);
    assertThat(PermissionRequest.of(request.json("s"))).isEqualTo(request);
    for (var answer : List.of(request.allow(), request.reject("not now"))) {
      assertThat(PermissionAnswer.of(answer.json())).isEqualTo(answer);
    }
    assertThat(PermissionAnswer.of(new PermissionAnswer.Cancelled().json()))
        .isEqualTo(new PermissionAnswer.Cancelled());
    assertThat(request.isAllowedBy(request.allow())).isTrue();
    assertThat(request.isAllowedBy(request.reject("no"))).isFalse();
    assertThat(request.isAllowedBy(new PermissionAnswer.Selected("made up", Optional.empty())))
        .isFalse();
  }

  private static PermissionRequest request(String kind, String input) {
    return parsed(
        "{\"toolCall\":{\"toolCallId\":\"c\",\"title\":\"The title\",\"kind\":\"%s\",\"rawInput\":%s}}"
            .formatted(kind, input));
  }

  private static PermissionRequest parsed(String params) {
    try {
      return PermissionRequest.of(Json.MAPPER.readTree(params));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(params, e);
    }
  }
}
