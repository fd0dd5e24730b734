package org.echolot.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.fleet.Fleet;
import org.echolot.journal.JournalLine.Level;
import org.echolot.peers.PeerWatch;
import org.echolot.text.DurationText;
import org.echolot.text.IpText;

/** The options of {@code echolot watch}. */
final class WatchOptions {

  /** How events are written. */
  enum Format {
    TEXT,
    JSON
  }

  static final Option.Flag ALL = new Option.Flag("--all", "Watch every saved peer.");

  static final Option.Values<String> TAG =
      new Option.Values<>("--tag", "TAG", "", Kind.TEXT, "Watch the saved peers with this tag.");

  static final Option.Value<Duration> INTERVAL =
      new Option.Value<>(
          "--interval",
          "TIME",
          Kind.checked(PeerWatch::textFault, DurationText::parse),
          "From one check of a peer to the next, from 10s to 1h; default: the peer's own, or 60s.");

  static final Option.Value<InetSocketAddress> SERVE =
      new Option.Value<>(
          "--serve",
          "ADDRESS:PORT",
          new Kind<>(WatchOptions::address, Completion.Source.NOTHING),
          "Answer monitors over HTTP here: /probe, /sd, /metrics and a status page. Port 0: any"
              + " free one.");

  static final Option.Values<String> SERVE_NAME =
      new Option.Values<>(
          "--serve-name",
          "NAME",
          ",",
          Kind.TEXT,
          "A name of this computer in the URLs that monitors use, beside its addresses and"
              + " localhost.");

  static final Option.Flag PROBE_ANY =
      new Option.Flag(
          "--probe-any",
          "Let /probe call any host and port, with any calling AE title. On 127.0.0.1 it may;"
              + " elsewhere only the saved peers are probed.");

  static final Option.Value<Integer> PARALLEL =
      new Option.Value<>(
          "--parallel",
          "N",
          Kind.number(1, Fleet.MAX_PARALLELISM),
          "How many checks to make at the same time; default: 64.");

  static final Option.Value<Format> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(Format.values()),
          "How to write what happens: text, or json (an object per line). Default: text.");

  static final Option.Value<Level> LOG =
      new Option.Value<>(
          "--log",
          "LEVEL",
          Kind.oneOf(Level.values()),
          "Write a log of all checks to standard error: info, debug or trace.");

  private WatchOptions() {}

  static Declaration declaration() {
    return Declaration.of(
            "Checks peers at intervals until it is stopped, and tells what changes.",
            "[options] [TARGET... | --all | --tag TAG]")
        .detail(
            "Without a target it watches the saved peers that have \"watch\" in the peers file. The"
                + " file is read again when it changes.")
        .operands(Operands.targets(0, "The peers to watch."))
        .group("Targets", ALL, TAG, Where.OPTION, PeersFile.OPTION, Targets.CALLING)
        .group("Timing", INTERVAL, PARALLEL)
        .group("Monitors", SERVE, SERVE_NAME, PROBE_ANY)
        .group("Output", FORMAT, LOG, KeptHistory.NONE)
        .group(TlsOptions.GROUP)
        .group(UserOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }

  private static InetSocketAddress address(String text) throws InputException {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    String port = text.substring(colon + 1);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    String literal = bare.equals("localhost") ? "127.0.0.1" : bare;
    boolean isRight =
        IpText.isIp(literal)
            && literal.contains(":") == bracketed
            && port.matches("[0-9]{1,5}")
            && Integer.parseInt(port) <= 65_535;
    if (!isRight) {
      throw new InputException(
          "'" + text + "' is not an IP address and a port, as in 127.0.0.1:9104 or [::1]:9104");
    }
    return new InetSocketAddress(InetAddress.ofLiteral(literal), Integer.parseInt(port));
  }
}
