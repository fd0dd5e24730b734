package org.echolot.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.echolot.json.JsonWriter;
import org.echolot.peers.Peer;

/** The peer book as a list of targets for Prometheus ({@code http_sd_configs}). */
final class ServiceDiscovery {

  private ServiceDiscovery() {}

  static HttpAnswer of(KnownPeers known) {
    List<JsonValue> groups =
        known.book().peers().stream().<JsonValue>map(peer -> group(known, peer)).toList();
    return HttpAnswer.of(200, "application/json", JsonWriter.write(new Arr(groups)));
  }

  private static Obj group(KnownPeers known, Peer peer) {
    Map<String, JsonValue> labels = new LinkedHashMap<>();
    labels.put("peer", new Text(peer.name()));
    labels.put("called_ae", new Text(peer.calledAe().value()));
    labels.put("tag", new Text(peer.tags().isEmpty() ? "" : peer.tags().getFirst()));
    // With a comma at both ends, so that one can be looked for without regard to its place.
    labels.put(
        "tags", new Text(peer.tags().isEmpty() ? "" : "," + String.join(",", peer.tags()) + ","));
    Map<String, JsonValue> group = new LinkedHashMap<>();
    group.put("targets", new Arr(List.of(new Text(known.targetOf(peer)))));
    group.put("labels", new Obj(labels));
    return new Obj(group);
  }
}
