package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Negotiated;
import org.echolot.check.Warning;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UnrecognizedItem;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that do what few do, and may: each of them can be echoed. */
abstract class OddButLegalContract extends EchoEngineContract {

  private static final Octets JUNK = Octets.parseHex("DE AD BE EF");

  @Test
  void aPlainPeerSucceedsWithAllThatWasNegotiated() {
    CheckResult result = check(Line::serveEcho);

    assertThatResult(result).succeeded().hasNoWarnings().endedBy(EndedBy.OUR_RELEASE);
    assertThat(result.engine()).isEqualTo(engine().name());
    assertThat(result.negotiated())
        .isEqualTo(
            new Negotiated(
                Answers.CLASS_UID,
                Answers.VERSION_NAME,
                (long) Answers.MAX_PDU_LENGTH,
                Uids.IMPLICIT_VR_LITTLE_ENDIAN,
                0));
    assertThat(result.localAddress()).isNotNull();
    assertThat(Objects.requireNonNull(result.remoteAddress()).getPort())
        .isEqualTo(result.request().port());
  }

  @Test
  void asksForVerificationAloneUnderBothTitlesAndAnswersFromTheAdvertisedLength() {
    check(
        line -> {
          AssociateRq rq = line.acceptAssociation();
          assertThat(rq.calledAe().text()).isEqualTo("SCRIPTED");
          assertThat(rq.callingAe().text()).isEqualTo("ECHOLOT");
          assertThat(rq.applicationContext()).isEqualTo(Uids.APPLICATION_CONTEXT);
          assertThat(rq.presentationContexts()).hasSize(1);
          assertThat(rq.presentationContexts().getFirst().abstractSyntax())
              .isEqualTo(Uids.VERIFICATION);
          assertThat(rq.presentationContexts().getFirst().transferSyntaxes())
              .containsExactly(Uids.IMPLICIT_VR_LITTLE_ENDIAN);
          PDataTf data = line.receive(PDataTf.class);
          assertThat(data.pdvs()).hasSize(1);
          CommandSet command = CommandSet.decode(data.pdvs().getFirst().data()).commandSet();
          assertThat(command.unsignedShort(CommandSet.COMMAND_FIELD)).hasValue(0x0030);
          assertThat(command.text(CommandSet.AFFECTED_SOP_CLASS_UID)).hasValue(Uids.VERIFICATION);
          assertThat(command.unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE)).hasValue(0x0101);
          line.send(Answers.echoSuccess());
          line.confirmRelease();
        });
  }

  @Test
  void anAcceptanceWithoutItsTransferSyntaxIsToleratedAndSaid() {
    CheckResult result =
        check(
            accepting(
                rq ->
                    Answers.acceptance(
                        rq, List.of(new PresentationContextAc(1, 0, null, List.of())))));

    assertThatResult(result).succeeded();
    assertThat(result.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(Warning.Code.NONSTANDARD_REPLY);
              assertThat(warning.text()).contains("without a transfer syntax");
            });
    assertThat(Objects.requireNonNull(result.negotiated()).transferSyntax()).isNull();
  }

  @Test
  void unrecognizedItemsAreSkipped() {
    assertThatResult(
            check(
                accepting(
                    rq -> {
                      List<UserItem> items =
                          new ArrayList<>(Answers.acceptance(rq).userInformation().items());
                      items.addFirst(new UnrecognizedItem(0x6F, JUNK));
                      return new AssociateAc(
                          1,
                          rq.calledAe(),
                          rq.callingAe(),
                          rq.reserved(),
                          rq.applicationContext(),
                          List.of(
                              new PresentationContextAc(
                                  1,
                                  0,
                                  Uids.IMPLICIT_VR_LITTLE_ENDIAN,
                                  List.of(new UnrecognizedItem(0x4F, JUNK)))),
                          new UserInformation(items),
                          List.of(
                              new UnrecognizedItem(0x7E, JUNK),
                              new UnrecognizedItem(0x00, Octets.EMPTY)));
                    })))
        .succeeded()
        .hasNoWarnings();
  }

  @Test
  void noUserInformationIsTolerated() {
    CheckResult result =
        check(
            accepting(rq -> Answers.acceptance(rq, Answers.contexts(rq, 0), UserInformation.NONE)));

    assertThatResult(result)
        .succeeded()
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY)
        .says("User information");
    assertThat(result.negotiated())
        .isEqualTo(new Negotiated(null, null, null, Uids.IMPLICIT_VR_LITTLE_ENDIAN, 0));
  }

  @Test
  void noApplicationContextAndNoReservedBytesAreTolerated() {
    assertThatResult(
            check(
                accepting(
                    rq -> {
                      AssociateAc ac = Answers.acceptance(rq);
                      return new AssociateAc(
                          1,
                          ac.calledAe(),
                          ac.callingAe(),
                          ac.reserved(),
                          "",
                          ac.presentationContexts(),
                          ac.userInformation(),
                          List.of());
                    })))
        .succeeded()
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 5, 6, 7, 8, 9, 10, 12, 13, 64, 73, 74, 75, 4_294_967_295L})
  void anyMaximumLengthIsKept(long maxLength) {
    assertThatResult(
            check(
                line -> {
                  AssociateRq rq = line.receive(AssociateRq.class);
                  line.send(
                      Answers.acceptance(
                          rq,
                          Answers.contexts(rq, 0),
                          new UserInformation(
                              List.of(
                                  new UserItem.MaxPduLength(maxLength),
                                  new UserItem.ImplementationClassUid("1.2.3")))));
                  boolean last = false;
                  while (!last) {
                    PDataTf data = line.receive(PDataTf.class);
                    int length = Answers.bytes(data).length() - 6;
                    // Below 8 there is no room for a fragment of even length.
                    assertThat((long) length)
                        .isLessThanOrEqualTo(maxLength == 0 ? 1000 : Math.max(8, maxLength));
                    last = data.pdvs().getLast().isLast();
                  }
                  line.send(Answers.echoSuccess());
                  line.confirmRelease();
                }))
        .succeeded()
        .hasWarnings(
            maxLength > 0 && maxLength <= 12
                ? new Warning.Code[] {Warning.Code.NONSTANDARD_REPLY} // DCMTK sends no images then
                : new Warning.Code[0]);
  }

  @Test
  void aByteAtATimeIsEnough() {
    assertThatResult(
            check(
                line -> {
                  AssociateRq rq = line.receive(AssociateRq.class);
                  line.sendInPieces(Answers.bytes(Answers.acceptance(rq)), 1);
                  line.receive();
                  line.sendInPieces(Answers.bytes(Answers.echoSuccess()), 1);
                  line.receive();
                  line.sendInPieces(Octets.parseHex("06 00 00 00 00 04 00 00 00 00"), 1);
                  line.discardUntilClosed();
                }))
        .succeeded();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 63})
  void aCommandInManyFragmentsIsJoined(int size) {
    assertThatResult(
            check(
                answeringWith(
                    line -> {
                      for (Pdv pdv : fragments(size)) {
                        line.send(new PDataTf(List.of(pdv)));
                      }
                    })))
        .succeeded()
        .hasNoWarnings();
  }

  @Test
  void fragmentsPackedIntoOnePduAreJoined() {
    assertThatResult(check(answeringWith(line -> line.send(new PDataTf(fragments(5))))))
        .succeeded()
        .hasNoWarnings();
  }

  @Test
  void emptyFragmentsAreTolerated() {
    List<Pdv> fragments = new ArrayList<>(fragments(9));
    fragments.add(1, Pdv.command(1, false, Octets.EMPTY));
    assertThatResult(check(answeringWith(line -> line.send(new PDataTf(fragments))))).succeeded();
  }

  @Test
  void reservedFieldsMayHoldAnything() {
    assertThatResult(
            check(
                line -> {
                  AssociateRq rq = line.receive(AssociateRq.class);
                  Octets ac = Answers.bytes(Answers.acceptance(rq));
                  for (int index : new int[] {1, 8, 9, 10, 15, 26, 40, 42, 50, 73, 75}) {
                    ac = Answers.with(ac, index, 0x20);
                  }
                  line.send(ac);
                  line.receive();
                  line.send(Answers.with(Answers.bytes(Answers.echoSuccess()), 1, 0xFF));
                  line.receive();
                  line.send(Octets.parseHex("06 FF 00 00 00 04 FF FF FF FF"));
                  line.discardUntilClosed();
                }))
        .succeeded()
        .hasNoWarnings();
  }

  @Test
  void trailingNulsInUidsAndNamesAreTolerated() {
    CheckResult result =
        check(
            accepting(
                rq ->
                    Answers.acceptance(
                        rq,
                        List.of(
                            new PresentationContextAc(1, 0, Uids.IMPLICIT_VR_LITTLE_ENDIAN + "\0")),
                        new UserInformation(
                            List.of(
                                new UserItem.MaxPduLength(16_384),
                                new UserItem.ImplementationClassUid("1.2.3\0"),
                                new UserItem.ImplementationVersionName("OLD_PACS\0\0"))))));

    assertThatResult(result).succeeded();
    assertThat(result.warnings())
        .isNotEmpty()
        .extracting(Warning::code)
        .containsOnly(Warning.Code.NONSTANDARD_REPLY);
    assertThat(result.negotiated())
        .isEqualTo(new Negotiated("1.2.3", "OLD_PACS", 16_384L, Uids.IMPLICIT_VR_LITTLE_ENDIAN, 0));
  }

  @Test
  void otherAeTitlesInTheAcceptanceAreNotLookedAt() {
    assertThatResult(
            check(
                line -> {
                  AssociateRq rq = line.receive(AssociateRq.class);
                  Octets ac = Answers.bytes(Answers.acceptance(rq));
                  for (int index = 10; index < 42; index++) {
                    ac = Answers.with(ac, index, 0);
                  }
                  line.send(ac);
                  line.receive();
                  line.send(Answers.echoSuccess());
                  line.confirmRelease();
                }))
        .succeeded()
        .hasNoWarnings();
  }

  @Test
  void theOptionalSopClassMayBeMissing() {
    assertThatResult(
            check(
                answeringWith(
                    line ->
                        line.send(
                            Answers.inContext(
                                1,
                                new CommandSet.Builder()
                                    .unsignedShort(CommandSet.COMMAND_FIELD, 0x8030)
                                    .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
                                    .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, 0x0101)
                                    .unsignedShort(CommandSet.STATUS, 0)
                                    .build())))))
        .succeeded()
        .hasNoWarnings();
  }

  @Test
  void aMissingGroupLengthIsToleratedAndSaid() {
    Octets command = Answers.echoSuccess().pdvs().getFirst().data();
    assertThatResult(
            check(
                answeringWith(
                    line -> line.send(Answers.command(1, command.slice(12, command.length()))))))
        .succeeded()
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY)
        .says("Command Group Length");
  }

  @Test
  void aResponseThatClaimsADataSetIsToleratedAndSaid() {
    assertThatResult(
            check(
                answeringWith(
                    line ->
                        line.send(
                            Answers.inContext(
                                1,
                                new CommandSet.Builder()
                                    .unsignedShort(CommandSet.COMMAND_FIELD, 0x8030)
                                    .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
                                    .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, 0x0001)
                                    .unsignedShort(CommandSet.STATUS, 0)
                                    .build())))))
        .succeeded()
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY)
        .says("Command Data Set Type");
  }

  @Test
  void anotherSopClassInTheResponseIsToleratedAndSaid() {
    assertThatResult(
            check(
                answeringWith(
                    line ->
                        line.send(
                            Answers.inContext(
                                1,
                                new CEchoRsp(1, 0, "1.2.840.10008.1.20.1", null).toCommandSet())))))
        .succeeded()
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY)
        .says("1.2.840.10008.1.20.1");
  }

  @Test
  void anEmptyTransferSyntaxIsToleratedAndSaidOnce() {
    CheckResult result =
        check(
            accepting(rq -> Answers.acceptance(rq, List.of(new PresentationContextAc(1, 0, "")))));

    assertThatResult(result).succeeded().hasWarnings(Warning.Code.NONSTANDARD_REPLY);
  }

  @Test
  void anotherTransferSyntaxThanProposedIsToleratedAndSaid() {
    CheckResult result =
        check(
            accepting(
                rq ->
                    Answers.acceptance(
                        rq,
                        List.of(new PresentationContextAc(1, 0, Uids.EXPLICIT_VR_LITTLE_ENDIAN)))));

    assertThatResult(result)
        .succeeded()
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY)
        .says("which we did not propose");
  }

  @Test
  void answersToContextsThatNobodyProposedAreIgnored() {
    assertThatResult(
            check(
                accepting(
                    rq ->
                        Answers.acceptance(
                            rq,
                            List.of(
                                new PresentationContextAc(3, 0, Uids.IMPLICIT_VR_LITTLE_ENDIAN),
                                new PresentationContextAc(1, 0, Uids.IMPLICIT_VR_LITTLE_ENDIAN))))))
        .succeeded();
  }

  @Test
  void aPeerThatTakesItsTimeIsWaitedForAndCalledSlow() {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.pause(Duration.ofMillis(1050));
              line.send(Answers.acceptance(rq));
              line.receive();
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            });

    assertThatResult(result).succeeded();
    assertThat(result.warning(Warning.Code.SLOW_PEER)).isPresent();
    assertThat(result.stage(CheckStage.ASSOCIATE).duration()).isGreaterThan(Duration.ofSeconds(1));
  }

  private static List<Pdv> fragments(int size) {
    Octets command = Answers.echoSuccess().pdvs().getFirst().data();
    List<Pdv> fragments = new ArrayList<>();
    for (int i = 0; i < command.length(); i += size) {
      int to = Math.min(command.length(), i + size);
      fragments.add(Pdv.command(1, to == command.length(), command.slice(i, to)));
    }
    return fragments;
  }

  /** What to accept a request with. */
  @FunctionalInterface
  private interface Acceptance {
    AssociateAc of(AssociateRq rq);
  }

  private static Script accepting(Acceptance acceptance) {
    return line -> {
      line.send(acceptance.of(line.receive(AssociateRq.class)));
      line.receive(PDataTf.class);
      line.send(Answers.echoSuccess());
      line.confirmRelease();
    };
  }

  private static Script answeringWith(Script answer) {
    return line -> {
      line.serveUntilEcho();
      answer.play(line);
      line.confirmRelease();
    };
  }
}
