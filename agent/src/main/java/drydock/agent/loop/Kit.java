package drydock.agent.loop;

import drydock.agent.model.Model;
import drydock.agent.tool.Toolbox;
import java.nio.file.Path;

/// What a session works with.
///
/// @param folder the working folder, where AGENTS.md may stand
/// @param textTools the model cannot call tools: it writes commands as text
/// @param asking the task is a question; files stay as they are
/// @param approvals the client is asked before a command or an edit
public record Kit(
    Model model,
    Toolbox tools,
    Path folder,
    Limits limits,
    boolean textTools,
    boolean asking,
    boolean approvals) {}
