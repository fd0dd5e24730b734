package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.echolot.check.run.OwnEngine;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchListener;
import org.echolot.fleet.watch.Watched;
import org.echolot.journal.Journal;
import org.echolot.json.RawFields;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.monitor.KnownPeers;
import org.echolot.monitor.MonitorServer;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Prometheus with the files from docs/monitoring, and its own judge of metrics. */
@Timeout(90)
class PrometheusTest {

  private static final String PACKAGE = "prometheus";
  private static final Path DOCS = Path.of("docs/monitoring");
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @TempDir Path folder;

  private final SecretBook secrets = new SecretBook();
  private final Fleet fleet =
      new Fleet(new OwnEngine(new TlsMaterials(secrets), secrets), new Journal(), 8);
  private final Watch watch = new Watch(fleet, OwnLine.ALWAYS_UP, new WatchListener() {});
  private final HttpClient client = HttpClient.newHttpClient();
  private VerificationScp scp;
  private MonitorServer server;
  private PeerBook book;

  /** CT 1 answers as it should, and CT 9 does not know itself by the title that we ask for. */
  @BeforeEach
  void start() throws IOException {
    scp = VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("CT1"), 0), new Journal());
    book =
        new PeerBook(
            PeerBook.DEFAULT_CALLING_AE,
            List.of(
                Peer.of("CT 1", new AeTitle("CT1"), "127.0.0.1", scp.address().getPort()),
                Peer.of("CT \"9\"", new AeTitle("CT9"), "127.0.0.1", scp.address().getPort())),
            RawFields.NONE);
    server =
        MonitorServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Set.of(),
            () -> new KnownPeers(book, folder, false),
            watch,
            fleet,
            OwnLine.ALWAYS_UP);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    watch.close();
    scp.close();
  }

  private String get(String url) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String run(String input, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.outputWriter().append(input).close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  @Test
  void promtoolFindsNothingToSayAboutOurMetrics() throws Exception {
    watch.watch(
        book.peers().stream()
            .map(peer -> new Watched(book.requestFor(peer, folder), Duration.ofSeconds(10)))
            .toList());
    String ours = "http://127.0.0.1:" + server.address().getPort();
    await()
        .atMost(PATIENCE)
        .until(() -> watch.standings().stream().allMatch(standing -> standing.last() != null));
    String promtool = Programs.find("promtool", PACKAGE).toString();
    String target = "127.0.0.1:" + scp.address().getPort();

    for (String path :
        List.of("/metrics", "/probe?target=CT1@" + target, "/probe?target=CT9@" + target)) {
      String metrics = get(ours + path);
      assertThat(metrics).contains("# TYPE ");
      assertThat(run(metrics, promtool, "check", "metrics")).as(path).isBlank();
    }
  }

  @Test
  void theFilesOfTheDocumentsMakePrometheusFindThePeersAndAlertWithTheCause() throws Exception {
    String ours = "127.0.0.1:" + server.address().getPort();
    Files.writeString(
        folder.resolve("alerts.yml"),
        Files.readString(DOCS.resolve("alerts.yml")).replaceAll("for: \\d+[mh]", "for: 0s"));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        Files.readString(DOCS.resolve("prometheus.yml"))
            .replace("127.0.0.1:9104", ours)
            .replaceAll("(interval|timeout): \\d+s", "$1: 1s"));
    String promtool = Programs.find("promtool", PACKAGE).toString();
    run("", promtool, "check", "config", folder.resolve("prometheus.yml").toString());

    try (RealPeer prometheus =
        RealPeer.start(
            "prometheus",
            (data, port) ->
                List.of(
                    Programs.find("prometheus", PACKAGE).toString(),
                    "--config.file=" + folder.resolve("prometheus.yml"),
                    "--storage.tsdb.path=" + data.resolve("tsdb"),
                    "--web.listen-address=127.0.0.1:" + port))) {
      String api = "http://127.0.0.1:" + prometheus.port() + "/api/v1/";
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(get(api + "alerts"))
                      .contains("\"state\":\"firing\"")
                      .contains("\"alertname\":\"DicomPeerFails\"")
                      .contains("\"cause\":\"REJECTED_CALLED_AE\"")
                      .contains("CT \\\"9\\\" fails: REJECTED_CALLED_AE"));

      // Prometheus spreads its first scrapes: the good peer's may come after the other's alert.
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(get(api + "query?query=probe_success"))
                      .contains("\"peer\":\"CT 1\"")
                      .contains("\"instance\":\"CT1@127.0.0.1:" + scp.address().getPort() + "\""));
      assertThat(get(api + "alerts"))
          .as("one peer fails, and nothing else")
          .doesNotContain("CT1@127")
          .doesNotContain("EcholotDown");
    }
  }
}
