package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watching without a window. */
@Timeout(60)
class WatchCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Running listener;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void listen() {
    listener = new Running(folder, "listen", "--ae", "CT1", "--port", "0");
  }

  @AfterEach
  void stop() {
    client.close();
    listener.stop();
  }

  private void save(String name, String watch) throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        "{\"peers\":[{\"id\":\"0b0f6b1e-6a9f-4c49-9d5e-2f0f3c4a7d11\",\"name\":\""
            + name
            + "\",\"calledAe\":\"CT1\",\"host\":\"127.0.0.1\",\"port\":"
            + listener.port()
            + watch
            + "}]}");
  }

  private String get(Running watch, String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + watch.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void saysWhereItServesAndWhatHappensAndStopsWhenTheSystemSaysSo() throws Exception {
    save("CT 1", "");
    Running watch =
        new Running(folder, "watch", "--peers", "peers.json", "--all", "--serve", "127.0.0.1:0");
    assertThat(watch.port()).matches("\\d+");
    assertThat(watch.run().outLines().getFirst())
        .isEqualTo("serving on http://127.0.0.1:" + watch.port());
    await().atMost(PATIENCE).until(() -> watch.run().out().endsWith("  CT 1 answers\n"));

    assertThat(get(watch, "/probe?target=CT1@127.0.0.1:" + listener.port()))
        .contains("\nprobe_success 1.0\n");
    assertThat(get(watch, "/probe?target=CT9@127.0.0.1:" + listener.port()))
        .contains("cause=\"REJECTED_CALLED_AE\"");
    assertThat(get(watch, "/sd")).contains("\"peer\": \"CT 1\"");
    assertThat(get(watch, "/")).contains("CT 1");
    assertThat(watch.stop()).isZero();
    assertThat(watch.run().err()).isEmpty();
  }

  @Test
  void aPeersFileThatChangesIsReadAgainAndABrokenOneChangesNothing() throws Exception {
    save("CT 1", ", \"watch\": {\"interval\": \"10s\"}");
    Running watch = new Running(folder, "watch", "--peers", "peers.json", "--serve", "127.0.0.1:0");
    watch.port();

    Files.writeString(folder.resolve("peers.json"), "{");
    await().atMost(PATIENCE).until(() -> watch.run().err().contains("watched on"));
    assertThat(get(watch, "/sd")).contains("\"CT 1\"");

    save("CT one", ", \"watch\": {\"interval\": \"10s\"}");
    await().atMost(PATIENCE).until(() -> get(watch, "/sd").contains("\"CT one\""));
    assertThat(watch.stop()).isZero();
  }

  @Test
  void peersAreChosenByWordsAndWhatHappenedIsInTheHistory() throws Exception {
    save("CT 1", ", \"tags\": [\"ct\"]");
    Running watch =
        new Running(folder, "watch", "--peers", "peers.json", "--where", "tag:ct 127.0.");
    await().atMost(PATIENCE).until(() -> watch.run().out().endsWith("  CT 1 answers\n"));
    assertThat(watch.stop()).isZero();

    CommandLineRun history = new CommandLineRun(folder);
    assertThat(history.run("history", "--events")).isZero();
    assertThat(history.out()).isEqualTo(watch.run().out());
    CommandLineRun nobody = new CommandLineRun(folder);
    assertThat(nobody.run("watch", "--peers", "peers.json", "--where", "tag:mr")).isEqualTo(2);
    assertThat(nobody.err()).contains("fits 'tag:mr'");
  }

  @Test
  void eventsCanBeLinesForAProgram() throws Exception {
    Running watch =
        new Running(folder, "watch", "--format", "json", "CT1@127.0.0.1:" + listener.port());
    await().atMost(PATIENCE).until(() -> watch.run().out().contains("\n"));

    assertThat(watch.run().out())
        .startsWith("{\"number\":1,\"at\":\"")
        .contains("\"kind\":\"ANSWERS\",\"rings\":false,\"name\":\"CT1@127.0.0.1:")
        .contains("\"cause\":null");
    assertThat(watch.stop()).isZero();
  }

  @Test
  void offLoopbackItSaysWhoCanSeeWhatAndProbesOnlyTheSavedPeers() throws Exception {
    save("CT 1", "");
    Running watch = new Running(folder, "watch", "--peers", "peers.json", "--serve", "0.0.0.0:0");
    watch.port();

    assertThat(watch.run().err()).contains("anyone who can reach").contains("the saved peers");
    assertThat(get(watch, "/probe?target=CT1@127.0.0.1:" + listener.port()))
        .contains("probe_success 1.0");
    assertThat(get(watch, "/probe?target=CT9@127.0.0.1:" + listener.port()))
        .contains("--probe-any");
    assertThat(watch.stop()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "watch | nobody to watch",
        "watch --interval 9s A@b:1 | An interval is from 10s to 1h.",
        "watch --interval 60 A@b:1 | The unit is missing",
        "watch --serve 9104 A@b:1 | is not an IP address and a port",
        "watch --serve echolot.example:9104 A@b:1 | is not an IP address and a port",
        "watch --serve ::1:9104 A@b:1 | is not an IP address and a port",
        "watch --probe-any A@b:1 | belong to --serve",
        "watch nobody | no peer is named 'nobody'"
      })
  void wrongUseIsSaidInOneLine(String line, String why) {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run(line.split(" "))).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(why);
  }
}
