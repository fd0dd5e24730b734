package org.echolot.monitor;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.echolot.concurrent.Threads;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.Watch;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * Answers monitors over HTTP: {@code /probe} checks a peer, {@code /sd} lists the peers, {@code
 * /metrics} is about this process and what it watches, {@code /} is a page for people. Safe for use
 * by any thread.
 */
public final class MonitorServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  /** A thousand callers who send half a request keep nobody out. */
  private static final int MAX_CONNECTIONS = 2048;

  /**
   * Checks that are asked for at once; the other connections are for questions that take no time.
   */
  private static final int MAX_PROBES = 1024;

  /** For a request to come in. */
  private static final int REQUEST_SECONDS = 3;

  private static final int IDLE_SECONDS = 30;
  private static final int MAX_HEADER_FIELDS = 64;
  private static final int MAX_HEADER_BYTES = 16_384;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  /** The threads that answer requests now. */
  private final Set<Thread> answering = ConcurrentHashMap.newKeySet();

  private final HttpServer server;
  private final Gate gate;
  private final Supplier<KnownPeers> peers;
  private final Watch watch;
  private final Probe probe;
  private final OwnMetrics metrics = new OwnMetrics();
  private final Semaphore probes = new Semaphore(MAX_PROBES);

  private MonitorServer(
      HttpServer server, Gate gate, Supplier<KnownPeers> peers, Watch watch, Probe probe) {
    this.server = server;
    this.gate = gate;
    this.peers = peers;
    this.watch = watch;
    this.probe = probe;
  }

  /**
   * Starts to answer.
   *
   * @param bind where; port 0: any free one
   * @param names by which this computer is called in URLs, beside its addresses and localhost
   * @param peers those that may be asked for, as they are at the moment; it is called by many
   *     threads
   * @param watch what the page and {@code /metrics} tell of; it is not closed with this
   * @param fleet makes the checks
   * @throws IOException if the address can't be bound; the message says which and why
   */
  public static MonitorServer start(
      InetSocketAddress bind,
      Set<String> names,
      Supplier<KnownPeers> peers,
      Watch watch,
      Fleet fleet,
      OwnLine line)
      throws IOException {
    limitRequests();
    HttpServer server;
    try {
      server = HttpServer.create(bind, BACKLOG);
    } catch (IOException e) {
      throw new IOException("can't listen on " + AddressText.of(bind) + ": " + e.getMessage(), e);
    }
    MonitorServer monitor =
        new MonitorServer(server, new Gate(names), peers, watch, new Probe(fleet, line));
    server.createContext("/", monitor::handle);
    server.setExecutor(work -> Threads.startVirtual("monitor request", () -> monitor.answer(work)));
    server.start();
    return monitor;
  }

  /** The server of the JDK has these as properties alone, which it reads once. */
  private static void limitRequests() {
    System.setProperty("jdk.httpserver.maxConnections", String.valueOf(MAX_CONNECTIONS));
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(REQUEST_SECONDS));
    long answer = ProbeQuery.LONGEST.toSeconds() + 2 * REQUEST_SECONDS;
    System.setProperty("sun.net.httpserver.maxRspTime", String.valueOf(answer));
    System.setProperty("sun.net.httpserver.idleInterval", String.valueOf(IDLE_SECONDS));
    System.setProperty("sun.net.httpserver.maxReqHeaders", String.valueOf(MAX_HEADER_FIELDS));
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", String.valueOf(MAX_HEADER_BYTES));
  }

  /** The address with the port that was bound. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Whether nobody but this computer can ask at an address. */
  public static boolean isPrivate(InetAddress bind) {
    return bind.isLoopbackAddress();
  }

  private void answer(Runnable request) {
    answering.add(Thread.currentThread());
    try {
      request.run();
    } finally {
      answering.remove(Thread.currentThread());
    }
  }

  /** Ends all connections, and stops the checks that were asked for on them. */
  @Override
  public void close() {
    server.stop(0);
    answering.forEach(Thread::interrupt);
  }

  private void handle(HttpExchange exchange) throws IOException {
    HttpAnswer answer;
    try {
      answer = answer(exchange);
    } catch (RefusedException e) {
      answer = e.answer();
    } catch (RuntimeException | Error fault) {
      Threads.tellFault(fault);
      answer = HttpAnswer.refusal(500, "Internal error.");
    }
    metrics.answered(answer.status());
    send(exchange, answer);
  }

  private HttpAnswer answer(HttpExchange exchange) throws RefusedException {
    Headers headers = exchange.getRequestHeaders();
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    gate.pass(
        exchange.getRequestMethod(),
        query,
        headers.getFirst("Host"),
        headers.getFirst("Sec-Fetch-Site"),
        headers.getFirst("Origin"),
        "/".equals(path));
    return switch (path) {
      case "/" -> StatusPage.of(watch, Instant.now(), ZoneId.systemDefault());
      case "/style.css" -> StatusPage.style();
      case "/probe" -> probe(query, headers.getFirst("X-Prometheus-Scrape-Timeout-Seconds"));
      case "/sd" -> ServiceDiscovery.of(peers.get());
      case "/metrics" -> metrics.answer(watch);
      case null, default ->
          throw new RefusedException(
              404, "There is nothing here; there are /, /probe, /sd and /metrics.");
    };
  }

  private HttpAnswer probe(@Nullable String query, @Nullable String scrapeTimeout)
      throws RefusedException {
    ProbeQuery wanted = ProbeQuery.parse(query, scrapeTimeout);
    if (!probes.tryAcquire()) {
      throw new RefusedException(503, MAX_PROBES + " checks are under way; ask again later.");
    }
    metrics.probeBegan();
    try {
      Probe.Outcomes outcomes = probe.run(wanted, peers.get().request(wanted));
      metrics.probed(outcomes.result().outcome());
      return outcomes.answer();
    } finally {
      metrics.probeEnded();
      probes.release();
    }
  }

  private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      HEADERS.forEach(headers::set);
      headers.set("Content-Type", answer.contentType());
      if (answer.status() == 405) {
        headers.set("Allow", "GET, HEAD");
      }
      if (exchange.getRequestMethod().equals("HEAD")) {
        headers.set("Content-Length", String.valueOf(answer.body().length));
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      }
    }
  }
}
