package drydock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import drydock.api.approval.ApprovalAnswer;
import drydock.api.approval.ApprovalShown;
import drydock.api.approval.RuleList;
import drydock.api.approval.RuleShown;
import drydock.api.system.AgentList;
import drydock.api.system.IsolationShown;
import drydock.api.system.ModelList;
import drydock.api.system.SystemShown;
import drydock.api.system.UsageShown;
import drydock.api.token.TokenCreate;
import drydock.api.token.TokenList;
import drydock.api.token.TokenShown;
import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.Scope;
import drydock.domain.event.EventBody;
import drydock.domain.model.Budget;
import drydock.domain.model.Usage;
import drydock.domain.port.Ledger;
import drydock.domain.task.Artifact;
import drydock.domain.task.Cause;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Mode;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Request;
import drydock.domain.task.Result;
import drydock.domain.task.State;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `openapi.yaml` is written by hand; here it is held to the records and enums that go over the
/// wire.
class OpenApiTest {
  private static final JsonNode SCHEMAS = load().path("components").path("schemas");

  static Stream<Map.Entry<String, Class<?>>> records() {
    var named =
        Map.<String, Class<?>>ofEntries(
            Map.entry("TaskCreate", TaskCreate.class),
            Map.entry("Limits", TaskCreate.Limits.class),
            Map.entry("TaskContinue", TaskContinue.class),
            Map.entry("Budget", Budget.class),
            Map.entry("MessageCreate", MessageCreate.class),
            Map.entry("ApprovalAnswer", ApprovalAnswer.class),
            Map.entry("Approval", ApprovalShown.class),
            Map.entry("Rule", RuleShown.class),
            Map.entry("RuleList", RuleList.class),
            Map.entry("ShareCreate", ShareCreate.class),
            Map.entry("Login", Login.class),
            Map.entry("TokenCreate", TokenCreate.class),
            Map.entry("Token", TokenShown.class),
            Map.entry("TokenList", TokenList.class),
            Map.entry("Task", TaskShown.class),
            Map.entry("TaskList", TaskList.class),
            Map.entry("TaskCounts", TaskCounts.class),
            Map.entry("Attempt", AttemptShown.class),
            Map.entry("Failure", FailureShown.class),
            Map.entry("EventPage", EventPage.class),
            Map.entry("Upload", UploadShown.class),
            Map.entry("FileList", FileList.class),
            Map.entry("Share", ShareShown.class),
            Map.entry("ShareList", ShareList.class),
            Map.entry("Isolation", IsolationShown.class),
            Map.entry("SharedTask", SharedTask.class),
            Map.entry("ModelList", ModelList.class),
            Map.entry("AgentList", AgentList.class),
            Map.entry("System", SystemShown.class),
            Map.entry("UsageReport", UsageShown.class),
            Map.entry("Spent", Ledger.Spent.class),
            Map.entry("Problem", Problem.class),
            Map.entry("Actor", Actor.class),
            Map.entry("Usage", Usage.class),
            Map.entry("PhaseTiming", PhaseTiming.class),
            Map.entry("DiffStat", DiffStat.class),
            Map.entry("CheckResult", CheckResult.class),
            Map.entry("Artifact", Artifact.class),
            Map.entry("Result", Result.class),
            Map.entry("Request", Request.class));
    return named.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_has_the_fields_that_are_described(Map.Entry<String, Class<?>> entry) {
    var schema = SCHEMAS.path(entry.getKey());
    assertThat(names(schema.path("properties")))
        .containsExactlyInAnyOrderElementsOf(components(entry.getValue(), _ -> true));
    assertThat(texts(schema.path("required")))
        .containsExactlyInAnyOrderElementsOf(components(entry.getValue(), OpenApiTest::isRequired));
  }

  static List<Class<?>> bodies() {
    return List.of(EventBody.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void an_event_has_the_fields_that_are_described(Class<?> body) {
    var schema = SCHEMAS.path(body.getSimpleName());
    var fields = new ArrayList<>(FlatEvents.ENVELOPE);
    fields.add("type");
    var required = new ArrayList<>(fields);
    fields.addAll(components(body, _ -> true));
    required.addAll(components(body, OpenApiTest::isRequired));
    assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(fields);
    assertThat(texts(schema.path("required"))).containsExactlyInAnyOrderElementsOf(required);
    assertThat(schema.at("/properties/type/const").asText()).isEqualTo(DomainForm.nameOf(body));
  }

  @Test
  void every_event_is_described() {
    var mapping = SCHEMAS.at("/Event/discriminator/mapping");
    assertThat(names(mapping))
        .containsExactlyInAnyOrderElementsOf(bodies().stream().map(DomainForm::nameOf).toList());
    assertThat(SCHEMAS.at("/Event/oneOf")).hasSize(bodies().size());
  }

  static Stream<Map.Entry<String, Enum<?>[]>> enums() {
    return Map.<String, Enum<?>[]>of(
        "State", State.values(),
        "Scope", Scope.values(),
        "Mode", Mode.values(),
        "Phase", Phase.values(),
        "Cause", Cause.values())
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("enums")
  void an_enum_has_the_words_that_are_described(Map.Entry<String, Enum<?>[]> entry) {
    assertThat(texts(SCHEMAS.path(entry.getKey()).path("enum")))
        .containsExactlyElementsOf(
            Arrays.stream(entry.getValue()).map(DomainForm::nameOf).toList());
  }

  @Test
  void every_code_of_a_problem_is_described() {
    var codes =
        Stream.concat(
            Arrays.stream(RefusedException.Code.values()).map(DomainForm::nameOf),
            Stream.of("unavailable", "disk_full", "internal"));
    assertThat(texts(SCHEMAS.at("/Code/enum"))).containsExactlyElementsOf(codes.toList());
  }

  private static boolean isRequired(RecordComponent component) {
    return !Set.of(Optional.class, OptionalInt.class).contains(component.getType());
  }

  private static List<String> components(
      Class<?> type, java.util.function.Predicate<RecordComponent> which) {
    return Arrays.stream(type.getRecordComponents())
        .filter(which)
        .map(RecordComponent::getName)
        .toList();
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode load() {
    try (var in = Json.class.getResourceAsStream("openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
