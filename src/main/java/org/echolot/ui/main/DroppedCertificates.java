package org.echolot.ui.main;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.echolot.files.FileFaults;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.ui.peers.PeerEditor;
import org.echolot.ui.peers.PeerRow;

/**
 * A certificate that was dropped on a peer: the editor opens with it, as the one to be trusted, or
 * where its key is there too as ours. Nothing is saved by that. To be used on the FX thread; files
 * are read on another.
 */
final class DroppedCertificates {

  private static final List<String> ENDINGS =
      List.of(".pem", ".crt", ".cer", ".der", ".p12", ".pfx", ".jks");

  /** Those that hold a key as a rule. */
  private static final List<String> STORES = List.of(".p12", ".pfx", ".jks");

  private static final int MOST_LOOKED_AT = 1 << 20;

  private final Executor background;
  private final Executor fx;
  private final BiConsumer<PeerRow, PeerEditing.Start> edit;
  private final Consumer<String> message;
  private final Path folder;

  /**
   * @param folder where relative paths start
   * @param background reads files
   * @param fx back onto the FX thread, where dialogs can wait
   * @param edit opens the editor
   * @param message takes a sentence for the status bar
   */
  DroppedCertificates(
      Path folder,
      Executor background,
      Executor fx,
      BiConsumer<PeerRow, PeerEditing.Start> edit,
      Consumer<String> message) {
    this.folder = folder;
    this.background = background;
    this.fx = fx;
    this.edit = edit;
    this.message = message;
  }

  /** Whether a file is one, by its name. */
  static boolean isOne(Path file) {
    return endsWith(file, ENDINGS);
  }

  private static boolean endsWith(Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  /** Opens the editor of a peer with a file. */
  void take(PeerRow row, Path file) {
    background.execute(
        () -> {
          Runnable next;
          try {
            PeerEditing.Start start =
                new PeerEditing.Start(fieldFor(file), PeerEditor.written(file, folder));
            next = () -> edit.accept(row, start);
          } catch (IOException e) {
            String why = file.getFileName() + " cannot be read: " + FileFaults.words(e) + ".";
            next = () -> message.accept(why);
          }
          fx.execute(next);
        });
  }

  private static Field fieldFor(Path file) throws IOException {
    if (endsWith(file, STORES)) {
      return Field.CLIENT_CERTIFICATE;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_LOOKED_AT), StandardCharsets.ISO_8859_1);
      return text.contains("PRIVATE KEY-----")
          ? Field.CLIENT_CERTIFICATE
          : Field.TRUSTED_CERTIFICATES;
    }
  }
}
