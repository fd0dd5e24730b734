package org.echolot.peers.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Devices as DICOM configures them (PS3.15 H): each has connections, and AEs that refer to
 * connections. A peer is an AE at one of its connections. To be filled by one thread, then read.
 */
final class DicomDevices {

  /** A connection of a device; {@code protocol} is empty for DICOM. */
  record Connection(
      String place,
      String cn,
      @Nullable String host,
      @Nullable String port,
      boolean tls,
      String protocol,
      Times times) {}

  /** Milliseconds as dcm4che has them; null: not said. */
  record Times(
      @Nullable String connect,
      @Nullable String associate,
      @Nullable String response,
      @Nullable String release) {

    static final Times NONE = new Times(null, null, null, null);
  }

  /** An AE of a device, with the keys of its connections. */
  record NetworkAe(String place, @Nullable String title, boolean isAcceptor, List<String> keys) {}

  /** One device, by what it is called. */
  static final class Device {
    private final String name;
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final List<NetworkAe> aes = new ArrayList<>();
    private @Nullable String description;
    private boolean isInstalled = true;

    private Device(String name) {
      this.name = name;
    }

    void describe(@Nullable String text, boolean installed) {
      description = text;
      isInstalled = installed;
    }

    void add(String key, Connection connection) {
      connections.put(key, connection);
    }

    void add(NetworkAe ae) {
      aes.add(ae);
    }
  }

  private static final String DICOM = "DICOM";
  private static final int MAX_DIGITS = 9;

  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final RowCollector rows;

  DicomDevices(RowCollector rows) {
    this.rows = rows;
  }

  /** The device of that key, new if there is none. */
  Device device(String key, String name) {
    return devices.computeIfAbsent(key, _ -> new Device(name));
  }

  /** Turns all that was found into rows. */
  ImportedList list() throws UnreadableListException {
    for (Device device : devices.values()) {
      rowsOf(device);
    }
    return rows.list();
  }

  private void rowsOf(Device device) throws UnreadableListException {
    boolean isOneAe = device.aes.size() == 1;
    for (NetworkAe ae : device.aes) {
      if (!device.isInstalled) {
        leftOut(ae, "the device " + RowCollector.quoted(device.name) + " is not installed.");
      } else if (!ae.isAcceptor()) {
        leftOut(ae, "it only calls others (dicomAssociationAcceptor is false).");
      } else if (ae.keys().isEmpty()) {
        leftOut(ae, "it refers to no connection.");
      } else {
        rowsOf(device, ae, isOneAe);
      }
    }
  }

  private void rowsOf(Device device, NetworkAe ae, boolean isOneAe) throws UnreadableListException {
    List<Connection> called = new ArrayList<>();
    for (String key : ae.keys()) {
      Connection connection = device.connections.get(key);
      if (connection == null) {
        rows.unreadable(
            ae.place(),
            RowCollector.quoted(String.valueOf(ae.title()))
                + ": it refers to the connection "
                + RowCollector.quoted(key)
                + ", which is not there.");
      } else if (!connection.protocol().isEmpty()
          && !connection.protocol().toUpperCase(Locale.ROOT).equals(DICOM)) {
        leftOut(ae, "its connection speaks " + connection.protocol() + ", not DICOM.");
      } else if (connection.port() == null) {
        leftOut(ae, "its connection has no port: it only calls others.");
      } else {
        called.add(connection);
      }
    }
    for (Connection connection : called) {
      FoundPeer found =
          new FoundPeer(ae.place())
              .name(nameOf(device, ae, isOneAe, connection, called.size() == 1))
              .address(ae.title(), connection.host(), connection.port())
              .tls(connection.tls());
      if (device.description != null) {
        found.notes(device.description);
      }
      Times times = connection.times();
      if (!times.equals(Times.NONE)) {
        found.timeouts(
            millis(times.connect()),
            null,
            millis(times.associate()),
            millis(times.response()),
            millis(times.release()));
      }
      rows.add(found);
    }
  }

  private void leftOut(NetworkAe ae, String why) throws UnreadableListException {
    rows.leftOut(ae.place(), RowCollector.quoted(String.valueOf(ae.title())) + ": " + why);
  }

  private static String nameOf(
      Device device, NetworkAe ae, boolean isOneAe, Connection connection, boolean isOnlyOne) {
    String name = isOneAe ? device.name : device.name + " " + ae.title();
    return isOnlyOne ? name : name + " (" + connection.cn() + ")";
  }

  private static @Nullable Duration millis(@Nullable String text) {
    return text == null
            || text.length() > MAX_DIGITS
            || !text.chars().allMatch(Character::isDigit)
            || text.isEmpty()
        ? null
        : Duration.ofMillis(Long.parseLong(text));
  }
}
