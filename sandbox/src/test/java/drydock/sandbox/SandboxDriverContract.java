package drydock.sandbox;

import org.junit.jupiter.api.Tag;

/// What every driver promises, as sentences; a driver's own test says only how it is made. To come
/// beside these.
@Tag("integration")
public abstract class SandboxDriverContract
    implements CommandContract,
        IsolationContract,
        LimitContract,
        LayerContract,
        RemainsContract,
        SelfTestContract {}
