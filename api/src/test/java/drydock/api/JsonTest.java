package drydock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Actor;
import drydock.domain.Secret;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Phase;
import drydock.domain.task.Source;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  private static final Instant AT = Instant.parse("2026-05-17T10:11:12.345Z");
  private static final TaskId TASK = new TaskId("20260517_3k9x0q7hzt");

  private final Json json = new Json();

  static List<EventBody> bodies() {
    return Samples.EVENT_BODIES;
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void every_event_body_comes_back_as_it_was(EventBody body) {
    assertThat(json.read(json.write(body), EventBody.class)).isEqualTo(body);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void every_event_comes_back_as_it_was_from_its_flat_form(EventBody body) {
    var event = EventShown.of(new Event(7, new AttemptId(TASK, 2), AT, Actor.user("ann"), body));
    assertThat(json.read(json.write(event), EventShown.class)).isEqualTo(event);
  }

  @Test
  void every_event_body_has_a_sample() {
    assertThat(Samples.EVENT_BODIES.stream().map(Object::getClass))
        .containsAll(permitted(EventBody.class));
  }

  @Test
  void no_event_body_has_a_field_of_the_envelope() {
    assertThat(
            permitted(EventBody.class).stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName))
        .doesNotContainAnyElementsOf(FlatEvents.ENVELOPE)
        .doesNotContain("type");
  }

  @Test
  void an_event_is_one_flat_object() {
    var body = new EventBody.PhaseEnded(Phase.SETUP, Duration.ofMillis(1500), Optional.empty());
    var event = new Event(3, new AttemptId(TASK, 1), AT, Actor.SYSTEM, body);
    assertThat(json.write(event))
        .isEqualTo(json.write(EventShown.of(event)))
        .isEqualTo(
            """
            {"number":3,"attempt":1,"at":"2026-05-17T10:11:12.345Z",\
            "actor":{"kind":"system","name":"drydock"},\
            "type":"phase_ended","phase":"setup","took":"PT1.5S"}\
            """);
  }

  @Test
  void a_task_comes_back_as_it_was() {
    var attempts = List.of(Samples.ENDED, Attempt.queued(new AttemptId(TASK, 2), AT));
    var task = new Task(TASK, Actor.user("ann"), AT, Optional.of(AT), Samples.REQUEST, attempts);
    assertThat(json.read(json.write(task), Task.class)).isEqualTo(task);
  }

  @Test
  void sealed_types_say_which_they_are() {
    assertThat(json.write(new Source.Git("https://example.org/a.git", Optional.empty())))
        .isEqualTo("{\"type\":\"git\",\"url\":\"https://example.org/a.git\"}");
    assertThat(json.write(new Inbox.Message.Cancel("ann", 2)))
        .isEqualTo("{\"type\":\"cancel\",\"actor\":\"ann\",\"turn\":2}");
    assertThat(json.read("{\"type\":\"empty\"}", Source.class)).isEqualTo(new Source.Empty());
  }

  @Test
  void a_secret_is_never_written() {
    record Holder(Secret key) {}
    assertThatThrownBy(() -> json.write(new Holder(new Secret("hunter2"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("hunter2")
        .rootCause()
        .hasMessageNotContaining("hunter2");
  }

  record Input(String text, Optional<Phase> phase, int count, Optional<Instant> at) {}

  @ParameterizedTest
  @MethodSource("malformed")
  void what_is_malformed_is_refused_in_one_line(String text, String message) {
    assertThatThrownBy(() -> json.read(text, Input.class))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(message);
  }

  static List<Object[]> malformed() {
    return List.of(
        new Object[] {
          "{\"text\":\"a\",\"count\":1,\n \"colour\":\"red\"}",
          "line 2, column 17: unknown field 'colour'; known here: at, count, phase, text"
        },
        new Object[] {"{\"count\":1}", "line 1, column 11: field 'text' is missing"},
        new Object[] {
          "{\"text\":null,\"count\":1}", "line 1, column 23: field 'text' must not be null"
        },
        new Object[] {
          "{\"text\":\"a\",\"count\":\"1\"}",
          "line 1, column 21: field 'count' is not a whole number"
        },
        new Object[] {
          "{\"text\":\"a\",\"count\":1,\"phase\":\"lunch\"}",
          "line 1, column 31: field 'phase' is not one of"
              + " queue, checkout, setup, run, collect, check, publish"
        },
        new Object[] {
          "{\"text\":\"a\",",
          "line 1, column 13: Unexpected end-of-input within/between Object entries"
        },
        new Object[] {
          "{\"text\":\"a\",\"text\":\"b\"}", "line 1, column 19: Duplicate field 'text'"
        },
        new Object[] {
          "{\"text\":\"a\",\"count\":1} {}",
          "line 1, column 24: the value is followed by something else"
        },
        new Object[] {"", "line 1, column 0: the value is empty"},
        new Object[] {"null", "null is not a value here"},
        new Object[] {"[1]", "line 1, column 1: the value is not an object"});
  }

  private static List<Class<?>> permitted(Class<?> sealed) {
    return List.of(sealed.getPermittedSubclasses());
  }
}
