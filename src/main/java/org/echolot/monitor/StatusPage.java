package org.echolot.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.Standing;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.fleet.watch.WatchState;
import org.echolot.peers.AeAddress;
import org.echolot.text.About;
import org.echolot.text.DurationText;
import org.echolot.text.ElapsedText;
import org.echolot.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * The page that a person looks at: how each watched peer stands, those that fail first, and what
 * happened last. It needs no script, and the browser reads it again by itself.
 */
final class StatusPage {

  private static final int REFRESH_SECONDS = 10;
  private static final int EVENTS_SHOWN = 50;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private StatusPage() {}

  /** How it looks. */
  static HttpAnswer style() {
    try (InputStream in = StatusPage.class.getResourceAsStream("status.css")) {
      String style = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return HttpAnswer.of(200, "text/css; charset=utf-8", style);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in the jar
    }
  }

  static HttpAnswer of(Watch watch, Instant now, ZoneId zone) {
    List<Standing> standings =
        watch.standings().stream().sorted(Comparator.comparingInt(StatusPage::rank)).toList();
    Html to = new Html();
    to.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">")
        .raw("<meta http-equiv=\"refresh\" content=\"" + REFRESH_SECONDS + "\">")
        .raw("<link rel=\"stylesheet\" href=\"style.css\"><title>")
        .text(title(standings))
        .raw("</title></head>\n<body><header><h1>Echolot</h1><p>")
        .text(counts(standings))
        .raw("</p></header>\n");
    LineFault fault = watch.lineFault();
    if (fault != null) {
      to.raw("<p class=\"line\" role=\"alert\">This computer's own network is down: ")
          .text(fault.words())
          .raw(". Nothing is counted against the peers.</p>\n");
    }
    peers(to, standings, zone);
    events(to, watch.events(), zone);
    to.raw("<footer>")
        .text(
            About.program()
                + " · "
                + TIME.format(now.atZone(zone))
                + " · this page is read again every "
                + REFRESH_SECONDS
                + " s")
        .raw(" · <a href=\"metrics\">metrics</a> · <a href=\"sd\">targets</a></footer>")
        .raw("</body></html>\n");
    return HttpAnswer.of(200, "text/html; charset=utf-8", to.toString());
  }

  /** Those first who want to be looked at. */
  private static int rank(Standing standing) {
    return switch (standing.state()) {
      case FAILS -> 0;
      case FLAPS -> 1;
      case UNCHECKED -> 2;
      case ANSWERS -> standing.fault() == null ? 3 : 2;
    };
  }

  private static long count(List<Standing> standings, WatchState state) {
    return standings.stream().filter(standing -> standing.state() == state).count();
  }

  private static String title(List<Standing> standings) {
    long bad = count(standings, WatchState.FAILS) + count(standings, WatchState.FLAPS);
    return bad == 0 ? "Echolot" : "(" + bad + ") Echolot";
  }

  private static String counts(List<Standing> standings) {
    return standings.size()
        + (standings.size() == 1 ? " peer · " : " peers · ")
        + count(standings, WatchState.ANSWERS)
        + " answer · "
        + count(standings, WatchState.FAILS)
        + " fail · "
        + count(standings, WatchState.FLAPS)
        + " flap · "
        + count(standings, WatchState.UNCHECKED)
        + " not checked yet";
  }

  private static void peers(Html to, List<Standing> standings, ZoneId zone) {
    if (standings.isEmpty()) {
      to.raw("<p>No peers are watched. Name some, or start the watch with --all.</p>\n");
      return;
    }
    to.raw("<table><thead><tr><th>State<th>Peer<th>Address<th>Last check<th>Since<th>Every")
        .raw("</tr></thead><tbody>\n");
    standings.forEach(standing -> peer(to, standing, zone));
    to.raw("</tbody></table>\n");
  }

  private static void peer(Html to, Standing standing, ZoneId zone) {
    CheckRequest request = standing.watched().request();
    to.raw("<tr class=\"" + look(standing) + "\"><td><span class=\"state\">")
        .text(mark(standing.state()) + " " + standing.state().label())
        .raw("</span></td>")
        .cell(request.name())
        .raw("<td><code>")
        .text(new AeAddress(request.calledAe(), request.host(), request.port()).toString())
        .raw("</code>" + (request.isTls() ? " TLS" : "") + "</td>")
        .cell(lastCheck(standing))
        .cell(time(standing.since(), zone))
        .cell(DurationText.inWords(standing.watched().interval()))
        .raw("</tr>\n");
  }

  private static String look(Standing standing) {
    return switch (standing.state()) {
      case ANSWERS -> "good";
      case FAILS -> "bad";
      case FLAPS -> "odd";
      case UNCHECKED -> "unknown";
    };
  }

  /** So that no state is told by colour alone. */
  private static String mark(WatchState state) {
    return switch (state) {
      case ANSWERS -> "✓";
      case FAILS -> "✗";
      case FLAPS -> "⚠";
      case UNCHECKED -> "○";
    };
  }

  private static String lastCheck(Standing standing) {
    CheckResult last = standing.last();
    if (last == null) {
      return "–";
    }
    LineFault fault = standing.fault();
    if (fault != null) {
      return "not counted: " + fault.words();
    }
    if (last.isSuccess()) {
      return ElapsedText.of(last.total()) + (standing.unconfirmed() ? ", to be confirmed" : "");
    }
    return last.summary() + (standing.unconfirmed() ? " (to be confirmed)" : "");
  }

  private static String time(@Nullable Instant at, ZoneId zone) {
    return at == null ? "–" : TIME.format(at.atZone(zone));
  }

  private static void events(Html to, List<WatchEvent> events, ZoneId zone) {
    to.raw("<h2>What happened</h2>\n");
    if (events.isEmpty()) {
      to.raw("<p>Nothing yet.</p>\n");
      return;
    }
    to.raw("<table class=\"events\"><tbody>\n");
    events.reversed().stream()
        .limit(EVENTS_SHOWN)
        .forEach(
            event ->
                to.raw("<tr><td><time>")
                    .text(time(event.at(), zone))
                    .raw("</time></td>")
                    .cell(event.text())
                    .raw("</tr>\n"));
    to.raw("</tbody></table>\n");
  }
}
