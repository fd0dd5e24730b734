package org.echolot.handout.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FirewallRequestTest {

  private static final AeTitle US = new AeTitle("ECHOLOT");
  private static final CheckRequest PEER = Results.request("CT 1");

  @Test
  void asksForBothDirectionsTheSecondOnlyIfItIsNeeded() {
    FirewallRequest request =
        FirewallRequest.of(
            US, "127.0.0.1", "ws8.site", 4242, PEER, Results.success(PEER, Duration.ofMillis(2)));

    assertThat(request.text())
        .startsWith("Subject: Firewall rule for DICOM: 127.0.0.1 to 10.1.2.3, TCP port 104\n")
        .contains("127.0.0.1 (measured 2026-11-23, host name ws8.site), from any port\n")
        .contains("CT 1, AE title CT1\n            10.1.2.3, port 104\n")
        .contains("Latency   2.00 ms\n")
        .contains("Only if CT 1 is to send data to Echolot")
        .contains("not measured (Echolot calls it at 127.0.0.1), from any port\n")
        .contains("host name ws8.site), port 4242\n");
  }

  @Test
  void addressThatSomebodyEnteredIsNotCalledMeasured() {
    assertThat(
            FirewallRequest.of(
                    US, "10.9.9.9", "", 4242, PEER, Results.success(PEER, Duration.ofMillis(2)))
                .there()
                .from())
        .isEqualTo(new FlowEnd("Echolot", "ECHOLOT", "10.9.9.9", ""));
    assertThat(FirewallRequest.of(US, "", "", 4242, PEER, null).text())
        .contains("Firewall rule for DICOM: Echolot to 10.1.2.3, TCP port 104")
        .contains("Latency   not measured");
  }

  @Test
  void pageHoldsHostileNamesAsText() throws Exception {
    CheckRequest peer =
        CheckRequest.of("</td><script>x</script>", new AeTitle("<b>"), US, "10.1.2.3", 104);
    String html = FirewallRequest.of(US, "", "", 4242, peer, null).html();

    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("b").getLength()).isZero();
    assertThat(page.getDocumentElement().getTextContent())
        .contains("</td><script>x</script>, AE title <b>")
        .contains("A4 portrait");
  }
}
