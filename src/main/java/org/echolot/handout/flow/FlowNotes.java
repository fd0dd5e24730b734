package org.echolot.handout.flow;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.echolot.text.About;

/** What whoever reads a sheet must know of it. */
final class FlowNotes {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  static final List<String> ALL =
      List.of(
          "The end under \"From\" opens the TCP connection, from any source port. Answers come back"
              + " on the same connection.",
          "\"Measured\" is what the computer that runs Echolot saw in its last successful check of"
              + " the peer. NAT, a proxy or a VPN in between can show the other end another"
              + " address.",
          "Latency is the time until the peer answered the request for a TCP connection.",
          "\"Not measured\" means that it is not known: please add it.");

  private FlowNotes() {}

  /** Who made it, and when. */
  static String made(OffsetDateTime at) {
    return "Made by " + About.program() + " on " + TIME.format(at);
  }
}
