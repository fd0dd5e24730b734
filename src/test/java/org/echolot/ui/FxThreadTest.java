package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FxThreadTest extends FxTest {

  private final FxThread fxThread = new FxThread();

  @Test
  void actionsAndFramesRunOnTheFxThread() throws Exception {
    CompletableFuture<Boolean> soon = new CompletableFuture<>();
    CompletableFuture<Boolean> atFrame = new CompletableFuture<>();
    fxThread.execute(() -> soon.complete(Platform.isFxApplicationThread()));
    fxThread.frames().execute(() -> atFrame.complete(Platform.isFxApplicationThread()));
    assertThat(soon.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(atFrame.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void batchesHandOverWhatCameBetweenTwoFramesAtOnce() {
    List<List<Integer>> received = new CopyOnWriteArrayList<>();
    Batches<Integer> batches =
        new Batches<>(fxThread.frames(), 1000, (batch, dropped) -> received.add(batch));
    onFx(
        () -> {
          for (int i = 0; i < 100; i++) {
            batches.accept(i);
          }
        });
    waitForFx();
    assertThat(received).singleElement().satisfies(batch -> assertThat(batch).hasSize(100));
  }

  @Test
  void anActionThatThrowsDoesNotTakeTheOthersOfItsFrameWithIt() {
    List<String> ran = new CopyOnWriteArrayList<>();
    List<Throwable> faults = new CopyOnWriteArrayList<>();
    Executor frames = fxThread.eachFrame();
    RuntimeException fault = new IllegalStateException("broken");
    onFx(
        () -> {
          Thread thread = Thread.currentThread();
          Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
          thread.setUncaughtExceptionHandler((_, thrown) -> faults.add(thrown));
          frames.execute(() -> ran.add("first"));
          frames.execute(
              () -> {
                throw fault;
              });
          frames.execute(
              () -> {
                ran.add("last");
                thread.setUncaughtExceptionHandler(before);
              });
        });
    waitForFx();
    assertThat(ran).containsExactly("first", "last");
    assertThat(faults).containsExactly(fault);
  }

  @Test
  void theRobotTypesAndCopiesWithoutADisplay() {
    TextField field = new TextField();
    field.setId("field");
    show(() -> field, 400, 300);
    clickOn("#field").write("CT1@10.1.2.3:104");
    push(KeyCode.CONTROL, KeyCode.A);
    push(KeyCode.CONTROL, KeyCode.C);
    waitForFx();
    assertThat(node("field", TextField.class).getText()).isEqualTo("CT1@10.1.2.3:104");
    assertThat(callOnFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("CT1@10.1.2.3:104");
  }
}
