package drydock.api;

import java.util.List;

/// The links of a task that have not expired.
public record ShareList(List<ShareShown> shares) {}
