package org.echolot.ticket;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.echolot.capture.Recorder;
import org.echolot.capture.Recording;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.Uids;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.Tshark;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of what is to be hidden is anywhere, in text, hex or bytes, and all else is. */
@Timeout(120)
class DisguiseTest {

  private static final String NAME = "Station 9 North";
  private static final String CALLED = "SECRETPACS";
  private static final String CALLING = "OURSTATION";

  private final OwnEngine engine = new OwnEngine();

  @TempDir Path folder;

  private Evidence evidence(ScriptedPeer.Script script) {
    return evidence(script, "localhost", CALLED, CALLING, InetAddress.getLoopbackAddress());
  }

  private Evidence evidence(
      ScriptedPeer.Script script, String host, String called, String calling, InetAddress at) {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlayingOn(at, script)) {
      CheckRequest request =
          CheckRequest.of(NAME, new AeTitle(called), new AeTitle(calling), host, peer.port())
              .withTimeouts(Timeouts.all(Duration.ofSeconds(20)))
              .withTlsProbe(false);
      Recorder recorder = new Recorder();
      CheckResult result = engine.check(request, recorder, new StopSignal());
      return new Evidence(result, recorder.recording(), null);
    }
  }

  /** All that a bundle holds, by the names of its entries. */
  private static Map<String, byte[]> bundle(Evidence evidence, @Nullable Disguise disguise)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TicketBundle bundle = new TicketBundle(bytes, false, disguise)) {
      bundle.add(evidence);
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  /** A C-ECHO-RSP with an Error Comment (0000,0902), PS3.7 C.4. */
  private static Octets refusal(String comment) {
    String padded = comment.length() % 2 == 0 ? comment : comment + " ";
    Octets rsp =
        Answers.joined(
            new CEchoRsp(1, 0x0110, Uids.VERIFICATION, null).toCommandSet().encode(),
            Octets.of((byte) 0, (byte) 0, (byte) 2, (byte) 9),
            Octets.of((byte) padded.length(), (byte) 0, (byte) 0, (byte) 0),
            Octets.of(padded.getBytes(StandardCharsets.US_ASCII)));
    return Answers.with(rsp, 8, rsp.length() - 12); // the group length
  }

  private static String hex(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1)).toHex();
  }

  /** Looks for each in every entry, as it is, without regard to case, and in the rows of hex. */
  private Map<String, byte[]> assertHidden(Evidence evidence, String... more) throws IOException {
    List<String> secrets = new ArrayList<>(List.of(more));
    secrets.addAll(List.of(NAME, "localhost", "127.0.0.1"));
    secrets.add(evidence.result().request().calledAe().value());
    secrets.add(evidence.result().request().callingAe().value());
    Map<String, byte[]> entries = bundle(evidence, new Disguise());
    entries.forEach(
        (name, bytes) -> {
          String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
          String joined = hexOfRows(new String(bytes, StandardCharsets.UTF_8));
          for (String secret : secrets) {
            assertThat(text).as(name).doesNotContain(secret.toLowerCase(Locale.ROOT));
            assertThat(joined).as("hex in " + name).doesNotContain(hex(secret));
          }
        });
    return entries;
  }

  /** The hex of all rows of dumps, joined, so that a name over two rows is found. */
  private static String hexOfRows(String text) {
    StringBuilder hex = new StringBuilder();
    Matcher row =
        Pattern.compile("(?<=\\s)[0-9A-F]{2}(?: {1,2}[0-9A-F]{2})+(?=\\s|$)").matcher(text);
    while (row.find()) {
      hex.append(row.group().replace("  ", " ")).append(' ');
    }
    return hex.toString();
  }

  private static String string(Map<String, byte[]> entries, String name) {
    return new String(requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
  }

  @Test
  void theDumpThatIsLookedThroughHoldsTheNamesWhereNothingIsHidden() throws IOException {
    Evidence evidence = evidence(line -> line.serveEcho());
    Map<String, byte[]> entries = bundle(evidence, null);

    assertThat(hexOfRows(string(entries, "log.txt"))).contains(hex(CALLED), hex(CALLING));
    assertThat(
            new String(requireNonNull(entries.get("capture.pcapng")), StandardCharsets.ISO_8859_1))
        .contains(CALLED, CALLING);
  }

  @Test
  void aRejectionIsToldWithPlaceholders() throws IOException {
    Evidence evidence =
        evidence(
            line -> {
              line.receive(AssociateRq.class);
              line.send(new AssociateRj(1, 1, 3));
              line.discardUntilClosed();
            });
    assertThat(evidence.result().cause()).isEqualTo(Cause.REJECTED_CALLING_AE);
    Map<String, byte[]> entries = assertHidden(evidence);

    String ticket = string(entries, "ticket.txt");
    assertThat(ticket)
        .contains(
            "DICOM C-ECHO to \"PEER-1\" failed",
            "the peer does not accept calls from \"AE-2\"",
            "Called AE title:     \"AE-1\"",
            "Host and port:       HOST-1:" + evidence.result().request().port(),
            "Called address:      192.0.2.1:",
            "Calling address:     192.0.2.1:",
            "result 1",
            "source 1",
            "reason 3",
            "HOST-1 → 192.0.2.1",
            "Requesting association: AE-2 → AE-1",
            "AE-1<-AE-2(…) << A-ASSOCIATE-RJ",
            "Hidden:");
    assertThat(string(entries, "log.txt")).contains("PEER-1", hex("AE-1"));
  }

  @Test
  void theCaptureIsStillDicomBetweenAddressesOfNobody() throws IOException {
    Evidence evidence = evidence(line -> line.serveEcho());
    Map<String, byte[]> entries = assertHidden(evidence);
    Path capture =
        Files.write(folder.resolve("c.pcapng"), requireNonNull(entries.get("capture.pcapng")));

    assertThat(Tshark.summaries(capture))
        .contains("DICOM A-ASSOCIATE request AE-2 --> AE-1", "DICOM A-RELEASE response");
    assertThat(Tshark.complaints(capture)).isEmpty();
    assertThat(Tshark.lines(capture, "-T", "fields", "-e", "ip.src")).containsOnly("192.0.2.1");
  }

  @Test
  void whatThePeerItselfSaysGivesNothingAway() throws IOException {
    Evidence evidence =
        evidence(
            line -> {
              line.serveUntilEcho();
              line.send(
                  Answers.command(
                      1, refusal(CALLING + " at 10.20.30.40, fd00::17, pacs.klinik.example: no")));
              line.confirmRelease();
            });
    assertThat(evidence.result().summary()).contains("10.20.30.40");

    Map<String, byte[]> entries =
        assertHidden(evidence, "10.20.30.40", "fd00::17", "pacs.klinik.example");
    assertThat(string(entries, "ticket.txt")).contains("C-ECHO-RSP status:   0110H");
  }

  @Test
  void aNameCutInTwoByFragmentsIsHiddenToo() throws IOException {
    Evidence evidence =
        evidence(
            line -> {
              line.serveUntilEcho();
              Octets rsp = refusal("ask pacs.klinik.example now");
              int cut = rsp.toLatin1().indexOf("klinik") + 3;
              line.send(
                  new PDataTf(
                      List.of(
                          Pdv.command(1, false, rsp.slice(0, cut)),
                          Pdv.command(1, true, rsp.slice(cut, rsp.length())))));
              line.confirmRelease();
            });
    assertThat(evidence.result().summary()).contains("pacs.klinik.example");

    assertHidden(evidence, "pacs.kli", "nik.example");
  }

  @Test
  void anotherServiceThatIntroducesItselfIsNamedAndNotQuoted() throws IOException {
    for (String greeting :
        List.of(
            "220 mailhost ESMTP of station.klinik.example\r\n",
            "HTTP/1.1 301 x\r\nLocation: https://web.klinik.example/\r\nX: mailhost\r\n\r\n",
            "SSH-2.0-OpenSSH_9.2 mailhost klinik.example\r\n",
            "\u0080\u0081mailhost.klinik.example\r\n")) {
      Evidence evidence =
          evidence(
              line -> {
                line.receive(AssociateRq.class);
                line.send(greeting);
                line.discardUntilClosed();
              });
      assertThat(evidence.result().cause()).isEqualTo(Cause.NOT_DICOM);

      Map<String, byte[]> entries = assertHidden(evidence, "klinik.example", "mailhost");
      assertThat(string(entries, "ticket.txt")).contains("NOT_DICOM at ASSOCIATE");
    }
  }

  @Test
  void thePeersOwnTitlesInItsAnswerAreHidden() throws IOException {
    Evidence evidence =
        evidence(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              Octets ac = Answers.bytes(Answers.acceptance(rq));
              byte[] changed = ac.toByteArray();
              byte[] title = "OTHERTITLE      ".getBytes(StandardCharsets.US_ASCII);
              System.arraycopy(title, 0, changed, 10, 16);
              line.send(Octets.of(changed));
              line.receive();
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            });

    assertHidden(evidence, "OTHERTITLE");
  }

  @Test
  void theBeginningOfABrokenAnswerIsHidden() throws IOException {
    Evidence evidence =
        evidence(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              Octets ac = Answers.bytes(Answers.acceptance(rq));
              line.send(ac.slice(0, 35)); // in the middle of the calling AE title
            });
    assertThat(evidence.result().cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);

    assertHidden(evidence, CALLED.substring(0, 5), CALLING.substring(0, 5));
  }

  @Test
  void anAddressOfIpVersion6IsHiddenInEveryWayToWriteIt() throws IOException {
    Evidence evidence =
        evidence(line -> line.serveEcho(), "::1", CALLED, CALLING, InetAddress.ofLiteral("::1"));
    Map<String, byte[]> entries = assertHidden(evidence, "[::1]");

    assertThat(string(entries, "ticket.txt")).contains("[2001:db8::1]:");
    Path capture =
        Files.write(folder.resolve("c6.pcapng"), requireNonNull(entries.get("capture.pcapng")));
    assertThat(Tshark.lines(capture, "-T", "fields", "-e", "ipv6.src")).containsOnly("2001:db8::1");
  }

  @Test
  void aShortTitleTakesNoLettersOutOfWordsOrBytes() throws IOException {
    Evidence evidence =
        evidence(line -> line.serveEcho(), "localhost", "A", "5", InetAddress.getLoopbackAddress());
    Map<String, byte[]> entries = bundle(evidence, new Disguise());

    assertThat(string(entries, "ticket.txt"))
        .contains("\"AE-1\"", "\"AE-2\"", "A-ASSOCIATE-RQ", "1.2.840.10008.1.1")
        .doesNotContain("\"A\"", "\"5\"", "5 → A");
    Path capture =
        Files.write(folder.resolve("s.pcapng"), requireNonNull(entries.get("capture.pcapng")));
    assertThat(Tshark.complaints(capture)).isEmpty();
  }

  @Test
  void theSameIsReplacedByTheSameOverAllChecksOfOneDisguise() {
    Disguise disguise = new Disguise();
    Evidence first = disguise.hide(evidence(line -> line.serveEcho()));
    Evidence second =
        disguise.hide(
            evidence(
                line -> line.serveEcho(),
                "127.0.0.1",
                "ANOTHER",
                CALLING,
                InetAddress.getLoopbackAddress()));

    assertThat(first.result().request().callingAe()).isEqualTo(new AeTitle("AE-2"));
    assertThat(second.result().request().callingAe()).isEqualTo(new AeTitle("AE-2"));
    assertThat(second.result().request().calledAe()).isEqualTo(new AeTitle("AE-3"));
    assertThat(first.result().request().host()).isEqualTo("HOST-1");
    assertThat(second.result().request().host())
        .isEqualTo(requireNonNull(first.result().remoteAddress()).getAddress().getHostAddress())
        .isEqualTo("192.0.2.1");
  }

  @Test
  void aPeerWithoutANameIsCalledByItsPlaceholders() {
    CheckRequest request =
        CheckRequest.of(
            "PACS@host.example:104", new AeTitle("PACS"), new AeTitle("ME"), "host.example", 104);
    CheckResult result = CheckResult.cancelledBeforeItBegan(request, "echolot");

    Evidence hidden = new Disguise().hide(new Evidence(result, Recording.EMPTY, null));

    assertThat(hidden.result().request().name()).isEqualTo("AE-1@HOST-1:104");
  }

  @Test
  void theLastGoodCheckIsHiddenLikeTheOther() {
    Evidence evidence = evidence(line -> line.serveEcho());
    CheckRequest request =
        CheckRequest.of(NAME, new AeTitle("FORMER"), new AeTitle(CALLING), "old.example", 104);
    CheckResult now = CheckResult.cancelledBeforeItBegan(request, "echolot");
    Evidence both = new Evidence(now, Recording.EMPTY, evidence.result());

    assertThat(Tickets.of(both, TicketFormat.TEXT, new Disguise()))
        .contains("The called AE title was \"AE-", "The host was HOST-2, but is now HOST-1")
        .doesNotContain(CALLED, "FORMER", "localhost", "old.example");
  }

  @Test
  void whatCertificatesNameIsHiddenAndTheRestOfThemIsTold() {
    CheckResult like = TicketsTest.failed(Cause.CERTIFICATE_UNTRUSTED, CheckStage.TLS);
    Evidence evidence = new Evidence(withTls(like, Handshakes.trusted()), Recording.EMPTY, null);

    assertThat(Tickets.of(evidence, TicketFormat.TEXT, null))
        .contains("TLS: Certificate 1", "pacs.klinikum-musterstadt.example");
    assertThat(Tickets.of(evidence, TicketFormat.TEXT, new Disguise()))
        .contains("TLS: Negotiated", "TLS 1.3", "TLS: Certificate 1", "RSA, ", "2026-01-01 to ")
        .doesNotContainIgnoringCase("klinikum")
        .doesNotContainIgnoringCase("musterstadt")
        .doesNotContain("Radiologie", "Abteilung", "10.1.2.3", "pss.example")
        .doesNotContainPattern("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){10}");
  }

  private static CheckResult withTls(CheckResult like, TlsReport report) {
    return new CheckResult(
        like.request(),
        like.engine(),
        like.startedAt(),
        like.outcome(),
        like.stage(),
        like.cause(),
        "Not trusted: \"CN=Klinikum Musterstadt Issuing CA 1\" is not",
        like.move(),
        like.endedBy(),
        like.advice(),
        like.warnings(),
        like.total(),
        like.stages(),
        null,
        null,
        null,
        null,
        report,
        null,
        null,
        null);
  }
}
