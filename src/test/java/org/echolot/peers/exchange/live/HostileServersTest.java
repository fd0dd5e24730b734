package org.echolot.peers.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.ImportedRow;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.UnreadableListException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that hang, send without end, redirect or refuse, and one that answers. */
@Timeout(60)
class HostileServersTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private static HttpServer web(int status, String location, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    return server;
  }

  private static LiveOrthanc orthanc(int port) throws ServerException {
    return new LiveOrthanc(
        "http://127.0.0.1:" + port, null, new Login("me", "secret".toCharArray()), SHORT);
  }

  /** A server that takes connections, says something, and then nothing. */
  private static ServerSocket silent() throws IOException {
    return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @Test
  void aWebServerThatHangsIsLeftAtTheDeadline() throws Exception {
    try (ServerSocket server = silent();
        LiveOrthanc orthanc = orthanc(server.getLocalPort())) {
      assertThatThrownBy(orthanc::read)
          .isInstanceOf(ServerException.class)
          .message()
          .matches(".*(did not answer within 1 s|no answer in time).*");
    }
  }

  @Test
  void aWebServerThatSendsWithoutEndIsCutOff() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(blanks);
            }
          } catch (IOException _) {
            // Whoever asked has gone.
          }
        });
    server.start();
    try (LiveOrthanc orthanc =
        new LiveOrthanc(
            "http://127.0.0.1:" + server.getAddress().getPort(),
            null,
            Login.NONE,
            Duration.ofSeconds(20))) {
      assertThatThrownBy(orthanc::read)
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("the answer is longer than a list can be");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRedirectIsToldAndNotFollowed() throws Exception {
    HttpServer server = web(302, "http://elsewhere.example/", "");
    try (LiveOrthanc orthanc = orthanc(server.getAddress().getPort())) {
      assertThatThrownBy(orthanc::read)
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("redirects to http://elsewhere.example/")
          .hasMessageNotContaining("secret");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aWebServerThatIsNoOrthancIsRefused() throws Exception {
    HttpServer server = web(200, "", "<html>Welcome</html>");
    try (LiveOrthanc orthanc = orthanc(server.getAddress().getPort())) {
      assertThatThrownBy(orthanc::read).isInstanceOf(UnreadableListException.class);
      assertThatThrownBy(() -> orthanc.compare(List.of()))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("not that of an Orthanc");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aDirectoryThatHangsIsLeftAtTheDeadline() throws Exception {
    try (ServerSocket server = silent()) {
      LiveDirectory directory =
          new LiveDirectory(
              "ldap://127.0.0.1:" + server.getLocalPort() + "/dc=org", null, Login.NONE, SHORT);

      assertThatThrownBy(directory::read).isInstanceOf(ServerException.class);
    }
  }

  /** A directory that answers the first search with entries without end. */
  private static Thread endless(ServerSocket server, int descriptionLength) {
    String description = "x".repeat(descriptionLength);
    return Thread.ofVirtual()
        .start(
            () -> {
              try (Socket socket = server.accept()) {
                int _ = socket.getInputStream().read();
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
                for (int i = 0; ; i++) {
                  var entry =
                      new SearchResultEntryProtocolOp(
                          "dicomDeviceName=d" + i + ",dc=org",
                          List.of(
                              new Attribute("objectClass", "dicomDevice"),
                              new Attribute("dicomDescription", description)));
                  out.write(new LDAPMessage(1, entry).encode().encode());
                }
              } catch (IOException _) {
                // Whoever asked has gone.
              }
            });
  }

  @ParameterizedTest
  @CsvSource({"1, more than 60000 entries", "900000, more than 32 MiB"})
  void aDirectoryThatSendsWithoutEndIsCutOff(int descriptionLength, String words) throws Exception {
    try (ServerSocket server = silent()) {
      Thread talker = endless(server, descriptionLength);
      LiveDirectory directory =
          new LiveDirectory(
              "ldap://127.0.0.1:" + server.getLocalPort() + "/dc=org",
              null,
              Login.NONE,
              Duration.ofSeconds(50));

      assertThatThrownBy(directory::read).hasMessageContaining(words);
      assertThat(talker.join(Duration.ofSeconds(5))).isTrue();
    }
  }

  @Test
  void whatIsNoDirectoryIsRefused() throws Exception {
    try (ServerSocket server = silent()) {
      Thread talker =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket socket = server.accept()) {
                      socket
                          .getOutputStream()
                          .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException _) {
                      // It has gone.
                    }
                  });
      LiveDirectory directory =
          new LiveDirectory(
              "ldap://127.0.0.1:" + server.getLocalPort() + "/dc=org", null, Login.NONE, SHORT);

      assertThatThrownBy(directory::read).isInstanceOf(ServerException.class);
      talker.join(Duration.ofSeconds(5));
    }
  }

  @Test
  void aDirectoryIsReadWithAndWithoutABaseAndOnlyByWhoMay() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=org");
    config.setSchema(null);
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
    config.addAdditionalBindCredentials("cn=admin,dc=org", "secret");
    try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(config)) {
      server.startListening();
      server.add("dn: dc=org", "objectClass: domain", "dc: org");
      server.add("dn: dc=dcm4che,dc=org", "objectClass: domain", "dc: dcm4che");
      server.add(
          "dn: cn=DICOM Configuration,dc=dcm4che,dc=org",
          "objectClass: dicomConfigurationRoot",
          "cn: DICOM Configuration");
      server.add(
          "dn: cn=Devices,cn=DICOM Configuration,dc=dcm4che,dc=org",
          "objectClass: dicomDevicesRoot",
          "cn: Devices");
      String ldif =
          PeerExport.of(
                  PeerListFormat.LDIF,
                  PeerBook.EMPTY.withAdded(
                      Peer.of("Röntgen, 1", new AeTitle("XR1"), "10.1.2.3", 104)))
              .text();
      for (String record : ldif.strip().split("\n\n", -1)) {
        server.add(record.split("\n", -1));
      }
      String url = "ldap://127.0.0.1:" + server.getListenPort();

      for (String base :
          new String[] {
            "", "/", "/dc=dcm4che,dc=org", "/cn=DICOM Configuration,dc=dcm4che,dc=org"
          }) {
        assertThat(
                new LiveDirectory(
                        url + base,
                        null,
                        new Login("cn=admin,dc=org", "secret".toCharArray()),
                        LiveDirectory.DEADLINE)
                    .read()
                    .peers())
            .extracting(ImportedRow.Read::peer)
            .extracting(peer -> peer.name() + " " + peer.address())
            .containsExactly("Röntgen, 1 XR1@10.1.2.3:104");
      }
      assertThatThrownBy(
              () ->
                  new LiveDirectory(
                          url, null, new Login("cn=admin,dc=org", "x".toCharArray()), SHORT)
                      .read())
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("does not accept this user and password");
    }
  }
}
