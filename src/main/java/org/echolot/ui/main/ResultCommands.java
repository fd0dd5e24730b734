package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.peers.PeerTls;
import org.echolot.probe.AeTitleQuestion;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.material.CertificateFile;
import org.echolot.ui.Dialogs;
import org.echolot.ui.action.PeerAction;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.result.Remedy;
import org.echolot.ui.result.ResultDeeds;
import org.jspecify.annotations.Nullable;

/** Carries out what is offered with a result. To be used on the FX thread. */
final class ResultCommands {

  private static final List<ExtensionFilter> KINDS =
      List.of(new ExtensionFilter("PEM", "*.pem"), new ExtensionFilter("DER", "*.der", "*.cer"));

  private final Stage stage;
  private final Services services;
  private final WindowModels models;
  private final HandoutCommands handouts;
  private final Runnable focusList;
  private final BiConsumer<PeerRow, PeerEditing.Start> edit;

  /**
   * @param edit opens the editor for a peer, at a field
   */
  ResultCommands(
      Stage stage,
      Services services,
      WindowModels models,
      HandoutCommands handouts,
      Runnable focusList,
      BiConsumer<PeerRow, PeerEditing.Start> edit) {
    this.stage = stage;
    this.services = services;
    this.models = models;
    this.handouts = handouts;
    this.focusList = focusList;
    this.edit = edit;
  }

  /**
   * What the pane asks for.
   *
   * @param shown the peer whose result is shown; null for none
   */
  ResultDeeds deeds(ObservableValue<@Nullable PeerRow> shown) {
    StageLines lines = new StageLines(shown, models.console, models.message::say);
    return new ResultDeeds(
        lines::show,
        models.peers.editableProperty(),
        this::remedy,
        this::setBack,
        peer -> models.requests.apply(peer).timeouts(),
        this::setTitles,
        this::save);
  }

  private void remedy(PeerRow row, Remedy remedy) {
    CheckResult result = row.lastResult();
    if (result == null) {
      return;
    }
    switch (remedy) {
      case SWITCH_TLS_ON ->
          change(
              row,
              PeerTls.DEFAULT,
              "Turned on TLS for "
                  + row.peer().name()
                  + ". "
                  + PeerAction.UNDO.keyText()
                  + " turns it off again.");
      case SWITCH_TLS_OFF ->
          change(
              row,
              null,
              "Turned off TLS for "
                  + row.peer().name()
                  + ". "
                  + PeerAction.UNDO.keyText()
                  + " turns it on again.");
      case TRUST -> trust(row, result);
      case EDIT_CALLED_AE -> edit.accept(row, new PeerEditing.Start(Field.CALLED_AE, ""));
      case CHOOSE_CLIENT_CERTIFICATE ->
          edit.accept(row, new PeerEditing.Start(Field.CLIENT_CERTIFICATE, ""));
      case EDIT_SERVER_NAME ->
          edit.accept(
              row,
              new PeerEditing.Start(Field.SERVER_NAME, Remedy.certifiedName(result).orElse("")));
      case ASK_SECRET_AGAIN -> {
        models.secrets.forgetUser(result.request());
        models.checks.echo(List.of(row));
      }
      case TRY_AE_TITLES -> models.titles.ask(row, ourTitles());
      case REGISTER -> handouts.askToRegister();
    }
  }

  /** All calling AE titles that we have, the likeliest first. */
  private List<AeTitle> ourTitles() {
    PeerBook book = models.peers.book();
    return Stream.concat(
            Stream.of(book.callingAe()),
            book.peers().stream().map(Peer::callingAe).filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  private void setTitles(PeerRow row, AeTitleQuestion.Try titles) {
    AeTitle calling = titles.callingAe();
    replace(
        row,
        row.peer()
            .withAeTitles(
                titles.calledAe(),
                calling.equals(models.peers.book().callingAe()) ? null : calling),
        "Set the AE titles of "
            + row.peer().name()
            + ". "
            + PeerAction.UNDO.keyText()
            + " undoes that.");
  }

  private void setBack(PeerRow row, CheckRequest then) {
    replace(
        row,
        row.peer().calledLike(then),
        "Set " + row.peer().name() + " back. " + PeerAction.UNDO.keyText() + " undoes that.");
  }

  private void change(PeerRow row, @Nullable PeerTls tls, String said) {
    replace(row, row.peer().withTls(tls), said);
  }

  private void replace(PeerRow row, Peer edited, String said) {
    models.checks.stop(row);
    models.peers.replace(row, edited);
    models.message.say(said);
    models.checks.echo(List.of(row));
    focusList.run(); // the button that was pressed goes away
  }

  private void trust(PeerRow row, CheckResult result) {
    TlsReport report = result.tls();
    Peer peer = row.peer();
    PeerTls tls = peer.tls();
    if (report == null || report.chain().isEmpty() || tls == null) {
      return;
    }
    X509Certificate own = report.chain().getFirst();
    if (TrustDialog.confirms(stage, peer.name(), own, result.startedAt().toInstant())
        && peer.equals(row.peer())) {
      change(
          row,
          tls.withTrustedFingerprint(CertificateFacts.fingerprintOf(own)),
          "The certificate of "
              + peer.name()
              + " is now trusted. "
              + PeerAction.UNDO.keyText()
              + " undoes that.");
    }
  }

  private void save(String name, List<X509Certificate> certificates) {
    new Dialogs(stage)
        .askSaveTarget("Save certificate", CertificateFile.nameFor(name), KINDS)
        .ifPresent(file -> services.disk().execute(() -> write(file, certificates)));
  }

  private void write(Path file, List<X509Certificate> certificates) {
    String said;
    boolean saved = false;
    try {
      byte[] content = CertificateFile.content(file, certificates);
      new AtomicFile(file, FileSteps.REAL).write(empty -> Files.write(empty, content));
      said = "Saved " + file + ".";
      saved = true;
    } catch (IOException e) {
      said = "Not saved: " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
    String outcome = said;
    Path shown = saved ? file : null;
    models.frames.execute(() -> models.message.say(outcome, shown));
  }
}
