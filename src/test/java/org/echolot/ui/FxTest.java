package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Base of the tests that need the toolkit. It starts once a JVM, without a display and with the
 * light theme; each test shows its own stage and all windows are closed after it. Tests run on
 * JUnit's thread and act as a user does, with the robot's {@code clickOn}, {@code push} and {@code
 * write}.
 */
public abstract class FxTest extends FxRobot {

  private static final int TIMEOUT_SECONDS = 30;

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyStarted) {
      started.countDown();
    }
    assertThat(started.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("toolkit started").isTrue();
    Platform.setImplicitExit(false);
    // What another test threw on purpose, on threads of its own, is not for the robot of this one.
    WaitForAsyncUtils.clearExceptions();
    onFx(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
  }

  @AfterEach
  void closeWindows() {
    onFx(() -> new ArrayList<>(Window.getWindows()).forEach(Window::hide));
  }

  /** Runs on the FX thread and waits for it; what it throws is thrown here. */
  protected static <T> T callOnFx(Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable call =
        () -> {
          try {
            result.complete(action.call());
          } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
          }
        };
    if (Platform.isFxApplicationThread()) {
      call.run();
    } else {
      Platform.runLater(call);
    }
    try {
      return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("failed on the FX thread: " + e.getCause(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the FX thread did not answer", e);
    }
  }

  /** Runs on the FX thread and waits for it; what it throws is thrown here. */
  protected static void onFx(Runnable action) {
    callOnFx(
        () -> {
          action.run();
          return true;
        });
  }

  /** Waits until what is queued for the FX thread is done and two frames are laid out. */
  protected static void waitForFx() {
    CountDownLatch frames = new CountDownLatch(3);
    onFx(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                frames.countDown();
                if (frames.getCount() == 0) {
                  stop();
                }
              }
            }.start());
    try {
      assertThat(frames.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("frames came").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for frames", e);
    }
    onFx(() -> {});
  }

  /**
   * Shows a stage with what {@code root} makes on the FX thread, and waits until it is laid out.
   */
  protected static Stage show(Supplier<? extends Parent> root, double width, double height) {
    Stage shown =
        callOnFx(
            () -> {
              Stage stage = new Stage();
              stage.setScene(new Scene(root.get(), width, height));
              stage.show();
              stage.requestFocus();
              return stage;
            });
    waitForFx();
    return shown;
  }

  /** The node with this id in any open window; fails if there is none or it is of another type. */
  protected static <T extends Node> T node(String id, Class<T> type) {
    return callOnFx(
        () -> {
          @Nullable Node found = null;
          for (Window window : Window.getWindows()) {
            found = found != null ? found : window.getScene().getRoot().lookup("#" + id);
          }
          assertThat(found).as("#" + id).isInstanceOf(type);
          return type.cast(found);
        });
  }
}
