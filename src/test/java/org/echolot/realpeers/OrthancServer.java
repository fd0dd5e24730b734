package org.echolot.realpeers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Debian's Orthanc, with what differs from the plainest configuration. Immutable. */
public final class OrthancServer {

  /** The AE title that it answers to. */
  public static final String AE = "ORTHANC";

  private final Map<String, String> settings;
  private final boolean onHttpPort;

  private OrthancServer(Map<String, String> settings, boolean onHttpPort) {
    this.settings = Map.copyOf(settings);
    this.onHttpPort = onHttpPort;
  }

  /** No web server, nobody known, an echo for everyone, whatever AE title they ask for. */
  public static OrthancServer plain() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("Name", "\"Echolot test\"");
    settings.put("DicomAet", '"' + AE + '"');
    settings.put("DicomCheckCalledAet", "false");
    settings.put("DicomAlwaysAllowEcho", "true");
    settings.put("DicomModalities", "{}");
    settings.put("HttpServerEnabled", "false");
    settings.put("RemoteAccessAllowed", "false");
    settings.put("Plugins", "[]");
    settings.put("StorageDirectory", "\"storage\"");
    settings.put("IndexDirectory", "\"storage\"");
    return new OrthancServer(settings, false);
  }

  /**
   * @param json the value as it stands in Orthanc's configuration
   */
  public OrthancServer with(String key, String json) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(key, json);
    return new OrthancServer(more, onHttpPort);
  }

  /** Nothing is allowed to callers that it does not know. */
  public OrthancServer allowingNothing() {
    OrthancServer server = this;
    for (String what : List.of("Echo", "Store", "Find", "FindWorklist", "Get", "Move")) {
      server = server.with("DicomAlwaysAllow" + what, "false");
    }
    return server;
  }

  /** The port of the peer is that of its web server; it speaks DICOM nowhere. */
  public OrthancServer asWebServer() {
    return new OrthancServer(
        with("HttpServerEnabled", "true").with("DicomServerEnabled", "false").settings, true);
  }

  /** It speaks TLS, to callers without a certificate too. */
  public OrthancServer withTls(TlsKey key) {
    return with("DicomTlsEnabled", "true")
        .with("DicomTlsCertificate", '"' + key.certificate().toString() + '"')
        .with("DicomTlsPrivateKey", '"' + key.privateKey().toString() + '"')
        .with("DicomTlsTrustedCertificates", '"' + key.certificate().toString() + '"')
        .with("DicomTlsRemoteCertificateRequired", "false");
  }

  /** Starts it; close what is returned. */
  public RealPeer start() {
    return startIn(List.of());
  }

  /**
   * The same in another network, from all of which it may be called.
   *
   * @param prefix what a command line begins with that is to be run there
   */
  public RealPeer startIn(List<String> prefix) {
    String program = Programs.find("Orthanc", "orthanc").toString();
    return RealPeer.startIn(
        prefix,
        "Orthanc",
        (folder, port) -> {
          Path config = folder.resolve("orthanc.json");
          Files.writeString(config, json(port));
          return List.of(program, "--verbose", config.toString());
        });
  }

  private String json(int port) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put(onHttpPort ? "HttpPort" : "DicomPort", String.valueOf(port));
    return all.entrySet().stream()
        .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }
}
