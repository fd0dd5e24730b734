package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.realpeers.Echoscu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our listener, called by peers that do what they should not, or seldom do. */
class VerificationScpWireTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Far above every short deadline, far below the long ones. */
  private static final Duration BOUND = Duration.ofSeconds(15);

  private static final Abort UNRECOGNIZED = new Abort(2, 1);
  private static final Abort UNEXPECTED = new Abort(2, 2);
  private static final Abort INVALID = new Abort(2, 6);
  private static final Abort BY_USER = new Abort(0, 0);

  /** Each test starts its own. */
  @SuppressWarnings("NullAway.Init")
  private TestListener listener;

  private TestListener start() throws IOException {
    return start(LONG, LONG);
  }

  private TestListener start(Duration associate, Duration idle) throws IOException {
    listener = TestListener.start(TestListener.impatient(associate, idle));
    return listener;
  }

  /** Whatever the caller did: the next one is answered, and nothing is left behind. */
  @AfterEach
  void stillAnswersAndCloses() throws IOException {
    try (RawCaller next = new RawCaller(listener.address())) {
      next.associate(AE).send(RawCaller.echo(1, 7));
      assertThat(next.receiveCommand().valueText(CommandSet.STATUS)).isEqualTo("0000H");
      next.send(new ReleaseRq());
      assertThat(next.receive()).isEqualTo(new ReleaseRp());
    }
    long before = System.nanoTime();
    listener.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    assertThat(listener.told()).last().isEqualTo("Stopped listening");
  }

  private RawCaller call() throws IOException {
    return new RawCaller(listener.address());
  }

  @Test
  void silentCallerIsClosedWithoutAWordWhenArtimPasses() throws IOException {
    start(SHORT, LONG);
    try (RawCaller caller = call()) {
      assertThat(caller.socket().getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void halfARequestIsNotWaitedForLongerThanArtim() throws IOException {
    start(SHORT, LONG);
    byte[] rq = PduEncoder.encode(RawCaller.verificationRequest(AE)).toByteArray();
    try (RawCaller caller = call()) {
      caller.send(Arrays.copyOf(rq, rq.length / 2)).awaitEnd();
    }
  }

  @Test
  void requestThatDripsDoesNotOutliveArtim() throws IOException {
    start(SHORT, LONG);
    byte[] rq = PduEncoder.encode(RawCaller.verificationRequest(AE)).toByteArray();
    assertDripEnds(rq, 0);
  }

  @Test
  void commandThatDripsDoesNotOutliveTheIdleTimeout() throws IOException {
    start(LONG, SHORT);
    byte[] rq = PduEncoder.encode(RawCaller.verificationRequest(AE)).toByteArray();
    byte[] echo = PduEncoder.encode(RawCaller.echo(1, 1)).toByteArray();
    byte[] both = Arrays.copyOf(rq, rq.length + echo.length);
    System.arraycopy(echo, 0, both, rq.length, echo.length);
    assertDripEnds(both, rq.length);
  }

  /** Sends the first bytes at once and the rest drop by drop, which takes longer than allowed. */
  private void assertDripEnds(byte[] bytes, int atOnce) throws IOException {
    try (RawCaller caller = call()) {
      caller.send(Arrays.copyOf(bytes, atOnce));
      int[] next = {atOnce};
      await()
          .atMost(BOUND)
          .pollInterval(Duration.ofMillis(40))
          .until(
              () -> {
                if (listener.told().stream().anyMatch(l -> l.contains("silent for too long"))) {
                  return true;
                }
                assertThat(next[0]).as("bytes that it took").isLessThan(bytes.length - 1);
                try {
                  caller.send(bytes[next[0]]);
                  next[0]++;
                } catch (SocketException _) {
                  // It is cut off, which is told a moment later.
                }
                return false;
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET / HTTP/1.1\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\u000bMSH|^~\\&|", "??????"})
  void whatIsNoPduIsAborted(String text) throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(text.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(caller.receive()).isEqualTo(UNRECOGNIZED);
    }
  }

  @Test
  void tlsClientHelloIsAborted() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(HexFormat.of().parseHex("1603010200010001fc0303"));
      assertThat(caller.receive()).isEqualTo(UNRECOGNIZED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100ffffffff0001",
        "0100fffffffe0001",
        "010080000000",
        "010000000000",
        "010000010001" // a byte more than a listener takes of somebody it does not know
      })
  void requestThatClaimsAnImpossibleLengthIsAborted(String hex) throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(HexFormat.of().parseHex(hex));
      assertThat(caller.receive()).isEqualTo(INVALID);
    }
  }

  @Test
  void messageThatClaims4GiBIsAborted() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(HexFormat.of().parseHex("0400ffffffff0000"));
      assertThat(caller.receive()).isEqualTo(INVALID);
    }
  }

  @Test
  void pdvThatClaims4GiBIsAborted() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(HexFormat.of().parseHex("040000000006ffffffff0103"));
      assertThat(caller.receive()).isEqualTo(INVALID);
    }
  }

  @Test
  void abortIsReceivedThoughTheCallerSendsOn() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(HexFormat.of().parseHex("0400ffffffff0000"));
      for (int i = 0; i < 50; i++) {
        caller.send(new byte[8192]);
      }
      assertThat(caller.receive()).isEqualTo(INVALID);
    }
  }

  @Test
  void commandOfEndlessFragmentsIsAborted() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE);
      Pdu fragment = new PDataTf(List.of(Pdv.command(1, false, Octets.of(new byte[16_000]))));
      for (int i = 0; i < 6; i++) {
        caller.send(fragment);
      }
      assertThat(caller.receive()).isEqualTo(BY_USER);
    }
  }

  @Test
  void storageInsteadOfAnEchoIsAborted() throws IOException {
    start();
    CommandSet store =
        new CommandSet.Builder()
            .uid(CommandSet.AFFECTED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
            .unsignedShort(CommandSet.COMMAND_FIELD, 0x0001)
            .unsignedShort(CommandSet.MESSAGE_ID, 1)
            .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, 0x0001)
            .build();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(RawCaller.command(1, store));
      assertThat(caller.receive()).isEqualTo(BY_USER);
    }
    await().until(() -> listener.told().stream().anyMatch(line -> line.contains("C-STORE-RQ")));
  }

  @Test
  void echoThatAnnouncesADataSetIsAborted() throws IOException {
    start();
    CommandSet echo =
        new CommandSet.Builder()
            .uid(CommandSet.AFFECTED_SOP_CLASS_UID, Uids.VERIFICATION)
            .unsignedShort(CommandSet.COMMAND_FIELD, CEchoRq.COMMAND)
            .unsignedShort(CommandSet.MESSAGE_ID, 1)
            .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, 0x0001)
            .build();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(RawCaller.command(1, echo));
      assertThat(caller.receive()).isEqualTo(BY_USER);
    }
  }

  @Test
  void echoWithoutMessageIdIsAborted() throws IOException {
    start();
    CommandSet echo =
        new CommandSet.Builder()
            .uid(CommandSet.AFFECTED_SOP_CLASS_UID, Uids.VERIFICATION)
            .unsignedShort(CommandSet.COMMAND_FIELD, CEchoRq.COMMAND)
            .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
            .build();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(RawCaller.command(1, echo));
      assertThat(caller.receive()).isEqualTo(BY_USER);
    }
  }

  @Test
  void echoWithoutDataSetTypeOrSopClassIsAnswered() throws IOException {
    start();
    CommandSet echo =
        new CommandSet.Builder()
            .unsignedShort(CommandSet.COMMAND_FIELD, CEchoRq.COMMAND)
            .unsignedShort(CommandSet.MESSAGE_ID, 65_535)
            .build();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(RawCaller.command(1, echo));
      CommandSet rsp = caller.receiveCommand();
      assertThat(rsp.valueText(CommandSet.COMMAND_FIELD)).isEqualTo("8030H");
      assertThat(rsp.valueText(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO)).isEqualTo("65535");
      assertThat(rsp.valueText(CommandSet.STATUS)).isEqualTo("0000H");
    }
  }

  @Test
  void commandInAContextThatWasRefusedIsAborted() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(
          RawCaller.request(
              AE,
              RawCaller.verification(1),
              new PresentationContextRq(
                  3, "1.2.840.10008.5.1.4.1.1.7", List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))));
      assertThat(caller.receive()).isInstanceOf(AssociateAc.class);
      caller.send(RawCaller.echo(3, 1));
      assertThat(caller.receive()).isEqualTo(INVALID);
    }
  }

  @Test
  void commandInAContextThatNobodyProposedIsAborted() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(RawCaller.echo(99, 1));
      assertThat(caller.receive()).isEqualTo(INVALID);
    }
  }

  @Test
  void echoInPiecesIsAnswered() throws IOException {
    start();
    Octets command = new CEchoRq(5).toCommandSet().encode();
    try (RawCaller caller = call()) {
      caller.associate(AE);
      for (int i = 0; i < command.length(); i += 2) {
        boolean last = i + 2 >= command.length();
        caller.send(
            new PDataTf(
                List.of(
                    Pdv.command(1, last, command.slice(i, Math.min(i + 2, command.length()))))));
      }
      assertThat(caller.receiveCommand().valueText(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO))
          .isEqualTo("5");
    }
  }

  @Test
  void contextsThatAreNotVerificationAreRefusedOneByOne() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(
          RawCaller.request(
              AE,
              new PresentationContextRq(
                  1, "1.2.840.10008.5.1.4.1.1.7", List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN)),
              new PresentationContextRq(3, Uids.VERIFICATION, List.of("1.2.840.10008.1.2.4.50")),
              new PresentationContextRq(
                  5, Uids.VERIFICATION, List.of(Uids.EXPLICIT_VR_BIG_ENDIAN))));
      assertThat(caller.receive())
          .isInstanceOfSatisfying(
              AssociateAc.class,
              ac ->
                  assertThat(ac.presentationContexts())
                      .extracting(PresentationContextAc::id, PresentationContextAc::result)
                      .containsExactly(tuple(1, 3), tuple(3, 4), tuple(5, 0)));
      caller.send(new ReleaseRq());
      assertThat(caller.receive()).isEqualTo(new ReleaseRp());
    }
  }

  @Test
  void contextIdThatIsProposedTwiceIsAnsweredOnce() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(RawCaller.request(AE, RawCaller.verification(1), RawCaller.verification(1)));
      Pdu answer = caller.receive();
      // Refused or answered; never with two answers to one ID.
      if (answer instanceof AssociateAc ac) {
        assertThat(ac.presentationContexts()).hasSize(1);
      } else {
        assertThat(answer).isInstanceOf(Abort.class);
      }
    }
  }

  @Test
  void requestWithoutVersion1IsRejected() throws IOException {
    start();
    assertRejected(
        with(RawCaller.verificationRequest(AE), 2, Uids.APPLICATION_CONTEXT),
        new AssociateRj(1, 2, 2));
  }

  @Test
  void requestForAnotherApplicationContextIsRejected() throws IOException {
    start();
    assertRejected(with(RawCaller.verificationRequest(AE), 1, "1.2.3"), new AssociateRj(1, 1, 2));
  }

  @Test
  void requestForAnotherAeIsRejected() throws IOException {
    start();
    assertRejected(RawCaller.verificationRequest("ECHOLOT2"), new AssociateRj(1, 1, 7));
  }

  @Test
  void caseOfTheCalledAeMatters() throws IOException {
    start();
    assertRejected(RawCaller.verificationRequest("echolot"), new AssociateRj(1, 1, 7));
  }

  private void assertRejected(AssociateRq rq, AssociateRj expected) throws IOException {
    try (RawCaller caller = call()) {
      caller.send(rq);
      assertThat(caller.receive()).isEqualTo(expected);
    }
  }

  private static AssociateRq with(AssociateRq rq, int version, String applicationContext) {
    return new AssociateRq(
        version,
        rq.calledAe(),
        rq.callingAe(),
        rq.reserved(),
        applicationContext,
        rq.presentationContexts(),
        new UserInformation(List.of()),
        List.of());
  }

  @Test
  void callerThatIsRejectedAndStaysIsClosedWhenArtimPasses() throws IOException {
    start(SHORT, LONG);
    try (RawCaller caller = call()) {
      caller.send(RawCaller.verificationRequest("OTHER"));
      assertThat(caller.receive()).isEqualTo(new AssociateRj(1, 1, 7));
      assertThat(caller.socket().getInputStream().read()).isEqualTo(-1);
    }
  }

  static List<Pdu> notARequest() {
    return List.of(
        RawCaller.echo(1, 1), new ReleaseRq(), new ReleaseRp(), new AssociateRj(1, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("notARequest")
  void whatIsNoRequestIsAbortedAsUnexpected(Pdu pdu) throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.send(pdu);
      assertThat(caller.receive()).isEqualTo(UNEXPECTED);
    }
  }

  @Test
  void secondRequestOnAnAssociationIsAbortedAsUnexpected() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(RawCaller.verificationRequest(AE));
      assertThat(caller.receive()).isEqualTo(UNEXPECTED);
    }
  }

  @Test
  void abortEndsTheConnection() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(Abort.byServiceUser()).awaitEnd();
    }
  }

  @Test
  void finInTheMiddleOfAPduEndsTheConnection() throws IOException {
    start();
    try (RawCaller caller = call()) {
      caller.associate(AE).send(HexFormat.of().parseHex("04000000004a000000"));
      caller.finish();
      caller.awaitEnd();
    }
    await().until(() -> listener.told().stream().anyMatch(l -> l.contains("closed the conn")));
  }

  @Test
  void idleCallerIsAborted() throws IOException {
    start(LONG, SHORT);
    try (RawCaller caller = call()) {
      caller.associate(AE);
      assertThat(caller.receive()).isEqualTo(BY_USER);
    }
  }

  @Test
  void callerThatAsksWithoutEverReadingIsCutOff() throws IOException {
    start(LONG, SHORT);
    byte[] echo = PduEncoder.encode(RawCaller.echo(1, 1)).toByteArray();
    byte[] many = new byte[echo.length * 1000];
    for (int i = 0; i < 1000; i++) {
      System.arraycopy(echo, 0, many, i * echo.length, echo.length);
    }
    try (RawCaller caller = call()) {
      caller.associate(AE);
      CompletableFuture<Void> cutOff =
          CompletableFuture.runAsync(
              () -> {
                try {
                  while (true) {
                    caller.send(many);
                  }
                } catch (IOException _) {
                  // Cut off.
                }
              });
      assertThat(cutOff).succeedsWithin(BOUND);
    }
  }

  @Test
  void whoSaysNothingIsClosedLongBeforeArtimPasses() throws IOException {
    start(LONG, LONG);
    try (RawCaller silent = call()) {
      silent.awaitEnd();
    }
    await()
        .atMost(BOUND)
        .until(() -> count("Connection closed: the caller sent nothing within 3.0 s") == 1);
  }

  @Test
  void inACrowdThatSaysNothingEveryNewcomerIsServedAndTheFirstIsTurnedOut() throws IOException {
    start(LONG, LONG);
    List<RawCaller> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < Callers.MAX_WAITING + 50; i++) {
        crowd.add(call());
      }
      crowd.subList(0, 50).forEach(RawCaller::awaitEnd);
      try (RawCaller newcomer = call()) {
        newcomer.associate(AE).send(new ReleaseRq()).receive();
      }
    } finally {
      crowd.forEach(RawCaller::close);
    }
    await()
        .atMost(BOUND)
        .until(
            () ->
                listener.told().stream()
                    .anyMatch(
                        line ->
                            line.matches(
                                "[\\d,]+ more connections from 127.0.0.1 ended without .*")));
    assertThat(count("Connection from")).isLessThan(400);
    assertThat(count("Association requested")).isEqualTo(1);
  }

  private long count(String part) {
    return listener.told().stream().filter(line -> line.contains(part)).count();
  }

  @Test
  void silentConnectionsTakeNoPlacesOfAssociations() throws IOException {
    listener = TestListener.start(TestListener.withAtMost(1));
    try (RawCaller first = call();
        RawCaller second = call();
        RawCaller third = call()) {
      assertThat(second.socket().isConnected() && first.socket().isConnected()).isTrue();
      third.associate(AE).send(new ReleaseRq()).receive();
    }
  }

  @Test
  void callerWhoReleasesFindsItsPlaceFreeAtOnce() throws IOException {
    listener = TestListener.start(TestListener.withAtMost(1));
    for (int i = 0; i < 200; i++) {
      try (RawCaller caller = call()) {
        caller.associate(AE).send(new ReleaseRq());
        assertThat(caller.receive()).isEqualTo(new ReleaseRp());
        try (RawCaller again = call()) {
          again.associate(AE).send(new ReleaseRq());
          assertThat(again.receive()).isEqualTo(new ReleaseRp());
        }
      }
    }
  }

  @Test
  void addressThatIsAcceptedIsAnswered() throws IOException {
    listener =
        TestListener.start(
            TestListener.accepting(
                Set.of(new AeTitle("CALLER"), new AeTitle("ECHOSCU")),
                Set.of(InetAddress.getLoopbackAddress())));
    assertThat(Echoscu.run(listener.port(), AE).exitCode()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoHasAllAssociationsGivesOneUpForACallerOfAnotherAddress() throws IOException {
    listener = TestListener.start(TestListener.withAtMost(2));
    try (RawCaller first = call().associate(AE);
        RawCaller second = call().associate(AE);
        RawCaller own = call();
        RawCaller other = new RawCaller(InetAddress.ofLiteral("127.0.0.2"), listener.address())) {
      assertThat(own.send(RawCaller.verificationRequest(AE)).receive())
          .isInstanceOf(AssociateRj.class);

      other.associate(AE).send(RawCaller.echo(1, 7));

      assertThat(first.receive()).isEqualTo(Abort.byServiceUser());
      first.awaitEnd();
      assertThat(other.receive()).isInstanceOf(PDataTf.class);
      assertThat(second.send(RawCaller.echo(1, 7)).receive()).isInstanceOf(PDataTf.class);
      await()
          .untilAsserted(
              () ->
                  assertThat(listener.told())
                      .anyMatch(
                          line ->
                              line.endsWith(
                                  "Association ended after 0 echoes: all associations were in use,"
                                      + " several of them from 127.0.0.1, and a caller from another"
                                      + " address asked for one")));
      for (RawCaller last : List.of(second, other)) {
        assertThat(last.send(new ReleaseRq()).receive()).isEqualTo(new ReleaseRp());
      }
    }
  }
}
