package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UnrecognizedItem;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.junit.jupiter.api.Test;

class AssociationParametersTest {

  private static final Duration GENEROUS = Duration.ofSeconds(10);

  private static AssociateRq request(
      List<PresentationContextRq> contexts, List<UserItem> items, List<UnrecognizedItem> others) {
    return new AssociateRq(
        1,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        contexts,
        new UserInformation(items),
        others);
  }

  private static PresentationContextRq context(int id, String abstractSyntax) {
    return new PresentationContextRq(
        id,
        abstractSyntax,
        List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN, Uids.EXPLICIT_VR_LITTLE_ENDIAN));
  }

  private static List<UserItem> roles(int count) {
    return IntStream.range(0, count)
        .<UserItem>mapToObj(i -> new UserItem.RoleSelection("1.2." + i, 0, 1))
        .toList();
  }

  @Test
  void ofTwoRolesForASopClassTheFirstIsShown() {
    List<UserItem> both =
        List.of(new UserItem.RoleSelection("1.2", 0, 1), new UserItem.RoleSelection("1.2", 1, 0));

    assertThat(AssociationParameters.of(request(List.of(context(1, "1.2")), both, List.of())))
        .contains("    Proposed SCU/SCP Role: SCU 0, SCP 1");
  }

  @Test
  void asManyContextsAsThereCanBeAreShownInFull() {
    List<PresentationContextRq> contexts =
        IntStream.range(0, 128).mapToObj(i -> context(2 * i + 1, "1.2." + i)).toList();

    assertThat(AssociationParameters.of(request(contexts, List.of(), List.of())))
        .noneMatch(line -> line.startsWith("…"))
        .contains("  Context ID:        255 (Proposed)");
  }

  @Test
  void whatIsMoreThanAnybodyReadsIsCounted() {
    List<UnrecognizedItem> items =
        Stream.generate(() -> new UnrecognizedItem(0x60, Octets.EMPTY)).limit(10_000).toList();

    List<String> lines = AssociationParameters.of(request(List.of(), List.of(), items));

    assertThat(lines).hasSize(AssociationParameters.MAX_LINES + 2);
    assertThat(lines.get(lines.size() - 2)).matches("… 9,2[0-9]{2} more");
    assertThat(lines).last().isEqualTo("======= END A-ASSOCIATE-RQ =======");
  }

  @Test
  void theRolesOfManyContextsAreFoundInNoTime() {
    // More contexts than a PDU may have, so that looking at each role for each would take long.
    PresentationContextRq proposed = context(1, "1.2.none");
    PresentationContextAc accepted = new PresentationContextAc(1, 0, "1.2.840.10008.1.2");
    List<UserItem> roles = roles(7_200);

    assertTimeout(
        GENEROUS,
        () ->
            AssociationParameters.of(
                request(
                    Stream.generate(() -> proposed).limit(100_000).toList(), roles, List.of())));
    assertTimeout(
        GENEROUS,
        () ->
            AssociationParameters.of(
                new AssociateAc(
                    1,
                    new AeTitle("CALLED").toField(),
                    new AeTitle("CALLING").toField(),
                    AssociateRq.NO_RESERVED,
                    Uids.APPLICATION_CONTEXT,
                    Stream.generate(() -> accepted).limit(100_000).toList(),
                    new UserInformation(roles),
                    List.of()),
                Map.of(1, proposed)));
  }
}
