package drydock.engine.runner.place;

import drydock.domain.port.JsonCodec;
import drydock.door.Doors;
import drydock.engine.home.Home;
import drydock.git.Mirrors;
import drydock.sandbox.SandboxDriver;

/// What the runner works with: the machine's side of an attempt.
public record Equipment(
    Home home, Mirrors mirrors, SandboxDriver driver, Doors doors, JsonCodec json) {}
