package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.echolot.capture.Recording;
import org.junit.jupiter.api.Test;

class TicketBundleTest {

  /** Sentences that no compression makes short: more than the streams in between hold back. */
  private static final List<String> LONG =
      new Random(1).longs(600).mapToObj(Long::toHexString).toList();

  private static final List<Evidence> CHECKS =
      Stream.of("CT 1", "CT 2", "CT 3")
          .map(name -> TicketsTest.aborted(name, "CT"))
          .map(result -> new Evidence(result, Recording.EMPTY, result, LONG, List.of(), null))
          .toList();

  private static final int STEP = 211;

  /** Takes so many bytes; remembers whether it was closed. */
  private static final class FullDisk extends FilterOutputStream {

    private int room;
    private boolean isClosed;

    FullDisk(OutputStream out, int room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > room) {
        throw new IOException("No space left on device");
      }
      room -= length;
      out.write(bytes, from, length);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private static void write(OutputStream to) throws IOException {
    try (TicketBundle bundle = new TicketBundle(to, true, null)) {
      for (Evidence each : CHECKS) {
        bundle.add(each);
      }
    }
  }

  private static int size() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    write(whole);
    return whole.size();
  }

  /** What could not be written is an I/O error, wherever it breaks off. */
  @Test
  void aDiskThatFillsUpIsAnErrorOfTheDiskWhereverThatIs() throws IOException {
    int size = size();
    for (int room = 0; room < size; room += STEP) {
      FullDisk disk = new FullDisk(new ByteArrayOutputStream(), room);
      TicketBundle bundle = new TicketBundle(disk, true, null);

      boolean failed = failsToAdd(bundle);
      failed |= failsToClose(bundle);

      assertThat(failed).as("%d of %d bytes", room, size).isTrue();
      assertThat(disk.isClosed).as("%d of %d bytes", room, size).isTrue();
    }
  }

  private static boolean failsToAdd(TicketBundle bundle) {
    for (Evidence each : CHECKS) {
      try {
        bundle.add(each);
      } catch (IOException e) {
        assertThat(e).hasMessage("No space left on device");
        return true;
      }
    }
    return false;
  }

  private static boolean failsToClose(TicketBundle bundle) {
    try {
      bundle.close();
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void whatFitsIsWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FullDisk disk = new FullDisk(out, size());

    write(disk);

    assertThat(out.size()).isEqualTo(size());
    assertThat(disk.isClosed).isTrue();
  }
}
