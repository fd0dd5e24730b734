package org.echolot.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.fleet.watch.WatchListener;
import org.echolot.fleet.watch.Watched;
import org.echolot.journal.Journal;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What monitors get, over real connections; the checks are scripted. */
class MonitorServerTest {

  /** Rejects CT9, is silent where the host is "silent", and else succeeds. */
  private static final class Scripted implements EchoEngine {
    private final AtomicInteger checks = new AtomicInteger();
    private final List<CheckRequest> asked = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();

    boolean awaitStopped() {
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> running.get() == 0);
      return running.get() == 0;
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
      checks.incrementAndGet();
      synchronized (asked) {
        asked.add(request);
      }
      if (request.host().equals("silent")) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (var _ = stop.onStop(stopped::countDown)) {
          running.incrementAndGet();
          assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
          running.decrementAndGet();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
        return result(request, Outcome.CANCELLED, null);
      }
      boolean rejected = request.calledAe().value().equals("CT9");
      return result(
          request,
          rejected ? Outcome.FAILURE : Outcome.SUCCESS,
          rejected ? Cause.REJECTED_CALLED_AE : null);
    }

    private static CheckResult result(
        CheckRequest request, Outcome outcome, @Nullable Cause cause) {
      return new CheckResult(
          request,
          "scripted",
          OffsetDateTime.now(ZoneId.systemDefault()),
          outcome,
          outcome == Outcome.SUCCESS ? null : CheckStage.ASSOCIATE,
          cause,
          cause == null ? "it answered" : cause.label() + " <b>\"'&",
          cause == null ? Move.NOBODY : Move.OURS,
          EndedBy.OUR_RELEASE,
          List.of(),
          List.of(),
          Duration.ofMillis(3),
          List.of(
              new StageResult(CheckStage.CONNECT, StageState.OK, Duration.ofMillis(2), ""),
              new StageResult(CheckStage.ECHO, StageState.OK, Duration.ofMillis(1), "")),
          cause == null ? null : new AssociateRj(1, 1, 7),
          null,
          cause == null ? 0 : null,
          new Negotiated("1.2.3", "STORE\"1\\\n", 16_384L, "1.2.840.10008.1.2", 0),
          null,
          null,
          null,
          new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 104));
    }
  }

  private static final Peer CT = Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104);
  private static final Peer CT9 =
      Peer.of("<script>alert(1)</script>", new AeTitle("CT9"), "10.1.2.9", 104);
  private static final Peer SILENT = Peer.of("MR 2", new AeTitle("MR2"), "silent", 104);

  private final Scripted engine = new Scripted();
  private final BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
  private final Fleet fleet = new Fleet(engine, new Journal(), 8);
  private final Watch watch =
      new Watch(
          fleet,
          OwnLine.ALWAYS_UP,
          new WatchListener() {
            @Override
            public void happened(WatchEvent event) {
              events.add(event);
            }
          });
  private final HttpClient client = HttpClient.newHttpClient();
  private KnownPeers peers =
      new KnownPeers(
          new PeerBook(PeerBook.DEFAULT_CALLING_AE, List.of(CT, CT9, SILENT), RawFields.NONE),
          Path.of("."),
          true);
  private MonitorServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        MonitorServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Set.of(),
            () -> peers,
            watch,
            fleet,
            OwnLine.ALWAYS_UP);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    watch.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.address().getPort() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String target) {
    return "/probe?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
  }

  @Test
  void aProbeThatSucceedsSaysSoInTheNamesOfBlackboxExporter() throws Exception {
    HttpResponse<String> answer = get(encoded("CT1@10.1.2.3:104"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(answer.body())
        .contains("\nprobe_success 1.0\n")
        .contains("\nprobe_ip_protocol 4.0\n")
        .contains("probe_dicom_phase_duration_seconds{phase=\"connect\"} 0.002\n")
        .contains("probe_dicom_phase_duration_seconds{phase=\"release\"} 0.0\n")
        .contains("probe_dicom_echo_status 0.0\n")
        .contains("probe_dicom_max_pdu_bytes 16384.0\n")
        .contains("version_name=\"STORE\\\"1\\\\\\\\x0A\"")
        .doesNotContain("probe_dicom_failure_info");
  }

  @Test
  void theCauseIsAMetric() throws Exception {
    HttpResponse<String> answer = get(encoded("CT9@10.1.2.9:104"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\nprobe_success 0.0\n")
        .contains(
            "probe_dicom_failure_info{cause=\"REJECTED_CALLED_AE\",move=\"OURS\",stage=\"ASSOCIATE\"}"
                + " 1")
        .contains("probe_dicom_reject{reason=\"7\",result=\"1\",source=\"1\"} 1.0");
  }

  @Test
  void aPeerIsFoundByItsNameAndByItsAddressWithAllThatBelongsToIt() throws Exception {
    get(encoded("ct 1"));
    get(encoded("CT1@10.1.2.3:104"));

    assertThat(engine.asked).extracting(CheckRequest::peerId).containsExactly(CT.id(), CT.id());
  }

  @Test
  void aScrapeThatRunsOutOfTimeIsAnsweredInTimeAndTheCheckIsStopped() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request(encoded("MR 2")).header("X-Prometheus-Scrape-Timeout-Seconds", "0.7").build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("probe_success 0.0")
        .contains("cause=\"PROBE_TIMEOUT\"")
        .contains("probe_timeout_seconds 0.2");
  }

  @Test
  void whoMayOnlyProbeThePeersOfTheBookCannotCallOthers() throws Exception {
    peers = new KnownPeers(peers.book(), peers.folder(), false);

    assertThat(get(encoded("CT1@10.1.2.3:104")).statusCode()).isEqualTo(200);
    assertThat(get(encoded("SSH@10.1.2.3:22")).statusCode()).isEqualTo(403);
    assertThat(get(encoded("CT 1") + "&calling=OTHER").statusCode()).isEqualTo(403);
    assertThat(get(encoded("CT 1") + "&calling=ECHOLOT").statusCode()).isEqualTo(200);
    assertThat(engine.checks).hasValue(2);
  }

  @Test
  void anAbsurdTargetIsRefused() throws Exception {
    for (String target :
        List.of(
            "CT1", "@:", "CT1@host", "CT1@host:0", "CT1@a b:104", "A\\B@h:1", "x".repeat(500))) {
      assertThat(get(encoded(target)).statusCode()).as(target).isEqualTo(400);
    }
    assertThat(engine.checks).hasValue(0);
  }

  @Test
  void twoHundredScrapesAtOnceAreAllAnswered() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(
          client.sendAsync(
              request(encoded("CT1@10.7.0." + i + ":104")).build(),
              HttpResponse.BodyHandlers.ofString()));
    }

    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get(30, TimeUnit.SECONDS).body()).contains("probe_success 1.0");
    }
    assertThat(get("/metrics").body())
        .contains("echolot_probes_total{outcome=\"success\"} 200.0")
        .contains("echolot_probes_running 0.0");
  }

  @Test
  void aThousandWhoSendHalfARequestHoldUpNobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      call(slow, 1_000, "GET / HTTP/1.1\r\nHost: loc");

      assertThat(get(encoded("CT 1")).statusCode()).isEqualTo(200);
      assertThat(slow.getFirst().getInputStream().read()).as("its time is up").isEqualTo(-1);
    } finally {
      closeAll(slow);
    }
  }

  @Test
  void thoseWhoAskForChecksThatTakeLongKeepOthersNotOut() throws Exception {
    List<Socket> asking = new ArrayList<>();
    try {
      call(
          asking,
          1_500,
          "GET " + encoded("MR 2") + "&timeout=1m HTTP/1.1\r\nHost: localhost\r\n\r\n");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> get(encoded("CT 1")).statusCode() == 503);

      assertThat(get("/metrics").body()).contains("echolot_probes_running 1024.0");

      server.close();
      assertThat(engine.awaitStopped()).as("no check outlives who asked for it").isTrue();
    } finally {
      closeAll(asking);
    }
  }

  private void call(List<Socket> callers, int count, String text) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
      callers.add(socket);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void closeAll(List<Socket> callers) throws IOException {
    for (Socket caller : callers) {
      caller.close();
    }
  }

  @Test
  void thePeerBookIsAListOfTargets() throws Exception {
    Peer twin =
        new Peer(
            UUID.randomUUID(),
            "CT 1 over TLS",
            CT.calledAe(),
            CT.host(),
            CT.port(),
            null,
            List.of("ct", "berlin"),
            "",
            CT.timeouts(),
            null,
            null,
            null,
            RawFields.NONE);
    peers = new KnownPeers(peers.book().withAdded(twin), peers.folder(), false);
    HttpResponse<String> answer = get("/sd");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .contains("\"MR2@silent:104\"")
        .contains("\"CT 1 over TLS\"")
        .contains("\"tag\": \"ct\"")
        .contains("\"tags\": \",ct,berlin,\"")
        .as("two peers of one address are told apart by name")
        .doesNotContain("\"CT1@10.1.2.3:104\"");
    assertThat(get(encoded("CT 1 over TLS")).statusCode()).isEqualTo(200);
    assertThat(engine.asked.getLast().peerId()).isEqualTo(twin.id());
  }

  @Test
  void thePageShowsHowPeersStandAndRunsNothingThatAPeerIsCalled() throws Exception {
    watch.watch(
        List.of(
            new Watched(peers.book().requestFor(CT, peers.folder()), Duration.ofSeconds(10)),
            new Watched(peers.book().requestFor(CT9, peers.folder()), Duration.ofSeconds(10))));
    assertThat(events.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(events.poll(20, TimeUnit.SECONDS)).isNotNull();
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'");
    assertThat(page.body())
        .contains("(1) Echolot")
        .contains("✗ fails")
        .contains("✓ answers")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("Called AE title not recognized &lt;b&gt;&quot;&#39;&amp;")
        .contains("http-equiv=\"refresh\"")
        .doesNotContain("<script")
        .doesNotContain("style=");
    assertThat(page.body().indexOf("✗ fails")).isLessThan(page.body().indexOf("✓ answers"));
    assertThat(get("/style.css").body()).contains("prefers-color-scheme: dark");
    assertThat(get("/metrics").body())
        .contains(
            "echolot_check_success{called_ae=\"CT1\",peer=\"CT 1\",target=\"CT1@10.1.2.3:104\"}"
                + " 1.0")
        .contains("cause=\"REJECTED_CALLED_AE\"")
        .contains("state=\"fails\"");
  }

  @Test
  void otherQuestionsAreRefused() throws Exception {
    assertThat(get("/etc/passwd").statusCode()).isEqualTo(404);
    assertThat(get("//probe").statusCode()).isNotEqualTo(200);
    assertThat(
            client
                .send(
                    request("/probe?target=CT1@h:1")
                        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(405);
    assertThat(
            client
                .send(
                    request(encoded("CT 1")).header("Origin", "https://attacker.example").build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(403);
    assertThat(engine.checks).hasValue(0);
  }

  @Test
  void aHeadHasTheFieldsAndNoBody() throws Exception {
    HttpResponse<String> answer =
        client.send(request("/").HEAD().build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theLogComesWithItIfItIsAskedFor() throws Exception {
    assertThat(get(encoded("CT9@10.1.2.9:104") + "&debug=true").body())
        .startsWith("Log of the check:\n")
        .contains("Metrics that would be returned:\n");
  }
}
