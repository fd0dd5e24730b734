package org.echolot.ui.main;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.stage.Window;
import org.echolot.check.CheckRequest;
import org.echolot.fleet.Fleet;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerDraft;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.ui.peers.PeerEditor;
import org.echolot.ui.peers.PeerEditorModel;
import org.echolot.ui.secrets.SecretsModel;

/**
 * Lets the user type a peer, with what it takes to test it.
 *
 * @param folder where relative paths start
 */
record PeerEditing(
    Fleet fleet,
    Executor frames,
    Function<Peer, CheckRequest> toRequest,
    SecretsModel secrets,
    Path folder) {

  /**
   * Where the editor begins.
   *
   * @param field has the focus at first
   * @param proposed is in that field at first; blank: what the peer has
   */
  record Start(Field field, String proposed) {

    /** At the top. */
    static final Start NAME = new Start(Field.NAME, "");
  }

  /**
   * Opens the editor and waits until it is closed.
   *
   * @return the peer to be saved, with what a check of it found; empty if the user cancelled
   */
  Optional<PeerEditor.Edited> edit(Window owner, PeerDraft draft, PeerBook book, Start start) {
    PeerEditorModel model =
        new PeerEditorModel(draft, book.names(), fleet, frames, toRequest, secrets);
    if (!start.proposed().isBlank()) {
      model.text(start.field()).set(start.proposed());
    }
    return PeerEditor.show(owner, model, book.callingAe().value(), folder, start.field());
  }
}
