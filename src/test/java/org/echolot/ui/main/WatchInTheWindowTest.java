package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.HeldEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watching is turned on and off for the selected peers, and what happens can be read. */
class WatchInTheWindowTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void writeOne() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
  }

  private static void choose(String id) {
    Platform.runLater(
        () ->
            node("main-menu", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    waitForFx();
  }

  private Optional<PeerWatch> saved() throws IOException {
    return Optional.ofNullable(new PeerStore(peersFile).read().book().peers().getFirst().watch());
  }

  @Test
  void theSelectedPeerIsCheckedAtTheIntervalThatIsChosenUntilItIsTurnedOff() {
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose("menu-watch-every-5m");
    eventually(() -> assertThat(saved()).contains(new PeerWatch(Duration.ofMinutes(5))));
    engine.next().answer();
    eventually(() -> assertThat(consoleLines()).anyMatch(line -> line.contains("CT 1 answers")));
    eventuallyReads("status-watch", "Watching 1 peer");

    keys(KeyCode.CONTROL, KeyCode.E);
    eventually(() -> assertThat(node("events", TableView.class).getItems().size()).isEqualTo(1));
    keys(KeyCode.ESCAPE);

    choose("menu-watch-every-off");
    eventually(() -> assertThat(saved()).isEmpty());
    eventually(() -> assertThat(node("status-watch", Button.class).isVisible()).isFalse());
  }

  @Test
  void anotherIntervalAndQuietHoursAreTypedAndSaved() throws Exception {
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose("menu-watch-every-other");
    eventually(() -> assertThat(focusedId()).isEqualTo("watch-interval"));
    typeOver("9s");
    assertThat(text("watch-interval-fault")).contains("from 10s to 1h");
    typeOver("45s");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(saved()).contains(new PeerWatch(Duration.ofSeconds(45))));
    engine.next().answer();

    choose("menu-quiet-hours");
    eventually(() -> assertThat(focusedId()).isEqualTo("quiet-hours-field"));
    typeOver("0-23:59");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(text("status-watch")).endsWith(" · quiet until 23:59"));
    close();
    assertThat(Files.readString(folder.resolve("settings.json"))).contains("00:00-23:59");
  }

  @Test
  void stopEndsWhatWasAskedForByHandAndTheWatchGoesOn() {
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose("menu-watch-every-10s");
    HeldEngine.Held watched = engine.next();
    keys(KeyCode.F5);
    eventually(() -> assertThat(node("tool-stop", Button.class).isDisabled()).isFalse());
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(node("tool-stop", Button.class).isDisabled()).isTrue());

    assertThat(watched.isEnded()).as("the check of the watch runs").isFalse();
    watched.answer();
    engine.next().answer(); // the next one, after its interval
  }

  @Test
  void theCertificateCalendarSaysWhereThereIsNone() {
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose("menu-certificates");
    eventuallyReads("certificates-counts", "0 certificates, 0 within 30 days");
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(find("certificates")).isNull());
  }
}
