package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code peers import} and {@code peers export}. */
class PeersExchangeCommandTest {

  private static final String PEERS =
      """
      {"version": 1, "peers": [
        {"id": "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b", "name": "Main PACS", "calledAe": "PACS1",
         "host": "10.0.0.5", "port": 104, "tags": ["radiology"], "notes": "hotline"},
        {"id": "2b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b", "name": "broken", "calledAe": "X"}
      ]}
      """;
  private static final String GOOD = PEERS.replaceFirst(",\\s+\\{\"id\": \"2b4e[^}]*}", "");
  private static final String ORTHANC =
      """
      { "DicomModalities" : {
        "Main PACS" : [ "PACS1", "10.0.0.5", 11112 ],
        "ct1" : [ "CT1", "10.0.0.6", 104 ] } }
      """;

  @TempDir Path folder;
  private CommandLineRun run;

  @BeforeEach
  void makeRun() {
    run = new CommandLineRun(folder);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String peers() throws IOException {
    return Files.readString(folder.resolve("peers.json"));
  }

  @Test
  void importPrintsALineForEachEntryAndSaves() throws IOException {
    write("peers.json", GOOD);
    write("list", ORTHANC);

    int code = run.run("peers", "import", "--peers", "peers.json", "list");

    assertThat(code).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "changed    Main PACS (PACS1@10.0.0.5:104): port 104 → 11112 (line 2)",
            "added      ct1 (CT1@10.0.0.6:104) (line 3)");
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "echolot peers import: 1 added, 1 changed (read as Orthanc DicomModalities)");
    assertThat(peers())
        .contains(
            "\"port\": 11112", "\"CT1\"", "\"hotline\"", "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    write("peers.json", GOOD);
    write("list", ORTHANC);

    assertThat(run.run("peers", "import", "--dry-run", "--peers", "peers.json", "list")).isZero();

    assertThat(run.outLines()).hasSize(2);
    assertThat(run.err()).contains("nothing was changed");
    assertThat(peers()).isEqualTo(GOOD);
  }

  @Test
  void anUnreadableEntryIsReportedAndStopsNothing() throws IOException {
    write("list", "name,aet,host,port\nA,A,h,104\nB,B,h,x\n");

    assertThat(run.run("peers", "import", "--peers", "peers.json", "list")).isEqualTo(1);

    assertThat(run.outLines())
        .containsExactly(
            "added      A (A@h:104) (line 2)",
            "unreadable line 3: \"B\": \"x\" is not a port: a number from 1 to 65535.");
    assertThat(peers()).contains("\"name\": \"A\"");
  }

  @Test
  void aConflictIsLeftUnlessToldOtherwise() throws IOException {
    write("peers.json", GOOD);
    write("list", "{\"Main PACS\": [\"OTHER\", \"10.9.9.9\", 104]}");

    assertThat(run.run("peers", "import", "--peers", "peers.json", "list")).isZero();
    assertThat(run.outLines().getFirst()).startsWith("conflict   Main PACS (OTHER@10.9.9.9:104)");
    assertThat(peers()).isEqualTo(GOOD);

    assertThat(run.run("peers", "import", "--on-conflict", "add", "--peers", "peers.json", "list"))
        .isZero();
    assertThat(peers()).contains("Main PACS (2)", "10.0.0.5", "10.9.9.9");
  }

  @Test
  void standardInputIsRead() {
    run.piped(new ByteArrayInputStream("CT1@10.1.2.3:104\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(run.run("peers", "import", "--dry-run", "--peers", "peers.json", "-")).isZero();

    assertThat(run.outLines()).containsExactly("added      CT1 (CT1@10.1.2.3:104) (line 1)");
  }

  @Test
  void entriesOfOurFileThatAreNoPeersStayInIt() throws IOException {
    write("peers.json", PEERS);
    write("list", ORTHANC);

    assertThat(run.run("peers", "import", "--peers", "peers.json", "list")).isZero();

    assertThat(peers()).contains("\"broken\"", "\"CT1\"");
  }

  @Test
  void whatCannotBeReadIsOneLineAndTouchesNothing() throws IOException {
    write("peers.json", GOOD);
    write("list", "nothing in here");

    assertThat(run.run("peers", "import", "--peers", "peers.json", "list")).isEqualTo(2);
    assertThat(run.err()).contains("can't read list: no list of peers that Echolot knows");
    assertThat(run.run("peers", "import", "--peers", "peers.json", "missing")).isEqualTo(2);
    assertThat(run.run("peers", "import", "--peers", "peers.json", ".")).isEqualTo(2);
    assertThat(run.run("peers", "import", "--as", "nonsense", "list")).isEqualTo(2);
    assertThat(run.err()).contains("'nonsense' is not known; write one of echolot, orthanc");
    assertThat(peers()).isEqualTo(GOOD);
  }

  @Test
  void exportTellsWhatIsLostAndWrites() throws IOException {
    write("peers.json", GOOD);

    assertThat(run.run("peers", "export", "--as", "orthanc", "--peers", "peers.json", "out.json"))
        .isZero();

    assertThat(run.err())
        .contains(
            "Orthanc DicomModalities cannot hold tags: \"Main PACS\".",
            "Orthanc DicomModalities cannot hold notes: \"Main PACS\".",
            "1 peer written to out.json");
    assertThat(Files.readString(folder.resolve("out.json"))).contains("\"DicomModalities\"");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void exportWritesToStandardOutputOrNotAtAll() throws IOException {
    write("peers.json", GOOD);

    assertThat(run.run("peers", "export", "--as", "csv", "--peers", "peers.json", "-")).isZero();
    assertThat(run.out()).contains("Main PACS,PACS1,10.0.0.5,104,WORKSTATION,radiology");

    assertThat(
            run.run(
                "peers", "export", "--as", "csv", "--dry-run", "--peers", "peers.json", "no.csv"))
        .isZero();
    assertThat(folder.resolve("no.csv")).doesNotExist();
    assertThat(run.run("peers", "export", "--peers", "peers.json", "x")).isEqualTo(2);
    assertThat(run.run("peers", "export", "--as", "horos", "--peers", "peers.json", "x"))
        .isEqualTo(2);
  }
}
