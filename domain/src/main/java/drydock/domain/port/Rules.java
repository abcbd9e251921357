package drydock.domain.port;

import drydock.domain.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Answers of people that hold for a repository from then on. Thread safe.
public interface Rules {
  /// What an agent asks for in this repository is allowed or denied without asking again: exactly
  /// this command, or edits of exactly this file.
  ///
  /// @param repository URL or upload id
  /// @param kind of the tool: ACP's (execute, edit, ...)
  /// @param subject the command, or the file
  /// @param actor who said so
  record Rule(
      String repository,
      String kind,
      String subject,
      boolean allowed,
      String actor,
      Instant createdAt) {
    /// The same for the same subject: a later answer takes the place of an earlier one.
    public String id() {
      return "r_" + Sha256.hex(repository + "\n" + kind + "\n" + subject).substring(0, 16);
    }
  }

  /// In the place of an earlier one about the same.
  void put(Rule rule);

  /// The latest first.
  List<Rule> of(String repository);

  /// Of all repositories, the latest first.
  List<Rule> list();

  /// @return the one that was, or none
  Optional<Rule> remove(String id);
}
