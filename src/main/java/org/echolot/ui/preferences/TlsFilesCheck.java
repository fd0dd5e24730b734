package org.echolot.ui.preferences;

import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.echolot.settings.ListenerTls;

/**
 * Whether the echo server could speak TLS with the files that are chosen, which are read away from
 * the FX thread. View model: to be used on the FX thread.
 */
public final class TlsFilesCheck {

  private final Function<ListenerTls, String> read;
  private final Executor background;
  private final Executor fx;
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private ListenerTls looked = ListenerTls.OFF;

  /**
   * @param read reads the files, and says in a sentence what is wrong with them, or nothing; may
   *     block
   */
  public TlsFilesCheck(Function<ListenerTls, String> read, Executor background, Executor fx) {
    this.read = read;
    this.background = background;
    this.fx = fx;
  }

  /** What is wrong with the files, in a sentence; empty while nothing is known to be. */
  ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** Reads these; what is wrong with those before them is told no longer. */
  void look(ListenerTls files) {
    if (files.equals(looked)) {
      return;
    }
    looked = files;
    fault.set("");
    if (files.on() && !files.certificate().isBlank()) {
      background.execute(
          () -> {
            String wrong = read.apply(files);
            fx.execute(() -> told(files, wrong));
          });
    }
  }

  private void told(ListenerTls files, String wrong) {
    if (files.equals(looked)) {
      fault.set(wrong);
    }
  }
}
