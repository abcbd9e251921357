package drydock.api.repository;

import java.util.List;
import java.util.Optional;

/// @param defaultBranch stands first; none if the repository is empty
/// @param more whether there are branches that are not listed
public record BranchList(Optional<String> defaultBranch, List<String> branches, boolean more) {}
