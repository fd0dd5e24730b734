package org.echolot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.echolot.fleet.Schedule;
import org.echolot.ticket.Disguise;
import org.echolot.ticket.TicketBundle;
import org.echolot.ticket.TicketFormat;
import org.echolot.ticket.Tickets;
import org.jspecify.annotations.Nullable;

/** Adds a ticket for each check to a file, in the format that its name ends in. */
final class TicketSink {

  private static final String ZIP = ".zip";

  private TicketSink() {}

  /** What is wrong with the name of such a file; null if nothing is. */
  static @Nullable String faultOf(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(ZIP) || formatOf(name) != null
        ? null
        : "the name of a ticket file must end in .txt, .md or .zip: " + file;
  }

  private static @Nullable TicketFormat formatOf(String name) {
    for (TicketFormat format : TicketFormat.values()) {
      if (name.endsWith("." + format.ending())) {
        return format;
      }
    }
    return null;
  }

  /**
   * Makes or empties the file.
   *
   * @param isMany whether there may be more than one check
   * @param disguise hides addresses and names; null to show them
   * @throws IOException if it can't be written
   */
  static FileReport.Sink open(Path file, boolean isMany, @Nullable Disguise disguise)
      throws IOException {
    TicketFormat format = formatOf(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT));
    OutputStream out = Files.newOutputStream(file);
    return format == null
        ? new Bundles(new TicketBundle(out, isMany, disguise), new TicketEvidence())
        : new Texts(out, format, disguise);
  }

  private record Bundles(TicketBundle bundle, TicketEvidence evidence) implements FileReport.Sink {

    @Override
    public void add(Schedule.Ended ended) throws IOException {
      bundle.add(evidence.of(ended));
    }

    @Override
    public void close() throws IOException {
      bundle.close();
    }
  }

  private static final class Texts implements FileReport.Sink {

    private final OutputStream out;
    private final TicketFormat format;
    private final @Nullable Disguise disguise;
    private final TicketEvidence evidence = new TicketEvidence();
    private final TogetherText all = new TogetherText();
    private boolean first = true;

    Texts(OutputStream out, TicketFormat format, @Nullable Disguise disguise) {
      this.out = out;
      this.format = format;
      this.disguise = disguise;
    }

    @Override
    public void add(Schedule.Ended ended) throws IOException {
      String ticket = Tickets.of(evidence.of(ended), format, disguise);
      String text = (first ? "" : Tickets.between(format)) + ticket;
      out.write(text.getBytes(StandardCharsets.UTF_8));
      first = false;
      all.add(ended.result());
    }

    @Override
    public void close() throws IOException {
      try (out) {
        out.write(all.text(format, disguise).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
