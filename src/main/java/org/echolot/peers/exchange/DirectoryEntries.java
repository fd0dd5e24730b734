package org.echolot.peers.exchange;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Devices, connections and AEs as entries of a directory (PS3.15 H.1.3). */
public final class DirectoryEntries {

  private static final String DEVICE = "dicomDeviceName";

  private final RowCollector rows;
  private final DicomDevices devices;

  DirectoryEntries(PeerListFormat format) {
    rows = new RowCollector(format);
    devices = new DicomDevices(rows);
  }

  /** For what a directory answers. */
  public static DirectoryEntries ofDirectory() {
    return new DirectoryEntries(PeerListFormat.LDIF);
  }

  /**
   * Takes an entry; one that is no device, connection or AE is none of ours.
   *
   * @param place where it is, for people
   * @throws UnreadableListException if there are too many
   */
  public void add(String place, Entry entry) throws UnreadableListException {
    try {
      if (is(entry, "dicomNetworkConnection")) {
        DN dn = entry.getParsedDN();
        device(dn.getParent()).add(dn.toNormalizedString(), connection(place, entry));
      } else if (is(entry, "dicomNetworkAE")) {
        device(entry.getParsedDN().getParent()).add(ae(place, entry));
      } else if (is(entry, "dicomDevice")) {
        device(entry.getParsedDN())
            .describe(
                entry.getAttributeValue("dicomDescription"),
                !isFalse(entry.getAttributeValue("dicomInstalled")));
      }
    } catch (LDAPException e) {
      unreadable(place, "The name of the entry is not right: " + e.getMessage());
    }
  }

  void unreadable(String place, String reason) throws UnreadableListException {
    rows.unreadable(place, reason);
  }

  /**
   * The peers of all entries.
   *
   * @throws UnreadableListException if there are too many
   */
  public ImportedList list() throws UnreadableListException {
    return devices.list();
  }

  private DicomDevices.Device device(@Nullable DN dn) {
    if (dn == null) {
      return devices.device("", "");
    }
    RDN rdn = dn.getRDN();
    String name =
        rdn != null && rdn.hasAttribute(DEVICE) ? rdn.getAttributeValues()[0] : dn.toString();
    return devices.device(dn.toNormalizedString(), name);
  }

  private static DicomDevices.Connection connection(String place, Entry entry) {
    String cn = entry.getAttributeValue("cn");
    String protocol = entry.getAttributeValue("dcmProtocol");
    return new DicomDevices.Connection(
        place,
        cn == null ? "" : cn,
        entry.getAttributeValue("dicomHostname"),
        entry.getAttributeValue("dicomPort"),
        entry.hasAttribute("dicomTLSCipherSuite"),
        protocol == null ? "" : protocol,
        new DicomDevices.Times(
            entry.getAttributeValue("dcmTCPConnectTimeout"),
            entry.getAttributeValue("dcmAAACTimeout"),
            entry.getAttributeValue("dcmResponseTimeout"),
            entry.getAttributeValue("dcmARRPTimeout")));
  }

  private static DicomDevices.NetworkAe ae(String place, Entry entry) throws LDAPException {
    List<String> keys = new ArrayList<>();
    String[] references = entry.getAttributeValues("dicomNetworkConnectionReference");
    for (String reference : references == null ? new String[0] : references) {
      keys.add(new DN(reference).toNormalizedString());
    }
    return new DicomDevices.NetworkAe(
        place,
        entry.getAttributeValue("dicomAETitle"),
        !isFalse(entry.getAttributeValue("dicomAssociationAcceptor")),
        keys);
  }

  private static boolean is(Entry entry, String objectClass) {
    return entry.hasObjectClass(objectClass);
  }

  private static boolean isFalse(@Nullable String value) {
    return value != null && value.strip().toUpperCase(Locale.ROOT).equals("FALSE");
  }
}
