package org.echolot.peers.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.dicom.pdu.AeTitle;
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
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.peers.PeerWatch;
import org.echolot.peers.UnreadPeer;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/** Writes a book as the text of a peers file. */
final class PeersWriter {

  /** The version of the format that is written. */
  static final int VERSION = 1;

  private PeersWriter() {}

  static String write(PeerBook book) {
    return JsonWriter.write(book.raw().merge(FileFields.BOOK, known(book)));
  }

  /**
   * The fields of a book that this version knows, its peers whole. What could not be read stands
   * where it stood.
   */
  static Obj known(PeerBook book) {
    List<JsonValue> peers = new ArrayList<>();
    book.peers().forEach(peer -> peers.add(peer.raw().merge(FileFields.PEER, known(peer))));
    for (UnreadPeer unread : book.unread()) {
      peers.add(Math.min(unread.number() - 1, peers.size()), unread.written());
    }
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    fields.put("version", new Num(Integer.toString(VERSION)));
    fields.put("callingAe", new Text(book.callingAe().value()));
    fields.put("peers", new Arr(peers));
    return new Obj(fields);
  }

  /**
   * The fields of a peer that this version knows. Those that hold the default are left out, or
   * empty where an object may have unknown fields that are to stay.
   */
  static Obj known(Peer peer) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    fields.put("id", new Text(peer.id().toString()));
    fields.put("name", new Text(peer.name()));
    fields.put("calledAe", new Text(peer.calledAe().value()));
    fields.put("host", new Text(peer.host()));
    fields.put("port", new Num(Integer.toString(peer.port())));
    AeTitle callingAe = peer.callingAe();
    putText(fields, "callingAe", callingAe == null ? null : callingAe.value());
    if (!peer.tags().isEmpty()) {
      fields.put("tags", new Arr(peer.tags().stream().<JsonValue>map(Text::new).toList()));
    }
    putText(fields, "notes", peer.notes().isEmpty() ? null : peer.notes());
    fields.put("timeouts", known(peer.timeouts()));
    PeerTls tls = peer.tls();
    if (tls != null) {
      fields.put("tls", known(tls));
    }
    PeerUserIdentity userIdentity = peer.userIdentity();
    if (userIdentity != null) {
      fields.put("userIdentity", known(userIdentity));
    }
    putText(fields, "source", peer.source());
    putText(fields, "proxy", peer.proxy() == null ? null : peer.proxy().toString());
    PeerWatch watch = peer.watch();
    if (watch != null) {
      fields.put(
          "watch", new Obj(Map.of("interval", new Text(DurationText.format(watch.interval())))));
    }
    return new Obj(fields);
  }

  private static Obj known(PeerTimeouts timeouts) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    putTime(fields, "connect", timeouts.connect());
    putTime(fields, "tls", timeouts.tls());
    putTime(fields, "associate", timeouts.associate());
    putTime(fields, "echo", timeouts.echo());
    putTime(fields, "release", timeouts.release());
    return new Obj(fields);
  }

  private static Obj known(PeerTls tls) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    putText(fields, "trustedCertificates", tls.trustedCertificates());
    putText(fields, "trustedFingerprint", tls.trustedFingerprint());
    putText(fields, "clientCertificate", tls.clientCertificate());
    putText(fields, "clientKey", tls.clientKey());
    fields.put("verifyHostname", new Bool(tls.verifyHostname()));
    putText(fields, "serverName", tls.serverName());
    boolean chosen = tls.profile() != PeerTls.DEFAULT.profile();
    putText(fields, "profile", chosen ? tls.profile().word() : null);
    return new Obj(fields);
  }

  private static Obj known(PeerUserIdentity userIdentity) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    fields.put("type", new Text(userIdentity.type().word()));
    putText(fields, "username", userIdentity.username());
    if (userIdentity.positiveResponse()) {
      fields.put("positiveResponse", new Bool(true));
    }
    return new Obj(fields);
  }

  private static void putText(Map<String, JsonValue> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, new Text(value));
    }
  }

  private static void putTime(
      Map<String, JsonValue> fields, String name, @Nullable Duration value) {
    putText(fields, name, value == null ? null : DurationText.format(value));
  }
}
