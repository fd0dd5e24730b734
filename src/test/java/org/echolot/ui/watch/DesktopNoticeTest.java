package org.echolot.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told on the desktop reaches the system's program as it is. */
class DesktopNoticeTest {

  @TempDir Path folder;

  @Test
  void theWordsAreArgumentsOfTheirOwnAndNoScript() throws Exception {
    Path said = folder.resolve("said");
    Path program =
        Files.writeString(
            folder.resolve("notify"),
            "#!/bin/sh\nprintf '%s|' \"$@\" >\""
                + said
                + ".new\"\nmv \""
                + said
                + ".new\" \""
                + said
                + "\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

    new DesktopNotice(List.of(program.toString(), "--"))
        .show("Echolot", "CT \"1\" $(id) fails\nnow");
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(said));
    assertThat(Files.readString(said)).isEqualTo("--|Echolot|CT \"1\" $(id) fails\\x0Anow|");
  }

  @Test
  void whereThereIsNoSuchProgramNothingHappens() {
    new DesktopNotice(List.of(folder.resolve("none").toString())).show("Echolot", "CT 1 fails");
    assertThat(DesktopNotice.programOf("Mac OS X")).startsWith("osascript");
    assertThat(DesktopNotice.programOf("Linux")).startsWith("notify-send");
  }
}
