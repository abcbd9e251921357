package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
  @Test
  void the_plain_form() {
    assertThat(DatabaseUrl.parse("postgresql://ada:pw@db.example.org/drydock"))
        .isEqualTo(
            new Address("db.example.org", 5432, "drydock", "ada", new Secret("pw"), Map.of()));
  }

  @Test
  void all_parts_decoded() {
    assertThat(
            DatabaseUrl.parse(
                "postgres://a%40b:p%2F%3A%25+%C3%A9@[::1]:6000/my%20db?sslmode=require&application_name=x%26y"))
        .isEqualTo(
            new Address(
                "[::1]",
                6000,
                "my db",
                "a@b",
                new Secret("p/:%+\u00e9"),
                Map.of("sslmode", "require", "ApplicationName", "x&y")));
  }

  @Test
  void no_password_is_an_empty_one() {
    assertThat(DatabaseUrl.parse("postgresql://ada@localhost/d").password())
        .isEqualTo(new Secret(""));
  }

  @Test
  void what_is_no_such_url_is_refused_without_being_quoted() {
    for (var bad :
        List.of(
            "",
            "jdbc:postgresql://ada:hunter2@h/d",
            "mysql://ada:hunter2@h/d",
            "postgresql://ada:hunter2@h",
            "postgresql://ada:hunter2@h/",
            "postgresql://ada:hunter2@h:0/d",
            "postgresql://ada:hunter2@h:70000/d",
            "postgresql://ada:hunter2@h,i/d",
            "postgresql://ada:hunter2@h/d/e",
            "postgresql://ada:hunter2%2@h/d",
            "postgresql://ada:hunter2%zz@h/d",
            "postgresql://:hunter2@h/d",
            "postgresql://h/d",
            "postgresql://ada:hunter2@h/d?sslmode",
            "postgresql://ada:hunter2@h/d?colour=blue")) {
      assertThatThrownBy(() -> DatabaseUrl.parse(bad))
          .as(bad)
          .isInstanceOfSatisfying(
              StoreException.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(StoreException.Reason.URL_INVALID);
                assertThat(refused.retryable()).isFalse();
                assertThat(refused.getMessage())
                    .startsWith("the database URL ")
                    .doesNotContain("hunter2");
              });
    }
  }

  @Test
  void an_address_shows_no_password() {
    assertThat(DatabaseUrl.parse("postgresql://ada:hunter2@h/d").toString())
        .doesNotContain("hunter2");
  }
}
