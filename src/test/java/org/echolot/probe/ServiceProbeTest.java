package org.echolot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.echolot.check.Cause;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;

class ServiceProbeTest {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String BASELINE = "1.2.840.10008.1.2.4.50";

  private static ScriptedPeer answering(Function<AssociateRq, List<PresentationContextAc>> answer) {
    return ScriptedPeer.alwaysPlaying(line -> answer(line, answer));
  }

  private static void answer(Line line, Function<AssociateRq, List<PresentationContextAc>> answer)
      throws Exception {
    AssociateRq rq = line.receive(AssociateRq.class);
    line.send(Answers.acceptance(rq, answer.apply(rq)));
    line.confirmRelease();
  }

  private static PresentationContextAc said(PresentationContextRq rq, int result) {
    return new PresentationContextAc(rq.id(), result, rq.transferSyntaxes().getFirst());
  }

  private static Answer of(ServiceMatrix matrix, String service, String syntax) {
    return matrix.cells().stream()
        .filter(cell -> cell.service().uid().equals(service) && cell.syntax().uid().equals(syntax))
        .map(Cell::answer)
        .reduce((a, b) -> Answer.ANSWERED_TWICE)
        .orElseThrow();
  }

  @Test
  void theFourRefusalsAreToldApartAndAnUnknownOneIsNotTakenForAnyOfThem() {
    try (ScriptedPeer peer =
        answering(
            rq ->
                rq.presentationContexts().stream()
                    .map(one -> said(one, 1 + one.id() / 2 % 5))
                    .toList())) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      List<Service> asked = Catalogue.services();
      assertThat(asked.subList(0, 5))
          .extracting(service -> of(matrix, service.uid(), Uids.IMPLICIT_VR_LITTLE_ENDIAN))
          .containsExactly(
              Answer.USER_REJECTION,
              Answer.NO_REASON,
              Answer.ABSTRACT_SYNTAX_NOT_SUPPORTED,
              Answer.TRANSFER_SYNTAXES_NOT_SUPPORTED,
              Answer.UNKNOWN_RESULT);
      assertThat(matrix.cells().get(0).result()).isEqualTo(1);
      assertThat(matrix.associations()).isEqualTo(1);
      assertThat(matrix.isAllAccepted()).isFalse();
    }
  }

  @Test
  void whatIsAcceptedIsAskedForInEachTransferSyntaxAlone() {
    try (ScriptedPeer peer =
        answering(
            rq ->
                rq.presentationContexts().stream()
                    .map(
                        one ->
                            one.abstractSyntax().equals(CT)
                                    && one.transferSyntaxes().contains(BASELINE)
                                ? new PresentationContextAc(one.id(), 0, BASELINE)
                                : said(one, one.abstractSyntax().equals(CT) ? 4 : 3))
                    .toList())) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(of(matrix, CT, BASELINE)).isEqualTo(Answer.ACCEPTED);
      assertThat(of(matrix, CT, Uids.IMPLICIT_VR_LITTLE_ENDIAN))
          .isEqualTo(Answer.TRANSFER_SYNTAXES_NOT_SUPPORTED);
      assertThat(matrix.cells().stream().filter(cell -> cell.answer().isGood())).hasSize(1);
      assertThat(matrix.associations()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerThatBreaksTheStandardIsShownAndNeverCountsAsGood() {
    try (ScriptedPeer peer =
        answering(
            rq -> {
              List<PresentationContextAc> answers = new ArrayList<>();
              for (PresentationContextRq one : rq.presentationContexts()) {
                switch (one.id()) {
                  case 1 -> answers.add(new PresentationContextAc(1, 0, "1.2.3.4"));
                  case 3 -> answers.addAll(List.of(said(one, 0), said(one, 0)));
                  case 5 -> {
                    // It leaves this one out.
                  }
                  case 7 -> answers.add(new PresentationContextAc(7, 0, null));
                  default -> answers.add(said(one, 3));
                }
              }
              answers.add(new PresentationContextAc(254, 0, Uids.IMPLICIT_VR_LITTLE_ENDIAN));
              return answers;
            })) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(Catalogue.services().subList(0, 4))
          .extracting(service -> of(matrix, service.uid(), Uids.IMPLICIT_VR_LITTLE_ENDIAN))
          .containsExactly(
              Answer.ACCEPTED_NOT_OFFERED,
              Answer.ANSWERED_TWICE,
              Answer.NOT_ANSWERED,
              Answer.ACCEPTED_NOT_OFFERED);
      assertThat(matrix.strangers()).isEqualTo(1);
      assertThat(matrix.cells()).noneMatch(cell -> cell.answer().isGood());
    }
  }

  @Test
  void noAssociationHasMoreThan128ContextsAndOneComesAfterTheOther() {
    List<Integer> counts = new CopyOnWriteArrayList<>();
    try (ScriptedPeer peer =
        answering(
            rq -> {
              counts.add(rq.presentationContexts().size());
              return rq.presentationContexts().stream().map(one -> said(one, 0)).toList();
            })) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(counts).hasSize(matrix.associations()).allMatch(count -> count <= 128);
      assertThat(matrix.associations()).isLessThan(ServiceProbe.MAX_ASSOCIATIONS);
      assertThat(matrix.isAllAccepted()).isTrue();
      assertThat(matrix.roles()).isNotEmpty().noneMatch(RoleAnswer::isAccepted);
    }
  }

  @Test
  void aPeerThatEndsARequestWithManyContextsIsAskedForFewerAtATime() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              if (rq.presentationContexts().size() > 40) {
                line.send(Abort.byServiceProvider(0));
              } else {
                line.send(Answers.acceptance(rq, Answers.contexts(rq, 3)));
                line.confirmRelease();
              }
            })) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(matrix.failure()).isNull();
      assertThat(matrix.cells())
          .allMatch(cell -> cell.answer() == Answer.ABSTRACT_SYNTAX_NOT_SUPPORTED);
    }
  }

  @Test
  void aPeerThatRejectsUsIsAskedOnceAndSaysWhy() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              AssociateRq _ = line.receive(AssociateRq.class);
              line.send(new AssociateRj(1, 1, 3));
              line.discardUntilClosed();
            })) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(peer.connections()).isEqualTo(1);
      assertThat(matrix.failure()).isNotNull();
      assertThat(matrix.failure().cause()).isEqualTo(Cause.REJECTED_CALLING_AE);
      assertThat(matrix.cells()).allMatch(cell -> cell.answer() == Answer.NOT_ASKED);
    }
  }
}
