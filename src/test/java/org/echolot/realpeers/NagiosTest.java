package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Nagios runs {@code echolot check} by the file from docs/monitoring. */
@Timeout(90)
class NagiosTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a monitoring system has of its own, beside what the document gives. */
  private static final String OF_ITS_OWN =
      """
      define host {
          host_name ct9
          address 127.0.0.1
          _DICOM_AE CT9
          _DICOM_PORT @
          check_command check_dicom!2!5
          max_check_attempts 1
          check_interval 1
          notifications_enabled 0
      }
      define timeperiod {
          timeperiod_name always
          alias always
      }
      define command {
          command_name nobody
          command_line /bin/true
      }
      define contact {
          contact_name admin
          host_notification_period always
          service_notification_period always
          host_notification_options n
          service_notification_options n
          host_notification_commands nobody
          service_notification_commands nobody
      }
      """;

  /** An interval is a second. */
  private static final String MAIN =
      """
      cfg_file=FOLDER/objects.cfg
      log_file=FOLDER/nagios.log
      status_file=FOLDER/status.dat
      object_cache_file=FOLDER/objects.cache
      precached_object_file=FOLDER/objects.precache
      status_update_interval=1
      lock_file=FOLDER/nagios.lock
      temp_file=FOLDER/nagios.tmp
      temp_path=FOLDER
      check_result_path=FOLDER/results
      state_retention_file=FOLDER/retention.dat
      command_file=FOLDER/nagios.cmd
      query_socket=FOLDER/nagios.qh
      nagios_user=USER
      nagios_group=USER
      interval_length=1
      check_external_commands=0
      enable_notifications=0
      use_syslog=0
      max_host_check_spread=1
      max_service_check_spread=1
      """;

  @TempDir Path folder;

  private VerificationScp scp;

  @BeforeEach
  void listen() throws IOException {
    scp = VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("CT1"), 0), new Journal());
  }

  @AfterEach
  void stop() {
    scp.close();
  }

  /** The command as it is called on this computer: these very classes. */
  private Path command() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path command =
        Files.writeString(
            folder.resolve("echolot"),
            "#!/bin/sh\nXDG_DATA_HOME='"
                + folder
                + "' XDG_CONFIG_HOME='"
                + folder
                + "' exec '"
                + java
                + "' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '"
                + System.getProperty("java.class.path")
                + "' org.echolot.Echolot \"$@\"\n");
    return Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path configuration() throws IOException {
    String port = String.valueOf(scp.address().getPort());
    String document = Files.readString(Path.of("docs/monitoring/nagios.cfg"));
    Files.writeString(
        folder.resolve("objects.cfg"),
        document
                .replace("/usr/local/bin/echolot", command().toString())
                .replace("10.1.2.3", "127.0.0.1")
                .replaceAll("(_DICOM_PORT +)104", "$1" + port)
            + OF_ITS_OWN.replace("@", port));
    Files.createDirectories(folder.resolve("results"));
    return Files.writeString(
        folder.resolve("nagios.cfg"),
        MAIN.replace("FOLDER", folder.toString()).replace("USER", System.getProperty("user.name")));
  }

  /** The block of a host or service in the file in which Nagios writes how things are. */
  private String status(String kind, String host) throws IOException {
    Path file = folder.resolve("status.dat");
    if (!Files.exists(file)) {
      return "";
    }
    return Arrays.stream(Files.readString(file).split("\n\n", -1))
        .filter(block -> block.contains(kind + "status {") && block.contains("host_name=" + host))
        .findFirst()
        .orElse("");
  }

  @Test
  void itsStateItsLineAndItsPerformanceDataAreWhatTheCheckFound() throws Exception {
    List<String> command =
        List.of(Programs.find("nagios4", "nagios4-core").toString(), configuration().toString());
    Process nagios =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "out.txt"))
            .start();
    try {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(status("service", "ct1"))
                    .contains("\tcurrent_state=0\n")
                    .contains("\tplugin_output=DICOM OK - CT1@127.0.0.1:")
                    .containsPattern("\tperformance_data=time=\\d.*s;0\\.5;2;0 resolve=")
                    .doesNotContain("\tperformance_data=\n");
                assertThat(status("host", "ct9"))
                    .contains("\tcurrent_state=1\n")
                    .contains("\tplugin_output=DICOM CRITICAL - CT9@127.0.0.1:")
                    .contains("Called AE title not recognized");
              });
    } finally {
      nagios.destroy();
      if (!nagios.waitFor(10, TimeUnit.SECONDS)) {
        nagios.destroyForcibly();
      }
    }
  }
}
