package org.echolot.capture;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;
import org.echolot.text.DurationText;
import org.echolot.text.IpText;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/** A request as JSON, and back: times and words as a peers file has them. */
final class RequestJson {

  private static final int MAX_PORT = 65_535;

  private RequestJson() {}

  static Obj written(CheckRequest request) {
    return new FieldsWriter()
        .put("peerId", request.peerId().toString())
        .put("name", request.name())
        .put("calledAe", request.calledAe().value())
        .put("callingAe", request.callingAe().value())
        .put("host", request.host())
        .put("port", request.port())
        .put("timeouts", written(request.timeouts()))
        .put("tls", written(request.tls()))
        .put("userIdentity", written(request.userIdentity()))
        .put("source", request.source())
        .put("probesTls", request.probesTls())
        .put("approach", written(request.approach()))
        .object();
  }

  /** Null for the plainest, which is what all had before there were others. */
  private static @Nullable Obj written(Approach approach) {
    if (approach.equals(Approach.PLAIN)) {
      return null;
    }
    Approach.Proxy proxy = approach.proxy();
    Approach.ProxyHeader header = approach.proxyHeader();
    return new FieldsWriter()
        .put("contexts", approach.contexts())
        .put("syntaxes", approach.syntaxes())
        .put("maxPduLength", approach.maxPduLength())
        .put("aborts", approach.aborts())
        .put(
            "proxy",
            proxy == null
                ? null
                : new FieldsWriter()
                    .put("kind", proxy.kind())
                    .put("host", proxy.host())
                    .put("port", proxy.port())
                    .object())
        .put("proxyHeader", header == null ? null : header.name())
        .put("looksAtNetwork", approach.looksAtNetwork())
        .object();
  }

  private static Obj written(Timeouts timeouts) {
    return new FieldsWriter()
        .put("lookup", DurationText.format(timeouts.lookup()))
        .put("connect", DurationText.format(timeouts.connect()))
        .put("tls", DurationText.format(timeouts.tls()))
        .put("associate", DurationText.format(timeouts.associate()))
        .put("echo", DurationText.format(timeouts.echo()))
        .put("release", DurationText.format(timeouts.release()))
        .object();
  }

  private static @Nullable Obj written(@Nullable TlsSettings tls) {
    if (tls == null) {
      return null;
    }
    return new FieldsWriter()
        .put("trustedCertificates", text(tls.trustedCertificates()))
        .put("trustedFingerprint", tls.trustedFingerprint())
        .put("clientCertificate", text(tls.clientCertificate()))
        .put("clientKey", text(tls.clientKey()))
        .put("verifyHostname", tls.verifiesHostname())
        .put("serverName", tls.serverName())
        .put("profile", tls.profile().word())
        .object();
  }

  private static @Nullable String text(@Nullable Path path) {
    return path == null ? null : path.toString();
  }

  private static @Nullable Obj written(@Nullable UserIdentity identity) {
    if (identity == null) {
      return null;
    }
    return new FieldsWriter()
        .put("type", identity.type().word())
        .put("username", identity.username())
        .put("positiveResponse", identity.asksForResponse())
        .object();
  }

  /**
   * @throws FaultException if it is no request that could be made
   */
  static CheckRequest read(RecordedFields from) throws FaultException {
    String host = from.text("host");
    if (host.isBlank()) {
      throw from.fault("host", "it is blank");
    }
    return new CheckRequest(
        peerId(from),
        from.text("name"),
        aeTitle(from, "calledAe"),
        aeTitle(from, "callingAe"),
        host,
        from.number("port", 1, MAX_PORT),
        timeouts(from.object("timeouts")),
        tls(from.objectOrNull("tls")),
        userIdentity(from.objectOrNull("userIdentity")),
        source(from),
        from.bool("probesTls"),
        approach(from.objectOrNull("approach")));
  }

  private static Approach approach(@Nullable RecordedFields from) throws FaultException {
    if (from == null) {
      return Approach.PLAIN;
    }
    RecordedFields proxy = from.objectOrNull("proxy");
    if (proxy != null && proxy.text("host").isBlank()) {
      throw proxy.fault("host", "it is blank");
    }
    return new Approach(
        from.number("contexts", 1, Approach.MAX_CONTEXTS),
        from.number("syntaxes", 1, Approach.MAX_SYNTAXES),
        from.number("maxPduLength", Approach.LEAST_PDU_LENGTH, Approach.MOST_PDU_LENGTH),
        from.bool("aborts"),
        proxy == null
            ? null
            : new Approach.Proxy(
                proxy.constant("kind", Approach.Proxy.Kind.class),
                proxy.text("host"),
                proxy.number("port", 1, MAX_PORT)),
        from.textOrNull("proxyHeader") == null
            ? null
            : from.constant("proxyHeader", Approach.ProxyHeader.class),
        from.bool("looksAtNetwork"));
  }

  private static @Nullable String source(RecordedFields from) throws FaultException {
    String source = from.textOrNull("source");
    if (source != null && !IpText.isIp(source)) {
      throw from.fault("source", "it must be an IP address");
    }
    return source;
  }

  private static UUID peerId(RecordedFields from) throws FaultException {
    String text = from.textOrNull("peerId");
    if (text == null) {
      return CheckRequest.idOfUnsaved(from.text("name"));
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw from.fault("peerId", "it is no UUID");
    }
  }

  private static AeTitle aeTitle(RecordedFields from, String name) throws FaultException {
    String text = from.text(name);
    String fault = AeTitle.faultOf(text);
    if (fault != null) {
      throw from.fault(name, fault);
    }
    return new AeTitle(text);
  }

  private static Timeouts timeouts(RecordedFields from) throws FaultException {
    Duration connect = time(from, "connect");
    return new Timeouts(
        // Older recordings have one time for both.
        from.textOrNull("lookup") == null ? connect : time(from, "lookup"),
        connect,
        time(from, "tls"),
        time(from, "associate"),
        time(from, "echo"),
        time(from, "release"));
  }

  private static Duration time(RecordedFields from, String name) throws FaultException {
    String text = from.text(name);
    String fault = DurationText.faultOf(text);
    if (fault != null) {
      throw from.fault(name, fault);
    }
    return DurationText.parse(text);
  }

  private static @Nullable TlsSettings tls(@Nullable RecordedFields from) throws FaultException {
    if (from == null) {
      return null;
    }
    return new TlsSettings(
        path(from, "trustedCertificates"),
        from.textOrNull("trustedFingerprint"),
        path(from, "clientCertificate"),
        path(from, "clientKey"),
        from.bool("verifyHostname"),
        from.textOrNull("serverName"),
        profile(from));
  }

  static TlsProfile profile(RecordedFields from) throws FaultException {
    String word = from.text("profile");
    return TlsProfile.of(word).orElseThrow(() -> from.unknown("profile", word));
  }

  private static @Nullable Path path(RecordedFields from, String name) throws FaultException {
    String text = from.textOrNull(name);
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException _) {
      throw from.fault(name, "it can't be a path on this computer");
    }
  }

  private static @Nullable UserIdentity userIdentity(@Nullable RecordedFields from)
      throws FaultException {
    if (from == null) {
      return null;
    }
    String type = from.text("type");
    return new UserIdentity(
        UserIdentity.Type.of(type).orElseThrow(() -> from.unknown("type", type)),
        from.text("username"),
        from.bool("positiveResponse"));
  }
}
