package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.settings.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is killed while it saves leaves each file old or new, whole. For more than these
 * few: {@code bin/test -Dtest=KilledSavesTest -Decholot.kills=1000}.
 */
class KilledSavesTest {

  private static final int KILLS = Integer.getInteger("echolot.kills", 30);

  /** A kill takes half a second; a busy computer may need longer. */
  private static final Duration LIMIT = Duration.ofMinutes(1).plusSeconds(5L * KILLS);

  @TempDir Path folder;

  /** Saves peers and settings for ever, now these, now those. */
  static final class Saving {

    private static final Settings LIGHT = Settings.DEFAULT;
    private static final Settings DARK = LIGHT.with(new AppearanceSettings(Theme.DARK));

    private Saving() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      PeerStore peers = new PeerStore(folder.resolve("peers.json"));
      SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
      PeerStore.Loaded _ = peers.load();
      SettingsStore.Loaded _ = settings.load();
      for (int i = 0; ; i++) {
        peers.save(book(i % 2 == 0 ? "EVEN" : "ODD"));
        settings.save(i % 2 == 0 ? LIGHT : DARK);
        if (i == 2) {
          System.out.println("saving");
        }
      }
    }
  }

  private static PeerBook book(String calledAe) {
    PeerBook book = PeerBook.EMPTY;
    for (int i = 0; i < 200; i++) {
      book = book.withAdded(Peer.of("Peer " + i, new AeTitle(calledAe), "host" + i, 104));
    }
    return book;
  }

  private static List<String> command(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx32m",
        "-cp",
        System.getProperty("java.class.path"),
        Saving.class.getName(),
        folder.toString());
  }

  private void killWhileSaving(Duration after) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(folder)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("saving");
      LockSupport.parkNanos(after.toNanos());
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private List<String> leftOvers() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".tmp")) {
          names.add(name);
          Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        } else {
          assertThat(name).isIn("peers.json", "settings.json");
        }
      }
    }
    return names;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS) // the limit is that of the kills
  void killedAtAnyMomentEachFileIsWholeAndWhatIsLeftIsCleared() {
    assertTimeoutPreemptively(LIMIT, this::killAndLook);
  }

  private void killAndLook() throws IOException, InterruptedException {
    long seed = Long.getLong("echolot.seed", System.nanoTime());
    Random random = new Random(seed);
    int left = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      killWhileSaving(Duration.ofNanos(random.nextLong(20_000_000)));

      PeerStore.Loaded peers = new PeerStore(folder.resolve("peers.json")).read();
      assertThat(peers)
          .as("kill %d, seed %d", kill, seed)
          .isInstanceOf(PeerStore.Loaded.Read.class);
      assertThat(peers.book().peers()).hasSize(200);
      assertThat(peers.book().peers().stream().map(Peer::calledAe).distinct()).hasSize(1);
      SettingsStore.Loaded settings = new SettingsStore(folder.resolve("settings.json")).load();
      assertThat(settings.problem()).as("kill %d, seed %d", kill, seed).isEmpty();
      left += leftOvers().size();
    }
    System.out.println(KILLS + " kills left " + left + " temporary files, seed " + seed);

    PeerStore store = new PeerStore(folder.resolve("peers.json"));
    PeerStore.Loaded _ = store.load();
    store.save(book("LAST"));
    new SettingsStore(folder.resolve("settings.json")).save(Settings.DEFAULT);

    assertThat(leftOvers()).isEmpty();
  }
}
