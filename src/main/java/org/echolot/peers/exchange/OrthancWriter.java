package org.echolot.peers.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.echolot.json.JsonWriter;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTimeouts;
import org.jspecify.annotations.Nullable;

/**
 * A file with Orthanc's {@code DicomModalities}, to be put beside its other configuration files.
 */
final class OrthancWriter implements ListWriter {

  /** Orthanc takes the one that TCP has after it for a mistake. */
  private static final int MAX_PORT = 65_534;

  @Override
  public @Nullable String obstacle(Peer peer, List<Peer> before) {
    return obstacle(peer);
  }

  /** Why Orthanc can't have this peer; null if it can. */
  static @Nullable String obstacle(Peer peer) {
    return peer.port() > MAX_PORT ? "Orthanc refuses port " + peer.port() + "." : null;
  }

  @Override
  public String write(PeerBook book) {
    Map<String, JsonValue> modalities = new LinkedHashMap<>();
    NameInFile names = new NameInFile(NameInFile.ORTHANC);
    book.peers().forEach(peer -> modalities.put(names.of(peer.name()), modality(peer)));
    return JsonWriter.write(new Obj(Map.of(OrthancReader.MODALITIES, new Obj(modalities))));
  }

  /** A peer as Orthanc's object has it; what holds by default is left out. */
  static Obj modality(Peer peer) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    fields.put("AET", new Text(peer.calledAe().value()));
    fields.put("Host", new Text(peer.host()));
    fields.put("Port", new Num(Integer.toString(peer.port())));
    fields.put("UseDicomTls", new Bool(peer.tls() != null));
    AeTitle own = peer.callingAe();
    if (own != null) {
      fields.put("LocalAet", new Text(own.value()));
    }
    timeout(peer.timeouts())
        .ifPresent(seconds -> fields.put("Timeout", new Num(Long.toString(seconds))));
    return new Obj(fields);
  }

  /** Orthanc's one time, in whole seconds, for connection, association and response alike. */
  static Optional<Long> timeout(PeerTimeouts times) {
    Duration connect = times.connect();
    return connect != null
            && connect.equals(times.associate())
            && connect.equals(times.echo())
            && connect.toNanosPart() == 0
        ? Optional.of(connect.toSeconds())
        : Optional.empty();
  }
}
