package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.echolot.json.RawFields;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePeersTest {

  private static final Path SAMPLE = Path.of("peers.sample.json");

  @TempDir Path folder;

  @Test
  void theSampleSavesBackAsItIs() throws IOException {
    Path copy = Files.copy(SAMPLE, folder.resolve("peers.json"));
    PeerStore store = new PeerStore(copy);

    Loaded loaded = store.load();
    store.save(loaded.book());

    assertThat(loaded).isInstanceOf(Loaded.Read.class);
    assertThat(copy).hasSameTextualContentAs(SAMPLE);
  }

  @Test
  void theSampleIsInTheLayoutThatWeWriteOurselves() throws IOException {
    PeerBook read = new PeerStore(SAMPLE).read().book();
    Path ours = folder.resolve("ours.json");
    PeerBook made =
        new PeerBook(
            read.callingAe(),
            read.peers().stream().map(peer -> peer.withRaw(RawFields.NONE)).toList(),
            RawFields.NONE);

    new PeerStore(ours).save(made);

    assertThat(ours).hasSameTextualContentAs(SAMPLE);
  }

  @Test
  void theSampleHasTheBuiltInServerAndPeersOfEveryKind() throws IOException {
    PeerBook book = new PeerStore(SAMPLE).read().book();

    assertThat(book.names())
        .containsExactly(
            "Built-in echo server",
            "Orthanc on this computer",
            "DCMTK storescp",
            "Archive (dcm4chee-arc)",
            "CT 1");
    assertThat(book.find("CT 1").orElseThrow().timeouts().associate())
        .isEqualTo(Duration.ofSeconds(20));
  }
}
