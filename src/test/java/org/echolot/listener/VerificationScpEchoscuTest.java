package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.realpeers.Echoscu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our listener, called by DCMTK's {@code echoscu}. */
class VerificationScpEchoscuTest {

  @Test
  void echoscuIsAnsweredAndReleases() throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE);

      assertThat(run.output())
          .contains("Association Accepted (Max Send PDV: 16372)")
          .contains("Received Echo Response (Success)")
          .contains("Releasing Association");
      assertThat(run.exitCode()).isZero();
      awaitTold(listener, "#1 Association with \"ECHOSCU\" released after 1 echo");
    }
  }

  @Test
  void echoscuSeesWhatSoftwareWeAre() throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE, "-d");

      assertThat(run.output())
          .containsPattern("Their Implementation Class UID: +2\\.25\\.")
          .containsPattern("Their Implementation Version Name: +ECHOLOT")
          .contains("Context ID:        1 (Accepted)")
          .contains("Accepted Transfer Syntax: =LittleEndianImplicit");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void echoscuThatAbortsIsNoTrouble() throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE, "--abort");

      assertThat(run.output()).contains("Received Echo Response (Success)", "Aborting Association");
      assertThat(run.exitCode()).isZero();
      awaitTold(
          listener, "#1 Association ended after 1 echo: the caller aborted (source 0, reason 0)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--propose-pc 128", "--propose-ts 38", "--max-pdu 4096", "--max-pdu 131072"})
  void whateverEchoscuProposesIsAnswered(String options) throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE, options.split(" "));

      assertThat(run.output()).contains("Received Echo Response (Success)");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void all128ProposedContextsAreAccepted() throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE, "-d", "--propose-pc", "128");

      assertThat(run.output().lines().filter(line -> line.contains("(Accepted)"))).hasSize(128);
      assertThat(run.output()).contains("Context ID:        255 (Accepted)");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void hundredEchoesOnOneAssociationAreAnswered() throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE, "--repeat", "100");

      assertThat(run.output().lines().filter(line -> line.contains("Echo Response (Success)")))
          .hasSize(100);
      assertThat(run.exitCode()).isZero();
      awaitTold(listener, "#1 Association with \"ECHOSCU\" released after 100 echoes");
    }
  }

  @Test
  void wrongCalledAeIsRejected() throws IOException {
    try (TestListener listener = TestListener.start()) {
      Echoscu.Run run = Echoscu.run(listener.port(), "SOMEBODY");

      assertThat(run.output())
          .contains("Result: Rejected Permanent, Source: Service User")
          .contains("Reason: Called AE Title Not Recognized");
      assertThat(run.exitCode()).isEqualTo(1);
      awaitTold(listener, "#1 Rejected \"ECHOSCU\" → \"SOMEBODY\" 1/1/7");
    }
  }

  @Test
  void anyCalledAeIsAcceptedWhereThatWasChosen() throws IOException {
    try (TestListener listener = TestListener.start(TestListener.forAnyCalledAe())) {
      assertThat(Echoscu.run(listener.port(), "SOMEBODY").exitCode()).isZero();
    }
  }

  @Test
  void onlyListedCallersAreAccepted() throws IOException {
    try (TestListener listener =
        TestListener.start(TestListener.accepting(Set.of(new AeTitle("FRIEND")), Set.of()))) {
      Echoscu.Run stranger = Echoscu.run(listener.port(), AE);
      Echoscu.Run friend = Echoscu.run(listener.port(), AE, "-aet", "FRIEND");

      assertThat(stranger.output())
          .contains("Result: Rejected Permanent, Source: Service User")
          .contains("Reason: Calling AE Title Not Recognized");
      assertThat(stranger.exitCode()).isEqualTo(1);
      assertThat(friend.exitCode()).isZero();
    }
  }

  @Test
  void oneAssociationMoreThanTheLimitIsRejectedForNow() throws IOException {
    try (TestListener listener = TestListener.start(TestListener.withAtMost(1));
        RawCaller holder = new RawCaller(listener.address())) {
      holder.associate(AE);

      Echoscu.Run refused = Echoscu.run(listener.port(), AE);

      assertThat(refused.output())
          .contains("Result: Rejected Transient, Source: Service Provider (Presentation Related)")
          .contains("Reason: Local Limit Exceeded");
      assertThat(refused.exitCode()).isEqualTo(1);

      holder.send(new ReleaseRq()).receive();
      assertThat(Echoscu.run(listener.port(), AE).exitCode()).isZero();
    }
  }

  @Test
  void severalAtOnceAreAllAnsweredAndToldApart() throws IOException {
    try (TestListener listener = TestListener.start()) {
      assertThat(
              IntStream.range(0, 8)
                  .mapToObj(i -> Echoscu.start(listener.port(), AE, "--repeat", "5"))
                  .toList())
          .allSatisfy(echoscu -> assertThat(echoscu.await().exitCode()).isZero());

      for (int number = 1; number <= 8; number++) {
        awaitTold(listener, "#" + number + " Association with \"ECHOSCU\" released after 5 echoes");
        String mark = "#" + number + " ";
        assertThat(linesWith(listener, mark).filter(l -> l.contains("Sent C-ECHO-RSP"))).hasSize(5);
      }
    }
  }

  private static Stream<String> linesWith(TestListener listener, String mark) {
    return listener.told().stream().filter(line -> line.startsWith(mark));
  }

  private static void awaitTold(TestListener listener, String line) {
    await().untilAsserted(() -> assertThat(listener.told()).contains(line));
  }
}
