package org.echolot.peers.file;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.ObjectFields;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerProxy;
import org.echolot.peers.PeerRules;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerTlsText;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.peers.PeerWatch;
import org.echolot.text.HostText;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;

/** Reads one peer from its object in the file. */
final class PeerFields {

  private PeerFields() {}

  /**
   * @param number the peer's place in the file, from 1
   * @throws FaultException if a required field is missing, or one is wrong
   */
  static Peer peer(ObjectFields fields, PeerIds ids, int number) throws FaultException {
    String name = fields.requiredText("name");
    fields.require("name", PeerRules.nameFault(name));
    UUID id = ids.of(fields, name, number);
    AeTitle calledAe = aeTitle(fields, "calledAe", fields.requiredText("calledAe"));
    String host = fields.requiredText("host");
    fields.require("host", HostText.faultOf(host));
    long port = fields.requiredInteger("port");
    fields.require("port", PeerRules.portFault(port));
    List<String> tags = fields.texts("tags");
    fields.require("tags", PeerRules.tagsFault(tags));
    String notes = fields.text("notes");
    String callingAe = fields.text("callingAe");
    String proxy = optional(fields, "proxy", PeerProxy::faultOf);
    Peer peer =
        new Peer(
            id,
            name,
            calledAe,
            host,
            (int) port,
            callingAe == null ? null : aeTitle(fields, "callingAe", callingAe),
            tags,
            notes == null ? "" : notes,
            timeouts(fields.object("timeouts")),
            tls(fields.object("tls")),
            userIdentity(fields.object("userIdentity")),
            optional(fields, "source", PeerRules::sourceFault),
            watch(fields.object("watch")),
            proxy == null ? null : PeerProxy.parse(proxy),
            RawFields.NONE);
    return peer.withRaw(new RawFields(FileFields.PEER, fields.object(), asWritten(peer, fields)));
  }

  /** What this version would write for what it read. An ID that was made is new to the file. */
  private static Obj asWritten(Peer peer, ObjectFields fields) {
    Obj known = PeersWriter.known(peer);
    return fields.value("id") == null ? known.without("id") : known;
  }

  /**
   * @param text what the field holds
   * @throws FaultException if that is no AE title
   */
  static AeTitle aeTitle(ObjectFields fields, String name, String text) throws FaultException {
    fields.require(name, AeTitle.faultOf(text));
    return new AeTitle(text);
  }

  private static PeerTimeouts timeouts(@Nullable ObjectFields fields) throws FaultException {
    return fields == null
        ? PeerTimeouts.DEFAULT
        : new PeerTimeouts(
            fields.time("connect"),
            fields.time("tls"),
            fields.time("associate"),
            fields.time("echo"),
            fields.time("release"));
  }

  private static @Nullable PeerWatch watch(@Nullable ObjectFields fields) throws FaultException {
    if (fields == null) {
      return null;
    }
    Duration interval = fields.time("interval");
    if (interval == null) {
      return PeerWatch.DEFAULT;
    }
    fields.require("interval", PeerWatch.intervalFault(interval));
    return new PeerWatch(interval);
  }

  private static @Nullable PeerTls tls(@Nullable ObjectFields fields) throws FaultException {
    if (fields == null) {
      return null;
    }
    String clientCertificate = optional(fields, "clientCertificate", PeerTlsText::fileFault);
    String clientKey = optional(fields, "clientKey", PeerTlsText::fileFault);
    fields.require("clientKey", PeerTls.keyFault(clientCertificate, clientKey));
    String profile = fields.text("profile");
    fields.require("profile", profile == null ? null : PeerTlsText.profileFault(profile));
    return new PeerTls(
        optional(fields, "trustedCertificates", PeerTlsText::fileFault),
        optional(fields, "trustedFingerprint", PeerTlsText::fingerprintFault),
        clientCertificate,
        clientKey,
        fields.bool("verifyHostname", true),
        optional(fields, "serverName", PeerTlsText::serverNameFault),
        profile == null ? PeerTls.DEFAULT.profile() : TlsProfile.of(profile).orElseThrow());
  }

  /** A text that may be missing or blank, which both say that there is nothing. */
  private static @Nullable String optional(
      ObjectFields fields, String name, Function<String, @Nullable String> faultOf)
      throws FaultException {
    String text = fields.text(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    fields.require(name, faultOf.apply(text));
    return text;
  }

  private static @Nullable PeerUserIdentity userIdentity(@Nullable ObjectFields fields)
      throws FaultException {
    if (fields == null) {
      return null;
    }
    String word = fields.requiredText("type");
    fields.require("type", PeerTlsText.identityTypeFault(word));
    UserIdentity.Type type = UserIdentity.Type.of(word).orElseThrow();
    String username =
        type.hasUsername() ? fields.requiredText("username") : fields.text("username");
    fields.require("username", PeerUserIdentity.usernameFault(type, username));
    return new PeerUserIdentity(type, username, fields.bool("positiveResponse", false));
  }
}
