package org.echolot.peers.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.echolot.json.JsonWriter;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTimeouts;
import org.jspecify.annotations.Nullable;

/** dcm4che's JSON: a device a peer; a list of them if there are several. */
final class DeviceJsonWriter implements ListWriter {

  /** What says that a connection speaks TLS, and with which suites. */
  static final List<String> SUITES =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

  @Override
  public String write(PeerBook book) {
    List<JsonValue> devices =
        book.peers().stream().<JsonValue>map(DeviceJsonWriter::device).toList();
    return JsonWriter.write(devices.size() == 1 ? devices.getFirst() : new Arr(devices));
  }

  private static Obj device(Peer peer) {
    Map<String, JsonValue> device = new LinkedHashMap<>();
    device.put("dicomDeviceName", new Text(peer.name()));
    if (!peer.notes().isEmpty()) {
      device.put("dicomDescription", new Text(peer.notes()));
    }
    device.put("dicomInstalled", new Bool(true));
    device.put("dicomNetworkConnection", new Arr(List.of(connection(peer))));
    Map<String, JsonValue> ae = new LinkedHashMap<>();
    ae.put("dicomAETitle", new Text(peer.calledAe().value()));
    ae.put("dicomAssociationInitiator", new Bool(true));
    ae.put("dicomAssociationAcceptor", new Bool(true));
    ae.put(
        "dicomNetworkConnectionReference", new Arr(List.of(new Text("/dicomNetworkConnection/0"))));
    device.put("dicomNetworkAE", new Arr(List.of(new Obj(ae))));
    return new Obj(device);
  }

  private static Obj connection(Peer peer) {
    Map<String, JsonValue> connection = new LinkedHashMap<>();
    connection.put("cn", new Text(peer.tls() == null ? "dicom" : "dicom-tls"));
    connection.put("dicomHostname", new Text(peer.host()));
    connection.put("dicomPort", new Num(Integer.toString(peer.port())));
    if (peer.tls() != null) {
      connection.put(
          "dicomTLSCipherSuite", new Arr(SUITES.stream().<JsonValue>map(Text::new).toList()));
    }
    Map<String, JsonValue> extension = new LinkedHashMap<>();
    PeerTimeouts times = peer.timeouts();
    put(extension, "dcmTCPConnectTimeout", times.connect());
    put(extension, "dcmAAACTimeout", times.associate());
    put(extension, "dcmResponseTimeout", times.echo());
    put(extension, "dcmARRPTimeout", times.release());
    if (!extension.isEmpty()) {
      connection.put("dcmNetworkConnection", new Obj(extension));
    }
    return new Obj(connection);
  }

  private static void put(Map<String, JsonValue> to, String name, @Nullable Duration time) {
    if (time != null) {
      to.put(name, new Num(Long.toString(time.toMillis())));
    }
  }
}
