package org.echolot.cli;

import java.time.Duration;
import java.util.List;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.probe.BigProbe;
import org.echolot.probe.Catalogue;
import org.echolot.probe.Service;

/** The options of {@code echolot probe}. */
final class ProbeOptions {

  /** How results are written. */
  enum Format {
    TEXT,
    CSV,
    JSON
  }

  static final Option.Flag SERVICES =
      new Option.Flag(
          "--services",
          "Ask which services the peer accepts for us, by negotiation alone. The default.");

  static final Option.Values<List<Service>> ONLY =
      new Option.Values<>(
          "--only",
          "SERVICE",
          ",",
          new Kind<>(ProbeOptions::services, Completion.Source.NOTHING),
          "With --services, ask only for these: verification, worklist, query, move, get,"
              + " commitment, mpps, print, other-service, storage, image, video, report, document,"
              + " or a UID.");

  static final Option.Values<Integer> BIG =
      new Option.Values<>(
          "--big",
          "BYTES",
          ",",
          Kind.number(BigProbe.LEAST_BYTES, BigProbe.MOST_BYTES),
          "Send association requests of 8, 14 and 34 KB, or of these sizes, to find paths that lose"
              + " large packets.",
          true);

  static final Option.Flag FIND =
      new Option.Flag(
          "--find", "Ask for a study that cannot exist, to see whether the peer lets us query.");

  static final Option.Flag AE_TITLES =
      new Option.Flag(
          "--ae-titles",
          "If the peer rejects us, try at most four other pairs of AE titles, to see what would"
              + " work.");

  static final Option.Flag ALL = new Option.Flag("--all", "Ask every saved peer.");

  static final Option.Values<String> TAG =
      new Option.Values<>("--tag", "TAG", "", Kind.TEXT, "Ask the saved peers with this tag.");

  static final Option.Value<Format> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(Format.values()),
          "text, csv or json (an object per line).");

  static final Option.Value<Duration> TIMEOUT =
      new Option.Value<>(
          "--timeout", "TIME", Kind.TIME, "Timeout of each stage, the lookup included.");

  private ProbeOptions() {}

  static Declaration declaration() {
    return Declaration.of(
            "Shows what a peer accepts for us, beyond an echo.",
            "[options] TARGET... | --all | --tag TAG")
        .detail(
            "A target is AET@host:port, with an IPv6 address in brackets, or the name of a saved"
                + " peer.")
        .operands(Operands.targets(0, "The peers to ask, one after the other."))
        .group("Questions", SERVICES, ONLY, BIG, FIND, AE_TITLES)
        .group("Targets", ALL, TAG, PeersFile.OPTION, Targets.CALLING, EchoOptions.SOURCE)
        .group("Output", FORMAT, EchoOptions.LOG)
        .group("Timing", TIMEOUT)
        .group(TlsOptions.GROUP)
        .group(UserOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }

  private static List<Service> services(String word) throws InputException {
    List<Service> named = Catalogue.named(word);
    if (named.isEmpty()) {
      throw new InputException("'" + word + "' is no service; --help lists them");
    }
    return named;
  }
}
