package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.echolot.check.Cause;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.history.CertificateCalendar;
import org.echolot.peers.lint.HintKind;
import org.echolot.tls.Handshakes;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands really write as JSON keeps to the schemas, which know each word of it. */
@Timeout(60)
class OutputSchemasTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/org/echolot/schema");

  @TempDir Path folder;

  private static String text(String schema) throws IOException {
    return Files.readString(SCHEMAS.resolve(schema + ".schema.json"));
  }

  private static List<String> faults(String schema, String document) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(schema), InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static List<String> words(String schema, String field) throws IOException {
    return new JsonMapper()
        .readTree(text(schema))
        .get("properties")
        .get(field)
        .get("enum")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private CommandLineRun run(int code, String... args) {
    CommandLineRun run = new CommandLineRun(folder);
    assertThat(run.run(args)).as(run::err).isEqualTo(code);
    return run;
  }

  @Test
  void eachKindOfEvent() throws IOException {
    for (WatchEvent.Kind kind : WatchEvent.Kind.values()) {
      WatchEvent event =
          new WatchEvent(
              1, Instant.now(), kind, new UUID(1, 2), "CT 1", Cause.ABORTED, "CT 1 \"fails\"");
      assertThat(faults("watch", EventPrinter.json(event))).as("%s", kind).isEmpty();
    }
    WatchEvent ours =
        new WatchEvent(
            0, Instant.now(), WatchEvent.Kind.LINE_DOWN, null, "", null, "our own network");
    assertThat(faults("watch", EventPrinter.json(ours))).isEmpty();
    assertThat(faults("watch", EventPrinter.json(ours).replace("LINE_DOWN", "LINE_GONE")))
        .isNotEmpty();
    assertThat(words("watch", "kind"))
        .containsExactlyElementsOf(
            Arrays.stream(WatchEvent.Kind.values()).map(Enum::name).toList());
  }

  @Test
  void certificates() throws IOException {
    CertificateCalendar calendar =
        CertificateCalendar.of(
            List.of(Results.overTls(Results.request("PACS 1"), Handshakes.trusted())));
    assertThat(calendar.entries()).isNotEmpty();
    for (CertificateCalendar.Entry entry : calendar.entries()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CertificatesCommand.write(
          entry,
          Instant.now(),
          CertificatesCommand.Format.JSON,
          new PrintStream(out, true, StandardCharsets.UTF_8));
      String line = out.toString(StandardCharsets.UTF_8);
      assertThat(faults("certificates", line)).isEmpty();
      assertThat(faults("certificates", line.replace("\"daysLeft\":", "\"days\":"))).isNotEmpty();
    }
    assertThat(words("certificates", "kind"))
        .containsExactlyElementsOf(
            Arrays.stream(CertificateCalendar.Kind.values()).map(Enum::name).toList());
  }

  @Test
  void hintsAtMistakes() throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        """
        {"peers": [
          {"name": "A", "calledAe": "orthanc", "host": "127.0.0.1", "port": 80},
          {"name": "B", "calledAe": "orthanc", "host": "127.0.0.1", "port": 80}, 7]}
        """);
    List<String> lines =
        run(0, "peers", "lint", "--format", "json", "--no-lookup", "--peers", "peers.json")
            .outLines();

    assertThat(lines).hasSizeGreaterThan(2);
    for (String line : lines) {
      assertThat(faults("lint", line)).as(line).isEmpty();
    }
    assertThat(words("lint", "code"))
        .containsExactlyElementsOf(Arrays.stream(HintKind.values()).map(Enum::name).toList());
  }

  @Test
  void resultsInTheHistoryAreThoseOfAnEcho() throws IOException {
    run(1, "echo", "A@127.0.0.1:1");
    List<String> lines = run(0, "history", "--format", "json").outLines();

    assertThat(lines).hasSize(1);
    assertThat(faults("echo", lines.getFirst())).isEmpty();
    assertThat(run(0, "history", "--events").out()).isEmpty();
    assertThat(run(2, "history", "--events", "--format", "csv").err()).contains("text or json");
  }
}
