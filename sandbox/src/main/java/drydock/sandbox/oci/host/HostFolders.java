package drydock.sandbox.oci.host;

import drydock.sandbox.Folders;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The folders of [Identity#uid]. Trees are left to coreutils, which walk them by open folders:
/// what a sandbox wrote may be nested deeper than any path can say.
public record HostFolders(Identity identity) implements Folders {
  @Override
  public void create(Path folder) {
    try {
      makeWalkable(folder);
      own(folder);
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot make " + folder + ": " + e, e);
    }
  }

  @Override
  public void adopt(Path path) {
    if (identity.rootless()) {
      return;
    }
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        var owner = identity.uid() + ":" + identity.gid();
        must(List.of("chown", "-hR", owner, "--", path.toString()));
      } else {
        own(path);
      }
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot adopt " + path + ": " + e, e);
    }
  }

  @Override
  public void remove(Path path) {
    delete(path);
  }

  /// Removes a file or a tree, whatever the modes in it.
  public static void delete(Path path) {
    var remove = List.of("rm", "-rf", "--one-file-system", "--", path.toString());
    if (!HostCommand.run(remove).ok()) {
      // An ordinary user may own folders that it may not list or change.
      HostCommand.run(List.of("chmod", "-R", "u+rwx", "--", path.toString()));
      must(remove);
    }
  }

  private static void must(List<String> command) {
    var result = HostCommand.run(command);
    if (!result.ok()) {
      throw new SandboxException(Cause.START_FAILED, result.lastLine());
    }
  }

  /// Makes the folder and its missing parents; the umask must not keep the sandbox's user out.
  static void makeWalkable(Path folder) throws IOException {
    var parent = folder.getParent();
    if (Files.isDirectory(folder)) {
      return;
    }
    if (parent != null) {
      makeWalkable(parent);
    }
    try {
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (FileAlreadyExistsException e) {
      // Another thread was faster; a file or a link in its place is not ours to replace.
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  private void own(Path path) throws IOException {
    if (!identity.rootless()) {
      Files.setAttribute(path, "unix:uid", identity.uid(), LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", identity.gid(), LinkOption.NOFOLLOW_LINKS);
    }
  }
}
