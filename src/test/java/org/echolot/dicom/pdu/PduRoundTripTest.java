package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PduRoundTripTest {

  static List<PduFixtures.Fixture> fixtures() {
    return PduFixtures.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void bytesDecodeToTheRecord(PduFixtures.Fixture fixture) throws Exception {
    assertThat(PduDecoder.decode(fixture.bytes()).pdu()).isEqualTo(fixture.pdu());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void recordEncodesToTheBytes(PduFixtures.Fixture fixture) {
    assertThat(PduEncoder.encode(fixture.pdu()).toHex()).isEqualTo(fixture.bytes().toHex());
  }

  @Test
  void fixturesHoldEveryPduTypeAndEverySubItem() {
    assertThat(PduFixtures.all().stream().map(fixture -> fixture.pdu().type()))
        .containsAll(EnumSet.allOf(PduType.class));
    Set<Class<?>> subItems =
        PduFixtures.all().stream()
            .map(PduFixtures.Fixture::pdu)
            .flatMap(
                pdu ->
                    switch (pdu) {
                      case AssociateRq rq -> rq.userInformation().items().stream();
                      case AssociateAc ac -> ac.userInformation().items().stream();
                      default -> Stream.<UserItem>empty();
                    })
            .map(UserItem::getClass)
            .collect(Collectors.toSet());
    assertThat(subItems).contains(UserItem.class.getPermittedSubclasses());
  }

  @Test
  void aRequestThatKeepsToTheStandardHasNoDeviations() throws Exception {
    assertThat(PduDecoder.decode(PduFixtures.ASSOCIATE_RQ_VERIFICATION.bytes()).deviations())
        .isEmpty();
    assertThat(PduDecoder.decode(PduFixtures.ASSOCIATE_RQ_EVERY_ITEM.bytes()).deviations())
        .isEmpty();
    assertThat(PduDecoder.decode(PduFixtures.ASSOCIATE_AC_EVERY_ITEM.bytes()).deviations())
        .isEmpty();
  }
}
