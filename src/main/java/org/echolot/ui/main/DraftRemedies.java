package org.echolot.ui.main;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javafx.stage.Window;
import org.echolot.check.CheckResult;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.ui.peers.EditorRemedies;
import org.echolot.ui.peers.PeerEditor;
import org.echolot.ui.peers.PeerEditorModel;
import org.echolot.ui.result.Remedy;
import org.echolot.ui.secrets.SecretsModel;

/**
 * What is offered in the editor about what its check found: the same as with the result of a saved
 * peer, done to what is typed. Nothing is saved by it.
 */
record DraftRemedies(SecretsModel secrets, HandoutCommands handouts) implements EditorRemedies {

  @Override
  public Optional<Offer> of(CheckResult result, PeerEditor editor) {
    return Remedy.of(result).stream()
        .filter(remedy -> remedy != Remedy.TRY_AE_TITLES) // it is for a peer that is saved
        .findFirst()
        .map(
            remedy ->
                new Offer(remedy.label(), remedy.tip(), () -> carryOut(remedy, result, editor)));
  }

  private void carryOut(Remedy remedy, CheckResult result, PeerEditor editor) {
    PeerEditorModel model = editor.model();
    switch (remedy) {
      case SWITCH_TLS_ON -> {
        model.choices().tlsProperty().set(true);
        model.test();
      }
      case SWITCH_TLS_OFF -> {
        model.choices().tlsProperty().set(false);
        model.test();
      }
      case TRUST -> trust(result, editor);
      case EDIT_CALLED_AE -> editor.focus(Field.CALLED_AE);
      case CHOOSE_CLIENT_CERTIFICATE -> editor.focus(Field.CLIENT_CERTIFICATE);
      case EDIT_SERVER_NAME -> {
        model.text(Field.SERVER_NAME).set(Remedy.certifiedName(result).orElse(""));
        editor.focus(Field.SERVER_NAME);
      }
      case ASK_SECRET_AGAIN -> {
        secrets.forgetUser(result.request());
        model.test();
      }
      case TRY_AE_TITLES -> throw new IllegalArgumentException(remedy.toString());
      case REGISTER -> handouts.askToRegister(windowOf(editor), result.request(), result);
    }
  }

  private static void trust(CheckResult result, PeerEditor editor) {
    TlsReport report = result.tls();
    if (report == null || report.chain().isEmpty()) {
      return;
    }
    X509Certificate own = report.chain().getFirst();
    String typed = editor.model().text(Field.NAME).get();
    String name = typed.isBlank() ? editor.model().text(Field.CALLED_AE).get() : typed;
    if (TrustDialog.confirms(windowOf(editor), name, own, result.startedAt().toInstant())) {
      editor.model().text(Field.TRUSTED_FINGERPRINT).set(CertificateFacts.fingerprintOf(own));
      editor.model().test();
    }
  }

  private static Window windowOf(PeerEditor editor) {
    return editor.getScene().getWindow();
  }
}
