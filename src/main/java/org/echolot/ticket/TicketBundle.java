package org.echolot.ticket;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
 * whole log with every PDU in hex, and the PDUs as a packet capture; of several checks a summary
 * beside their folders. Used by one thread.
 */
public final class TicketBundle implements AutoCloseable {

  /** Beyond so many checks nobody reads a summary, and they would have to be kept. */
  private static final int MOST_SUMMED_UP = 20_000;

  private final OutputStream out;
  private final ZipOutputStream zip;
  private final boolean isMany;
  private final @Nullable Disguise disguise;
  private final List<CheckResult> shown = new ArrayList<>();
  private int count;

  /** Whether an entry could not be written, so that nothing may follow it. */
  private boolean isBroken;

  /**
   * @param out is closed with this
   * @param isMany whether there may be more than one check, so that each gets a folder, by number
   *     and peer
   * @param disguise hides addresses and names; null to show them
   */
  public TicketBundle(OutputStream out, boolean isMany, @Nullable Disguise disguise) {
    this.out = out;
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
    isBroken = true; // until all of it is written
    count++;
    if (isMany && count <= MOST_SUMMED_UP) {
      shown.add(evidence.result());
    }
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
    isBroken = false;
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

  /** Both formats, at the top, once all checks are known. */
  private void addSummary() throws IOException {
    if (shown.size() < 2 || count > MOST_SUMMED_UP) {
      return;
    }
    Ticket summary = TicketSummary.of(shown, "in its folder", disguise != null);
    for (TicketFormat format : TicketFormat.values()) {
      ZipEntry entry = new ZipEntry("summary." + format.ending());
      entry.setTimeLocal(shown.getLast().startedAt().toLocalDateTime());
      zip.putNextEntry(entry);
      zip.write(Tickets.written(summary, format).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private void begin(String name, Evidence evidence) throws IOException {
    String peer = FileName.of(evidence.result().request().name());
    String folder = isMany ? String.format(Locale.ROOT, "%03d %s/", count, peer) : "";
    ZipEntry entry = new ZipEntry(folder + name);
    entry.setTimeLocal(evidence.result().startedAt().toLocalDateTime());
    zip.putNextEntry(entry);
  }

  /**
   * Ends the ZIP, and closes what it is written to.
   *
   * @throws IOException if not all could be written
   */
  @Override
  public void close() throws IOException {
    try (out) {
      if (isBroken) {
        endBroken();
      } else {
        addSummary();
        zip.close();
      }
    }
  }

  /** What is whole can be read if there is room again for the list of it. */
  private void endBroken() throws IOException {
    try {
      zip.close();
    } catch (IllegalStateException e) {
      // It can't go on after an entry that it could not write, and says so like that.
      throw new IOException("a ticket could not be written whole", e);
    }
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
