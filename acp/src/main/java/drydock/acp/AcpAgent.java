package drydock.acp;

import java.util.List;
import java.util.function.Consumer;

/// An agent, as [AcpServer] drives it. Calls come in the order in which the client made them, from
/// one thread; what takes time is in the values they return.
public interface AcpAgent {
  InitializeResult introduce();

  /// @param cwd where the session works
  /// @return the session's id
  String newSession(String cwd);

  /// @param replay takes the session's past
  /// @throws IllegalArgumentException if there is no such session
  void loadSession(String sessionId, String cwd, Consumer<SessionUpdate> replay);

  /// A turn that is about to run: from here on [#cancel] and [#say] concern it.
  ///
  /// @throws IllegalArgumentException if there is no such session, or a turn runs in it
  Turn prompt(String sessionId, List<ContentBlock> prompt, Client client);

  /// Goes on with a turn that was cut off, where the session's past ends: otherwise as [#prompt].
  ///
  /// @throws IllegalArgumentException if there is no such session, or a turn runs in it
  Turn resume(String sessionId, Client client);

  /// Without effect if no turn runs.
  void cancel(String sessionId);

  /// Said while a turn runs. What the turn takes, it tells of with the word's id in a
  /// [SessionUpdate.UserMessageChunk]; what it does not take is the client's to say again.
  ///
  /// @param pictures that came with it
  void say(String sessionId, String word, String text, List<ContentBlock.Image> pictures);

  /// Who a turn talks to, from any thread, until it returns.
  @FunctionalInterface
  interface Client {
    void update(SessionUpdate update);

    /// Waits for the answer. Who knows no better allows.
    ///
    /// @throws AcpException if the client is gone, or takes no such request
    default PermissionAnswer permission(PermissionRequest request) throws InterruptedException {
      return request.allow();
    }
  }

  /// Runs to the turn's end.
  @FunctionalInterface
  interface Turn {
    PromptResult run() throws InterruptedException;
  }
}
