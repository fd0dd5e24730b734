package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import org.echolot.concurrent.Threads;
import org.echolot.faults.LoggedFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fault of the program itself is kept and told, and harms nothing else. */
class FaultsOfOurOwnTest extends WindowTest {

  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();

  @BeforeEach
  void openWindow() {
    open();
    // As the program does it.
    Thread.setDefaultUncaughtExceptionHandler(faults());
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private boolean isTold(String words) {
    return callOnFx(
        () ->
            stage().getScene().getRoot().lookupAll("#fault-notices .notice-text").stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().contains(words)));
  }

  @Test
  void oneOfTheWindowIsShownQuietlyAndTheWindowGoesOn() throws Exception {
    Platform.runLater(
        () -> {
          throw new IllegalStateException("injected into the window");
        });
    waitForFx();

    eventually(() -> assertThat(isTold("injected into the window")).isTrue());
    assertThat(Files.readString(faults().file()))
        .contains("injected into the window", "FaultsOfOurOwnTest");

    clickOn("#fault-copy");
    assertThat(callOnFx(() -> Clipboard.getSystemClipboard().getString()))
        .contains("IllegalStateException", "FaultsOfOurOwnTest");
    clickOn("#fault-dismiss");
    eventually(() -> assertThat(isTold("injected")).isFalse());
  }

  @Test
  void oneOfABackgroundThreadIsShownToo() throws InterruptedException {
    for (String kind : List.of("virtual", "platform")) {
      Runnable failing =
          () -> {
            throw new IllegalStateException("injected into a thread, " + kind);
          };
      Thread thread =
          kind.equals("virtual")
              ? Threads.startVirtual("failing", failing)
              : Threads.startPlatform("failing", failing);
      // Whoever awaits something takes what threads leave uncaught meanwhile.
      thread.join();
      eventually(() -> assertThat(isTold(kind)).isTrue());
    }
  }

  @Test
  void oneThatJavaFxCatchesAndOnlyLogsIsShownToo() {
    Runnable end = LoggedFaults.takeTo(faults());
    try {
      ObjectBinding<String> binding =
          Bindings.createObjectBinding(
              () -> {
                throw new IllegalStateException("injected into a binding");
              });
      onFx(() -> assertThat(binding.get()).isNull());

      eventually(() -> assertThat(isTold("injected into a binding")).isTrue());
    } finally {
      end.run();
    }
  }

  @Test
  void lackOfMemoryIsShownToo() {
    Platform.runLater(
        () -> {
          throw new OutOfMemoryError("injected");
        });
    waitForFx();

    eventually(() -> assertThat(isTold("OutOfMemoryError")).isTrue());
  }
}
