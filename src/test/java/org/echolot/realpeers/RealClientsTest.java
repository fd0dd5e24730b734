package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.listener.Expectation;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Others' programs call our listener, and what is shown of their calls is what they do. */
@Timeout(60)
class RealClientsTest {

  @TempDir Path folder;

  private final ConcurrentLinkedQueue<Call> told = new ConcurrentLinkedQueue<>();
  private VerificationScp scp;

  @BeforeEach
  void listen() throws IOException {
    scp =
        VerificationScp.start(
            ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0), null, new Journal(), told::add);
  }

  @AfterEach
  void stop() {
    scp.close();
  }

  private Call theCall() {
    await().until(() -> told.stream().anyMatch(Call::isOver));
    Map<Long, Call> last = new LinkedHashMap<>();
    told.forEach(call -> last.put(call.conversationId(), call));
    assertThat(last).hasSize(1);
    return last.values().iterator().next();
  }

  private void run(String program, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Programs.find(program, "dcmtk").toString());
    command.addAll(List.of("-aec", "ECHOLOT", "127.0.0.1", "" + scp.address().getPort()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static String contexts(Call call) {
    return CallFacts.of(call).stream()
        .filter(fact -> fact.name().equals("Contexts"))
        .map(CallFacts.Fact::value)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "findscu, Study Root Query/Retrieve Information Model - FIND",
    "movescu, Study Root Query/Retrieve Information Model - MOVE"
  })
  void whoQueriesIsShownWithTheServiceThatItWants(String program, String service) throws Exception {
    run(program, "-S", "-k", "0008,0052=STUDY", "-k", "0020,000D=1.2.3");
    Call call = theCall();

    assertThat(call.fate()).isEqualTo(Call.Fate.NO_CONTEXT);
    assertThat(call.callingAe()).isEqualToIgnoringCase(program);
    assertThat(call.implementation()).startsWith("OFFIS_DCMTK");
    assertThat(contexts(call)).contains(service, "this listener offers Verification alone");
    assertThat(CallFacts.why(call))
        .contains("the caller did not propose Verification in a transfer syntax that we accept");
  }

  @Test
  void storescuIsShownWithTheStorageClassOfWhatItSends() throws Exception {
    Path dump = folder.resolve("image.dump");
    Files.writeString(
        dump,
        "(0008,0016) UI 1.2.840.10008.5.1.4.1.1.7\n(0008,0018) UI 1.2.3.4\n(0010,0020) LO TEST\n");
    Process made =
        new ProcessBuilder(
                Programs.find("dump2dcm", "dcmtk").toString(), dump.toString(), "image.dcm")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor(20, TimeUnit.SECONDS)).isTrue();
    run("storescu", "image.dcm");
    Call call = theCall();

    assertThat(call.fate()).isEqualTo(Call.Fate.NO_CONTEXT);
    assertThat(contexts(call)).contains("Secondary Capture Image Storage");
  }

  @Test
  void orthancReachesUsAsTheModalityThatItIsConfiguredWith() throws Exception {
    String modality = "{\"us\":[\"ECHOLOT\",\"127.0.0.1\"," + scp.address().getPort() + "]}";
    try (RealPeer orthanc =
            OrthancServer.plain().asWebServer().with("DicomModalities", modality).start();
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + orthanc.port() + "/modalities/us/echo"))
                  .timeout(Duration.ofSeconds(30))
                  .POST(HttpRequest.BodyPublishers.ofString("{}", StandardCharsets.UTF_8))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s %s", answer.body(), orthanc.log()).isEqualTo(200);
      Call call = theCall();

      assertThat(call.fate()).isEqualTo(Call.Fate.ECHOED);
      Expectation orthancHere =
          new Expectation(
              "Orthanc",
              new AeTitle(OrthancServer.AE),
              Set.of(InetAddress.ofLiteral("127.0.0.1")),
              new AeTitle("ECHOLOT"));
      assertThat(orthancHere.misfitsOf(call)).isEmpty();
      assertThat(orthancHere.isFulfilledBy(call)).isTrue();
    }
  }
}
