package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.echolot.dicom.pdu.Uids;
import org.echolot.probe.Answer;
import org.echolot.probe.Cell;
import org.echolot.probe.Probing;
import org.echolot.probe.RoleAnswer;
import org.echolot.probe.Service;
import org.echolot.probe.ServiceMatrix;
import org.echolot.probe.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The matrix is what the peers' configuration says. */
@Timeout(60)
class ServicesOfRealPeersTest {

  private static final Set<String> UNCOMPRESSED =
      Set.of(
          Uids.IMPLICIT_VR_LITTLE_ENDIAN,
          Uids.EXPLICIT_VR_LITTLE_ENDIAN,
          Uids.EXPLICIT_VR_BIG_ENDIAN);

  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
  private static final String RLE = "1.2.840.10008.1.2.5";

  private static Set<String> acceptedSyntaxes(ServiceMatrix matrix, Predicate<Service> service) {
    return matrix.cells().stream()
        .filter(cell -> service.test(cell.service()) && cell.answer().isGood())
        .map(cell -> cell.syntax().uid())
        .collect(Collectors.toSet());
  }

  private static Predicate<Service> kind(Service.Kind kind) {
    return service -> service.kind() == kind;
  }

  private static void assertAcceptedAre(
      ServiceMatrix matrix, Predicate<Cell> accepted, RealPeer peer) {
    assertThat(matrix.cells())
        .as(peer::log)
        .allSatisfy(
            cell ->
                assertThat(cell.answer().isGood()).as("%s", cell).isEqualTo(accepted.test(cell)));
    assertThat(matrix.failure()).isNull();
  }

  @Test
  void storescpStoresUncompressedAndAnswersEchoes() {
    try (RealPeer peer = DcmtkServer.storescp()) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertAcceptedAre(
          matrix,
          cell ->
              (cell.service().kind().isStorage()
                      || cell.service().kind() == Service.Kind.VERIFICATION)
                  && UNCOMPRESSED.contains(cell.syntax().uid()),
          peer);
      assertThat(matrix.cells())
          .filteredOn(cell -> cell.service().kind() == Service.Kind.WORKLIST)
          .allMatch(cell -> cell.answer() == Answer.ABSTRACT_SYNTAX_NOT_SUPPORTED);
      assertThat(matrix.cells())
          .filteredOn(cell -> cell.syntax().kind() == Syntax.Kind.JPEG)
          .isNotEmpty()
          .allMatch(cell -> cell.answer() == Answer.TRANSFER_SYNTAXES_NOT_SUPPORTED);
    }
  }

  @Test
  void storescpTakesTheOneCompressionThatItWasToldToTake() {
    try (RealPeer peer = DcmtkServer.storescp("+xs")) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(acceptedSyntaxes(matrix, kind(Service.Kind.IMAGE)))
          .contains(JPEG_LOSSLESS)
          .containsAll(UNCOMPRESSED)
          .doesNotContain(RLE, "1.2.840.10008.1.2.4.50");
    }
  }

  @Test
  void storescpWithImplicitAloneTakesNothingElse() {
    try (RealPeer peer = DcmtkServer.storescp("+xi")) {
      ServiceMatrix matrix = Probing.services("ANY", peer.port());

      assertThat(acceptedSyntaxes(matrix, _ -> true))
          .containsExactly(Uids.IMPLICIT_VR_LITTLE_ENDIAN);
    }
  }

  @Test
  void orthancTakesTheTransferSyntaxesOfItsConfiguration() {
    try (RealPeer peer =
        OrthancServer.plain()
            .with(
                "AcceptedTransferSyntaxes",
                "[\"1.2.840.10008.1.2\", \"1.2.840.10008.1.2.1\", \"" + RLE + "\"]")
            .with("DicomAlwaysAllowFind", "true")
            .with("DicomAlwaysAllowGet", "true")
            .start()) {
      ServiceMatrix matrix = Probing.services(OrthancServer.AE, peer.port());

      assertThat(acceptedSyntaxes(matrix, kind(Service.Kind.IMAGE)))
          .as(peer::log)
          .containsExactlyInAnyOrder(
              Uids.IMPLICIT_VR_LITTLE_ENDIAN, Uids.EXPLICIT_VR_LITTLE_ENDIAN, RLE);
      assertThat(acceptedSyntaxes(matrix, kind(Service.Kind.REPORT))).doesNotContain(DEFLATED);
      assertThat(acceptedSyntaxes(matrix, kind(Service.Kind.QUERY))).isNotEmpty();
      assertThat(acceptedSyntaxes(matrix, kind(Service.Kind.MPPS))).isEmpty();
      assertThat(matrix.roles()).isNotEmpty().allMatch(RoleAnswer::isAccepted);
    }
  }
}
