package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class SnapshotTest {
  @TempDir Path place;
  Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(place);
  }

  @Test
  void a_patch_gives_what_the_sandbox_saw() {
    var mirror =
        bench.origin(
            """
            mkdir -p src/deep bin gone
            seq 1 50 > src/numbers; echo hello > src/hello; echo x > src/deep/x
            printf '#!/bin/sh\\n' > bin/run; chmod +x bin/run; echo plain > bin/plain
            for i in 1 2 3; do echo $i > gone/$i; done
            printf 'a\\r\\nb\\r\\n' > crlf; head -c 3000 /dev/urandom > blob; echo q > emptied
            ln -s src/hello link; echo m > moved-from-here; seq 1 30 >> moved-from-here
            """);
    var tree =
        bench.changed(
            mirror,
            """
            sed -i 's/^7$/seven/' src/numbers
            rm src/hello; rm -r gone; chmod +x bin/plain; chmod -x bin/run
            printf 'a\\r\\nB\\r\\n' > crlf; head -c 5000 /dev/urandom > blob; : > emptied
            mv moved-from-here moved-to-there; mkdir -p new/folder; echo n > new/folder/n
            ln -sfn /etc/passwd link; head -c 100 /dev/zero > zeros; : > empty
            rm -r src/deep; mkdir src/deep; echo y > src/deep/y
            """);

    assertThat(bench.patched(mirror, tree)).isEqualTo(bench.listing("merged"));
    assertThat(tree.notes()).isEmpty();
  }
}
