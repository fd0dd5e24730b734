package org.echolot.ui.main;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.Window;
import org.echolot.fleet.Fleet;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerDraft;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.ui.checks.CheckRequests;
import org.echolot.ui.peers.EditorRemedies;
import org.echolot.ui.peers.KeptDrafts;
import org.echolot.ui.peers.PeerEditor;
import org.echolot.ui.peers.PeerEditorModel;
import org.echolot.ui.secrets.SecretsModel;

/**
 * Lets the user type a peer, with what it takes to test it.
 *
 * @param folder where relative paths start
 * @param drafts what was typed and kept
 * @param remedies what can be done about what a check finds
 */
record PeerEditing(
    Fleet fleet,
    Executor frames,
    CheckRequests requests,
    SecretsModel secrets,
    Path folder,
    KeptDrafts drafts,
    EditorRemedies remedies) {

  /**
   * Where the editor begins.
   *
   * @param field has the focus at first
   * @param proposed is in that field at first; blank: what the peer has
   */
  record Start(Field field, String proposed) {

    /** At the top. */
    static final Start NAME = new Start(Field.NAME, "");

    private boolean isOfTls() {
      return field == Field.TRUSTED_CERTIFICATES || field == Field.CLIENT_CERTIFICATE;
    }
  }

  /**
   * Opens the editor and waits until it is closed.
   *
   * @return the peer to be saved, with what a check of it found; empty if the user cancelled
   */
  Optional<PeerEditor.Edited> edit(Window owner, PeerDraft draft, PeerBook book, Start start) {
    PeerEditorModel model =
        new PeerEditorModel(draft, book.names(), fleet, frames, requests, secrets);
    if (!start.proposed().isBlank()) {
      model.text(start.field()).set(start.proposed());
      if (start.isOfTls()) {
        model.choices().tlsProperty().set(true);
      }
    }
    return PeerEditor.show(
        owner,
        model,
        new PeerEditor.Surroundings(
            book.callingAe().value(), requests.timeoutsProperty().get(), folder, drafts, remedies),
        start.field());
  }
}
