package org.echolot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayTest {

  private static final List<String> ROUTES =
      List.of(
          "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT   ",
          "eth0\t0002A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0      ",
          "eth0\t00000000\t0102A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0      ");

  private static final Gateway GATEWAY = new Gateway(InetAddress.ofLiteral("192.168.2.1"));

  private static Gateway.State among(String... lines) {
    return GATEWAY.stateAmong(List.of(lines));
  }

  @Test
  void isThatOfTheDefaultRoute() {
    assertThat(Gateway.ofRoutes(ROUTES)).contains(GATEWAY);
    assertThat(Gateway.ofRoutes(ROUTES.subList(0, 2))).isEmpty();
    assertThat(Gateway.ofRoutes(List.of("eth0\t00000000\tnonsense", ""))).isEmpty();
  }

  @Test
  void isThereIfItsCardIsKnown() {
    String head = "IP address       HW type     Flags       HW address            Mask     Device";
    assertThat(among(head, "192.168.2.1      0x1         0x2  2a:5c:00:00:00:01  *  eth0"))
        .isEqualTo(Gateway.State.ANSWERS);
    assertThat(among(head, "192.168.2.1      0x1         0x0  00:00:00:00:00:00  *  eth0"))
        .isEqualTo(Gateway.State.SILENT);
    assertThat(among(head, "192.168.2.10     0x1         0x0  00:00:00:00:00:00  *  eth0"))
        .isEqualTo(Gateway.State.UNKNOWN);
    assertThat(among()).isEqualTo(Gateway.State.UNKNOWN);
  }
}
