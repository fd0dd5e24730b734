package org.echolot.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Schedule;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peers.file.PeerStore;
import org.echolot.report.JsonReport;
import org.echolot.tls.TrustVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Echolot really writes keeps to the schemas that it publishes, and they refuse other things.
 */
class SchemasTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/echolot/schema");
  private static final JsonMapper MAPPER = new JsonMapper();

  private static String text(String schema) throws IOException {
    return Files.readString(FOLDER.resolve(schema + ".schema.json"));
  }

  private static List<String> faults(String schema, String document) throws IOException {
    Schema checked =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(schema), InputFormat.JSON);
    return checked.validate(document, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  private static String line(CheckResult result, boolean repeats) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport(new PrintStream(out, true, StandardCharsets.UTF_8), repeats)
        .checkEnded(
            new Schedule.Ended(0, 1, new CheckEnded(result.request(), 1, result, Recording.EMPTY)));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static CheckResult check(ScriptedPeer.Script script) {
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      return new OwnEngine()
          .check(
              CheckRequest.of(
                  "CT 1", new AeTitle("CT1"), new AeTitle("ECHOLOT"), "127.0.0.1", peer.port()),
              CheckListener.NONE,
              new StopSignal());
    }
  }

  @Test
  void aSuccessARejectionAndAPeerThatClosesKeepToTheSchema() throws IOException {
    CheckResult success = check(Line::serveEcho);
    CheckResult rejected =
        check(
            line -> {
              line.receive();
              line.send(new AssociateRj(1, 1, 7));
            });
    CheckResult closed = check(Line::receive);

    assertThat(faults("echo", line(success, false))).isEmpty();
    assertThat(faults("echo", line(rejected, true))).isEmpty();
    assertThat(faults("echo", line(closed, false))).isEmpty();
    assertThat(line(rejected, true)).contains("REJECTED_CALLED_AE", "\"run\":1");
  }

  @Test
  void aResultWithSomethingInEveryFieldAndOneWithNothingKeepToTheSchema() throws IOException {
    assertThat(faults("echo", line(RecordedSamples.fullResult(), true))).isEmpty();
    assertThat(faults("echo", line(RecordedSamples.emptyResult(), false))).isEmpty();
  }

  /** A field of which the schema does not know would be one that nobody promised. */
  @Test
  void theSchemaKnowsEachFieldThatIsWritten() throws IOException {
    JsonNode known = MAPPER.readTree(text("echo")).get("properties");
    assertThat(MAPPER.readTree(line(RecordedSamples.fullResult(), true)).propertyNames())
        .allMatch(known::has);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"outcome\":\"FAILURE\"|\"outcome\":\"BROKEN\"",
        "\"cause\":\"REJECTED_CALLED_AE\"|\"cause\":\"NO_SUCH_CAUSE\"",
        "\"calledAe\":\"CT1\",|",
        "\"advice\":[|\"advice\":7,\"x\":[",
        "\"tls\":false|\"tls\":\"no\""
      })
  void somethingElseIsRefused(String change) throws IOException {
    String line =
        line(
            check(
                peer -> {
                  peer.receive();
                  peer.send(new AssociateRj(1, 1, 7));
                }),
            false);
    String[] words = change.split("\\|", -1);

    assertThat(line).contains(words[0]);
    assertThat(faults("echo", line.replace(words[0], words[1]))).isNotEmpty();
  }

  @Test
  void theSchemaHasTheVeryWordsOfTheProgram() throws IOException {
    JsonNode echo = MAPPER.readTree(text("echo")).get("properties");

    assertThat(words(echo.get("cause"))).containsExactlyElementsOf(names(Cause.values()));
    assertThat(words(echo.get("stage"))).containsExactlyElementsOf(names(CheckStage.values()));
    assertThat(words(echo.get("outcome"))).containsExactlyElementsOf(names(Outcome.values()));
    assertThat(words(echo.get("move"))).containsExactlyElementsOf(names(Move.values()));
    assertThat(words(echo.get("endedBy"))).containsExactlyElementsOf(names(EndedBy.values()));
    assertThat(words(echo.at("/warnings/items/properties/code")))
        .containsExactlyElementsOf(names(Warning.Code.values()));
    assertThat(words(echo.at("/stages/items/properties/state")))
        .containsExactlyElementsOf(names(StageState.values()));
    assertThat(words(echo.at("/tlsDetails/properties/trust/properties/verdict")))
        .containsExactlyElementsOf(names(TrustVerdict.Kind.values()));
  }

  private static List<String> words(JsonNode property) {
    return property
        .get("enum")
        .valueStream()
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void thePeersFileThatIsShippedAndTheOneThatIsSavedKeepToTheSchema(@TempDir Path folder)
      throws Exception {
    String sample = Files.readString(Path.of("peers.sample.json"));
    Path file = Files.writeString(folder.resolve("peers.json"), sample);
    PeerStore store = new PeerStore(file);
    store.save(store.load().book());

    assertThat(faults("peers", sample)).isEmpty();
    assertThat(faults("peers", Files.readString(file))).isEmpty();
    assertThat(faults("peers", sample.replace("\"port\": 4242", "\"port\": \"4242\"")))
        .isNotEmpty();
  }

  @Test
  void recordingsKeepToTheSchema() throws IOException {
    String full = new String(RecordingFile.bytes(RecordedSamples.full()), StandardCharsets.UTF_8);
    assertThat(faults("recording", full)).isEmpty();
    assertThat(faults("recording", full.replace("\"event\"", "\"evnt\""))).isNotEmpty();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/org/echolot/capture"))) {
      for (Path file : files.toList()) {
        assertThat(faults("recording", Files.readString(file))).as("%s", file).isEmpty();
      }
    }
  }
}
