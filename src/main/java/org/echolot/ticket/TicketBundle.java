package org.echolot.ticket;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.echolot.capture.CaptureFile;
import org.echolot.check.CheckResult;
import org.echolot.files.FileName;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;
import org.echolot.text.About;
import org.jspecify.annotations.Nullable;

/**
 * Tickets with all that belongs to them, as a ZIP: for each check the ticket in both formats, the
 * whole log with every PDU in hex, and the PDUs as a packet capture. Used by one thread.
 */
public final class TicketBundle implements AutoCloseable {

  private final ZipOutputStream zip;
  private final boolean isMany;
  private final @Nullable Disguise disguise;
  private int count;

  /**
   * @param out is closed with this
   * @param isMany whether there may be more than one check, so that each gets a folder, by number
   *     and peer
   * @param disguise hides addresses and names; null to show them
   */
  public TicketBundle(OutputStream out, boolean isMany, @Nullable Disguise disguise) {
    this.zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
    this.isMany = isMany;
    this.disguise = disguise;
  }

  /**
   * Adds a check.
   *
   * @throws IOException if it can't be written
   */
  public void add(Evidence original) throws IOException {
    Evidence evidence = disguise == null ? original : disguise.hide(original);
    count++;
    Ticket ticket = TicketMaker.make(original.result(), evidence, disguise);
    text("ticket.txt", evidence, PlainTicket.of(ticket));
    text("ticket.md", evidence, MarkdownTicket.of(ticket));
    text("log.txt", evidence, log(evidence));
    if (evidence.result().localAddress() != null) {
      begin("capture.pcapng", evidence);
      try (CaptureFile capture = new CaptureFile(new Entry(zip), About.program())) {
        boolean _ = capture.add(evidence.result(), evidence.recording());
      }
      zip.closeEntry();
    }
    zip.flush();
  }

  private static String log(Evidence evidence) {
    CheckResult result = evidence.result();
    return evidence.log(Level.TRACE).stream()
        .map(LineFormat::text)
        .collect(
            Collectors.joining(
                "\n",
                "# "
                    + About.program()
                    + ", check of "
                    + TicketMaker.TIME.format(result.startedAt())
                    + "; times are local\n",
                "\n"));
  }

  private void text(String name, Evidence evidence, String text) throws IOException {
    begin(name, evidence);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private void begin(String name, Evidence evidence) throws IOException {
    String peer = FileName.of(evidence.result().request().name());
    String folder = isMany ? String.format(Locale.ROOT, "%03d %s/", count, peer) : "";
    ZipEntry entry = new ZipEntry(folder + name);
    entry.setTimeLocal(evidence.result().startedAt().toLocalDateTime());
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** An entry that can be closed without its file. */
  private static final class Entry extends FilterOutputStream {

    Entry(OutputStream zip) {
      super(zip);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
