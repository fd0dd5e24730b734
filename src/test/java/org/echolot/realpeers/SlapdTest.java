package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTls;
import org.echolot.peers.exchange.ImportedRow;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.live.LiveDirectory;
import org.echolot.peers.exchange.live.Login;
import org.echolot.peers.exchange.live.ServerException;
import org.junit.jupiter.api.Test;

/** OpenLDAP takes our LDIF, with a schema that it insists on, and is read while it runs. */
class SlapdTest {

  private static final String CONFIGURATION =
      """
      include /etc/ldap/schema/core.schema
      include dicom.schema
      pidfile slapd.pid
      modulepath /usr/lib/ldap
      moduleload back_mdb
      database mdb
      suffix "dc=org"
      rootdn "cn=admin,dc=org"
      rootpw secret
      directory db
      access to * by users read by anonymous auth
      """;

  private static final String ROOT =
      """
      dn: dc=org
      objectClass: dcObject
      objectClass: organization
      o: org
      dc: org

      dn: dc=dcm4che,dc=org
      objectClass: dcObject
      objectClass: organization
      o: dcm4che
      dc: dcm4che

      dn: cn=DICOM Configuration,dc=dcm4che,dc=org
      objectClass: dicomConfigurationRoot
      cn: DICOM Configuration

      dn: cn=Devices,cn=DICOM Configuration,dc=dcm4che,dc=org
      objectClass: dicomDevicesRoot
      cn: Devices
      """;

  private static RealPeer slapd(String ldif) {
    String slapadd = Programs.find("slapadd", "slapd").toString();
    String program = Programs.find("slapd", "slapd").toString();
    return RealPeer.start(
        "slapd",
        (folder, port) -> {
          Files.createDirectory(folder.resolve("db"));
          Files.copy(
              Path.of("src/test/resources/org/echolot/realpeers/dicom.schema"),
              folder.resolve("dicom.schema"));
          Files.writeString(folder.resolve("slapd.conf"), CONFIGURATION);
          add(slapadd, folder, Files.writeString(folder.resolve("root.ldif"), ROOT));
          add(slapadd, folder, Files.writeString(folder.resolve("peers.ldif"), ldif));
          return List.of(
              program, "-f", "slapd.conf", "-h", "ldap://127.0.0.1:" + port, "-d", "stats");
        });
  }

  private static void add(String slapadd, Path folder, Path ldif) throws IOException {
    Process process =
        new ProcessBuilder(slapadd, "-f", "slapd.conf", "-l", ldif.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    assertThat(process.exitValue()).as(said).isZero();
  }

  @Test
  void ourLdifIsTakenByADirectoryAndReadFromItByWhoMay() throws Exception {
    PeerBook book =
        PeerBook.EMPTY
            .withAdded(Peer.of("Röntgen, 1", new AeTitle("XR1"), "10.1.2.3", 104))
            .withAdded(
                Peer.of("Archive", new AeTitle("ARC"), "arc.example", 2762)
                    .withTls(PeerTls.DEFAULT));
    try (RealPeer slapd = slapd(PeerExport.of(PeerListFormat.LDIF, book).text())) {
      String url = "ldap://127.0.0.1:" + slapd.port();

      List<Peer> read =
          new LiveDirectory(
                  url,
                  null,
                  new Login("cn=admin,dc=org", "secret".toCharArray()),
                  LiveDirectory.DEADLINE)
              .read().peers().stream().map(ImportedRow.Read::peer).toList();

      assertThat(read)
          .as(slapd::log)
          .extracting(peer -> peer.name() + " " + peer.address() + " " + (peer.tls() != null))
          .containsExactlyInAnyOrder(
              "Röntgen, 1 XR1@10.1.2.3:104 false", "Archive ARC@arc.example:2762 true");
      assertThatThrownBy(
              () ->
                  new LiveDirectory(
                          url,
                          null,
                          new Login("cn=admin,dc=org", "wrong".toCharArray()),
                          LiveDirectory.DEADLINE)
                      .read())
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("does not accept this user and password");
    }
  }
}
