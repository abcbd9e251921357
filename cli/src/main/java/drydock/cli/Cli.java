package drydock.cli;

import drydock.cli.read.Choice;
import drydock.cli.show.Screen;
import drydock.domain.Scope;
import drydock.domain.port.Shares;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// The client commands. `./drydock` starts it for each that talks to a running server.
public final class Cli {
  private Cli() {}

  public static void main(String[] args) {
    var shell =
        new Shell(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            usualHome(),
            System.getProperty("drydock.launcher", "./drydock"),
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Boolean.getBoolean("drydock.terminal"));
    System.exit(run(shell, args));
  }

  /// Where the server's home is if `DRYDOCK_HOME` does not name another.
  public static Path usualHome() {
    return isRoot()
        ? Path.of("/var/lib/drydock")
        : Path.of(System.getProperty("user.home"), ".drydock");
  }

  /// As the server decides where its home is: by the effective user number, the owner of what
  /// `/proc/self` shows (proc(5)).
  private static boolean isRoot() {
    try {
      return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
    } catch (IOException _) {
      return false;
    }
  }

  /// @return the exit code
  public static int run(Shell shell, String... args) {
    var all =
        new CommandLine(new TaskCommands(shell))
            .addSubcommand(new RunCommand(shell))
            .addSubcommand(new LogsCommand(shell))
            .addSubcommand(new ApplyCommand(shell))
            .addSubcommand(new RepositoryCommands(shell))
            .addSubcommand(new ModelCommands(shell))
            .addSubcommand(new KeyCommands(shell))
            .addSubcommand(new TokenCommands(shell))
            .addSubcommand(new AnswerCommands(shell));
    all.getSubcommands().values().forEach(Cli::addHelp);
    all.registerConverter(Scope.class, new Choice<>(Scope.class));
    all.registerConverter(Shares.Part.class, new Choice<>(Shares.Part.class));
    return all.setUsageHelpAutoWidth(true)
        .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, _) -> misused(shell, e))
        .setExecutionExceptionHandler((e, _, _) -> failed(shell, e))
        .execute(args);
  }

  private static void addHelp(CommandLine command) {
    command.getSubcommands().values().forEach(Cli::addHelp);
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this.").build());
  }

  private static int misused(Shell shell, ParameterException e) {
    shell.err().println("drydock: " + e.getMessage());
    shell.err().print(e.getCommandLine().getHelp().fullSynopsis());
    shell.err().println("--help says more");
    return ExitCode.USAGE.number();
  }

  private static int failed(Shell shell, Exception e) throws Exception {
    if (e instanceof CliException said) {
      shell.err().println("drydock: " + Screen.harmless(said.words()));
      return said.exitCode().number();
    }
    throw e;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
