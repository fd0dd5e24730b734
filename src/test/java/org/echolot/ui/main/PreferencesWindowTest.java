package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.file.PeerStore;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.settings.Theme;
import org.echolot.ui.HeldEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen once for all, in the dialog for it. */
class PreferencesWindowTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  private void openPreferences() {
    keys(KeyCode.CONTROL, KeyCode.COMMA);
    eventually(() -> assertThat(focusedId()).isEqualTo("preferences-calling-ae"));
  }

  private static void type(String id, String text) {
    onFx(() -> node(id, TextField.class).setText(text));
  }

  private static void press(String id) {
    onFx(() -> node(id, Button.class).fire());
    waitForFx();
  }

  private Settings saved() {
    return new SettingsStore(folder.resolve("settings.json")).load().settings();
  }

  @Test
  void howManyChecksRunAtOnceHoldsForTheNextRunAndTheNextStart() throws Exception {
    writePeers(
        Peer.of("A", new AeTitle("A"), "10.1.2.3", 1),
        Peer.of("B", new AeTitle("B"), "10.1.2.3", 2));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(2));

    openPreferences();
    type("preferences-parallelism", "1");
    press("preferences-ok");
    eventually(() -> assertThat(find("preferences")).isNull());
    eventually(() -> assertThat(saved().checks().parallelism()).isEqualTo(1));

    keys(KeyCode.SHIFT, KeyCode.F5);
    HeldEngine.Held first = engine.next();
    eventually(() -> assertThat(mark("A")).isEqualTo("◌"));
    assertThat(engine.anyBegun()).as("one at once").isFalse();
    first.answer();
    engine.next().answer();
    eventuallyCounts("2 peers · 2 ok · 0 failing · 0 not checked");
    close();
    assertThat(saved().checks().parallelism()).isEqualTo(1);
  }

  @Test
  void ourAeTitleIsSavedAndUsed() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    openPreferences();
    typeOver("NO\\GOOD");
    assertThat(text("preferences-calling-ae-fault")).startsWith("✗ ");
    keys(KeyCode.ENTER);
    assertThat(find("preferences")).as("it can't be taken").isNotNull();

    typeOver("WORKSTATION1");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(find("preferences")).isNull());
    eventually(
        () ->
            assertThat(new PeerStore(peersFile).read().book().callingAe())
                .isEqualTo(new AeTitle("WORKSTATION1")));

    tabTo("welcome-built-in");
    keys(KeyCode.SPACE);
    eventuallyAnswers();
    assertThat(consoleLines()).anyMatch(line -> line.contains("WORKSTATION1 → ECHOLOT"));
  }

  @Test
  void theServerIsStartedAgainAsItIsChosen() {
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening as ECHOLOT on 127"));
    openPreferences();
    onFx(() -> choice("preferences-address").setValue("all"));
    type("preferences-listener-ae", "FRONT_DESK");
    assertThat(text("preferences-reach")).startsWith("Every computer");
    press("preferences-ok");
    eventuallyReads(
        "status-listener", "listening as FRONT_DESK on all addresses, port " + listenerPort);
  }

  @Test
  void theServerSpeaksTlsOnceThatIsChosen(@TempDir Path certificates) throws Exception {
    Made own = new CertificateKit(certificates).selfSigned("echolot").rsa(2048).make();
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening as ECHOLOT on 127"));
    openPreferences();
    assertThat(isShown("preferences-listener-certificate")).isFalse();
    onFx(() -> node("preferences-tls", CheckBox.class).setSelected(true));
    press("preferences-ok");
    assertThat(focusedId()).isEqualTo("preferences-listener-certificate");
    assertThat(text("preferences-listener-certificate-fault")).contains("Choose the certificate");

    type("preferences-listener-certificate", own.file().toString());
    type("preferences-listener-key", own.key().toString());
    press("preferences-ok");
    eventuallyReads(
        "status-listener", "listening as ECHOLOT with TLS on 127.0.0.1:" + listenerPort);
    eventually(() -> assertThat(saved().listener().tls().on()).isTrue());

    tabTo("welcome-built-in");
    keys(KeyCode.SPACE);
    eventuallyReads("result-headline", "Certificate not trusted");
    assertThat(isShown("result-trust")).as("it can be trusted").isTrue();

    openPreferences();
    type("preferences-listener-key", folder.resolve("gone.pem").toString());
    press("preferences-ok");
    eventually(
        () -> assertThat(text("status-listener")).startsWith("echo server: ").contains("gone.pem"));
    openPreferences();
    onFx(() -> node("preferences-tls", CheckBox.class).setSelected(false));
    press("preferences-ok");
    eventuallyReads("status-listener", "listening as ECHOLOT on 127.0.0.1:" + listenerPort);
    eventually(() -> assertThat(saved().listener().tls().on()).isFalse());
    assertThat(saved().listener().tls().certificate())
        .as("for the next time")
        .isEqualTo(own.file().toString());
  }

  @Test
  void thePasswordOfTheServersKeyIsAskedForAndFilesThatDoNotFitAreTold(@TempDir Path certificates)
      throws Exception {
    CertificateKit kit = new CertificateKit(certificates);
    Made own = kit.selfSigned("echolot").rsa(2048).make();
    Made other = kit.selfSigned("other").rsa(2048).make();
    Path encrypted =
        kit.openssl(
            "encrypted.pem",
            "pkey",
            "-aes256",
            "-passout",
            "pass:right",
            "-in",
            own.key().toString(),
            "-out",
            "OUT");
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening as ECHOLOT on 127"));
    openPreferences();
    onFx(() -> node("preferences-tls", CheckBox.class).setSelected(true));
    type("preferences-listener-certificate", own.file().toString());
    type("preferences-listener-key", other.key().toString());
    eventually(
        () ->
            assertThat(text("preferences-tls-fault"))
                .startsWith("✗ ")
                .contains("other", "does not match the certificate in"));
    type("preferences-listener-key", certificates.resolve("gone.pem").toString());
    eventually(() -> assertThat(text("preferences-tls-fault")).contains("gone.pem"));
    type("preferences-listener-key", encrypted.toString());
    eventually(() -> assertThat(text("preferences-tls-fault")).isEmpty());
    press("preferences-ok");

    eventually(() -> assertThat(isShown("secret-field")).isTrue());
    assertThat(text("secret-purpose"))
        .isEqualTo("The file " + encrypted + ", which the echo server uses, is encrypted.");
    typeOver("wrong");
    keys(KeyCode.ENTER);
    eventually(
        () -> assertThat(text("secret-fault")).contains("That is not the password of this file."));
    typeOver("right");
    keys(KeyCode.ENTER);
    eventuallyReads(
        "status-listener", "listening as ECHOLOT with TLS on 127.0.0.1:" + listenerPort);
  }

  @Test
  void whoDoesNotSayThePasswordOfTheServersKeystoreReadsWhyItIsOff(@TempDir Path certificates)
      throws Exception {
    CertificateKit kit = new CertificateKit(certificates);
    Made own = kit.selfSigned("echolot").rsa(2048).make();
    Path keystore =
        kit.openssl(
            "own.p12",
            "pkcs12",
            "-export",
            "-passout",
            "pass:right",
            "-in",
            own.file().toString(),
            "-inkey",
            own.key().toString(),
            "-out",
            "OUT");
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening as ECHOLOT on 127"));
    openPreferences();
    onFx(() -> node("preferences-tls", CheckBox.class).setSelected(true));
    type("preferences-listener-certificate", keystore.toString());
    press("preferences-ok");
    eventually(() -> assertThat(isShown("secret-field")).isTrue());
    keys(KeyCode.ESCAPE);
    eventuallyReads("status-listener", "echo server: " + keystore + " needs a password");
  }

  @Test
  void aWrongFieldOnAnotherPageIsShownAndCancelKeepsNothing() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    openPreferences();
    onFx(() -> choice("preferences-theme").setValue(Theme.DARK));
    assertThat(isDark()).isTrue();
    type("preferences-listener-port", "70000");
    assertThat(isShown("preferences-listener-port")).isFalse();
    press("preferences-ok");
    assertThat(isShown("preferences-listener-port")).isTrue();
    assertThat(focusedId()).isEqualTo("preferences-listener-port");
    assertThat(text("preferences-listener-port-fault")).contains("from 1 to 65535");

    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(find("preferences")).isNull());
    assertThat(isDark()).as("as before").isFalse();
    close();
    assertThat(saved().listener().port()).isEqualTo(listenerPort);
  }

  @Test
  @SuppressWarnings("unchecked")
  void whoCalledIsToldWhileTheDialogIsOpenToo() throws Exception {
    writePeers(Peer.of("Next desk", new AeTitle("ECHOLOT"), "127.0.0.1", listenerPort));
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening as ECHOLOT on 127"));
    openPreferences();
    onFx(() -> node("preferences-pages", ListView.class).getSelectionModel().select(3));
    waitForFx();
    TableView<Object> callers = node("callers-table", TableView.class);
    assertThat(isShown("callers-table")).isTrue();
    assertThat(callOnFx(() -> List.copyOf(callers.getItems()))).isEmpty();

    onFx(() -> window().models().checks.echo(window().models().peers.rows()));
    eventually(
        () ->
            assertThat(callOnFx(() -> callers.getItems().toString()))
                .contains("127.0.0.1", "ECHOLOT → ECHOLOT", "✓ echo answered"));
    onFx(
        () -> {
          callers.getSelectionModel().selectFirst();
          callers.requestFocus();
        });
    keys(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).contains("Next desk", "ECHOLOT → ECHOLOT", "✓ echo answered");
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Object> choice(String id) {
    return node(id, ComboBox.class);
  }

  private static boolean isDark() {
    return callOnFx(() -> Application.getUserAgentStylesheet().contains("dark"));
  }
}
