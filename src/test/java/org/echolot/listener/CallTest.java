package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.listener.Call.Fate;
import org.echolot.realpeers.Echoscu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a call as a value: as much as of a check. */
class CallTest {

  private static Call theCall(TestListener listener) {
    await()
        .untilAsserted(
            () -> assertThat(listener.calls()).singleElement().matches(Call::isOver, "is over"));
    return listener.calls().getFirst();
  }

  private static StageState stateOf(Call call, CheckStage stage) {
    return call.stages().stream()
        .filter(each -> each.stage() == stage)
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static String fact(Call call, String name) {
    return CallFacts.of(call).stream()
        .filter(fact -> fact.name().equals(name))
        .map(CallFacts.Fact::value)
        .findFirst()
        .orElse("");
  }

  private static TestListener behaving(Behaviour behaviour) throws IOException {
    return TestListener.start(TestListener.withAtMost(8).withBehaviour(behaviour));
  }

  @Test
  void echoscuIsAGoodCallWithAllItsStages() throws IOException {
    try (TestListener listener = TestListener.start()) {
      assertThat(Echoscu.run(listener.port(), AE, "-aet", "CT1").exitCode()).isZero();
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.ECHOED);
      assertThat(call.callingAe()).isEqualTo("CT1");
      assertThat(call.calledAe()).isEqualTo(AE);
      assertThat(call.implementation()).startsWith("OFFIS_DCMTK");
      assertThat(call.at()).isEqualTo(listener.address());
      assertThat(call.from().getAddress()).isEqualTo(listener.address().getAddress());
      assertThat(call.echoes()).isOne();
      assertThat(call.stages()).hasSize(6);
      assertThat(stateOf(call, CheckStage.ASSOCIATE)).isEqualTo(StageState.OK);
      assertThat(stateOf(call, CheckStage.ECHO)).isEqualTo(StageState.OK);
      assertThat(stateOf(call, CheckStage.RELEASE)).isEqualTo(StageState.OK);
      assertThat(stateOf(call, CheckStage.TLS)).isEqualTo(StageState.SKIPPED);
      assertThat(CallFacts.summary(call))
          .isEqualTo("CT1 → ECHOLOT: accepted, with 1 of 1 context; 1 echo answered");
      assertThat(fact(call, "Calling AE title"))
          .isEqualTo("CT1  ·  43 54 31 20 20 20 20 20 20 20 20 20 20 20 20 20");
      assertThat(fact(call, "Contexts"))
          .isEqualTo(
              "Context 1: 1.2.840.10008.1.1 (Verification) in Implicit VR Little Endian"
                  + " → accepted in Implicit VR Little Endian");
    }
  }

  @Test
  void aCallIsToldWhenItBeginsAndWhenItGetsOn() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      await()
          .untilAsserted(
              () ->
                  assertThat(listener.calls())
                      .extracting(Call::fate)
                      .containsExactly(Fate.GOING_ON));
      assertThat(listener.calls().getFirst().request()).isNull();

      caller.associate(AE).send(RawCaller.echo(1, 1)).receiveCommand();

      await()
          .untilAsserted(
              () -> assertThat(listener.calls()).extracting(Call::echoes).containsExactly(1));
      assertThat(listener.calls().getFirst().isOver()).isFalse();
      assertThat(listener.calls().getFirst().callingAe()).isEqualTo("CALLER");
    }
  }

  @Test
  void aRejectionSaysWhy() throws IOException {
    try (TestListener listener = TestListener.start()) {
      assertThat(Echoscu.run(listener.port(), "OTHER").exitCode()).isEqualTo(1);
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.REFUSED);
      assertThat(call.answer()).isEqualTo(new AssociateRj(1, 1, 7));
      assertThat(CallFacts.why(call))
          .contains("it calls \"OTHER\", but our AE title is \"ECHOLOT\"");
      assertThat(stateOf(call, CheckStage.ASSOCIATE)).isEqualTo(StageState.FAILED);
      assertThat(stateOf(call, CheckStage.RELEASE)).isEqualTo(StageState.SKIPPED);
      assertThat(fact(call, "Contexts")).endsWith("in Implicit VR Little Endian");
    }
  }

  @Test
  void aCallerThatIsNotAmongThoseThatWeAcceptIsToldSo() throws IOException {
    try (TestListener listener =
        TestListener.start(TestListener.accepting(Set.of(new AeTitle("FRIEND")), Set.of()))) {
      assertThat(Echoscu.run(listener.port(), AE).exitCode()).isEqualTo(1);

      assertThat(CallFacts.why(theCall(listener)))
          .contains("\"ECHOSCU\" is not among the calling AE titles that we accept");
    }
  }

  @Test
  void aRejectionThatWasChosenIsToldAsThat() throws IOException {
    try (TestListener listener =
        behaving(
            new Behaviour(
                new AssociateRj(1, 1, 7), false, false, DimseStatus.SUCCESS, Duration.ZERO))) {
      assertThat(Echoscu.run(listener.port(), AE).exitCode()).isEqualTo(1);

      assertThat(CallFacts.why(theCall(listener))).contains("this listener was told to");
    }
  }

  @Test
  void anAbortThatWasChosenIsARefusal() throws IOException {
    try (TestListener listener =
        behaving(new Behaviour(null, true, false, DimseStatus.SUCCESS, Duration.ZERO))) {
      assertThat(Echoscu.run(listener.port(), AE).exitCode()).isEqualTo(1);
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.REFUSED);
      assertThat(CallFacts.summary(call))
          .isEqualTo("ECHOSCU → ECHOLOT: aborted, because this listener was told to abort");
    }
  }

  @Test
  void noContextThatWasChosenIsTold() throws IOException {
    try (TestListener listener =
        behaving(new Behaviour(null, false, true, DimseStatus.SUCCESS, Duration.ZERO))) {
      Echoscu.Run _ = Echoscu.run(listener.port(), AE);
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.NO_CONTEXT);
      assertThat(CallFacts.why(call)).contains("this listener was told to accept no context");
    }
  }

  @Test
  void aFailureStatusThatWasChosenIsNoGoodCall() throws IOException {
    try (TestListener listener =
        behaving(new Behaviour(null, false, false, 0x0110, Duration.ZERO))) {
      Echoscu.Run _ = Echoscu.run(listener.port(), AE);
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.REFUSED);
      assertThat(stateOf(call, CheckStage.ECHO)).isEqualTo(StageState.FAILED);
    }
  }

  @Test
  void anAssociationWithoutAnEchoIsNoGoodCall() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.associate(AE).send(new ReleaseRq()).receive();
      caller.socket().close();

      assertThat(theCall(listener).fate()).isEqualTo(Fate.NO_ECHO);
    }
  }

  @Test
  void aCallerThatAbortsAfterItsEchoIsAGoodCallWithAWarning() throws IOException {
    try (TestListener listener = TestListener.start()) {
      assertThat(Echoscu.run(listener.port(), AE, "--abort").exitCode()).isZero();
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.ECHOED);
      assertThat(stateOf(call, CheckStage.RELEASE)).isEqualTo(StageState.WARNING);
    }
  }

  @Test
  void aCallerThatClosesBeforeItAsksFailed() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.socket().close();
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.FAILED);
      assertThat(call.request()).isNull();
      assertThat(call.ending()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1\r\nHost: a\r\n\r\n', a web request (HTTP)",
    "'\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001', a TLS handshake (ClientHello)",
    "'\u000BMSH|^~', HL7 (MLLP)",
    "'PROXY TCP4 192.0.2.1 192.0.2.2 1 104\r\n', 'a PROXY protocol header, as load balancers send"
        + " it'"
  })
  void whatIsNoDicomIsNamedInTheCall(String sends, String name) throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.send(sends.getBytes(StandardCharsets.ISO_8859_1));
      caller.finish();
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Fate.NOT_DICOM);
      assertThat(call.foreign()).isEqualTo(name);
      assertThat(CallFacts.summary(call)).isEqualTo("Not a DICOM caller: it sent " + name);
    }
  }

  private static AssociateRq everything() {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle(AE).toField(),
        new AeTitleField(
            Octets.of("A\0B\u00DC\t           ".getBytes(StandardCharsets.ISO_8859_1))),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            RawCaller.verification(1),
            new PresentationContextRq(
                3, "1.2.840.10008.5.1.4.1.1.7", List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        new UserInformation(
            List.of(
                new UserItem.MaxPduLength(0),
                new UserItem.RoleSelection("1.2.840.10008.5.1.4.1.1.7", 0, 1),
                new UserItem.ExtendedNegotiation(
                    "1.2.840.10008.5.1.4.1.2.2.1", Octets.parseHex("01")),
                new UserItem.UserIdentityRq(
                    2,
                    false,
                    Octets.of("meier".getBytes(StandardCharsets.US_ASCII)),
                    Octets.of("geheim".getBytes(StandardCharsets.US_ASCII))))),
        List.of());
  }

  @Test
  void allThatIsNegotiatedIsThereAndNoSecret() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.send(everything()).receive();
      caller.send(new ReleaseRq()).receive();
      caller.socket().close();
      Call call = theCall(listener);

      assertThat(fact(call, "Calling AE title"))
          .isEqualTo("\"A\0B\u00DC\t\"  ·  41 00 42 DC 09 20 20 20 20 20 20 20 20 20 20 20");
      assertThat(fact(call, "Contexts"))
          .contains("abstract-syntax-not-supported: this listener offers Verification alone");
      assertThat(fact(call, "Negotiated beside"))
          .contains("Role selection: ", "SCU 0, SCP 1", "Extended negotiation: ", "1 byte")
          .contains("User identity: type 2 (username and passcode)");
      assertThat(fact(call, "Max PDU length")).isEqualTo("0 (no maximum)");
      assertThat(call.toString() + CallFacts.of(call)).doesNotContain("meier", "geheim");
    }
  }

  @Test
  void manyEchoesAreCountedAndNotTooManyOfThemTold() throws IOException {
    try (TestListener listener = TestListener.start()) {
      assertThat(Echoscu.run(listener.port(), AE, "--repeat", "100").exitCode()).isZero();

      assertThat(theCall(listener).echoes()).isEqualTo(100);
    }
  }
}
