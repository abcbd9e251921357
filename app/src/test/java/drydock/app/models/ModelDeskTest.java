package drydock.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.settings.Settings;
import drydock.app.settings.SettingsException;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Secret;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.NoAnswer;
import drydock.domain.network.Uplink;
import drydock.domain.secret.Secrets;
import drydock.door.DoorSettings;
import drydock.door.Doors;
import drydock.door.provider.Catalogue;
import drydock.door.provider.Provider;
import drydock.engine.supply.ModelSupply.Failure;
import drydock.engine.supply.ModelSupply.Origin;
import drydock.engine.supply.ModelSupply.ProviderState;
import drydock.engine.supply.ModelSupply.Usual;
import drydock.engine.supply.ModelSupply.Why;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDeskTest {
  private static final Secret KEY = new Secret("sk-of-a-test-0123456789abcd");
  private static final ProviderState NONE =
      new ProviderState("openai", Optional.empty(), Optional.empty(), false, Optional.empty(), 0);

  @TempDir private Path home = Path.of("");
  private final VendorServer vendor = new VendorServer(KEY.reveal());
  private final Secrets secrets = new Secrets();
  private Catalogue catalogue = ModelDesk.catalogue(settings(List.of()));
  private Optional<Doors> doors = Optional.empty();

  @AfterEach
  void stop() {
    doors.ifPresent(Doors::close);
    vendor.close();
  }

  private static Settings.Models settings(List<Provider> providers) {
    return new Settings.Models(providers, List.of(), Optional.empty());
  }

  /// As after a start of the server.
  private ModelDesk desk(Provider... providers) {
    var settings = settings(List.of(providers));
    catalogue = ModelDesk.catalogue(settings);
    doors.ifPresent(Doors::close);
    var clock = InstantSource.system();
    var opened = new Doors(catalogue, new DoorSettings(Uplink.DIRECT, List.of()), secrets, clock);
    doors = Optional.of(opened);
    var asking = new ModelDesk.Asking(opened::upstream, clock);
    return ModelDesk.open(settings, home, catalogue, asking, secrets);
  }

  private ProviderState kept() {
    return new ProviderState(
        "openai",
        Optional.of(vendor.url()),
        Optional.of(Origin.KEPT),
        true,
        Optional.of("abcd"),
        2);
  }

  private List<String> models() {
    return catalogue.now().list().stream().map(ModelSpec::name).map(ModelName::toString).toList();
  }

  @Test
  void a_key_is_verified_kept_and_used_from_then_on_also_after_a_start() throws IOException {
    var desk = desk();
    assertThat(desk.providers()).contains(NONE);
    assertThat(desk.usual()).isEmpty();

    assertThat(desk.set("openai", Optional.of(KEY), Optional.of(vendor.url()))).isEqualTo(kept());

    assertThat(models()).containsExactly("openai/one", "openai/two");
    assertThat(desk.usual()).contains(usual("openai/one", Why.FIRST));
    assertThat(secrets.mask("it is " + KEY.reveal())).isEqualTo("it is ***");
    var file = home.resolve("keys.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    assertThat(desk().providers()).contains(kept());
    assertThat(models()).containsExactly("openai/one", "openai/two");
  }

  @Test
  void the_chosen_default_goes_before_the_settings_also_after_a_start() throws IOException {
    var desk = desk();
    desk.set("openai", Optional.of(KEY), Optional.of(vendor.url()));

    assertThat(desk.use("openai/two")).isEqualTo(usual("openai/two", Why.CHOSEN));
    assertThat(desk().usual()).contains(usual("openai/two", Why.CHOSEN));
    assertThatThrownBy(() -> desk().use("nobody/two")).hasMessageContaining("'nobody' is not conf");
    assertThatThrownBy(() -> desk().use("two")).isInstanceOf(RefusedException.class);

    // Without its provider it is no model that a task could have.
    var later = desk();
    later.remove("openai");
    assertThat(later.usual()).isEmpty();
    later.set("openai", Optional.of(KEY), Optional.of(vendor.url()));
    assertThat(later.usual()).contains(usual("openai/two", Why.CHOSEN));

    later.useNone();
    assertThat(later.usual()).contains(usual("openai/one", Why.FIRST));
    assertThat(desk().usual()).contains(usual("openai/one", Why.FIRST));
    assertThatThrownBy(later::useNone).hasMessage("no default model was chosen");

    Files.writeString(home.resolve("model.json"), "{\"default\": ");
    assertThatThrownBy(this::desk).hasMessageContaining("model.json is damaged");
  }

  private static Usual usual(String model, Why why) {
    return new Usual(ModelName.parse(model), why);
  }

  @Test
  void a_refused_key_is_not_kept_nor_repeated() {
    var desk = desk();
    var wrong = new Secret("sk-wrong-0123456789");

    assertThatThrownBy(() -> desk.set("openai", Optional.of(wrong), Optional.of(vendor.url())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.KEY_REFUSED))
        .hasMessage("127.0.0.1 does not take this key: Incorrect API key provided: Bearer ***");
    assertThat(home.resolve("keys.json")).doesNotExist();
    assertThat(desk.providers()).contains(NONE);
  }

  @Test
  void what_is_no_server_of_models_is_not_kept() {
    var desk = desk();
    var key = Optional.of(KEY);

    assertThatThrownBy(() -> desk.set("openai", key, Optional.of(vendor.url() + "/nothing/v1")))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.PROVIDER_UNAVAILABLE));
    for (var url : List.of("ftp://h", "http://u:p@h/", "http://h/?a", "not one", "http:///x")) {
      assertThatThrownBy(() -> desk.set("openai", key, Optional.of(url)))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_REQUEST));
    }
    assertThatThrownBy(
            () -> desk.set("openai", Optional.of(new Secret("a b\nc d e")), Optional.empty()))
        .hasMessageStartingWith("that is no key");
    assertThatThrownBy(() -> desk.set("openai", Optional.empty(), Optional.empty()))
        .hasMessageStartingWith("give a key");
    assertThatThrownBy(() -> desk.set("nobody", key, Optional.empty()))
        .hasMessage("no key can be given for 'nobody': there is openai, anthropic");
  }

  @Test
  void the_settings_win_and_are_changed_there_only() {
    desk().set("openai", Optional.of(KEY), Optional.of(vendor.url()));
    var own =
        Provider.openai(Optional.of(URI.create("http://u:p@127.0.0.1:1/v1")), Optional.empty());

    var desk = desk(own);

    assertThat(desk.providers())
        .contains(
            new ProviderState(
                "openai",
                Optional.of("http://127.0.0.1:1/v1"),
                Optional.of(Origin.SETTINGS),
                false,
                Optional.empty(),
                0));
    assertThatThrownBy(() -> desk.set("openai", Optional.of(KEY), Optional.of(vendor.url())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
    assertThatThrownBy(() -> desk.remove("openai")).isInstanceOf(RefusedException.class);
  }

  @Test
  void a_removed_one_is_gone() {
    var desk = desk();
    desk.set("openai", Optional.of(KEY), Optional.of(vendor.url()));

    desk.remove("openai");

    assertThat(desk.providers()).contains(NONE);
    assertThat(models()).isEmpty();
    assertThat(desk().providers()).contains(NONE);
    assertThatThrownBy(() -> desk.remove("openai")).hasMessage("no key of openai is kept");
  }

  @Test
  void a_damaged_file_is_said_without_what_is_in_it() throws IOException {
    Files.writeString(home.resolve("keys.json"), "{\"openai\": {\"key\": \"sk-secret");

    assertThatThrownBy(this::desk)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("keys.json is damaged")
        .hasMessageNotContaining("sk-secret");
  }

  @Test
  void a_model_is_tried_by_one_small_call() throws InterruptedException {
    var desk = desk();
    desk.set("openai", Optional.of(KEY), Optional.of(vendor.url()));

    var tried = desk.tried("ada", "openai/one");

    assertThat(tried.said()).isEqualTo("Hello there.");
    assertThat(tried.inputTokens()).isEqualTo(12);
    assertThat(tried.outputTokens()).isEqualTo(3);
    assertThat(tried.failure()).isEmpty();
    assertThat(desk.tried("ada", "openai/three").failure())
        .contains(new Failure(NoAnswer.NO_SUCH_MODEL, "The model does not exist"));
    vendor.close();
    assertThat(desk.tried("ada", "openai/one").failure())
        .map(Failure::reason)
        .contains(NoAnswer.NOT_REACHABLE);
  }

  @Test
  void models_are_not_tried_often() throws InterruptedException {
    var desk = desk();
    desk.set("openai", Optional.of(KEY), Optional.of(vendor.url()));
    for (var i = 0; i < 6; i++) {
      desk.tried("ada", "openai/one");
    }

    assertThatThrownBy(() -> desk.tried("ada", "openai/one"))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_MANY_REQUESTS));
    assertThat(desk.tried("bob", "openai/one").failure()).isEmpty();
    assertThatThrownBy(() -> desk.tried("bob", "nobody/one"))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_PROVIDER));
    assertThatThrownBy(() -> desk.tried("bob", "one")).isInstanceOf(RefusedException.class);
  }
}
