package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The modalities of a running Orthanc come in through the menu beside *Add*. */
class OrthancImportTest extends WindowTest {

  private static final String MODALITIES =
      """
      {"ct": {"AET": "CT1", "Host": "10.1.2.3", "Port": 104, "Manufacturer": "Generic"},
       "mr": {"AET": "MR2", "Host": "10.1.2.4", "Port": 104, "Manufacturer": "Generic"}}\
      """;

  /** Of the user "admin" with the password "orthanc". */
  private static final String LOGIN = "Basic YWRtaW46b3J0aGFuYw==";

  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private HttpServer orthanc;

  @BeforeEach
  void startOrthanc() throws IOException {
    orthanc = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    orthanc.createContext("/modalities", OrthancImportTest::answer);
    orthanc.createContext("/slow/modalities", this::keepSilent);
    orthanc.start();
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
  }

  @AfterEach
  void stopOrthanc() {
    mayAnswer.countDown();
    orthanc.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String login =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    byte[] body = MODALITIES.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      if (login.equals(LOGIN)) {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      } else {
        exchange.sendResponseHeaders(401, -1);
      }
    }
  }

  private void keepSilent(HttpExchange exchange) {
    try (exchange) {
      mayAnswer.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + orthanc.getAddress().getPort() + path;
  }

  private static void choose() {
    MenuItem item =
        callOnFx(
            () ->
                node("tool-add", SplitMenuButton.class).getItems().stream()
                    .filter(each -> "new-import-orthanc".equals(each.getId()))
                    .findFirst()
                    .orElseThrow());
    onFx(item::fire);
    eventually(() -> assertThat(focusedId()).isEqualTo("orthanc-url"));
  }

  private static void type(String id, String text) {
    TextField field = node(id, TextField.class);
    onFx(() -> field.setText(text));
  }

  @Test
  void whatItHasIsShownThenTaken() {
    open();
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose();
    typeOver(url(""));
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(text("orthanc-fault")).contains("user name"));
    assertThat(text("orthanc-fault")).startsWith("✗ Orthanc was not read: ").endsWith(".");
    assertThat(listed()).as("nothing was taken").containsExactly("CT 1");

    type("orthanc-user", "admin");
    type("orthanc-password", "orthanc");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("import-table")).isTrue());
    assertThat(isShown("orthanc-url")).isFalse();
    assertThat(titles()).contains("Import from Orthanc at " + url(""));
    assertThat(text("import-summary")).isEqualTo("Orthanc DicomModalities: 1 added, 1 same");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(listed()).containsExactly("CT 1", "mr"));
  }

  @Test
  void whoeverDoesNotWaitForTheAnswerGoesOn() {
    open();
    choose();
    typeOver(url("/slow"));
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("orthanc-url")).isTrue());
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("orthanc-url")).isFalse());
    mayAnswer.countDown();

    choose();
    assertThat(callOnFx(() -> node("orthanc-url", TextField.class).getText()))
        .as("what was typed is there the next time")
        .isEqualTo(url("/slow"));
    assertThat(text("orthanc-fault")).isEmpty();
    keys(KeyCode.ESCAPE);
    assertThat(titles()).isEqualTo(List.of(titles().getFirst()));
  }
}
