package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.realpeers.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How other programs see what a listener was told to do, and what it says of them. */
@Timeout(60)
class BehaviourTest {

  @TempDir Path folder;

  private static TestListener behaving(Behaviour behaviour) throws IOException {
    return TestListener.start(
        ListenerOptions.onLoopback(new AeTitle(TestListener.AE), 0).withBehaviour(behaviour));
  }

  /** Runs a program of DCMTK against a listener; what it wrote. */
  private String call(TestListener listener, String program, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Programs.find(program, "dcmtk").toString());
    command.addAll(List.of("-v", "-aec", TestListener.AE));
    command.addAll(List.of(options));
    command.add("127.0.0.1");
    command.add(String.valueOf(listener.port()));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static void awaitTold(TestListener listener, String part) {
    await().until(() -> listener.told(), told -> told.stream().anyMatch(l -> l.contains(part)));
  }

  @Test
  void echoscuIsRejectedWithTheReasonOfChoice() throws Exception {
    try (TestListener listener =
        behaving(
            new Behaviour(
                new AssociateRj(2, 3, 1), false, false, DimseStatus.SUCCESS, Duration.ZERO))) {
      assertThat(call(listener, "echoscu"))
          .contains("Rejected Transient")
          .contains("Temporary Congestion");
      awaitTold(listener, "2/3/1, as this listener was told to");
    }
  }

  @Test
  void echoscuIsAborted() throws Exception {
    try (TestListener listener =
        behaving(new Behaviour(null, true, false, DimseStatus.SUCCESS, Duration.ZERO))) {
      assertThat(call(listener, "echoscu")).containsIgnoringCase("abort");
      awaitTold(listener, "Aborted \"ECHOSCU\" → \"ECHOLOT\", as this listener was told to");
    }
  }

  @Test
  void echoscuIsAcceptedWithoutAContext() throws Exception {
    try (TestListener listener =
        behaving(new Behaviour(null, false, true, DimseStatus.SUCCESS, Duration.ZERO))) {
      assertThat(call(listener, "echoscu")).containsIgnoringCase("No Acceptable Presentation");
      awaitTold(listener, "user-rejection: this listener was told to accept no context");
    }
  }

  @Test
  void echoscuIsAnsweredAFailureAfterADelay() throws Exception {
    try (TestListener listener =
        behaving(new Behaviour(null, false, false, 0x0110, Duration.ofMillis(300)))) {
      long start = System.nanoTime();
      assertThat(call(listener, "echoscu")).containsPattern("Status: 0x0?110");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
    }
  }

  @Test
  void aDelayEndsWithTheListener() throws Exception {
    TestListener listener =
        behaving(new Behaviour(null, false, false, DimseStatus.SUCCESS, Duration.ofMinutes(5)));
    Process process =
        new ProcessBuilder(
                Programs.find("echoscu", "dcmtk").toString(),
                "-aec",
                TestListener.AE,
                "127.0.0.1",
                String.valueOf(listener.port()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitTold(listener, "Association requested");

    listener.close();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void findscuAndMovescuSeeThatVerificationAloneIsOffered() throws Exception {
    try (TestListener listener =
        TestListener.start(ListenerOptions.onLoopback(new AeTitle(TestListener.AE), 0))) {
      assertThat(call(listener, "findscu", "-S", "-k", "0008,0052=STUDY", "-k", "0020,000D=1.2.3"))
          .containsIgnoringCase("No Acceptable Presentation");
      awaitTold(
          listener,
          "1.2.840.10008.5.1.4.1.2.2.1 (Study Root Query/Retrieve Information Model - FIND)");
      awaitTold(listener, "abstract-syntax-not-supported: this listener offers Verification alone");

      String _ =
          call(
              listener,
              "movescu",
              "-S",
              "-aem",
              "ECHOLOT",
              "-k",
              "0008,0052=STUDY",
              "-k",
              "0020,000D=1.2.3");
      awaitTold(listener, "Study Root Query/Retrieve Information Model - MOVE");
    }
  }

  @Test
  void storescuProposesWhatItSendsAndThatIsShown() throws Exception {
    Path dump = folder.resolve("image.dump");
    Files.writeString(
        dump,
        """
        (0008,0016) UI 1.2.840.10008.5.1.4.1.1.7
        (0008,0018) UI 1.2.3.4
        (0010,0020) LO TEST
        """);
    Process made =
        new ProcessBuilder(
                Programs.find("dump2dcm", "dcmtk").toString(), dump.toString(), "image.dcm")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor(20, TimeUnit.SECONDS)).isTrue();
    try (TestListener listener =
        TestListener.start(ListenerOptions.onLoopback(new AeTitle(TestListener.AE), 0))) {
      List<String> command =
          List.of(
              Programs.find("storescu", "dcmtk").toString(),
              "-aec",
              TestListener.AE,
              "127.0.0.1",
              String.valueOf(listener.port()),
              "image.dcm");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      awaitTold(listener, "(Secondary Capture Image Storage) in");
    }
  }

  @Test
  void onlyCallersWhoWouldBeAnsweredWellAreTreatedSo() throws Exception {
    try (TestListener listener =
        TestListener.start(
            new ListenerOptions(
                new AeTitle(TestListener.AE),
                false,
                InetAddress.getLoopbackAddress(),
                0,
                Set.of(new AeTitle("KNOWN")),
                Set.of(),
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                new Behaviour(
                    new AssociateRj(1, 1, 1), false, false, DimseStatus.SUCCESS, Duration.ZERO)))) {
      for (int i = 0; i < 3; i++) {
        assertThat(call(listener, "echoscu", "-aet", "KNOWN")).contains("No Reason");
      }
      assertThat(call(listener, "echoscu", "-aet", "OTHER"))
          .contains("Calling AE Title Not Recognized");
    }
  }
}
