package org.echolot.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownCallersTest {

  private static Peer peer(String name, String ae, String host) {
    return Peer.of(name, new AeTitle(ae), host, 104);
  }

  private static final KnownCallers CALLERS =
      new KnownCallers(
          List.of(
              peer("CT 1", "CT1", "10.1.2.3"),
              peer("MR at the same address", "MR", "10.1.2.3"),
              peer("By name", "NAMED", "ct9.example.org"),
              peer("Twin 1", "TWIN", "10.1.2.5"),
              peer("Twin 2", "TWIN", "10.1.2.6"),
              peer("IPv6", "SIX", "2001:db8::1")));

  @ParameterizedTest
  @CsvSource({
    "CT1, 10.1.2.3, CT 1",
    "MR, 10.1.2.3, MR at the same address",
    "CT1, 10.9.9.9, CT 1",
    "NAMED, 10.9.9.9, By name",
    "TWIN, 10.1.2.6, Twin 2",
    "TWIN, 10.9.9.9, ''",
    "OTHER, 10.1.2.5, Twin 1",
    "OTHER, 10.1.2.3, ''",
    "'', 10.1.2.5, Twin 1",
    "six, 2001:db8:0::1, IPv6",
    "OTHER, 10.9.9.9, ''"
  })
  void aCallerIsFoundByTitleAndAddressOrByTheOneThatIsUnique(
      String callingAe, String from, String name) {
    assertThat(CALLERS.find(callingAe, InetAddress.ofLiteral(from)).map(Peer::name).orElse(""))
        .isEqualTo(name);
  }
}
