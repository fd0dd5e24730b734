package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a monitoring system gets from the plugin; the peer is our own listener. */
@Timeout(60)
class CheckCommandTest {

  private static final String PERFDATA =
      " \\| time=[0-9.]+s;%s;0 resolve=[0-9.]+s connect=[0-9.]+s associate=[0-9.]+s echo=[0-9.]+s"
          + " release=[0-9.]+s";

  @TempDir Path folder;
  private CommandLineRun run;
  private Running listener;

  @BeforeEach
  void listen() {
    run = new CommandLineRun(folder);
    listener = new Running(folder, "listen", "--ae", "CT1", "--port", "0");
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  private String target() {
    return "CT1@127.0.0.1:" + listener.port();
  }

  @Test
  void aPeerThatAnswersIsOkWithPerformanceData() {
    assertThat(run.run("check", "-w", "500ms", "-c", "5", target())).isZero();

    assertThat(run.outLines()).hasSize(1);
    assertThat(run.out())
        .matches(
            "DICOM OK - CT1@127\\.0\\.0\\.1:\\d+ answered in [0-9.]+ m?s"
                + PERFDATA.replace("%s", "0\\.5;5")
                + "\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void hasTheOptionsThatAllPluginsHave() {
    int code =
        run.run("check", "-H", "127.0.0.1", "-p", listener.port(), "--called", "CT1", "-t", "5");

    assertThat(code).isZero();
    assertThat(run.out()).startsWith("DICOM OK - CT1@127.0.0.1:");
  }

  @Test
  void aPeerThatIsSlowIsAWarningOrCritical() {
    assertThat(run.run("check", "-w", "0.000001", target())).isEqualTo(1);
    assertThat(run.run("check", "-w", "0.000001", "-c", "0.000002", target())).isEqualTo(2);
    assertThat(run.run("check", "-w", "@0:10", target())).isEqualTo(1);

    assertThat(run.out()).contains("DICOM WARNING - ").contains("DICOM CRITICAL - ");
  }

  @Test
  void aPeerThatFailsIsCriticalWithItsCauseAndWhoHasToAct() {
    assertThat(run.run("check", target().replace("CT1", "CT9"))).isEqualTo(2);

    assertThat(run.outLines().getFirst())
        .startsWith("DICOM CRITICAL - CT9@127.0.0.1:")
        .contains("Called AE title not recognized")
        .contains(" | time=");
    assertThat(run.outLines()).contains("Cause: REJECTED_CALLED_AE");
    assertThat(run.outLines().stream().skip(1)).noneMatch(line -> line.contains("|"));
  }

  @Test
  void aNameOfASavedPeerIsATargetToo() throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        "{\"peers\":[{\"name\":\"CT | 1\",\"calledAe\":\"CT1\",\"host\":\"127.0.0.1\",\"port\":"
            + listener.port()
            + "}]}");

    assertThat(run.run("check", "--peers", "peers.json", "CT | 1")).isZero();
    assertThat(run.out()).as("a bar begins performance data").startsWith("DICOM OK - CT / 1 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check | one target is needed",
        "check --bogus | Unknown option: '--bogus'",
        "check -H 127.0.0.1 | -H HOST and --called AET belong together",
        "check -w soon A@b:1 | A threshold is a time in seconds",
        "check --all | --all and --tag need --format checkmk or influx",
        "check nobody | no peer is named 'nobody'",
        "check --peers missing.json A@b:1 | there is no peers file"
      })
  void wrongUseIsUnknownAndSaidWhereItIsShown(String line, String why) {
    assertThat(run.run(line.split(" "))).isEqualTo(3);

    assertThat(run.out()).startsWith("DICOM UNKNOWN - echolot check: ").contains(why);
  }

  @Test
  void aLocalCheckOfCheckmkIsALineForEachPeer() throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        "{\"peers\":[{\"name\":\"CT 1\",\"calledAe\":\"CT1\",\"host\":\"127.0.0.1\",\"port\":"
            + listener.port()
            + "},{\"name\":\"CT 9\",\"calledAe\":\"CT9\",\"host\":\"127.0.0.1\",\"port\":"
            + listener.port()
            + "}]}");

    int code =
        run.run(
            "check", "--peers", "peers.json", "--all", "--format", "checkmk", "-w", "1", "-c", "5");

    assertThat(code).isEqualTo(2);
    assertThat(run.outLines().get(0))
        .matches("0 \"DICOM CT 1\" time=[0-9.]+;1;5\\|resolve=[0-9.]+\\|.* CT 1 answered in .*");
    assertThat(run.outLines().get(1))
        .matches("2 \"DICOM CT 9\" time=[^ ]+ CT 9: Called AE .* \\(REJECTED_CALLED_AE\\)");
  }

  @Test
  void influxKeepsTheCause() {
    assertThat(run.run("check", "--format", "influx", target().replace("CT1", "CT9"))).isEqualTo(2);

    assertThat(run.out())
        .matches(
            "dicom_check,peer=CT9@127\\.0\\.0\\.1:\\d+,called_ae=CT9,target=CT9@127\\.0\\.0\\.1:\\d+"
                + " success=false,state=2i,time=[0-9.]+,resolve=[0-9.]+,connect=[0-9.]+,associate=[0-9.]+,cause=\"REJECTED_CALLED_AE\",stage=\"ASSOCIATE\",move=\"[A-Z_]+\",summary=\"CT9@.*\"\n");
  }

  @Test
  void nothingTakesLongerThanItMay() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(run.run("check", "-t", "1", "CT1@127.0.0.1:" + silent.getLocalPort()))
          .isEqualTo(2);
    }

    assertThat(run.outLines().getFirst()).startsWith("DICOM CRITICAL - ");
  }
}
