package drydock.e2e.hostile;

import static drydock.e2e.hostile.Answer.file;
import static drydock.e2e.hostile.Answer.link;
import static drydock.e2e.hostile.Answer.refused;
import static drydock.e2e.hostile.Answer.taken;
import static drydock.e2e.hostile.Answer.unavailable;

import drydock.e2e.server.Place;
import drydock.e2e.server.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Repositories that want something run, or read from elsewhere: as archives, as folders of this
/// machine, and at a Git host.
final class Repositories {
  /// Everything that git is known to start, each leaves its name in the canary's folder.
  private static final String TRAPS =
      """
      for hook in post-checkout pre-commit reference-transaction post-index-change \
          fsmonitor-watchman proc-receive update pre-receive post-update pre-auto-gc; do
        printf '#!/bin/sh\\ntouch "$CANARY/hook-%s"\\n' "$hook" >.git/hooks/"$hook"
        chmod +x .git/hooks/"$hook"
      done
      cat >>.git/config <<CONFIG
      [core]
        fsmonitor = touch $CANARY/fsmonitor #
        hooksPath = .git/hooks
        sshCommand = touch $CANARY/ssh #
        gitProxy = touch $CANARY/proxy #
        pager = touch $CANARY/pager #
        editor = touch $CANARY/editor #
        askPass = touch $CANARY/askpass #
        alternateRefsCommand = touch $CANARY/alternates #
      [alias]
        fetch = !touch $CANARY/alias
      [include]
        path = $CANARY/config
      [credential]
        helper = !touch $CANARY/credential #
      [uploadpack]
        packObjectsHook = touch $CANARY/pack #
      [filter "evil"]
        clean = touch $CANARY/clean; cat
        smudge = touch $CANARY/smudge; cat
        process = touch $CANARY/process
        required = true
      [diff "evil"]
        textconv = touch $CANARY/textconv; cat
        command = touch $CANARY/diff
      [merge "evil"]
        driver = touch $CANARY/merge
      [gpg]
        program = touch $CANARY/gpg
      CONFIG
      """;

  private static final String COMMIT =
      """
      git init -q -b main app; cd app; echo 1 >a
      printf '* filter=evil diff=evil merge=evil\\n' >.gitattributes
      git add .; git commit -qm One
      """;

  private static final String ATTRIBUTES = "* filter=evil diff=evil merge=evil\n";

  private final Place place;
  private final Path canary;
  private final GitHost host;
  private final List<Case> cases = new ArrayList<>();

  private Repositories(Place place, Path canary, GitHost host) {
    this.place = place;
    this.canary = canary;
    this.host = host;
  }

  static List<Case> cases(Place place, Path canary, GitHost host) {
    var all = new Repositories(place, canary, host);
    all.archives();
    all.bomb();
    all.folders();
    all.hosts();
    return all.cases;
  }

  /// Runs a script, which makes `app`.
  private Path made(String script) {
    var folder = place.folder("hostile/made-" + cases.size());
    Shell.in(place.root(), "mkdir", "-p", folder.toString());
    Shell.bash(folder, "CANARY=" + canary + "\n" + script);
    return folder;
  }

  private void archive(String name, String script, Answer answer) {
    var folder = made(script);
    Shell.bash(folder, "tar -C app -czf archive .");
    cases.add(Case.upload(name, to -> Files.copy(folder.resolve("archive"), to), answer));
  }

  private void folder(String name, String script, Answer answer) {
    cases.add(Case.url(name, made(script).resolve("app").toString(), answer));
  }

  private void archives() {
    var plain = "git init -q -b main app; cd app; echo 1 >a; git add a; git commit -qm One\n";
    var one = taken(file("a", "1\n"));
    var trapped = taken(file("a", "1\n"), file(".gitattributes", ATTRIBUTES));
    archive("archive: everything that git would start", COMMIT + TRAPS, trapped);
    archive(
        "archive: a work tree elsewhere",
        plain + "git config core.worktree $CANARY; git config core.bare false",
        one);
    archive(
        "archive: a common folder elsewhere",
        plain + "echo $CANARY >.git/commondir; echo $CANARY >.git/gitdir",
        one);
    archive(
        "archive: objects elsewhere",
        plain
            + "mv .git/objects ../objects; mkdir -p .git/objects/info;"
            + " realpath ../objects >.git/objects/info/alternates",
        refused("its \\.git is broken or not complete"));
    archive(
        "archive: a .git that is a file", plain + "rm -rf .git; echo gitdir: $CANARY >.git", one);
    archive(
        "archive: a .git that is a link",
        plain + "rm -rf .git; ln -s $CANARY .git",
        refused("leads out of the archive"));
    archive(
        "archive: refs that are links",
        plain + "ln -s $CANARY/secret .git/refs/heads/stolen",
        refused("leads out of the archive"));
    archive(
        "archive: replaced objects and grafts",
        plain
            + """
            git checkout -q --orphan other; echo evil >a; git commit -qam Evil
            git replace main other; git rev-parse main >.git/info/grafts; git checkout -qf main
            git --no-replace-objects reset -q --hard main
            """,
        one);
    archive(
        "archive: a HEAD that leads out",
        plain + "echo 'ref: ../../../../etc/passwd' >.git/HEAD",
        refused("HEAD names no branch and no commit"));
    archive(
        "archive: a HEAD that climbs",
        plain + "echo 'ref: refs/heads/../../../x' >.git/HEAD",
        refused("its \\.git is broken"));
    archive(
        "archive: packed refs of rubbish",
        plain
            + "{ head -c 99 /dev/zero; echo; echo '^x'; echo nonsense refs/heads/x; }"
            + " >.git/packed-refs",
        one);
    archive(
        "archive: a packed ref that climbs",
        plain + "echo \"$(git rev-parse main) refs/heads/../../../config\" >.git/packed-refs",
        refused("its \\.git is broken"));
    archive(
        "archive: a branch with an option's name",
        plain + "cp .git/refs/heads/main .git/refs/heads/--upload-pack=evil",
        one);
    archive(
        "archive: a promise to fetch the rest",
        plain
            + """
            git config extensions.partialClone origin; git config remote.origin.promisor true
            git config remote.origin.url "ext::touch $CANARY/fetched"
            git config protocol.ext.allow always
            rm .git/objects/$(git rev-parse main:a | sed 's:^..:&/:')
            """,
        refused("its \\.git is broken or not complete"));
    archive(
        "archive: a repository within, with hooks",
        "git init -q -b main app; cd app; git init -q in; cd in; echo 1 >a; git add a;"
            + " git commit -qm In\n"
            + TRAPS,
        taken(file("in/a", "1\n")));
    archive(
        "archive: submodules with options, without history",
        "mkdir app; cd app; printf '[submodule \"../x\"]\\n path = -x\\n url = -u\\n' >.gitmodules",
        taken(file(".gitmodules", "[submodule \"../x\"]\n path = -x\n url = -u\n")));
  }

  private void bomb() {
    var folder = place.folder("hostile/bomb");
    var objects = Objects.in(folder.resolve(".git"));
    objects.branch("main", objects.commit(objects.tree("100644", "a", objects.blob("x")), "One\n"));
    objects.bomb(3, 64);
    Shell.bash(folder, "tar -czf ../bomb.tar.gz .git");
    cases.add(
        Case.upload(
            "archive: a pack that unpacks to sixteen gigabytes of memory",
            to -> Files.copy(place.folder("hostile/bomb.tar.gz"), to),
            refused("git needs more than 4 GB of memory")));
  }

  private void folders() {
    var plain = "git init -q -b main app; cd app; echo 1 >a; git add a; git commit -qm One\n";
    var one = taken(file("a", "1\n"));
    folder(
        "folder: everything that git would start",
        COMMIT + TRAPS,
        taken(file("a", "1\n"), file(".gitattributes", ATTRIBUTES)));
    folder(
        "folder: a promise to fetch the rest by a command",
        plain
            + """
            git config core.repositoryFormatVersion 1
            git config extensions.partialClone origin; git config remote.origin.promisor true
            git config remote.origin.url "ext::touch $CANARY/fetched"
            git config protocol.ext.allow always; git config protocol.allow always
            rm .git/objects/$(git rev-parse main:a | sed 's:^..:&/:')
            """,
        unavailable("."));
    folder(
        "folder: a work tree's own configuration",
        plain
            + """
            git config core.repositoryFormatVersion 1; git config extensions.worktreeConfig true
            git config -f .git/config.worktree core.fsmonitor "touch $CANARY/fsmonitor"
            git config -f .git/config.worktree uploadpack.packObjectsHook "touch $CANARY/pack"
            """,
        one);
    folder(
        "folder: a link to what the host has",
        plain + "ln -s /etc/passwd passwd; git add passwd; git commit -qm Two",
        taken(file("a", "1\n"), link("passwd", "/etc/passwd")));
    folder(
        "folder: a ref that is a link to a secret",
        plain + "ln -s $CANARY/secret .git/refs/heads/stolen",
        unavailable("failed"));
    folder(
        "folder: a HEAD that leads out",
        plain + "echo 'ref: ../../../../etc/passwd' >.git/HEAD",
        unavailable("there is no git repository"));
    folder(
        "folder: a broken pack",
        plain + "git gc -q; truncate -s -40 .git/objects/pack/*.pack",
        unavailable("."));
  }

  private void hosts() {
    var id = "1".repeat(40);
    Shell.bash(
        place.root(),
        """
        git init -q -b main '%1$s'; cd '%1$s'; echo 1 >a; git init -q sub
        git -C sub commit -q --allow-empty -m Sub
        printf '[submodule "x"]\\n path = sub\\n url = ../sub\\n' >.gitmodules
        echo '*.bin filter=lfs' >.gitattributes
        printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:0\\nsize 1\\n' >a.bin
        git add .; git commit -qm One
        """
            .formatted(host.folder("lacks")));
    cases.add(
        new Case(
            "git: a ref that is an option",
            new Case.Offer.Url(host.url("lacks"), Optional.of("--upload-pack=touch " + canary)),
            new Answer.Refused("ref_unknown", "no branch, tag or commit")));
    cases.add(
        Case.url(
            "git: sent on to a file",
            host.lie("file", GitHost.redirect("file:///etc/")),
            unavailable(".")));
    cases.add(
        Case.url(
            "git: sent on to the host's own network",
            host.lie("inside", GitHost.redirect("http://127.0.0.1:1/x")),
            unavailable(".")));
    cases.add(
        Case.url(
            "git: a HEAD and a ref that are options",
            host.lie("option", GitHost.refs(id + " HEAD", id + " --delete")),
            taken()));
    cases.add(
        Case.url(
            "git: a ref with a line end",
            host.lie("line", GitHost.refs(id + " refs/heads/a\nref: x", id + " refs/heads/b")),
            unavailable(".")));
    cases.add(
        Case.url(
            "git: a ref that climbs",
            host.lie("climb", GitHost.refs(id + " refs/heads/../../config")),
            taken()));
    cases.add(
        Case.url(
            "git: refs without end", host.lie("endless", GitHost.endless()), unavailable(".")));
    cases.add(
        Case.url(
            "git: an empty answer",
            host.lie("page", exchange -> exchange.sendResponseHeaders(200, -1)),
            taken()));
  }
}
