package org.echolot.handout.flow;

import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.AddressText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * One end of a flow.
 *
 * @param name what people call it
 * @param address an IP address or a host name; {@link #NOT_MEASURED} where it is not known
 * @param note what is to be known of the address; empty: nothing
 */
public record FlowEnd(String name, String aeTitle, String address, String note) {

  /** Stands for what was not measured. */
  public static final String NOT_MEASURED = "not measured";

  /** What people call us. */
  static final String US = "Echolot";

  /** Where we call from. */
  static FlowEnd usAsCaller(CheckRequest peer, @Nullable Measured measured) {
    String set = peer.source();
    String title = peer.callingAe().value();
    if (measured != null) {
      return new FlowEnd(US, title, measured.ourAddress(), "measured " + date(measured));
    }
    return set == null
        ? new FlowEnd(US, title, NOT_MEASURED, "")
        : new FlowEnd(US, title, set, "set for this peer, " + NOT_MEASURED);
  }

  /** Where we listen, if it is at the address that we call from. */
  static FlowEnd usAsListener(AeTitle ae, @Nullable Measured measured) {
    return measured == null
        ? new FlowEnd(US, ae.value(), NOT_MEASURED, "")
        : new FlowEnd(
            US, ae.value(), measured.ourAddress(), "measured in calls from Echolot to this peer");
  }

  /** Where the peer listens. */
  static FlowEnd peerAsListener(CheckRequest peer, @Nullable Measured measured) {
    return new FlowEnd(peer.name(), peer.calledAe().value(), peer.host(), resolved(peer, measured));
  }

  /** Where the peer calls from: nobody has measured that. */
  static FlowEnd peerAsCaller(CheckRequest peer, @Nullable Measured measured) {
    String at = measured == null ? peer.host() : measured.peerAddress();
    return new FlowEnd(
        peer.name(), peer.calledAe().value(), NOT_MEASURED, "Echolot calls it at " + at);
  }

  private static String resolved(CheckRequest peer, @Nullable Measured measured) {
    Approach.Proxy proxy = peer.approach().proxy();
    if (proxy != null) {
      return "by the proxy "
          + AddressText.of(proxy.host(), proxy.port())
          + ": Echolot calls the proxy, and the proxy calls this";
    }
    if (IpText.isIp(peer.host())) {
      return "";
    }
    return measured == null
        ? "IP address " + NOT_MEASURED
        : measured.peerAddress() + ", measured " + date(measured);
  }

  static String date(Measured measured) {
    return measured.at().toLocalDate().toString();
  }

  /** Address and note, for a line. */
  String addressWithNote() {
    return note.isEmpty() ? address : address + " (" + note + ")";
  }
}
