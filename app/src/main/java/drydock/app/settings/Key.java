package drydock.app.settings;

import java.util.Arrays;
import java.util.List;

/// Every setting that is one value: environment variables, or the same names in `drydock.yaml`.
/// `docs/configuration.md` lists them, and a test keeps it true.
public enum Key {
  DRYDOCK_HOME("~/.drydock; for root /var/lib/drydock", "where all state lies"),
  DRYDOCK_HOST("127.0.0.1", "the address to listen on"),
  DRYDOCK_PORT("8080", "the port to listen on; 0 = any free one"),
  DRYDOCK_PUBLIC_URL("", "the address that others use; required if the host is not loopback"),
  DRYDOCK_DATABASE_URL("", "postgresql://user:pw@host/db; none = the embedded PostgreSQL"),
  DRYDOCK_SANDBOX("auto", "the sandbox driver: auto or oci"),
  DRYDOCK_TOOLCHAINS("", "more folders of tool chains to show inside, separated by ':'"),
  DRYDOCK_CAPACITY("from cores and memory", "attempts running at once on this node"),
  DRYDOCK_SANDBOX_MEMORY("4G", "memory of one sandbox"),
  DRYDOCK_SANDBOX_CPUS("the machine's cores", "cores of one sandbox"),
  DRYDOCK_SANDBOX_PIDS("2048", "processes and threads of one sandbox"),
  DRYDOCK_SANDBOX_DISK("20G", "what one sandbox may write"),
  DRYDOCK_KEEP(
      "P30D",
      "how long an ended task's work tree is kept, whose record stays; and an upload that no task used"),
  DRYDOCK_CACHE_BYTES("20G", "what mirrors, checkouts and set-ups that no task needs may take"),
  DRYDOCK_DISK_FLOOR(
      "1G, or 2 % of a large disk", "with less free disk than this, no attempt is begun"),
  OPENAI_API_KEY("", "key of OpenAI, or of the server at OPENAI_BASE_URL"),
  OPENAI_BASE_URL("the vendor's", "any OpenAI-compatible server; needs no key"),
  OPENAI_DIALECT("responses for the vendor, chat for others", "chat or responses"),
  ANTHROPIC_API_KEY("", "key of Anthropic"),
  ANTHROPIC_BASE_URL("the vendor's", "a server that speaks Anthropic's Messages"),
  DRYDOCK_SCRIPTS("the examples' scripts", "recordings that the provider 'scripted' plays back"),
  DRYDOCK_MODEL("first model of the first provider", "provider/model for tasks that name none"),
  DRYDOCK_TASK_TIMEOUT("PT1H", "time limit of one attempt"),
  DRYDOCK_TASK_BUDGET_USD("", "money limit of one attempt, for models with a price"),
  DRYDOCK_TASK_BUDGET_TOKENS("", "token limit of one attempt"),
  DRYDOCK_TASK_BUDGET_CALLS("", "limit of model calls of one attempt"),
  DRYDOCK_SETUP_TIMEOUT("PT30M", "time limit of set-up"),
  DRYDOCK_CHECK_TIMEOUT("PT30M", "time limit of the check"),
  DRYDOCK_EGRESS_SETUP("all", "what set-up may reach: none, all (public addresses), or domains"),
  DRYDOCK_EGRESS_AGENT("none", "what the agent may reach: none, all, or domains"),
  DRYDOCK_EGRESS_ALLOW_PRIVATE("", "private or reserved networks (CIDR) that egress may reach"),
  HTTPS_PROXY("", "a company's proxy"),
  NO_PROXY("", "hosts to reach without the proxy"),
  DRYDOCK_CA_FILE("", "PEM certificates to trust beside the system's"),
  DRYDOCK_COMMANDS("open", "what agents do without asking: open, ask, or allow-list"),
  DRYDOCK_APPROVAL_TIMEOUT("PT30M", "how long a person has to answer an agent; then it is denied"),
  GITHUB_TOKEN("", "token for private repositories on github.com, or on GITHUB_URL"),
  GITHUB_URL("", "address of a GitHub Enterprise"),
  GITLAB_TOKEN("", "token for private repositories on gitlab.com, or on GITLAB_URL"),
  GITLAB_URL("", "address of a GitLab"),
  GITEA_TOKEN("", "token for private repositories on GITEA_URL"),
  GITEA_URL("", "address of a Gitea or Forgejo"),
  DRYDOCK_GIT_SSH_KEY("", "path of the SSH key for private repositories; without a passphrase"),
  DRYDOCK_GIT_KNOWN_HOSTS(
      "hosts are believed when first met",
      "path of the known_hosts file: no other host is believed");

  private final String shown;
  private final String meaning;

  Key(String shown, String meaning) {
    this.shown = shown;
    this.meaning = meaning;
  }

  /// The default, as people are told it.
  public String shownDefault() {
    return shown;
  }

  public String meaning() {
    return meaning;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }
}
