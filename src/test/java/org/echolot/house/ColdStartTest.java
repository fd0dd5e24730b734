package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A forked command that checks a peer lives for a tenth of a second. It stays away from what takes
 * milliseconds to set up, each of which docs/performance.md tells of.
 */
@Timeout(120)
class ColdStartTest {

  private static final Pattern INITIALIZED = Pattern.compile("Initializing '([^']+)'");

  /** Where the names of what takes long begin, and what does what it is for. */
  private static final List<String> SLOW =
      List.of(
          "java/math/BigDecimal", // text.DecimalText
          "java/lang/VirtualThread", // a thread of the platform
          "sun/util/locale/provider/", // String.format("%.2f"): text.DecimalText
          "tools/jackson/core/json/", // LastSuccess.resultBeside
          "org/echolot/dicom/pdu/UidRegistry", // the few UIDs of an echo are constants
          "com/unboundid/", // options of other commands
          "org/sqlite/"); // the spool

  @TempDir Path folder;

  @Test
  void anEchoSetsNothingUpThatTakesLong() throws Exception {
    assumeThat(Runtime.version().feature()).as("the log's words").isEqualTo(25);
    ListenerOptions options = ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0);
    try (VerificationScp scp = VerificationScp.start(options, new Journal())) {
      String target = "ECHOLOT@127.0.0.1:" + scp.address().getPort();

      for (List<String> command :
          List.of(
              List.of("echo", target),
              List.of("echo", target, "--format", "json"),
              List.of("check", target))) {
        String history = command.getFirst() + command.size();
        assertThat(setUpBy(history, command)).as("the first %s of a peer", command).isEmpty();
        assertThat(setUpBy(history, command)).as("%s that went like the last", command).isEmpty();
      }
    }
  }

  private List<String> setUpBy(String history, List<String> args) throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+init=info:file=" + log,
            "-Djava.security.properties=bin/java.security",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.echolot.Echolot");
    java.command().addAll(args);
    java.environment().remove("ECHOLOT_PEERS");
    java.environment().put("ECHOLOT_HISTORY", folder.resolve(history).toString());
    for (String variable : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME")) {
      java.environment().put(variable, folder.toString());
    }
    Process process =
        java.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
    List<String> initialized =
        INITIALIZED.matcher(Files.readString(log)).results().map(match -> match.group(1)).toList();
    assertThat(initialized).as("the log tells").contains("org/echolot/Echolot");
    return initialized.stream().filter(name -> SLOW.stream().anyMatch(name::startsWith)).toList();
  }
}
