package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.echolot.fuzz.Budget;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.peers.PeerBook;
import org.echolot.peers.UnreadPeer;

/** Any bytes, as a peers file. What can be read is written, and then read as the same. */
public final class PeersFileFuzz {

  private static final Budget BUDGET = Budget.of(512, 8_000);

  private PeersFileFuzz() {}

  /** Inputs to begin with. */
  public static Stream<byte[]> seeds() {
    try {
      return Stream.of(
          Files.readAllBytes(Path.of("peers.sample.json")),
          "{\"version\":1,\"peers\":[]}".getBytes(StandardCharsets.UTF_8),
          """
          {"version":1,"callingAe":"ME","other":[1.5e3,null,true],"peers":[{"name":"a","calledAe":"A",
          "host":"h","port":104,"tls":{"trustedCertificates":"ca.pem","profile":"legacy"},
          "userIdentity":{"type":"username","username":"u"},"timeouts":{"connect":"5s"},"tags":["x"]}]}
          """
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    BUDGET.holds(bytes.length, () -> file(bytes));
  }

  private static void file(byte[] bytes) throws FaultException {
    PeersReader.Content content;
    try {
      content = PeersReader.read(bytes);
    } catch (FaultException fault) {
      assertThat(fault.position().line()).isPositive();
      assertThat(fault.position().column()).isPositive();
      assertThat(fault.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(1_000);
      return;
    }
    if (content.version() <= PeersWriter.VERSION) {
      String written = PeersWriter.write(content.book());
      PeerBook again = PeersReader.read(written.getBytes(StandardCharsets.UTF_8)).book();
      // What is no peer stands in another line of a file that was written anew.
      assertThat(again.unread().stream().map(UnreadPeer::written))
          .containsExactlyElementsOf(
              content.book().unread().stream().map(UnreadPeer::written).toList());
      assertThat(again.peers()).isEqualTo(content.book().peers());
      assertThat(again.callingAe()).isEqualTo(content.book().callingAe());
      assertThat(again.raw()).isEqualTo(content.book().raw());
      assertThat(PeersWriter.write(again)).isEqualTo(written);
    }
  }
}
