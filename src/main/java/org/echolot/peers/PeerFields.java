package org.echolot.peers;

import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.JsonDocument.FaultException;
import org.jspecify.annotations.Nullable;

/** Reads one peer from its object in the file. */
final class PeerFields {

  private PeerFields() {}

  /**
   * @throws FaultException if a required field is missing, or one is wrong
   */
  static Peer peer(ObjectFields fields) throws FaultException {
    String name = fields.requiredText("name");
    fields.require("name", PeerRules.nameFault(name));
    AeTitle calledAe = fields.requiredAeTitle("calledAe");
    String host = fields.requiredText("host");
    fields.require("host", HostText.faultOf(host));
    long port = fields.requiredInteger("port");
    fields.require("port", PeerRules.portFault(port));
    List<String> tags = fields.texts("tags");
    fields.require("tags", PeerRules.tagsFault(tags));
    String notes = fields.text("notes");
    Peer peer =
        new Peer(
            name,
            calledAe,
            host,
            (int) port,
            fields.aeTitle("callingAe"),
            tags,
            notes == null ? "" : notes,
            timeouts(fields.object("timeouts")),
            tls(fields.object("tls")),
            userIdentity(fields.object("userIdentity")),
            RawFields.NONE);
    return peer.withRaw(new RawFields(KnownFields.PEER, fields.object(), PeersWriter.known(peer)));
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

  private static @Nullable PeerTls tls(@Nullable ObjectFields fields) throws FaultException {
    return fields == null
        ? null
        : new PeerTls(
            fields.text("trustedCertificates"),
            fields.text("clientCertificate"),
            fields.bool("verifyHostname", true));
  }

  private static @Nullable PeerUserIdentity userIdentity(@Nullable ObjectFields fields)
      throws FaultException {
    return fields == null
        ? null
        : new PeerUserIdentity(fields.requiredText("type"), fields.text("username"));
  }
}
