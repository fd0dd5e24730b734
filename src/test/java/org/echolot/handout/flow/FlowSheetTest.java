package org.echolot.handout.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.ui.Results;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FlowSheetTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-27T22:00:00+01:00");
  private static final OffsetDateTime BEFORE = OffsetDateTime.parse("2026-11-20T08:00:00+01:00");
  private static final OurListener LISTENER = new OurListener(new AeTitle("US"), 11_113, true);

  private static final Measured MEASURED =
      new Measured("10.1.9.8", "10.1.2.9", Duration.ofNanos(1_234_567), BEFORE);

  private static CheckRequest peer(String name, String host) {
    return CheckRequest.of(name, new AeTitle("CT1"), new AeTitle("ECHO1"), host, 104);
  }

  private static FlowSheet sheet(
      CheckRequest peer, @Nullable Measured measured, @Nullable OurListener listener) {
    return new FlowSheet(List.of(new FlowPeer(peer, List.of(), measured)), listener, NOW);
  }

  private static Document parsed(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document page, String element) {
    NodeList found = page.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void tableHasBothDirectionsWithWhatWasMeasured() {
    assertThat(
            sheet(peer("Main PACS", "pacs.site"), MEASURED, LISTENER)
                .text(FlowSheet.Form.CSV)
                .split("\r\n", 0))
        .containsExactly(
            "Flow,From,From AE title,From address,From address note,To,To AE title,To address,"
                + "To address note,Protocol,Port,TLS,Purpose,Partner,Latency (ms)",
            "1,Echolot,ECHO1,10.1.9.8,measured 2026-11-20,Main PACS,CT1,pacs.site,"
                + "\"10.1.2.9, measured 2026-11-20\",DICOM over TCP,104,no,"
                + "\"Verification (C-ECHO); add the services in use\",Main PACS,1.235",
            "2,Main PACS,CT1,not measured,Echolot calls it at 10.1.2.9,Echolot,US,10.1.9.8,"
                + "measured in calls from Echolot to this peer,DICOM over TLS,11113,yes,"
                + "\"Verification (C-ECHO); add the services in use\",Main PACS,not measured");
  }

  @Test
  void peersCallNobodyWhereNoListenerIsKnown() {
    assertThat(sheet(peer("A", "10.1.2.3"), null, null).flows()).hasSize(1);
  }

  @Test
  void whatWasNotMeasuredIsSaidAndNotGuessed() {
    Flow flow = sheet(peer("A", "pacs.site"), null, null).flows().getFirst();

    assertThat(flow.from().address()).isEqualTo("not measured");
    assertThat(flow.to().note()).isEqualTo("IP address not measured");
    assertThat(flow.latencyText()).isEqualTo("not measured");
    CheckRequest bound = peer("A", "10.1.2.3").withSource("10.1.9.7");
    assertThat(sheet(bound, null, null).flows().getFirst().from())
        .isEqualTo(new FlowEnd("Echolot", "ECHO1", "10.1.9.7", "set for this peer, not measured"));
  }

  private static CheckRequest byProxy(CheckRequest request) {
    return request.withApproach(
        Approach.PLAIN.withProxy(new Approach.Proxy(Approach.Proxy.Kind.SOCKS5, "10.1.1.1", 1080)));
  }

  @Test
  void aPeerBehindAProxyIsCalledByTheProxy() {
    assertThat(sheet(byProxy(peer("A", "10.1.2.3")), null, null).flows().getFirst().to().note())
        .isEqualTo("by the proxy 10.1.1.1:1080: Echolot calls the proxy, and the proxy calls this");
  }

  @Test
  void measurementOfAnotherWayDoesNotCount() {
    CheckRequest then = Results.request("CT 1");
    Measured measured = Measured.of(then, Results.success(then, Duration.ofMillis(2)));

    assertThat(measured).isNotNull();
    assertThat(measured.ourAddress()).isEqualTo("127.0.0.1");
    assertThat(measured.latency()).isEqualTo(Duration.ofMillis(2));
    for (CheckRequest now :
        List.of(
            CheckRequest.of("CT 1", then.calledAe(), then.callingAe(), "10.1.2.4", 104),
            CheckRequest.of("CT 1", then.calledAe(), then.callingAe(), "10.1.2.3", 105),
            then.withSource("10.1.9.8"),
            byProxy(then))) {
      assertThat(Measured.of(now, Results.success(then, Duration.ofMillis(2)))).isNull();
    }
    assertThat(Measured.of(then, Results.refused(then))).isNull();
    assertThat(Measured.of(then, null)).isNull();
  }

  @Test
  void purposeIsThatOfTagsThatNameServices() {
    assertThat(Purposes.of(List.of("berlin", "Worklist", "store")))
        .isEqualTo("Verification (C-ECHO), Modality Worklist (C-FIND), Storage (C-STORE)");
    assertThat(Purposes.of(List.of("berlin"))).isEqualTo(Purposes.TO_COMPLETE);
  }

  @Test
  void noCellIsRunAsAFormula() {
    String csv =
        sheet(peer("=HYPERLINK(\"http://x\";\"y\")", "10.1.2.3"), MEASURED, null)
            .text(FlowSheet.Form.CSV);

    assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
    assertThat(csv).doesNotContainPattern("(?m)(^|,)\"?[=+@-]");
  }

  @Test
  void hostileNamesStayTextInThePage() throws Exception {
    String name = "<script>alert('1')</script>\"&amp;\u202E";
    String html = sheet(peer(name, "10.1.2.3"), MEASURED, LISTENER).text(FlowSheet.Form.HTML);

    Document page = parsed(html);
    assertThat(texts(page, "script")).isEmpty();
    assertThat(texts(page, "td")).contains("<script>alert('1')</script>\"&amp;\\u202E");
    assertThat(html).doesNotContain("<script").doesNotContain("\u202E");
    assertThat(sheet(peer("a\nFlow 2: b", "10.1.2.3"), null, null).text(FlowSheet.Form.TEXT))
        .doesNotContain("\nFlow 2");
  }

  @Test
  void pageNeedsNothingButItself() throws Exception {
    Document page =
        parsed(sheet(peer("A", "10.1.2.3"), MEASURED, LISTENER).text(FlowSheet.Form.HTML));

    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName()).isNotIn("script", "link", "img", "iframe", "object");
      for (String attribute : List.of("src", "href", "style", "onload", "onclick")) {
        assertThat(element.hasAttribute(attribute)).isFalse();
      }
    }
    assertThat(texts(page, "style").getFirst()).contains("size: A4 landscape", "width: 100%;");
  }

  @Test
  void aeTablesHaveTheShapeOfAConformanceStatement() {
    FlowSheet sheet = sheet(peer("Main PACS", "pacs.site"), MEASURED, LISTENER);

    assertThat(sheet.localAes())
        .containsExactly(
            List.of("Echolot check (SCU)", "ECHO1", "none: it only calls", "1"),
            List.of("Echolot listener (SCP)", "US", "11113", "1"));
    assertThat(sheet.remoteAes())
        .containsExactly(
            List.of("Main PACS", "CT1", "pacs.site", "104", "no", "answered 2026-11-20"));
    assertThat(sheet.text(FlowSheet.Form.TEXT))
        .containsPattern("Application Entity +AE Title +TCP/IP Port +Peers\n")
        .containsPattern("Main PACS +CT1 +pacs.site +104 +no +answered 2026-11-20\n");
  }
}
