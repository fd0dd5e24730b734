package org.echolot.cli;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.fleet.watch.WatchListener;
import org.echolot.history.History;
import org.echolot.json.JsonLine;
import org.echolot.text.Escapes;

/** Writes the events of a watch as lines. */
final class EventPrinter implements WatchListener {

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter JSON =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private final PrintStream out;
  private final WatchOptions.Format format;
  private final History history;

  /**
   * @param history keeps them, too
   */
  EventPrinter(PrintStream out, WatchOptions.Format format, History history) {
    this.out = out;
    this.format = format;
    this.history = history;
  }

  @Override
  public void happened(WatchEvent event) {
    history.keep(event.kept());
    out.println(
        switch (format) {
          case TEXT -> text(event);
          case JSON -> json(event);
        });
  }

  static String text(WatchEvent event) {
    return TEXT.format(event.at()) + "  " + Escapes.oneLine(event.text());
  }

  static String json(WatchEvent event) {
    return JsonLine.of(
        to -> {
          to.number("number", event.number());
          to.text("at", JSON.format(event.at()));
          to.text("kind", event.kind().name());
          to.bool("rings", event.kind().rings());
          to.text("name", event.peerId() == null ? null : event.peer());
          to.text("cause", event.cause() == null ? null : event.cause().name());
          to.text("text", event.text());
        });
  }
}
