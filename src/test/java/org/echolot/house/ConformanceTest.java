package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.check.UserIdentity;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peers.PeerBook;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables of the conformance statement say what goes over the wire, and what can be set. */
class ConformanceTest {

  private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
  private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
  private static final List<String> UNCOMPRESSED =
      List.of(
          Uids.EXPLICIT_VR_BIG_ENDIAN,
          Uids.EXPLICIT_VR_LITTLE_ENDIAN,
          Uids.IMPLICIT_VR_LITTLE_ENDIAN);

  @Test
  void aCheckProposesWhatTheStatementSays() throws Exception {
    AssociateRq rq = requestOfACheck();

    assertThat(table("| ID | Abstract syntax | Transfer syntaxes |"))
        .containsExactlyElementsOf(
            rq.presentationContexts().stream()
                .map(
                    context ->
                        row(
                            context.id(),
                            Uids.named(context.abstractSyntax()),
                            named(context.transferSyntaxes()),
                            "SCU",
                            "none"))
                .toList());
    assertThat(rq.userInformation().items())
        .hasOnlyElementsOfTypes(
            UserItem.MaxPduLength.class,
            UserItem.ImplementationClassUid.class,
            UserItem.ImplementationVersionName.class);
    assertThat(rq.callingAe().text()).isEqualTo(PeerBook.DEFAULT_CALLING_AE.value());
    requireIdentification(rq.applicationContext(), rq.userInformation());
  }

  @Test
  void theListenerAcceptsWhatTheStatementSays() throws Exception {
    List<String> accepted = new ArrayList<>();
    List<String> left = new ArrayList<>(UNCOMPRESSED);
    try (VerificationScp listener = listener(options())) {
      while (!left.isEmpty()) {
        AssociateAc ac = associate(listener, verification(left), AssociateAc.class);
        String chosen = ac.presentationContexts().getFirst().transferSyntax();
        accepted.add(String.valueOf(chosen));
        left.remove(chosen);
        requireIdentification(ac.applicationContext(), ac.userInformation());
      }
      assertThat(table("| ID | Abstract syntax | Transfer syntaxes accepted"))
          .containsExactly(
              row("any", Uids.named(Uids.VERIFICATION), named(accepted), "SCP", "none"));
      assertThat(table("| Proposed | Result |"))
          .containsExactly(
              row(
                  "Another abstract syntax",
                  result(listener, CT_IMAGE_STORAGE, Uids.IMPLICIT_VR_LITTLE_ENDIAN)),
              row(
                  "Verification in other transfer syntaxes only",
                  result(listener, Uids.VERIFICATION, JPEG_BASELINE)));
    }
  }

  @Test
  void theListenerRejectsAsTheStatementSays() throws Exception {
    AssociateRq good = verification(UNCOMPRESSED);
    List<String> rows = new ArrayList<>();
    try (VerificationScp listener = listener(options())) {
      rows.add(rejection("Protocol version without bit 0", listener, with(good, 2, null, null)));
      rows.add(
          rejection(
              "Application context name other than DICOM's",
              listener,
              with(good, 1, "1.2.3", null)));
      rows.add(
          rejection(
              "Called AE title other than ours, unless any is accepted",
              listener,
              with(good, 1, null, "OTHER")));
    }
    try (VerificationScp listener = listener(options(Set.of(new AeTitle("FRIEND")), 1))) {
      rows.add(rejection("Calling AE title not on the list, if there is a list", listener, good));
    }
    try (VerificationScp listener = listener(options(Set.of(), 1));
        Line first = Line.callTo(listener.address())) {
      first.send(good);
      AssociateAc _ = first.receive(AssociateAc.class);
      rows.add(rejection("As many associations open as are allowed", listener, good));
    }

    assertThat(table("| Reason for the rejection |")).containsExactlyElementsOf(rows);
  }

  @Test
  void identitiesAndProfilesAreThoseOfTheStatement() throws Exception {
    assertThat(table("| Type | Identity |"))
        .containsExactlyElementsOf(
            Stream.of(UserIdentity.Type.values())
                .map(type -> row(type.code(), type.word()))
                .toList());
    assertThat(table("| Profile | What it allows |"))
        .containsExactlyElementsOf(
            Stream.of(TlsProfile.values())
                .map(profile -> row(profile.word(), profile.label()))
                .toList());
  }

  @Test
  void timeoutsAndBoundsAreThoseOfTheStatement() throws Exception {
    Timeouts check = Timeouts.DEFAULT;
    String longest = seconds(Timeouts.MAX);
    assertThat(table("| Timeout of a check |"))
        .containsExactly(
            row("Connect", seconds(check.connect()), longest),
            row("TLS handshake", seconds(check.tls()), longest),
            row("Association: A-ASSOCIATE-RQ to its answer", seconds(check.associate()), longest),
            row("C-ECHO-RQ to its response", seconds(check.echo()), longest),
            row("Release", seconds(check.release()), longest));
    ListenerOptions listener = options();
    String longestOfAll = seconds(ListenerOptions.MAX_TIMEOUT);
    assertThat(table("| Timeout of the listener |"))
        .containsExactly(
            row(
                "ARTIM: to the whole A-ASSOCIATE-RQ, and to the close at the end",
                seconds(listener.associateTimeout()),
                longestOfAll),
            row(
                "To the next whole command, and for the caller to take an answer",
                seconds(listener.idleTimeout()),
                longestOfAll));
    assertThat(table("| Parameter of the listener |"))
        .containsExactly(
            row("Port", ListenerOptions.DEFAULT_PORT, "0 to 65535"),
            row(
                "Associations at once",
                listener.maxAssociations(),
                "1 to " + ListenerOptions.MAX_ASSOCIATIONS));
  }

  private static void requireIdentification(String applicationContext, UserInformation said)
      throws IOException {
    assertThat(table("| Item | Value |"))
        .contains(
            row("Implementation class UID", said.implementationClassUid().orElseThrow()),
            row("Implementation version name", said.implementationVersionName().orElseThrow()),
            row("Application context name", applicationContext),
            row("Maximum PDU length, received (bytes)", said.maxPduLength().orElseThrow()));
    assertThat(said.find(UserItem.AsyncOperationsWindow.class)).isEmpty();
  }

  private static AssociateRq requestOfACheck() throws InterruptedException {
    BlockingQueue<AssociateRq> requests = new LinkedBlockingQueue<>();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              requests.add(line.acceptAssociation());
              line.discardUntilClosed();
            })) {
      CheckRequest request =
          CheckRequest.of(
                  "peer",
                  new AeTitle("PEER"),
                  PeerBook.DEFAULT_CALLING_AE,
                  "127.0.0.1",
                  peer.port())
              .withTimeouts(Timeouts.all(Duration.ofMillis(500)));
      var _ = new OwnEngine().check(request, CheckListener.NONE, new StopSignal());
      return requests.take();
    }
  }

  private static String result(VerificationScp listener, String abstractSyntax, String syntax)
      throws Exception {
    PresentationContextRq proposed = new PresentationContextRq(1, abstractSyntax, List.of(syntax));
    AssociateAc ac = associate(listener, request(proposed), AssociateAc.class);
    PresentationContextAc answer = ac.presentationContexts().getFirst();
    return answer.result() + " (" + answer.resultText() + ")";
  }

  private static String rejection(String why, VerificationScp listener, AssociateRq rq)
      throws Exception {
    AssociateRj rj = associate(listener, rq, AssociateRj.class);
    return row(why, rj.result(), rj.source(), rj.reason());
  }

  private static <T extends Pdu> T associate(
      VerificationScp listener, AssociateRq rq, Class<T> kind) throws Exception {
    try (Line line = Line.callTo(listener.address())) {
      line.send(rq);
      return line.receive(kind);
    }
  }

  private static ListenerOptions options() {
    return ListenerOptions.onLoopback(new AeTitle("LISTENER"), 0);
  }

  private static ListenerOptions options(Set<AeTitle> callingAes, int maxAssociations) {
    ListenerOptions standard = options();
    return new ListenerOptions(
        standard.ae(),
        standard.anyCalled(),
        InetAddress.getLoopbackAddress(),
        0,
        callingAes,
        standard.acceptedAddresses(),
        maxAssociations,
        standard.associateTimeout(),
        standard.idleTimeout());
  }

  private static VerificationScp listener(ListenerOptions options) throws IOException {
    return VerificationScp.start(options, new Journal());
  }

  private static AssociateRq verification(List<String> syntaxes) {
    return request(new PresentationContextRq(1, Uids.VERIFICATION, List.copyOf(syntaxes)));
  }

  private static AssociateRq request(PresentationContextRq context) {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle("LISTENER").toField(),
        new AeTitle("CALLER").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(context),
        new UserInformation(List.of(new UserItem.MaxPduLength(16_384))),
        List.of());
  }

  /** The same with something else in it; null: as it was. */
  private static AssociateRq with(
      AssociateRq rq, int version, @Nullable String applicationContext, @Nullable String calledAe) {
    return new AssociateRq(
        version,
        calledAe == null ? rq.calledAe() : new AeTitle(calledAe).toField(),
        rq.callingAe(),
        rq.reserved(),
        applicationContext == null ? rq.applicationContext() : applicationContext,
        rq.presentationContexts(),
        rq.userInformation(),
        rq.unrecognizedItems());
  }

  private static String named(List<String> uids) {
    return String.join(", ", uids.stream().map(Uids::named).toList());
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toSeconds());
  }

  private static String row(Object... cells) {
    return "| " + String.join(" | ", Stream.of(cells).map(String::valueOf).toList()) + " |";
  }

  /** The rows of the table whose head begins like this. */
  private static List<String> table(String head) throws IOException {
    List<String> lines = Files.readAllLines(Repository.ROOT.resolve("docs/conformance.md"));
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(head)) {
        heads.add(i);
      }
    }
    assertThat(heads).as(head).isNotEmpty();
    return lines.subList(heads.getFirst() + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
