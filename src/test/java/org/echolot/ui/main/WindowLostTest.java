package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.Window;
import org.echolot.check.run.ChosenEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.faults.FaultLog;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.peers.file.PeerStore;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.SettingsStore;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A window of a process of its own, whose thread hangs, ends, or is closed as it should be. */
@Timeout(120)
class WindowLostTest {

  @TempDir Path folder;

  /** Opens the window and has its thread do what the second argument says. */
  static final class Opening {

    /** The fault was told, which ends the hang. */
    private static final CountDownLatch TOLD = new CountDownLatch(1);

    private Opening() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      Journal journal = new Journal();
      SecretBook secrets = new SecretBook();
      TlsMaterials materials = new TlsMaterials(secrets);
      EchoEngines engines = EchoEngines.of(new OwnEngine(materials, secrets));
      SettingsStore settingsStore = new SettingsStore(folder.resolve("settings.json"));
      SettingsStore.Loaded settings = settingsStore.load();
      ChosenEngine engine = new ChosenEngine(engines, settings.settings().checks().engine());
      FaultLog faults =
          new FaultLog(
              folder.resolve("faults.log"), UnaryOperator.identity(), InstantSource.system());
      Services services =
          new Services(
              journal,
              engine,
              new Fleet(engine, journal, 1),
              secrets,
              materials,
              new PeerStore(folder.resolve("peers.json")),
              settingsStore,
              Threads.newSerial("disk"),
              Threads.newSerial("background"),
              faults);
      StopSignal stop = new StopSignal();
      faults.addReader(
          fault -> {
            System.out.println(fault.words());
            TOLD.countDown();
            stop.stop();
          });
      Desktop desktop = new Desktop(services, settings, Toolkit.begin());
      Thread _ = Threads.startVirtual("trouble", () -> makeTrouble(args[1], stop));
      try {
        desktop.run(stop);
        System.out.println("closed");
        System.exit(0);
      } catch (Desktop.WindowLostException e) {
        System.out.println("lost: " + e.getMessage());
        System.exit(1);
      }
    }

    private static void makeTrouble(String what, StopSignal stop) {
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptions()
          .until(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
      switch (what) {
        case "close" -> stop.stop();
        case "hang" -> Platform.runLater(Opening::hang);
        default -> Platform.exit();
      }
    }

    private static void hang() {
      try {
        TOLD.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private List<String> run(String what) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                folder.toString(),
                what)
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void oneThatIsClosedIsNotLost() throws Exception {
    assertThat(run("close")).containsExactly("closed");
    assertThat(folder.resolve("faults.log")).doesNotExist();
  }

  @Test
  void oneThatHangsIsKeptWithWhatItDid() throws Exception {
    assertThat(run("hang")).first().asString().startsWith("the window has not responded for ");
    assertThat(Files.readString(folder.resolve("faults.log"))).contains("Opening.hang");
  }

  @Test
  void oneWhoseThreadEndedIsLost() throws Exception {
    assertThat(run("end"))
        .containsExactly(
            "the thread of the window has ended", "lost: the thread of the window has ended");
  }
}
