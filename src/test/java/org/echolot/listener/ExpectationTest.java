package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.listener.Expectation.Misfit;
import org.echolot.realpeers.Echoscu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a call is that of the peer that was expected, and what does not fit. */
class ExpectationTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

  private static final Expectation OF_CT1 = expecting(Set.of(HERE));

  private static Expectation expecting(Set<InetAddress> addresses) {
    return new Expectation("CT 1", new AeTitle("CT1"), addresses, new AeTitle(AE));
  }

  private static Call theCall(TestListener listener) {
    await()
        .untilAsserted(
            () -> assertThat(listener.calls()).singleElement().matches(Call::isOver, "is over"));
    return listener.calls().getFirst();
  }

  private static Call echoscu(String calledAe, String callingAe) throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run _ = Echoscu.run(listener.port(), calledAe, "-aet", callingAe);
      return theCall(listener);
    }
  }

  private static List<Misfit.Kind> kinds(Call call) {
    return OF_CT1.misfitsOf(call).stream().map(Misfit::kind).toList();
  }

  @Test
  void echoscuThatIsTheExpectedPeerFulfilsIt() throws IOException {
    Call call = echoscu(AE, "CT1");

    assertThat(OF_CT1.misfitsOf(call)).isEmpty();
    assertThat(OF_CT1.isFulfilledBy(call)).isTrue();
  }

  @Test
  void echoscuThatCallsAnotherAeTitleIsToldWhatToEnterWhere() throws IOException {
    Call call = echoscu("PACS", "CT1");

    assertThat(OF_CT1.isFulfilledBy(call)).isFalse();
    assertThat(OF_CT1.misfitsOf(call))
        .singleElement()
        .isEqualTo(
            new Misfit(
                Misfit.Kind.CALLED_AE,
                "The caller asked for \"PACS\", but our AE title is \"ECHOLOT\".",
                "At CT 1, enter ECHOLOT as the AE title of this computer."));
  }

  @Test
  void aTitleThatDiffersByCaseAloneIsSaidSo() throws IOException {
    assertThat(OF_CT1.misfitsOf(echoscu("Echolot", "ct1")))
        .extracting(Misfit::fact)
        .containsExactly(
            "The caller asked for \"Echolot\", but our AE title is \"ECHOLOT\": only upper and"
                + " lower case differ.",
            "The caller is \"ct1\", but CT 1 is saved as \"CT1\": only upper and lower case"
                + " differ.");
  }

  @Test
  void aTitleThatDiffersByBlanksAloneIsSaidSo() throws IOException {
    assertThat(OF_CT1.misfitsOf(echoscu(AE, "CT 1")))
        .singleElement()
        .extracting(Misfit::fact)
        .asString()
        .endsWith(": only blanks or characters that do not show differ.");
  }

  @ParameterizedTest
  @CsvSource({
    "'CT1\0\0\0\0\0\0\0\0\0\0\0\0\0', ''",
    "'  CT1           ', ''",
    "'CT1\t            ', ': only blanks or characters that do not show differ'",
    "'                ', ': the field was blank'"
  })
  void oddPaddingIsToldAsWhatItIs(String field, String difference) throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      AssociateRq rq =
          new AssociateRq(
              AssociateRq.PROTOCOL_VERSION,
              new AeTitle(AE).toField(),
              new AeTitleField(Octets.of(field.getBytes(StandardCharsets.ISO_8859_1))),
              AssociateRq.NO_RESERVED,
              Uids.APPLICATION_CONTEXT,
              List.of(RawCaller.verification(1)),
              UserInformation.NONE,
              List.of());
      caller.send(rq).receive();
      caller.send(RawCaller.echo(1, 1)).receiveCommand();
      caller.send(new ReleaseRq()).receive();
      caller.socket().close();
      List<Misfit> misfits = OF_CT1.misfitsOf(theCall(listener));

      if (difference.isEmpty()) {
        assertThat(misfits).isEmpty();
      } else {
        assertThat(misfits)
            .singleElement()
            .extracting(Misfit::fact)
            .asString()
            .contains(difference);
      }
    }
  }

  @Test
  void aCallFromAnotherAddressThanTheSavedOneIsSaidSo() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(ELSEWHERE, listener.address())) {
      caller.associate(AE).send(RawCaller.echo(1, 1)).receiveCommand();
      caller.send(new ReleaseRq()).receive();
      caller.socket().close();
      Call call = theCall(listener);

      assertThat(kinds(call)).containsExactly(Misfit.Kind.CALLING_AE, Misfit.Kind.ADDRESS);
      assertThat(OF_CT1.misfitsOf(call).getLast().fact())
          .isEqualTo("The call came from 127.0.0.2, but CT 1 is saved with 127.0.0.1.");
      assertThat(expecting(Set.of(HERE, ELSEWHERE)).misfitsOf(call))
          .extracting(Misfit::kind)
          .doesNotContain(Misfit.Kind.ADDRESS);
      assertThat(expecting(Set.of()).misfitsOf(call))
          .extracting(Misfit::kind)
          .doesNotContain(Misfit.Kind.ADDRESS);
    }
  }

  @Test
  void aWebBrowserIsNotTakenForThePeer() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      caller.finish();

      assertThat(kinds(theCall(listener))).containsExactly(Misfit.Kind.NOT_DICOM);
    }
  }

  @Test
  void aScannerThatClosesAtOnceIsNotTakenForThePeer() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.socket().close();

      assertThat(kinds(theCall(listener))).containsExactly(Misfit.Kind.ENDED);
    }
  }

  @Test
  void anAssociationWithoutAnEchoIsNotEnough() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      AssociateRq rq = RawCaller.verificationRequest(AE);
      caller
          .send(
              new AssociateRq(
                  rq.protocolVersion(),
                  rq.calledAe(),
                  new AeTitle("CT1").toField(),
                  rq.reserved(),
                  rq.applicationContext(),
                  rq.presentationContexts(),
                  rq.userInformation(),
                  List.of()))
          .receive();
      caller.send(new ReleaseRq()).receive();
      caller.socket().close();
      Call call = theCall(listener);

      assertThat(kinds(call)).containsExactly(Misfit.Kind.NO_ECHO);
      assertThat(OF_CT1.isFulfilledBy(call)).isFalse();
    }
  }
}
