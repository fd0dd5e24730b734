package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.echolot.check.Cause;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.peers.file.PeerStore;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.RealPeer;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.ui.CopyableText;
import org.echolot.ui.FxThread;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS in the window: what it shows, what it offers, and what it asks for. */
class TlsWindowTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  /** Presses a button without waiting for what it does, which may be to show a dialog. */
  private static void press(String id) {
    ButtonBase button = node(id, ButtonBase.class);
    new FxThread().execute(button::fire);
    waitForFx();
  }

  private static void openTab(int index) {
    TabPane tabs = node("result-tabs", TabPane.class);
    onFx(() -> tabs.getSelectionModel().select(index));
    waitForFx();
  }

  private void openAndList(String name) {
    eventually(() -> assertThat(listed()).containsExactly(name));
    eventuallyReads("result-name", name);
  }

  private Peer saved() throws IOException {
    return new PeerStore(peersFile).read().book().peers().getFirst();
  }

  private static Peer overTls(String name, TlsProfile profile) {
    return Peer.of(name, new AeTitle("CT1"), "10.1.2.3", 104)
        .withTls(new PeerTls(null, null, null, null, true, null, profile));
  }

  private static String cell(String column) {
    var table = table();
    return callOnFx(
        () ->
            table.lookupAll(".table-cell").stream()
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.getTableColumn() != null)
                .filter(cell -> column.equals(cell.getTableColumn().getId()))
                .map(TableCell::getText)
                .findFirst()
                .orElse("not shown"));
  }

  /** All words that the inspector shows. */
  private static List<String> inspected() {
    Node inspector = node("tls-inspector", Node.class);
    return callOnFx(
        () ->
            Stream.concat(
                    inspector.lookupAll(".label").stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText()),
                    inspector.lookupAll(".copyable").stream()
                        .map(words -> ((CopyableText) words).text()))
                .toList());
  }

  @Test
  void aPeerBehindTlsIsReachedByTwoClicksAndTrustedByADeliberateAct(@TempDir Path certificates)
      throws IOException {
    CertificateKit kit = new CertificateKit(certificates);
    Made server = kit.selfSigned("storescp").rsa(2048).make();
    try (RealPeer storescp =
        DcmtkServer.storescp("+tls", server.key().toString(), server.file().toString(), "-ic")) {
      Peer plain = Peer.of("PACS", new AeTitle("ANY"), "127.0.0.1", storescp.port());
      writePeers(plain);
      open();
      openAndList("PACS");
      keys(KeyCode.F5);
      eventuallyReads("result-headline", Cause.PEER_EXPECTS_TLS.label());

      press("result-switch-tls-on");
      eventuallyReads("result-headline", Cause.CERTIFICATE_UNTRUSTED.label());
      assertThat(saved().tls()).isEqualTo(PeerTls.DEFAULT);

      press("result-trust");
      eventually(() -> assertThat(isShown("trust-dialog")).isTrue());
      String fingerprint = CertificateFacts.fingerprintOf(server.certificate());
      assertThat(node("trust-fingerprint", TextArea.class).getText().replace("\n", ""))
          .isEqualTo(CertificateFacts.inPairs(fingerprint));
      Button trust = node("trust-confirm", Button.class);
      assertThat(trust.isDisabled()).as("before it was compared").isTrue();
      onFx(() -> node("trust-compared", CheckBox.class).setSelected(true));
      press("trust-confirm");
      eventuallyAnswers();
      assertThat(saved().tls()).isEqualTo(PeerTls.DEFAULT.withTrustedFingerprint(fingerprint));

      keys(KeyCode.CONTROL, KeyCode.Z);
      keys(KeyCode.CONTROL, KeyCode.Z);
      eventually(() -> assertThat(saved()).isEqualTo(plain));
    }
  }

  @Test
  void whoeverThinksBetterOfTrustingTrustsNobody() throws IOException {
    engine.prepare(
        "CT 1",
        request ->
            Results.tlsFailed(
                request,
                Cause.CERTIFICATE_UNTRUSTED,
                Handshakes.untrusted(Certificates.one("hostile"))));
    Peer peer = overTls("CT 1", TlsProfile.RUNTIME);
    writePeers(peer);
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("result-trust")).isTrue());
    press("result-trust");
    eventually(() -> assertThat(isShown("trust-dialog")).isTrue());
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("trust-dialog")).isFalse());
    assertThat(saved()).isEqualTo(peer);
  }

  /** A row that asks for its height without its width takes that of one letter a line. */
  @Test
  void everySectionOfTheInspectorIsAsHighAsItsWords() throws IOException {
    engine.prepare(
        "CT 1",
        request ->
            Results.tlsFailed(
                request,
                Cause.CERTIFICATE_UNTRUSTED,
                Handshakes.untrusted(Certificates.one("hostile"))));
    writePeers(overTls("CT 1", TlsProfile.RUNTIME));
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("result-trust")).isTrue());
    openTab(2);
    waitForFx();
    Node inspector = node("tls-inspector", Node.class);
    Set<Node> facts = callOnFx(() -> inspector.lookupAll(".fact-words"));
    assertThat(facts.stream().filter(Node::isManaged)).hasSizeGreaterThan(15);
    assertThat(facts)
        .allSatisfy(
            fact -> {
              CopyableText value = (CopyableText) fact;
              double high = callOnFx(value::getHeight);
              double needed = callOnFx(() -> value.prefHeight(value.getWidth()));
              assertThat(high).as(value.text()).isLessThan(needed + 10);
            });
    assertThat(callOnFx(() -> inspector.getLayoutBounds().getHeight()))
        .as("all of it")
        .isLessThan(1_200);
  }

  @Test
  void theInspectorShowsAllOfAChainAndStaysAsItWasOpened() throws IOException {
    engine.prepare("CT 1", request -> Results.overTls(request, Handshakes.trusted()));
    writePeers(overTls("CT 1", TlsProfile.RUNTIME));
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F5);
    eventuallyAnswers();
    assertThat(cell("lastResult")).isEqualTo("1.00 ms · cert. 16 days left");
    openTab(2);
    assertThat(inspected())
        .contains(
            "TLS 1.3",
            "✓ trusted: up to Klinikum Musterstadt Root CA",
            "✓ met",
            "⚠ not met. x25519 is not in the list.",
            "pacs.klinikum-musterstadt.example · 189 days left",
            "Klinikum Musterstadt Issuing CA 1 · expires soon, 16 days left",
            "CN=Klinikum Musterstadt Root CA, O=Klinikum, C=DE");
    assertThat(isShown("tls-trust")).as("nothing to trust").isFalse();
    assertThat(node("tls-certificate-1", TitledPane.class).isExpanded()).isTrue();
    onFx(
        () -> {
          node("tls-certificate-1", TitledPane.class).setExpanded(false);
          node("tls-certificate-4", TitledPane.class).setExpanded(true);
        });
    keys(KeyCode.F5);
    eventuallyAnswers();
    assertThat(node("tls-certificate-1", TitledPane.class).isExpanded()).isFalse();
    assertThat(node("tls-certificate-4", TitledPane.class).isExpanded()).isTrue();

    clearClipboard();
    press("tls-copy");
    assertThat(clipboard()).contains("modality-96.radiology").contains("Certificate 4, a root");
  }

  private static CopyableText fact(String name) {
    Node inspector = node("tls-inspector", Node.class);
    return callOnFx(
        () ->
            inspector.lookupAll(".fact-words").stream()
                .map(CopyableText.class::cast)
                .filter(words -> words.getAccessibleText().startsWith(name + ": "))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void whatIsToBeReadOutIsInLinesOfEightBytesAndCopiedInOnePiece() throws IOException {
    engine.prepare("CT 1", request -> Results.overTls(request, Handshakes.trusted()));
    writePeers(overTls("CT 1", TlsProfile.RUNTIME));
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F5);
    eventuallyAnswers();
    openTab(2);
    CopyableText fingerprint = fact("SHA-256");
    assertThat(fingerprint.text())
        .matches("(?:(?:[0-9A-F]{2}:){8}\\n){3}(?:[0-9A-F]{2}:){7}[0-9A-F]{2}");
    clearClipboard();
    onFx(fingerprint::requestFocus);
    keys(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).isEqualTo(fingerprint.text().replace("\n", ""));
    keys(KeyCode.CONTROL, KeyCode.A);
    keys(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).as("all of it selected").doesNotContain("\n");
    assertThat(fact("Serial number").text()).doesNotContain("\n:");
    assertThat(fact("Verdict").text()).startsWith("✓ trusted");

    Node inspector = node("tls-inspector", Node.class);
    List<String> wrapped =
        callOnFx(
            () ->
                inspector.lookupAll(".fact-name").stream()
                    .map(Label.class::cast)
                    .filter(name -> name.getHeight() > 24 || name.isTextTruncated())
                    .map(Label::getText)
                    .toList());
    assertThat(wrapped).as("names that are cut or wrapped").isEmpty();
  }

  @Test
  void legacyIsToldInTheListTheVerdictAndTheInspector() throws IOException {
    engine.prepare("CT 1", request -> Results.overTls(request, Handshakes.legacy()));
    writePeers(overTls("CT 1", TlsProfile.LEGACY));
    open(engine);
    openAndList("CT 1");
    assertThat(cell("address")).isEqualTo("CT1@10.1.2.3:104 legacy TLS");
    assertThat(isShown("result-legacy")).isFalse();
    keys(KeyCode.F5);
    eventuallyAnswers();
    assertThat(isShown("result-legacy")).isTrue();
    assertThat(text("result-legacy")).contains(TlsFacts.LEGACY_WARNING);
    openTab(2);
    assertThat(text("tls-legacy")).contains(TlsFacts.LEGACY_WARNING);
  }

  @Test
  void withoutTlsTheInspectorSaysSo() throws IOException {
    engine.prepare("CT 1", Results::refused);
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F5);
    eventuallyReads("result-headline", Cause.CONNECTION_REFUSED.label());
    openTab(2);
    assertThat(text("tls-hint")).isEqualTo("This check did not use TLS.");
    assertThat(cell("certificate")).as("no peer speaks TLS").isEqualTo("not shown");
  }

  @Test
  void legacyIsChosenInTheEditorOnlyByADeliberateAct() throws IOException {
    Peer peer = overTls("CT 1", TlsProfile.RUNTIME);
    writePeers(peer);
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F2);
    eventually(() -> assertThat(isShown("editor-name")).isTrue());
    assertThat(isShown("editor-profile")).as("it is on a page of its own").isFalse();
    onFx(() -> node("editor-pages", ListView.class).getSelectionModel().select(1));
    eventually(() -> assertThat(isShown("editor-profile")).isTrue());
    chooseLegacy();
    eventually(() -> assertThat(isShown("confirm-legacy")).isTrue());
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("confirm-legacy")).isFalse());
    assertThat(profile()).isEqualTo(TlsProfile.RUNTIME);
    assertThat(isShown("editor-legacy")).isFalse();

    chooseLegacy();
    eventually(() -> assertThat(isShown("confirm-legacy-allow")).isTrue());
    press("confirm-legacy-allow");
    eventually(() -> assertThat(isShown("editor-legacy")).isTrue());
    assertThat(profile()).isEqualTo(TlsProfile.LEGACY);
    press("editor-save");
    eventually(
        () ->
            assertThat(saved()).isEqualTo(peer.withTls(overTls("CT 1", TlsProfile.LEGACY).tls())));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<TlsProfile> profiles() {
    return node("editor-profile", ComboBox.class);
  }

  private static void chooseLegacy() {
    ComboBox<TlsProfile> profiles = profiles();
    new FxThread().execute(() -> profiles.setValue(TlsProfile.LEGACY));
    waitForFx();
  }

  private static TlsProfile profile() {
    ComboBox<TlsProfile> profiles = profiles();
    return callOnFx(profiles::getValue);
  }

  @Test
  void thePasswordOfAKeyFileIsAskedForUntilItIsRight(@TempDir Path certificates)
      throws IOException {
    CertificateKit kit = new CertificateKit(certificates);
    Made client = kit.selfSigned("me").rsa(2048).make();
    Path store =
        kit.openssl(
            "me.p12",
            "pkcs12",
            "-export",
            "-inkey",
            client.key().toString(),
            "-in",
            client.file().toString(),
            "-passout",
            "pass:sesame",
            "-out",
            "OUT");
    engine.prepare("CT 1", request -> Results.overTls(request, Handshakes.trusted()));
    writePeers(
        Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104)
            .withTls(
                new PeerTls(null, null, store.toString(), null, true, null, TlsProfile.RUNTIME)));
    open(engine);
    openAndList("CT 1");
    keys(KeyCode.F5);
    eventually(() -> assertThat(focusedId()).isEqualTo("secret-field"));
    assertThat(text("secret-purpose")).contains(store.toString());
    keys(KeyCode.ESCAPE);
    eventually(
        () -> assertThat(String.join("\n", consoleLines())).contains("Not checked: CT 1, without"));
    assertThat(text("result-headline")).isEqualTo("Stopped");

    keys(KeyCode.F5);
    eventually(() -> assertThat(focusedId()).isEqualTo("secret-field"));
    typeOver("wrong");
    keys(KeyCode.ENTER);
    eventuallyReads("secret-fault", "✗ That is not the password of this file.");
    eventually(() -> assertThat(focusedId()).isEqualTo("secret-field"));
    typeOver("sesame");
    keys(KeyCode.ENTER);
    eventuallyAnswers();

    keys(KeyCode.F5);
    eventuallyAnswers();
    assertThat(isShown("secret-dialog")).as("it is remembered").isFalse();
  }
}
