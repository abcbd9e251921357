package drydock.domain.secret;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/// Text for strangers: known secrets are masked, and so is what has the shape of one. Thread safe.
///
/// E-mail addresses stay: they stand in every commit and many a source file, and whoever shares a
/// log can read it first.
public final class Redactor {
  private static final String MASK = "***";

  /// What issuers of tokens themselves publish for scanners. Each takes time linear in the line: no
  /// part of it can match in two ways.
  private static final Pattern TOKENS =
      Pattern.compile(
          String.join(
              "|",
              "\\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\\b", // AWS access keys
              "\\bgh[pousr]_[A-Za-z0-9]{36,255}", // GitHub
              "\\bgithub_pat_[A-Za-z0-9_]{36,255}",
              "\\bgl(?:pat|ptt|dt|rt|cbt|ft|soat)-[A-Za-z0-9_-]{20,255}", // GitLab
              "\\bxox[abeoprs]-[A-Za-z0-9-]{10,255}", // Slack
              "\\bxapp-[A-Za-z0-9-]{10,255}",
              "hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,80}",
              "\\bsk-[A-Za-z0-9_-]{20,255}", // OpenAI, Anthropic (sk-ant-)
              "\\bAIza[A-Za-z0-9_-]{35}", // Google
              "\\bnpm_[A-Za-z0-9]{36}\\b",
              "\\bpypi-[A-Za-z0-9_-]{50,255}",
              "\\bdd_[0-9a-f]{48,64}\\b", // Drydock
              // A JSON Web Token: two JSON objects, and a signature (RFC 7519).
              "\\beyJ[A-Za-z0-9_-]{8,4096}+\\.eyJ[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]{0,4096}+"));

  private static final Pattern AWS_SECRET =
      Pattern.compile(
          "(aws_?secret_?access_?key[\"']?\\s{0,8}[:=]\\s{0,8}[\"']?)[A-Za-z0-9/+=]{40}",
          CASE_INSENSITIVE);

  private static final Pattern IN_ADDRESS =
      Pattern.compile("(\\b[a-z][a-z0-9+.-]{1,20}+://[^\\s:/@]{0,255}+:)[^\\s/@]{1,255}+(?=@)");

  private static final Pattern KEY_BEGINS =
      Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");

  /// Words before what is probably a password. Of code, it would also hit `password = ask()`.
  private static final Pattern NAMED =
      Pattern.compile(
          "((?:password|passwd|passphrase|secret|api_?key|access_?token|auth_?token|client_?secret)"
              + "[\"']?\\s{0,8}[:=]\\s{0,8}[\"']?|authorization\\s{0,8}:\\s{0,8}(?:bearer|basic)\\s{1,8})"
              + "[^\\s\"',;&]{1,4096}+",
          CASE_INSENSITIVE);

  private final Secrets secrets;

  public Redactor(Secrets secrets) {
    this.secrets = secrets;
  }

  /// What a text is: of code, only what is certainly a secret is taken out, so that a patch stays
  /// what it is.
  public enum Kind {
    PROSE,
    CODE
  }

  public String redact(String text, Kind kind) {
    var lines = stream(kind);
    return lines.next(text) + lines.end();
  }

  public Redaction stream(Kind kind) {
    return new Redaction(secrets.stream(), kind);
  }

  /// Of one line, in which no key begins.
  static String line(String line, Kind kind) {
    var redacted = TOKENS.matcher(line).replaceAll(MASK);
    redacted = AWS_SECRET.matcher(redacted).replaceAll("$1" + MASK);
    redacted = IN_ADDRESS.matcher(redacted).replaceAll("$1" + MASK);
    return switch (kind) {
      case CODE -> redacted;
      case PROSE -> NAMED.matcher(redacted).replaceAll("$1" + MASK);
    };
  }

  static boolean beginsKey(String line) {
    return line.contains("-----BEGIN ") && KEY_BEGINS.matcher(line).find();
  }

  static List<String> around(String line) {
    var key = KEY_BEGINS.matcher(line);
    return key.find()
        ? List.of(line.substring(0, key.start()), line.substring(key.end()))
        : List.of(line);
  }
}
