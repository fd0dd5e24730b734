package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.echolot.dicom.pdu.Wire.ascii;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The values themselves: their words, what they hide, and what they refuse to hold. */
class PduValuesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, rejected-permanent, service-user, no-reason-given",
    "1, 1, 2, rejected-permanent, service-user, application-context-name-not-supported",
    "1, 1, 3, rejected-permanent, service-user, calling-AE-title-not-recognized",
    "1, 1, 4, rejected-permanent, service-user, reserved in PS3.8",
    "1, 1, 10, rejected-permanent, service-user, reserved in PS3.8",
    "1, 1, 11, rejected-permanent, service-user, not defined in PS3.8",
    "1, 1, 0, rejected-permanent, service-user, not defined in PS3.8",
    "1, 1, 7, rejected-permanent, service-user, called-AE-title-not-recognized",
    "2, 2, 1, rejected-transient, service-provider (ACSE), no-reason-given",
    "1, 2, 2, rejected-permanent, service-provider (ACSE), protocol-version-not-supported",
    "1, 2, 7, rejected-permanent, service-provider (ACSE), not defined in PS3.8",
    "2, 3, 0, rejected-transient, service-provider (Presentation), reserved in PS3.8",
    "2, 3, 8, rejected-transient, service-provider (Presentation), not defined in PS3.8",
    "2, 3, 1, rejected-transient, service-provider (Presentation), temporary-congestion",
    "2, 3, 2, rejected-transient, service-provider (Presentation), local-limit-exceeded",
    "0, 0, 0, not defined in PS3.8, not defined in PS3.8, not defined in PS3.8",
    "255, 4, 9, not defined in PS3.8, not defined in PS3.8, not defined in PS3.8"
  })
  void aRejectionIsSaidInTheWordsOfPs38(
      int result, int source, int reason, String resultText, String sourceText, String reasonText) {
    AssociateRj rj = new AssociateRj(result, source, reason);
    assertThat(rj.resultText()).isEqualTo(resultText);
    assertThat(rj.sourceText()).isEqualTo(sourceText);
    assertThat(rj.reasonText()).isEqualTo(reasonText);
    assertThat(rj.numbers()).isEqualTo(result + "/" + source + "/" + reason);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, service-user, not significant",
    "0, 6, service-user, not significant",
    "1, 0, reserved in PS3.8, not significant",
    "3, 0, not defined in PS3.8, not significant",
    "2, 0, service-provider, reason-not-specified",
    "2, 1, service-provider, unrecognized-PDU",
    "2, 2, service-provider, unexpected-PDU",
    "2, 3, service-provider, reserved in PS3.8",
    "2, 4, service-provider, unrecognized-PDU parameter",
    "2, 5, service-provider, unexpected-PDU parameter",
    "2, 6, service-provider, invalid-PDU-parameter value",
    "2, 7, service-provider, not defined in PS3.8"
  })
  void anAbortIsSaidInTheWordsOfPs38(int source, int reason, String sourceText, String text) {
    Abort abort = new Abort(source, reason);
    assertThat(abort.sourceText()).isEqualTo(sourceText);
    assertThat(abort.reasonText()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, acceptance, true",
    "1, user-rejection, false",
    "2, no-reason (provider rejection), false",
    "3, abstract-syntax-not-supported, false",
    "4, transfer-syntaxes-not-supported, false",
    "5, not defined in PS3.8, false"
  })
  void aContextResultIsSaidInTheWordsOfPs38(int result, String text, boolean accepted) {
    PresentationContextAc context = new PresentationContextAc(1, result, null);
    assertThat(context.resultText()).isEqualTo(text);
    assertThat(context.isAccepted()).isEqualTo(accepted);
  }

  @Test
  void wellKnownUidsAreNamedAndOthersLeftAlone() {
    assertThat(Uids.named(Uids.VERIFICATION)).isEqualTo("1.2.840.10008.1.1 (Verification)");
    assertThat(Uids.named(Uids.APPLICATION_CONTEXT)).endsWith(" (DICOM Application Context)");
    assertThat(Uids.named("1.2.840.10008.1.2")).endsWith(" (Implicit VR Little Endian)");
    assertThat(Uids.named("1.2.840.10008.1.2.1")).endsWith(" (Explicit VR Little Endian)");
    assertThat(Uids.named("1.2.840.10008.1.2.2")).endsWith(" (Explicit VR Big Endian)");
    assertThat(Uids.named("1.2.3")).isEqualTo("1.2.3");
  }

  @Test
  void theControlHeaderTellsCommandAndLast() {
    assertThat(List.of(0, 1, 2, 3, 0xFC).stream().map(h -> new Pdv(1, h, Octets.EMPTY)))
        .extracting(Pdv::isCommand, Pdv::isLast)
        .extracting(Object::toString)
        .containsExactly(
            "(false, false)", "(true, false)", "(false, true)", "(true, true)", "(false, false)");
  }

  @Test
  void secretsNeverShow() throws Exception {
    Pdu pdu = PduFixtures.ASSOCIATE_RQ_EVERY_ITEM.pdu();
    Pdu answer = PduFixtures.ASSOCIATE_AC_EVERY_ITEM.pdu();
    assertThat(pdu.toString() + PduDecoder.decode(PduFixtures.ASSOCIATE_RQ_EVERY_ITEM.bytes()))
        .contains("UserIdentityRq[identityType=2, fields hidden]")
        .doesNotContain(ascii("someone").toHex(), ascii("sesame").toHex(), "someone", "sesame");
    assertThat(answer.toString()).doesNotContain(ascii("ticket").toHex(), "ticket");
  }

  record Refusal(String what, ThrowingCallable making) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Refusal> whatDoesNotFit() {
    String longUid = "1".repeat(65_536);
    Octets tooMuch = Wire.zeros(65_536);
    AeTitleField title = new AeTitle("A").toField();
    return Stream.of(
        refused("abort source", () -> new Abort(256, 0)),
        refused("abort reason", () -> new Abort(0, -1)),
        refused("reject result", () -> new AssociateRj(256, 0, 0)),
        refused("reject source", () -> new AssociateRj(0, 256, 0)),
        refused("reject reason", () -> new AssociateRj(0, 0, -1)),
        refused("presentation context ID", () -> new Pdv(256, 0, Octets.EMPTY)),
        refused("message control header", () -> new Pdv(0, 256, Octets.EMPTY)),
        refused("one PDV or more", () -> new PDataTf(List.of())),
        refused("context ID", () -> new PresentationContextRq(-1, "1", List.of())),
        refused("abstract syntax length", () -> new PresentationContextRq(1, longUid, List.of())),
        refused("abstract syntax has a", () -> new PresentationContextRq(1, "\u0661", List.of())),
        refused("transfer syntax", () -> new PresentationContextRq(1, "1", List.of(longUid))),
        refused("context result", () -> new PresentationContextAc(1, 256, null)),
        refused("transfer syntax", () -> new PresentationContextAc(1, 0, "\u0100")),
        refused("item type", () -> new UnrecognizedItem(256, Octets.EMPTY)),
        refused("item length", () -> new UnrecognizedItem(1, tooMuch)),
        refused("maximum length", () -> new UserItem.MaxPduLength(1L << 32)),
        refused("maximum length", () -> new UserItem.MaxPduLength(-1)),
        refused("class UID", () -> new UserItem.ImplementationClassUid(longUid)),
        refused("invoked", () -> new UserItem.AsyncOperationsWindow(65_536, 0)),
        refused("performed", () -> new UserItem.AsyncOperationsWindow(0, 65_536)),
        refused("SCU role", () -> new UserItem.RoleSelection("1", 256, 0)),
        refused("SCP role", () -> new UserItem.RoleSelection("1", 0, 256)),
        refused("version name", () -> new UserItem.ImplementationVersionName("\u20AC")),
        refused("item length", () -> new UserItem.ExtendedNegotiation("1", Wire.zeros(65_533))),
        refused(
            "sub-item version",
            () -> new UserItem.CommonExtendedNegotiation(256, "1", "1", List.of())),
        refused(
            "identity type",
            () -> new UserItem.UserIdentityRq(256, true, Octets.EMPTY, Octets.EMPTY)),
        refused("primary", () -> new UserItem.UserIdentityRq(1, true, tooMuch, Octets.EMPTY)),
        refused("secondary", () -> new UserItem.UserIdentityRq(1, true, Octets.EMPTY, tooMuch)),
        refused("server response", () -> new UserItem.UserIdentityAc(tooMuch)),
        refused("protocol version", () -> rq(65_536, title, AssociateRq.NO_RESERVED, "")),
        refused("32 bytes", () -> rq(1, title, Wire.zeros(31), "")),
        refused("context name", () -> rq(1, title, AssociateRq.NO_RESERVED, longUid)));
  }

  private static AssociateRq rq(int version, AeTitleField title, Octets reserved, String context) {
    return new AssociateRq(
        version, title, title, reserved, context, List.of(), UserInformation.NONE, List.of());
  }

  private static Refusal refused(String what, ThrowingCallable made) {
    return new Refusal(what, made);
  }

  @ParameterizedTest
  @MethodSource("whatDoesNotFit")
  void aValueThatDoesNotFitTheWireIsRefused(Refusal refusal) {
    assertThatIllegalArgumentException()
        .isThrownBy(refusal.making())
        .withMessageContaining(refusal.what());
  }

  @Test
  void theLongestValuesAreWrittenInFull() throws Exception {
    UserItem item = new UserItem.ExtendedNegotiation("1", Wire.zeros(65_528));
    Pdu pdu = withUserItems(List.of(item));
    assertThat(PduDecoder.decode(PduEncoder.encode(pdu)).pdu()).isEqualTo(pdu);
  }

  @Test
  void itemsThatFitOneByOneAndNotTogetherAreRefusedAndNotCut() {
    UserItem item = new UserItem.UserIdentityAc(Wire.zeros(40_000));
    UserItem identity =
        new UserItem.UserIdentityRq(2, true, Wire.zeros(40_000), Wire.zeros(40_000));
    PresentationContextRq context =
        new PresentationContextRq(1, "1", List.of("1".repeat(40_000), "1".repeat(40_000)));
    Pdu proposal =
        new AssociateRq(
            1,
            new AeTitle("A").toField(),
            new AeTitle("A").toField(),
            AssociateRq.NO_RESERVED,
            "",
            List.of(context),
            UserInformation.NONE,
            List.of());
    for (Pdu pdu :
        List.of(withUserItems(List.of(item, item)), withUserItems(List.of(identity)), proposal)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PduEncoder.encode(pdu))
          .withMessageContaining("item length");
    }
  }

  private static Pdu withUserItems(List<UserItem> items) {
    AeTitleField title = new AeTitle("A").toField();
    return new AssociateRq(
        1,
        title,
        title,
        AssociateRq.NO_RESERVED,
        "",
        List.of(),
        new UserInformation(items),
        List.of());
  }
}
