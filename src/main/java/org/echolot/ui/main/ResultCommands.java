package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.echolot.check.CheckResult;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.material.CertificateFile;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.result.Remedy;
import org.echolot.ui.result.ResultActions;
import org.echolot.ui.secrets.SecretsModel;
import org.jspecify.annotations.Nullable;

/** Carries out what is offered with a result. To be used on the FX thread. */
final class ResultCommands implements ResultActions {

  private static final List<ExtensionFilter> KINDS =
      List.of(new ExtensionFilter("PEM", "*.pem"), new ExtensionFilter("DER", "*.der", "*.cer"));

  private final Stage stage;
  private final PeersModel peers;
  private final ChecksModel checks;
  private final SecretsModel secrets;
  private final Tickets tickets;
  private final Handouts handouts;
  private final StageLines stageLines;
  private final Executor disk;
  private final Executor fx;
  private final Consumer<String> say;

  /**
   * @param disk runs what writes
   * @param say tells the user what was done
   */
  ResultCommands(
      Stage stage,
      PeersModel peers,
      ChecksModel checks,
      SecretsModel secrets,
      Tickets tickets,
      Handouts handouts,
      StageLines stageLines,
      Executor disk,
      Executor fx,
      Consumer<String> say) {
    this.stage = stage;
    this.peers = peers;
    this.checks = checks;
    this.secrets = secrets;
    this.tickets = tickets;
    this.handouts = handouts;
    this.stageLines = stageLines;
    this.disk = disk;
    this.fx = fx;
    this.say = say;
  }

  @Override
  public void copyForTicket() {
    tickets.copy();
  }

  @Override
  public void showStage(org.echolot.check.CheckStage which) {
    stageLines.show(which);
  }

  @Override
  public ObservableValue<Boolean> canEdit() {
    return peers.editableProperty();
  }

  @Override
  public void remedy(PeerRow row, Remedy remedy) {
    CheckResult result = row.lastResult();
    if (result == null) {
      return;
    }
    switch (remedy) {
      case SWITCH_TLS_ON ->
          change(
              row,
              PeerTls.DEFAULT,
              "Switched TLS on for " + row.peer().name() + ". Ctrl+Z switches it off again.");
      case SWITCH_TLS_OFF ->
          change(
              row,
              null,
              "Switched TLS off for " + row.peer().name() + ". Ctrl+Z switches it on again.");
      case TRUST -> trust(row, result);
      case ASK_SECRET_AGAIN -> {
        secrets.forgetUser(result.request());
        checks.echo(List.of(row));
      }
      case REGISTER -> handouts.register.perform();
    }
  }

  private void change(PeerRow row, @Nullable PeerTls tls, String said) {
    checks.stop(row);
    peers.replace(row, row.peer().withTls(tls));
    say.accept(said);
    checks.echo(List.of(row));
  }

  private void trust(PeerRow row, CheckResult result) {
    TlsReport report = result.tls();
    Peer peer = row.peer();
    PeerTls tls = peer.tls();
    if (report == null || report.chain().isEmpty() || tls == null) {
      return;
    }
    X509Certificate own = report.chain().getFirst();
    if (TrustDialog.confirms(stage, peer, own, result.startedAt().toInstant())
        && peer.equals(row.peer())) {
      change(
          row,
          tls.withTrustedFingerprint(CertificateFacts.fingerprintOf(own)),
          "The certificate of " + peer.name() + " is trusted. Ctrl+Z takes that back.");
    }
  }

  @Override
  public void save(String name, List<X509Certificate> certificates) {
    new Dialogs(stage)
        .askSaveTarget("Save certificate", CertificateFile.nameFor(name), KINDS)
        .ifPresent(file -> disk.execute(() -> write(file, certificates)));
  }

  private void write(Path file, List<X509Certificate> certificates) {
    String said;
    try {
      byte[] content = CertificateFile.content(file, certificates);
      new AtomicFile(file, FileSteps.REAL).write(empty -> Files.write(empty, content));
      said = "Saved " + file + ".";
    } catch (IOException e) {
      said = "Not saved: " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
    String outcome = said;
    fx.execute(() -> say.accept(outcome));
  }
}
