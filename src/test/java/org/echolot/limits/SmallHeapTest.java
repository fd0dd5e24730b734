package org.echolot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.echolot.Echolot;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks at trace in a process of little memory, of a peer that sends as much as it may, again and
 * again: each ends with a cause that is the peer's, and memory never runs out.
 */
@Timeout(120)
class SmallHeapTest {

  /** Java, Echolot's classes and one data set take about 30 MB; nothing that grows has room. */
  private static final String HEAP = "-Xmx56m";

  private static final int CHECKS = 6;

  @TempDir Path folder;

  static Stream<Arguments> peers() {
    Map<String, Octets> largest = LargestPdus.all();
    List<Octets> acceptances =
        largest.entrySet().stream()
            .filter(each -> each.getKey().startsWith("AC"))
            .map(Map.Entry::getValue)
            .toList();
    Octets emptyFragments =
        PduEncoder.encode(
            new PDataTf(Collections.nCopies(2_500, Pdv.command(1, false, Octets.EMPTY))));
    return Stream.of(
        Arguments.of("acceptances of a megabyte", new Largest(acceptances)),
        Arguments.of("a command without end", flood(fragment(true))),
        Arguments.of("fragments of no byte without end", flood(emptyFragments)),
        Arguments.of("data that nobody asked for, without end", flood(fragment(false))),
        Arguments.of("pending answers without end", flood(Answers.bytes(Answers.echo(0xFF00)))),
        Arguments.of("bytes that are nothing, without end", nothing()));
  }

  /** Sends each in turn, and then what a peer sends that has answered. */
  private static final class Largest implements Script {

    private final List<Octets> acceptances;
    private int next;

    Largest(List<Octets> acceptances) {
      this.acceptances = acceptances;
    }

    @Override
    public void play(Line line) throws Exception {
      line.receiveBytes();
      Octets acceptance;
      synchronized (this) {
        acceptance = acceptances.get(next++ % acceptances.size());
      }
      line.send(acceptance);
      line.discardUntilClosed();
    }
  }

  private static Octets fragment(boolean command) {
    Octets bytes = Octets.of(new byte[16_000]);
    Pdv pdv = command ? Pdv.command(1, false, bytes) : Pdv.dataSet(1, false, bytes);
    return PduEncoder.encode(new PDataTf(List.of(pdv)));
  }

  private static Script flood(Octets pdu) {
    return line -> {
      try {
        line.serveUntilEcho();
      } catch (IOException _) {
        // After a silence it is looked whether the port still opens, no more.
        return;
      }
      line.flood(pdu);
    };
  }

  private static Script nothing() {
    byte[] bytes = new byte[16_000];
    Arrays.fill(bytes, (byte) '\r');
    return line -> line.flood(Octets.of(bytes));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("peers")
  void memoryDoesNotGrowWithWhatAPeerSends(String what, Script script) throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(script)) {
      Process process = new ProcessBuilder(command("PEER@127.0.0.1:" + peer.port())).start();
      CompletableFuture<String> said = text("output", process.getInputStream());
      CompletableFuture<String> complained = text("complaints", process.getErrorStream());
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).as(what).isTrue();

      assertThat(complained.join()).doesNotContain("OutOfMemory").doesNotContain("INTERNAL_ERROR");
      assertThat(said.join())
          .doesNotContain("OutOfMemory")
          .doesNotContain("INTERNAL_ERROR")
          .contains("\"outcome\"");
      assertThat(process.exitValue()).as(complained.join()).isEqualTo(1);
    }
  }

  private static CompletableFuture<String> text(String name, InputStream stream) {
    return Threads.callDetached(name, () -> read(stream));
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<String> command(String target) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Echolot.class.getName()));
    command.addAll(List.of("echo", "--format", "json", "--log", "trace", "--no-history"));
    command.addAll(List.of("--repeat", String.valueOf(CHECKS), "--interval", "0s"));
    command.addAll(List.of("--timeout", "1s", target));
    return command;
  }
}
