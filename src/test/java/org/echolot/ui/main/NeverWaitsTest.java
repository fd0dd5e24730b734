package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.echolot.files.FileSteps;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.HeldEngine.Held;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window answers while the disk, or a check, does not. Each step here fails if it waits. */
class NeverWaitsTest extends WindowTest {

  private final CountDownLatch mayRead = new CountDownLatch(1);
  private final CountDownLatch mayWrite = new CountDownLatch(1);

  /** A disk like a network share that hangs. */
  private final class HangingSteps implements FileSteps {

    @Override
    public byte[] read(Path file, int maxBytes) throws IOException {
      hang(mayRead);
      return FileSteps.super.read(file, maxBytes);
    }

    @Override
    public void writeAndForce(Path file, byte[] content) throws IOException {
      hang(mayWrite);
      FileSteps.super.writeAndForce(file, content);
    }

    private void hang(CountDownLatch until) throws IOException {
      try {
        if (!until.await(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IOException("the test never let it go on");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  @BeforeEach
  void hang() throws IOException {
    writePeers(builtIn("CT 1", "ECHOLOT"));
    steps = new HangingSteps();
  }

  @AfterEach
  void letGo() {
    mayRead.countDown();
    mayWrite.countDown();
  }

  @Test
  void whileTheDiskHangsTheWindowGoesOn() {
    open();
    assertThat(listed()).isEmpty();
    assertThat(isShown("welcome")).as("it is not known yet that there are none").isFalse();
    keys(KeyCode.CONTROL, KeyCode.N);
    assertThat(find("peer-editor")).as("nothing to edit yet").isNull();

    mayRead.countDown();
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    keys(KeyCode.CONTROL, KeyCode.D);
    keys(KeyCode.DELETE);
    keys(KeyCode.CONTROL, KeyCode.Z);
    assertThat(listed()).containsExactly("CT 1", "CT 1 (2)");

    mayWrite.countDown();
    eventually(
        () ->
            assertThat(new PeerStore(peersFile).read().book().names())
                .containsExactly("CT 1", "CT 1 (2)"));
  }

  @Test
  void whileTheDiskHangsTheWindowCloses() {
    mayRead.countDown();
    open();
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    keys(KeyCode.CONTROL, KeyCode.D);
    var closing = stage();
    keys(KeyCode.CONTROL, KeyCode.Q);
    assertThat(closing.isShowing()).isFalse();
    awaitClosed();
  }

  @Test
  void whileACheckHangsAndDoesNotHeedTheStopTheWindowGoesOn() {
    mayRead.countDown();
    mayWrite.countDown();
    HeldEngine engine = HeldEngine.deafToStop();
    open(engine);
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    keys(KeyCode.F5);
    Held held = engine.next();
    eventually(() -> assertThat(mark("CT 1")).isEqualTo("◌"));
    keys(KeyCode.ESCAPE);
    keys(KeyCode.ESCAPE);
    keys(KeyCode.CONTROL, KeyCode.D);
    assertThat(listed()).hasSize(2);

    held.answer();
    eventually(() -> assertThat(mark("CT 1")).isEqualTo("✓"));
  }
}
