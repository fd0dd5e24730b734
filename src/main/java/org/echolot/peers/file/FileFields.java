package org.echolot.peers.file;

import static java.util.Map.entry;
import static org.echolot.json.KnownFields.VALUE;

import java.util.Map;
import org.echolot.json.KnownFields;

/** The fields of a peers file that this version knows. */
final class FileFields {

  private static final KnownFields TIMEOUTS =
      new KnownFields(
          Map.of(
              "connect", VALUE, "tls", VALUE, "associate", VALUE, "echo", VALUE, "release", VALUE));
  private static final KnownFields TLS =
      new KnownFields(
          Map.of(
              "trustedCertificates", VALUE,
              "trustedFingerprint", VALUE,
              "clientCertificate", VALUE,
              "clientKey", VALUE,
              "verifyHostname", VALUE,
              "serverName", VALUE,
              "profile", VALUE));
  private static final KnownFields USER_IDENTITY =
      new KnownFields(Map.of("type", VALUE, "username", VALUE, "positiveResponse", VALUE));

  private static final KnownFields WATCH = new KnownFields(Map.of("interval", VALUE));

  static final KnownFields PEER =
      new KnownFields(
          Map.ofEntries(
              entry("id", VALUE),
              entry("name", VALUE),
              entry("calledAe", VALUE),
              entry("host", VALUE),
              entry("port", VALUE),
              entry("callingAe", VALUE),
              entry("tags", VALUE),
              entry("notes", VALUE),
              entry("timeouts", TIMEOUTS),
              entry("tls", TLS),
              entry("userIdentity", USER_IDENTITY),
              entry("source", VALUE),
              entry("proxy", VALUE),
              entry("watch", WATCH)));

  static final KnownFields BOOK =
      new KnownFields(Map.of("version", VALUE, "callingAe", VALUE, "peers", VALUE));

  private FileFields() {}
}
