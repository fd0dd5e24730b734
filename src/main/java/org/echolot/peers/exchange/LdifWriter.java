package org.echolot.peers.exchange;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.time.Duration;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTimeouts;
import org.jspecify.annotations.Nullable;

/**
 * LDIF with a device, a connection and an AE for each peer (PS3.15 H.1.3), below dcm4che's root.
 * Without a line for the version, which slapadd takes for an attribute.
 */
final class LdifWriter implements ListWriter {

  private static final DN DEVICES =
      new DN(
          new RDN("cn", "Devices"),
          new RDN("cn", "DICOM Configuration"),
          new RDN("dc", "dcm4che"),
          new RDN("dc", "org"));

  @Override
  public String write(PeerBook book) {
    StringBuilder text = new StringBuilder();
    for (Peer peer : book.peers()) {
      DN device = new DN(new RDN("dicomDeviceName", peer.name()), DEVICES);
      String cn = peer.tls() == null ? "dicom" : "dicom-tls";
      DN connection = new DN(new RDN("cn", cn), device);
      append(text, device(device, peer));
      append(text, connection(connection, cn, peer));
      append(text, ae(device, connection, peer));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Entry entry) {
    text.append(text.isEmpty() ? "" : "\n");
    for (String line : entry.toLDIF(76)) {
      text.append(line).append('\n');
    }
  }

  private static Entry device(DN dn, Peer peer) {
    Entry entry = new Entry(dn);
    entry.addAttribute("objectClass", "dicomDevice");
    entry.addAttribute("dicomDeviceName", peer.name());
    entry.addAttribute("dicomInstalled", "TRUE");
    if (!peer.notes().isEmpty()) {
      entry.addAttribute("dicomDescription", peer.notes());
    }
    return entry;
  }

  private static Entry connection(DN dn, String cn, Peer peer) {
    Entry entry = new Entry(dn);
    entry.addAttribute("objectClass", "dicomNetworkConnection");
    PeerTimeouts times = peer.timeouts();
    if (times.connect() != null
        || times.associate() != null
        || times.echo() != null
        || times.release() != null) {
      entry.addAttribute("objectClass", "dcmNetworkConnection");
    }
    entry.addAttribute("cn", cn);
    entry.addAttribute("dicomHostname", peer.host());
    entry.addAttribute("dicomPort", Integer.toString(peer.port()));
    if (peer.tls() != null) {
      entry.addAttribute("dicomTLSCipherSuite", DeviceJsonWriter.SUITES);
    }
    put(entry, "dcmTCPConnectTimeout", times.connect());
    put(entry, "dcmAAACTimeout", times.associate());
    put(entry, "dcmResponseTimeout", times.echo());
    put(entry, "dcmARRPTimeout", times.release());
    return entry;
  }

  private static Entry ae(DN device, DN connection, Peer peer) {
    String title = peer.calledAe().value();
    Entry entry = new Entry(new DN(new RDN("dicomAETitle", title), device));
    entry.addAttribute("objectClass", "dicomNetworkAE");
    entry.addAttribute("dicomAETitle", title);
    entry.addAttribute("dicomNetworkConnectionReference", connection.toString());
    entry.addAttribute("dicomAssociationInitiator", "TRUE");
    entry.addAttribute("dicomAssociationAcceptor", "TRUE");
    return entry;
  }

  private static void put(Entry entry, String name, @Nullable Duration time) {
    if (time != null) {
      entry.addAttribute(name, Long.toString(time.toMillis()));
    }
  }
}
