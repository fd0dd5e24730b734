package org.echolot.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.echolot.capture.Recording;
import org.echolot.check.CheckResult;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.UsageException;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Schedule;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.history.HistoryReader;
import org.echolot.history.HistoryStore;
import org.echolot.history.KeptCall;
import org.echolot.history.LastSuccess;
import org.echolot.history.Retention;
import org.echolot.report.Comparison;
import org.echolot.report.JsonReport;
import org.echolot.report.ResultCsv;
import org.echolot.report.SideBySide;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.echolot.text.IpText;
import org.echolot.text.PeriodText;
import org.jspecify.annotations.Nullable;

/** {@code echolot history}: the results that were kept, oldest first. */
final class HistoryCommand implements Command {

  /** How results are written. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  private static final Duration DEFAULT_SINCE = Duration.ofDays(7);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final Option.Value<Duration> SINCE =
      new Option.Value<>(
          "--since",
          "SPAN",
          Kind.checked(PeriodText::faultOf, PeriodText::parse),
          "How far back, for example 12h, 7d or 4w; default: 7d.");

  private static final Option.Value<Format> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(Format.values()),
          "text, json (one object per line, as echo writes them) or csv.");

  private static final Option.Flag CALLS =
      new Option.Flag(
          "--calls",
          "Show only calls to us, of peers and of strangers. Without it, text has both, calls with"
              + " an arrow.");

  private static final Option.Flag FORGET =
      new Option.Flag("--forget", "Delete all results of the targets, however old.");

  private static final Option.Flag COMPARE =
      new Option.Flag(
          "--compare",
          "Hold the last results of two targets side by side; of one, its last result and the last"
              + " success before it.");

  private static final Option.Flag EVENTS =
      new Option.Flag("--events", "What watches told since then, instead of results.");

  private static final int MOST_EVENTS = 100_000;

  private final Environment environment;

  HistoryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("Shows the results of earlier checks.", "[options] [TARGET...]")
        .detail(
            "A target is AET@host:port, as it was checked, the name of a saved peer, or the address"
                + " of a caller.")
        .operands(Operands.targets(0, "The peers; default: all that were ever checked."))
        .group("Options", SINCE, FORMAT, CALLS, EVENTS, COMPARE, FORGET, PeersFile.OPTION);
  }

  @Override
  public int run(Given given) throws InputException {
    if (!KeptHistory.folders(environment).keepsHistory()) {
      throw new InputException("no history is kept: ECHOLOT_HISTORY is off");
    }
    List<UUID> targets = targets(given);
    Set<UUID> peers = targets.isEmpty() ? null : Set.copyOf(targets);
    Instant from = Instant.now().minus(given.value(SINCE, DEFAULT_SINCE));
    try (HistoryStore store = KeptHistory.open(name(), Retention.FOREVER, environment)) {
      if (given.has(FORGET)) {
        return forget(store, peers);
      }
      if (given.has(COMPARE)) {
        return compare(store.reader(), targets);
      }
      return show(store.reader(), peers, from, given);
    }
  }

  private int show(HistoryReader reader, @Nullable Set<UUID> peers, Instant from, Given given)
      throws InputException {
    Format format = given.value(FORMAT, Format.TEXT);
    if (given.has(EVENTS)) {
      return events(reader, peers, from, format);
    }
    if (given.has(CALLS)) {
      new HistoryOfCalls(reader, peers, from, environment.out()).write(format);
      return ExitCode.OK;
    }
    if (format != Format.TEXT) {
      return reader.results(peers, from, Instant.MAX, sink(format)) ? ExitCode.OK : ExitCode.FAILED;
    }
    HistoryOfCalls calls = new HistoryOfCalls(reader, peers, from, environment.out());
    boolean read = reader.results(peers, from, Instant.MAX, calls.before(sink(format)));
    calls.writeRest();
    return read ? ExitCode.OK : ExitCode.FAILED;
  }

  private int events(HistoryReader reader, @Nullable Set<UUID> peers, Instant from, Format format)
      throws InputException {
    if (format == Format.CSV) {
      throw new UsageException("--events are written as text or json");
    }
    reader.events(from, MOST_EVENTS).reversed().stream()
        .filter(
            event -> peers == null || (event.peerId() != null && peers.contains(event.peerId())))
        .flatMap(event -> WatchEvent.of(event).stream())
        .map(event -> format == Format.JSON ? EventPrinter.json(event) : EventPrinter.text(event))
        .forEach(environment.out()::println);
    return ExitCode.OK;
  }

  /** The IDs of the targets, in the order in which they were named. */
  private List<UUID> targets(Given given) throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    boolean needed =
        !given.operands().stream().allMatch(target -> target.contains("@") || IpText.isIp(target));
    Targets targets =
        new Targets(
            file,
            file.read(needed, name(), environment),
            new Targets.Wishes(null, null, null, null, true));
    List<UUID> peers = new ArrayList<>();
    for (String target : given.operands()) {
      peers.add(
          IpText.isIp(target)
              ? KeptCall.strangerAt(InetAddress.ofLiteral(target))
              : targets.named(target).peerId());
    }
    return peers;
  }

  private int forget(HistoryStore store, @Nullable Set<UUID> peers) throws InputException {
    if (peers == null) {
      throw new InputException("--forget needs a target");
    }
    boolean all = true;
    for (UUID peer : peers) {
      all &= store.forgetNow(peer);
    }
    return all ? ExitCode.OK : ExitCode.FAILED;
  }

  private int compare(HistoryReader reader, List<UUID> targets) throws InputException {
    if (targets.isEmpty() || targets.size() > 2) {
      throw new UsageException("--compare needs one target or two");
    }
    CheckResult right = last(reader, targets.getLast());
    CheckResult left =
        targets.size() == 2 ? last(reader, targets.getFirst()) : successBefore(reader, right);
    new SideBySide(left, right).lines(time(left), time(right)).forEach(environment.out()::println);
    return ExitCode.OK;
  }

  private static CheckResult last(HistoryReader reader, UUID peer) throws InputException {
    return reader
        .last(peer)
        .orElseThrow(() -> new InputException("a target has no result in the history"));
  }

  private static CheckResult successBefore(HistoryReader reader, CheckResult last)
      throws InputException {
    UUID peer = last.request().peerId();
    return reader
        .lastSuccess(peer, last.startedAt().toInstant())
        .orElseThrow(() -> new InputException("the target has no earlier success in the history"));
  }

  private static String time(CheckResult result) {
    return TIME.format(result.startedAt().atZoneSameInstant(ZoneId.systemDefault()));
  }

  private Predicate<CheckResult> sink(Format format) {
    return switch (format) {
      case TEXT -> this::writeText;
      case CSV -> csv();
      case JSON -> json();
    };
  }

  private boolean writeText(CheckResult result) {
    String line =
        time(result)
            + "  "
            + Escapes.oneLine(result.request().name())
            + "  "
            + ElapsedText.of(result.total())
            + "  "
            + Comparison.verdict(result);
    environment.out().println(line);
    return !environment.out().checkError();
  }

  private Predicate<CheckResult> csv() {
    environment.out().print(ResultCsv.header() + "\r\n");
    return result -> {
      environment.out().print(ResultCsv.row(result) + "\r\n");
      return !environment.out().checkError();
    };
  }

  /** As {@code echo} writes them: with what had changed since the success before. */
  private Predicate<CheckResult> json() {
    JsonReport report = new JsonReport(environment.out(), false);
    Map<UUID, LastSuccess> known = new HashMap<>();
    return result -> {
      UUID peerId = result.request().peerId();
      LastSuccess before = known.get(peerId);
      report.checkEnded(
          new Schedule.Ended(
              0, 1, new CheckEnded(result.request(), 0, result, Recording.EMPTY, before)));
      if (result.isSuccess()) {
        known.put(peerId, LastSuccess.next(before, result));
      }
      return !environment.out().checkError();
    };
  }
}
