package drydock.door.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.example, https://api.example/v1/models",
    "https://api.example/, https://api.example/v1/models",
    "https://api.example/v1, https://api.example/v1/models",
    "https://api.example/v1/, https://api.example/v1/models",
    "http://127.0.0.1:11434, http://127.0.0.1:11434/v1/models",
    "http://h:1/llm/openai, http://h:1/llm/openai/v1/models",
    "http://h/api/paas/v4, http://h/api/paas/v4/models",
    "http://h/v1beta/openai/, http://h/v1beta/openai/models",
    "http://[::1]:8080, http://[::1]:8080/v1/models",
  })
  void the_version_is_added_where_it_is_missing(String base, String whole) {
    assertThat(Endpoints.resolve(URI.create(base), "/models")).isEqualTo(URI.create(whole));
  }
}
