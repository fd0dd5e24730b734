package org.echolot.json;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The fields of an object that this version knows, with those of the objects in them.
 *
 * @param fields by name; {@link #VALUE} where it is not an object whose unknown fields are kept
 */
public record KnownFields(Map<String, KnownFields> fields) {

  static final KnownFields VALUE = new KnownFields(Map.of());

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

  public static final KnownFields PEER =
      new KnownFields(
          Map.ofEntries(
              entry("name", VALUE),
              entry("calledAe", VALUE),
              entry("host", VALUE),
              entry("port", VALUE),
              entry("callingAe", VALUE),
              entry("tags", VALUE),
              entry("notes", VALUE),
              entry("timeouts", TIMEOUTS),
              entry("tls", TLS),
              entry("userIdentity", USER_IDENTITY)));
  public static final KnownFields BOOK =
      new KnownFields(Map.of("version", VALUE, "callingAe", VALUE, "peers", VALUE));
}
