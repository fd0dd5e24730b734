package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A monitor blames a peer only for what is not our own network's fault. */
@Tag("network")
@Timeout(60)
class OwnLineTest {

  private static final int CRITICAL = 2;
  private static final int UNKNOWN = 3;

  private record Answer(int code, String firstLine) {}

  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void build() {
    lab = Lab.open();
  }

  @AfterEach
  void remove() {
    lab.close();
  }

  private Answer check(String host) throws Exception {
    List<String> command = new ArrayList<>(lab.client().prefix());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.echolot.Echolot",
            "check",
            "--no-history",
            "-t",
            "12",
            "CT1@" + host + ":104"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().remove("ECHOLOT_PEERS");
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), out.lines().findFirst().orElse(""));
  }

  @Test
  void aPeerThatIsNotThereIsToBlame() throws Exception {
    assertThat(check(Lab.NOBODY).code()).isEqualTo(CRITICAL);
  }

  @Test
  void aGatewayThatDoesNotEvenAnswerArpIsNotThePeersFault() throws Exception {
    lab.router().run("ip link set eth0 arp off");
    Answer answer = check(Lab.SERVER);

    assertThat(answer.firstLine())
        .startsWith("DICOM UNKNOWN - ")
        .contains("the gateway 10.77.1.1 does not answer");
    assertThat(answer.code()).isEqualTo(UNKNOWN);
  }

  @Test
  void aComputerWithoutAnAddressBlamesNobody() throws Exception {
    lab.client().run("ip addr flush dev eth0; ip addr flush dev eth1");
    Answer answer = check(Lab.SERVER);

    assertThat(answer.firstLine()).contains("no network interface of this computer has an address");
    assertThat(answer.code()).isEqualTo(UNKNOWN);
  }

  @Test
  void aComputerWithoutARouteBlamesNobody() throws Exception {
    lab.client().run("ip route del default");
    Answer answer = check(Lab.SERVER);

    assertThat(answer.firstLine()).contains("this computer has no route to " + Lab.SERVER);
    assertThat(answer.code()).isEqualTo(UNKNOWN);
  }
}
