package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a probe really writes keeps to its schema. */
class ProbeSchemaTest {

  private static final Path SCHEMA =
      Path.of("src/main/resources/org/echolot/schema/probe.schema.json");

  @TempDir private Path folder;

  private static List<String> faults(String document) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private String probe(ScriptedPeer peer, String... options) {
    CommandLineRun run = new CommandLineRun(folder);
    String[] args = new String[options.length + 4];
    System.arraycopy(options, 0, args, 1, options.length);
    args[0] = "probe";
    args[options.length + 1] = "--format";
    args[options.length + 2] = "json";
    args[options.length + 3] = "ANY@127.0.0.1:" + peer.port();
    assertThat(run.run(args)).isBetween(0, 1);
    return run.out();
  }

  private static ScriptedPeer answering() {
    return ScriptedPeer.alwaysPlaying(
        line -> {
          line.send(Answers.acceptance(line.receive(AssociateRq.class)));
          line.discardUntilClosed();
        });
  }

  @Test
  void servicesSizesAndAFailureKeepToTheSchema() throws IOException {
    try (ScriptedPeer peer = answering()) {
      String services = probe(peer, "--services", "--only", "1.2.840.10008.1.1");
      assertThat(services).contains("\"services\"");
      assertThat(faults(services)).isEmpty();
      String big = probe(peer, "--big", "2000");
      assertThat(big).contains("\"pathMtu\"");
      assertThat(faults(big)).isEmpty();
      assertThat(faults(services.replace("\"good\":", "\"goood\":"))).isNotEmpty();
      assertThat(faults(big.replace("\"verdict\":\"", "\"verdict\":\"NO_"))).isNotEmpty();
    }
  }
}
