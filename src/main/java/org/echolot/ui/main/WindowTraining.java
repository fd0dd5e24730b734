package org.echolot.ui.main;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.echolot.concurrent.Threads;
import org.echolot.ui.FxThread;
import org.jspecify.annotations.Nullable;

/**
 * Does in the window what people do there first, and closes it: what that loads is recorded for the
 * ahead-of-time cache. Where the window does not come to it, it is closed all the same.
 */
public final class WindowTraining {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration GLANCE = Duration.ofMillis(100);

  /** How long what was asked for takes until it is painted, on a computer that is not busy. */
  private static final Duration PAINTED = Duration.ofMillis(500);

  /** Packages of JavaFX of which each system has some. */
  private static final Set<String> DISPLAYS =
      Set.of(
          "com/sun/glass/ui",
          "com/sun/glass/ui/gtk",
          "com/sun/glass/ui/mac",
          "com/sun/glass/ui/win",
          "com/sun/javafx/application/preferences",
          "com/sun/prism/d3d",
          "com/sun/prism/es2",
          "com/sun/prism/mtl");

  private final long end = System.nanoTime() + PATIENCE.toNanos();

  private WindowTraining() {}

  /** Begins, with the window that is about to be opened by another thread. */
  public static void begin() {
    Thread _ = Threads.startPlatform("training", new WindowTraining()::act);
  }

  private void act() {
    try {
      loadDisplays();
      await(scene -> !table(scene).getItems().isEmpty());
      with(scene -> fire(scene, "tool-echo-all"));
      await(scene -> !scene.lookup("#status-progress").getParent().isVisible());
      with(WindowTraining::sortAndSelect);
      with(
          scene -> {
            ContextMenu menu = table(scene).getContextMenu();
            menu.show(table(scene), 0, 0);
            menu.hide();
          });
    } catch (InterruptedException | TimeoutException | ExecutionException _) {
      // What was recorded until now is something.
    } finally {
      close();
    }
  }

  /**
   * Loads what JavaFX has for the displays and graphics of this system: the training itself has
   * none of them.
   */
  private static void loadDisplays() {
    ModuleLayer.boot()
        .configuration()
        .findModule("javafx.graphics")
        .ifPresent(
            module -> {
              try (ModuleReader files = module.reference().open();
                  Stream<String> names = files.list()) {
                names
                    .filter(name -> DISPLAYS.contains(folder(name)))
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .forEach(
                        name -> Class.forName(Platform.class.getModule(), name.replace('/', '.')));
              } catch (IOException _) {
                // They are loaded without the cache, then.
              }
            });
  }

  private static String folder(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private static TableView<?> table(Scene scene) {
    return (TableView<?>) scene.lookup("#peer-table");
  }

  private static void fire(Scene scene, String id) {
    if (scene.lookup("#" + id) instanceof ButtonBase button) {
      button.fire();
    }
  }

  private static void sortAndSelect(Scene scene) {
    sort(table(scene));
    table(scene).getSelectionModel().selectAll();
    table(scene).getSelectionModel().clearAndSelect(1);
    for (Node node : scene.getRoot().lookupAll(".tab-pane")) {
      node.requestFocus();
    }
  }

  private static <T> void sort(TableView<T> table) {
    for (TableColumn<T, ?> column : table.getColumns()) {
      table.getSortOrder().setAll(List.of(column));
    }
    table.getSortOrder().clear();
  }

  private void await(Predicate<Scene> condition)
      throws InterruptedException, TimeoutException, ExecutionException {
    boolean isSo = false;
    while (!isSo) {
      Thread.sleep(GLANCE);
      isSo = onFx(condition);
      if (System.nanoTime() > end) {
        throw new TimeoutException();
      }
    }
    Thread.sleep(PAINTED);
  }

  private void with(Consumer<Scene> action)
      throws InterruptedException, TimeoutException, ExecutionException {
    boolean _ =
        onFx(
            scene -> {
              action.accept(scene);
              return true;
            });
    Thread.sleep(PAINTED);
  }

  private boolean onFx(Predicate<Scene> action)
      throws InterruptedException, TimeoutException, ExecutionException {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    try {
      new FxThread()
          .execute(
              () -> {
                try {
                  Stage stage = stage();
                  done.complete(stage != null && action.test(stage.getScene()));
                } catch (RuntimeException fault) {
                  done.completeExceptionally(fault);
                }
              });
    } catch (IllegalStateException _) {
      return false; // the toolkit has not started yet
    }
    return done.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private static @Nullable Stage stage() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isShowing())
        .map(Stage.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static void close() {
    new FxThread()
        .execute(
            () -> {
              Stage stage = stage();
              if (stage != null) {
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
              }
            });
  }
}
