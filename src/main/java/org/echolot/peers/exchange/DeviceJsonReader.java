package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Obj;
import org.jspecify.annotations.Nullable;

/** dcm4che's JSON of a device, or of several in a list. */
final class DeviceJsonReader implements ListReader {

  private static final String CONNECTIONS = "dicomNetworkConnection";
  private static final String AES = "dicomNetworkAE";
  private static final String EXTENSION = "dcmNetworkConnection";

  @Override
  public boolean recognizes(ListContent content) {
    if (!content.looksLikeJson()) {
      return false;
    }
    try {
      JsonValue root = content.json().root();
      return isDevice(root)
          || (root instanceof Arr array && array.items().stream().anyMatch(this::isDevice));
    } catch (UnreadableListException _) {
      return content.text().contains('"' + AES + '"');
    }
  }

  private boolean isDevice(JsonValue value) {
    return value instanceof Obj object
        && (object.fields().containsKey("dicomDeviceName") || object.fields().containsKey(AES));
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    JsonDocument document = content.json();
    RowCollector rows = new RowCollector(PeerListFormat.DCM4CHE);
    DicomDevices devices = new DicomDevices(rows);
    List<JsonValue> all =
        document.root() instanceof Arr array ? array.items() : List.of(document.root());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Obj object) {
        device(document, object, i, devices);
      } else {
        rows.unreadable(
            RowCollector.line(document.positionOf(all.get(i)).line()),
            "A device is an object, not " + all.get(i).kind() + ".");
      }
    }
    return devices.list();
  }

  private static void device(JsonDocument document, Obj object, int index, DicomDevices devices) {
    String name = text(object, "dicomDeviceName");
    DicomDevices.Device device = devices.device(Integer.toString(index), name == null ? "" : name);
    device.describe(
        text(object, "dicomDescription"),
        !(object.fields().get("dicomInstalled") instanceof Bool installed) || installed.value());
    List<Obj> connections = objects(object, CONNECTIONS);
    for (int i = 0; i < connections.size(); i++) {
      device.add("/" + CONNECTIONS + "/" + i, connection(document, connections.get(i)));
    }
    for (Obj ae : objects(object, AES)) {
      List<String> keys = new ArrayList<>();
      if (ae.fields().get("dicomNetworkConnectionReference") instanceof Arr references) {
        references.items().forEach(item -> keys.add(String.valueOf(OrthancReader.text(item))));
      }
      device.add(
          new DicomDevices.NetworkAe(
              RowCollector.line(document.positionOf(ae).line()),
              text(ae, "dicomAETitle"),
              !(ae.fields().get("dicomAssociationAcceptor") instanceof Bool acceptor)
                  || acceptor.value(),
              keys));
    }
  }

  private static DicomDevices.Connection connection(JsonDocument document, Obj object) {
    Obj extension = object.fields().get(EXTENSION) instanceof Obj more ? more : Obj.EMPTY;
    String protocol = text(extension, "dcmProtocol");
    String cn = text(object, "cn");
    return new DicomDevices.Connection(
        RowCollector.line(document.positionOf(object).line()),
        cn == null ? "" : cn,
        text(object, "dicomHostname"),
        text(object, "dicomPort"),
        object.fields().get("dicomTLSCipherSuite") instanceof Arr suites
            && !suites.items().isEmpty(),
        protocol == null ? "" : protocol,
        new DicomDevices.Times(
            text(extension, "dcmTCPConnectTimeout"),
            text(extension, "dcmAAACTimeout"),
            text(extension, "dcmResponseTimeout"),
            text(extension, "dcmARRPTimeout")));
  }

  private static @Nullable String text(Obj object, String name) {
    return OrthancReader.text(object.fields().get(name));
  }

  private static List<Obj> objects(Obj object, String name) {
    Map<String, JsonValue> fields = object.fields();
    return fields.get(name) instanceof Arr array
        ? array.items().stream().map(item -> item instanceof Obj of ? of : Obj.EMPTY).toList()
        : List.of();
  }
}
