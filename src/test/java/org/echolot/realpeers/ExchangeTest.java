package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.echolot.check.Cause;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTls;
import org.echolot.peers.exchange.ImportedRow;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.live.LiveOrthanc;
import org.echolot.peers.exchange.live.Login;
import org.echolot.peers.exchange.live.ServerException;
import org.junit.jupiter.api.Test;

/** Real servers take what we export, and give and take their lists while they run. */
class ExchangeTest {

  private static final Peer US = Peer.of("us", new AeTitle(Caller.AE), "127.0.0.1", 11_112);
  private static final Peer TLS =
      Peer.of("Röntgen 1", new AeTitle("XR1"), "10.1.2.3", 2762).withTls(PeerTls.DEFAULT);

  private final Caller caller = new Caller();

  private static PeerBook book(Peer... peers) {
    PeerBook book = PeerBook.EMPTY;
    for (Peer peer : peers) {
      book = book.withAdded(peer);
    }
    return book;
  }

  private static String modalities(Peer... peers) {
    String file = PeerExport.of(PeerListFormat.ORTHANC, book(peers)).text();
    return file.substring(file.indexOf(':') + 1, file.lastIndexOf('}'));
  }

  private static LiveOrthanc live(RealPeer orthanc, Login login) throws ServerException {
    return new LiveOrthanc("http://127.0.0.1:" + orthanc.port(), null, login, LiveOrthanc.DEADLINE);
  }

  private static List<String> addresses(LiveOrthanc orthanc) throws Exception {
    return orthanc.read().peers().stream()
        .map(ImportedRow.Read::peer)
        .map(peer -> peer.name() + " " + peer.address() + (peer.tls() == null ? "" : " TLS"))
        .sorted()
        .toList();
  }

  @Test
  void anOrthancThatWasStartedWithOurExportKnowsThePeers() {
    try (RealPeer orthanc =
        OrthancServer.plain()
            .allowingNothing()
            .with("DicomCheckModalityHost", "true")
            .with("DicomModalities", modalities(US, TLS))
            .start()) {
      assertThat(caller.check(orthanc.port(), OrthancServer.AE).isSuccess())
          .as(orthanc::log)
          .isTrue();
      assertThat(caller.check(orthanc.port(), OrthancServer.AE, "SOMEBODY").cause())
          .isEqualTo(Cause.REJECTED_CALLING_AE);
    }
  }

  @Test
  void aDcmqrscpThatWasStartedWithOurHostTableKnowsThePeers() {
    Peer localhost = Peer.of("us too", new AeTitle(Caller.AE), "localhost", 11_112);
    String table = PeerExport.of(PeerListFormat.DCMQRSCP, book(localhost)).text();
    String entries = table.substring(table.indexOf("BEGIN\n") + 6, table.indexOf("HostTable END"));

    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscpWith(entries, "us_too")) {
      assertThat(caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE).isSuccess())
          .as(dcmqrscp::log)
          .isTrue();
      assertThat(caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE, "SOMEBODY").cause())
          .isNotNull();
    }
  }

  @Test
  void aRunningOrthancIsReadAndWrittenToAndNothingIsDeleted() throws Exception {
    OrthancServer server =
        OrthancServer.plain()
            .asWebServer()
            .with("AuthenticationEnabled", "true")
            .with("RegisteredUsers", "{ \"admin\" : \"pass word\" }")
            .with(
                "DicomModalities",
                "{ \"old\" : [ \"OLD\", \"10.0.0.1\", 104 ], \"ct1\" : { \"AET\" : \"CT1\","
                    + " \"Host\" : \"10.0.0.2\", \"Port\" : 104, \"AllowFind\" : false } }");
    Login admin = new Login("admin", "pass word".toCharArray());
    try (RealPeer orthanc = server.start();
        LiveOrthanc live = live(orthanc, admin)) {
      assertThat(addresses(live))
          .as(orthanc::log)
          .containsExactly("ct1 CT1@10.0.0.2:104", "old OLD@10.0.0.1:104");

      List<Peer> ours =
          List.of(
              Peer.of("ct1", new AeTitle("CT1"), "10.0.0.2", 11_112).withTls(PeerTls.DEFAULT),
              Peer.of("mr2", new AeTitle("MR2"), "10.0.0.3", 104),
              Peer.of("old", new AeTitle("OLD"), "10.0.0.1", 104),
              TLS);
      LiveOrthanc.Difference difference = live.compare(ours);
      assertThat(difference.changes())
          .extracting(LiveOrthanc.Change::name)
          .containsExactly("ct1", "mr2", "R_ntgen_1");
      assertThat(difference.changes().getFirst().differences())
          .isEqualTo("Port 104 → 11112, UseDicomTls false → true");
      assertThat(difference.same()).isEqualTo(1);
      assertThat(difference.leftOut()).isEmpty();
      assertThat(addresses(live)).as("nothing is written by comparing").hasSize(2);

      for (LiveOrthanc.Change change : difference.changes()) {
        live.write(change);
      }

      assertThat(addresses(live))
          .containsExactly(
              "R_ntgen_1 XR1@10.1.2.3:2762 TLS",
              "ct1 CT1@10.0.0.2:11112 TLS",
              "mr2 MR2@10.0.0.3:104",
              "old OLD@10.0.0.1:104");
      assertThat(difference.changes().getFirst().json()).contains("\"AllowFind\":false");
      assertThat(live.compare(ours).changes()).isEmpty();
    }
  }

  @Test
  void anOrthancThatRequiresAUserIsToldAsThat() throws Exception {
    OrthancServer server =
        OrthancServer.plain()
            .asWebServer()
            .with("AuthenticationEnabled", "true")
            .with("RegisteredUsers", "{ \"admin\" : \"secret\" }");
    try (RealPeer orthanc = server.start();
        LiveOrthanc nobody = live(orthanc, Login.NONE);
        LiveOrthanc wrong = live(orthanc, new Login("admin", "x".toCharArray()))) {
      assertThatThrownBy(nobody::read)
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("requires a user name and password");
      assertThatThrownBy(wrong::read).hasMessageContaining("requires a user name and password");
    }
  }
}
