package org.echolot.handout.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.About;
import org.echolot.text.Escapes;
import org.echolot.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the rule of a firewall that one peer needs, on one page. Immutable.
 *
 * @param there our calls to the peer
 * @param back the peer's calls to us, for which nobody knows whether they are needed
 */
public record FirewallRequest(Flow there, Flow back) {

  private static final List<String> NOTES =
      List.of(
          "The end under \"From\" opens the TCP connection; answers come back on the same"
              + " connection. A firewall that inspects DICOM must let it pass unchanged.",
          "Addresses are those that the computer that runs Echolot sees. NAT or a VPN in between"
              + " can change them.");

  /**
   * A request for a peer.
   *
   * @param ae the title that we call as, and are called by
   * @param address our IP address; empty: not known
   * @param hostName our host name; empty: not known
   * @param port where we listen
   * @param last the last check of the peer; null: none
   */
  public static FirewallRequest of(
      AeTitle ae,
      String address,
      String hostName,
      int port,
      CheckRequest peer,
      @Nullable CheckResult last) {
    Measured measured = Measured.of(peer, last);
    FlowEnd us = us(ae, address, hostName, measured);
    return new FirewallRequest(
        new Flow(
            1,
            us,
            FlowEnd.peerAsListener(peer, measured),
            peer.port(),
            peer.isTls(),
            Purposes.TO_COMPLETE,
            peer.name(),
            measured == null ? null : measured.latency()),
        Flow.fromPeer(
            2, new FlowPeer(peer, List.of(), measured), new OurListener(ae, port, false), us));
  }

  private static FlowEnd us(
      AeTitle ae, String address, String hostName, @Nullable Measured measured) {
    String known = address.isEmpty() ? FlowEnd.NOT_MEASURED : address;
    String date =
        measured != null && measured.ourAddress().equals(address)
            ? "measured " + FlowEnd.date(measured)
            : "";
    String name = hostName.isEmpty() ? "" : "host name " + hostName;
    return new FlowEnd(
        FlowEnd.US,
        ae.value(),
        known,
        date + (date.isEmpty() || name.isEmpty() ? "" : ", ") + name);
  }

  private String title() {
    String address = there.from().address();
    return "Firewall rule for DICOM: "
        + (address.equals(FlowEnd.NOT_MEASURED) ? there.from().name() : address)
        + " to "
        + there.to().address()
        + ", TCP port "
        + there.port();
  }

  private String secondRule() {
    return "Only if "
        + there.partner()
        + " is to send data to Echolot, in the other direction too:";
  }

  /** As a message. */
  public String text() {
    StringBuilder text =
        new StringBuilder("Subject: ")
            .append(Escapes.oneLine(title()))
            .append("\n\nHello,\n\nplease allow these DICOM connections:\n\n")
            .append(FlowText.fields(there))
            .append('\n')
            .append(Escapes.oneLine(secondRule()))
            .append("\n\n")
            .append(FlowText.fields(back))
            .append('\n');
    NOTES.forEach(note -> text.append("- ").append(note).append('\n'));
    return text.append("\nThank you.\n").toString();
  }

  /** As a page. */
  public String html() {
    Html to = Page.begin(title(), false);
    to.raw("<p class=\"made\">").text("Made by " + About.program()).raw("</p>\n");
    to.raw("<p>Please allow these DICOM connections:</p>\n");
    rule(to, there);
    to.raw("<p>").text(secondRule()).raw("</p>\n");
    rule(to, back);
    to.raw("<h2>Notes</h2>\n<ul>\n");
    NOTES.forEach(note -> to.raw("<li>").text(note).raw("</li>\n"));
    return Page.end(to.raw("</ul>\n"));
  }

  private static void rule(Html to, Flow flow) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("From", flow.from().name() + ", AE title " + flow.from().aeTitle());
    facts.put("Source address", flow.from().addressWithNote());
    facts.put("Source port", "any");
    facts.put("To", flow.to().name() + ", AE title " + flow.to().aeTitle());
    facts.put("Destination", flow.to().addressWithNote());
    facts.put("Port", String.valueOf(flow.port()));
    facts.put("Protocol", flow.protocol());
    facts.put("TLS", flow.tls());
    facts.put("Purpose", flow.purpose());
    facts.put("Latency", flow.latencyText());
    to.raw("<table><tbody>\n");
    facts.forEach(
        (name, value) ->
            to.raw("<tr><th>")
                .text(name)
                .raw(
                    name.equals("Purpose")
                        ? "</th><td class=\"edit\" contenteditable=\"true\">"
                        : "</th><td>")
                .text(value)
                .raw("</td></tr>\n"));
    to.raw("</tbody></table>\n");
  }
}
