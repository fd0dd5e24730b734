package org.echolot.peers.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/** A table that begins with Karnak's six columns (RFC 4180). */
final class CsvListWriter implements ListWriter {

  private static final List<String> HEADS =
      List.of(
          "description",
          "aetitle",
          "hostname",
          "port",
          "nodeType",
          "nodeGroup",
          "callingAet",
          "tls",
          "connectTimeout",
          "tlsTimeout",
          "associateTimeout",
          "echoTimeout",
          "releaseTimeout",
          "source",
          "tags",
          "notes");

  @Override
  public String write(PeerBook book) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(HEADS);
      for (Peer peer : book.peers()) {
        csv.writeRecord(cells(peer).stream().map(FormulaGuard::guarded).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written to", e);
    }
    return text.toString();
  }

  private static List<String> cells(Peer peer) {
    AeTitle own = peer.callingAe();
    String source = peer.source();
    return List.of(
        peer.name(),
        peer.calledAe().value(),
        peer.host(),
        Integer.toString(peer.port()),
        "WORKSTATION",
        peer.tags().isEmpty() ? "" : peer.tags().getFirst(),
        own == null ? "" : own.value(),
        peer.tls() == null ? "no" : "yes",
        time(peer.timeouts().connect()),
        time(peer.timeouts().tls()),
        time(peer.timeouts().associate()),
        time(peer.timeouts().echo()),
        time(peer.timeouts().release()),
        source == null ? "" : source,
        String.join(", ", peer.tags()),
        peer.notes());
  }

  private static String time(@Nullable Duration time) {
    return time == null ? "" : DurationText.format(time);
  }
}
