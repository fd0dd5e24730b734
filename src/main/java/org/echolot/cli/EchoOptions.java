package org.echolot.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echolot.check.Approach;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.fleet.Fleet;
import org.echolot.journal.JournalLine.Level;

/** The options of {@code echolot echo}. */
final class EchoOptions {

  static final Option.Flag ALL = new Option.Flag("--all", "Check every saved peer.");

  static final Option.Values<String> TAG =
      new Option.Values<>("--tag", "TAG", "", Kind.TEXT, "Check the saved peers with this tag.");

  static final Option.Value<String> SOURCE =
      new Option.Value<>(
          "--source",
          "ADDRESS",
          Kind.ADDRESS,
          "Our address to call from; default: the peer's, or any that fits.");

  static final Option.Value<Duration> TIMEOUT =
      new Option.Value<>(
          "--timeout",
          "TIME",
          Kind.TIME,
          "Timeout of each stage, the lookup included, for example 5s.");

  static final Option.Value<Duration> CONNECT_TIMEOUT =
      new Option.Value<>(
          "--connect-timeout",
          "TIME",
          Kind.TIME,
          "Timeout of the connection; default: 5s. The lookup has the same, but at least 11s,"
              + " because a dead first DNS server costs 5s.");

  static final Option.Value<Integer> REPEAT =
      new Option.Value<>(
          "--repeat",
          "N",
          Kind.number(1, Integer.MAX_VALUE),
          "Check each target N times in sequence.");

  static final Option.Value<Duration> INTERVAL =
      new Option.Value<>(
          "--interval",
          "TIME",
          Kind.TIME_OR_ZERO,
          "Pause between two checks of a target; default: 1s.");

  static final Option.Value<Integer> PARALLEL =
      new Option.Value<>(
          "--parallel",
          "N",
          Kind.number(1, Fleet.MAX_PARALLELISM),
          "How many associations to have at the same time; default: 64. Targets that are only"
              + " waiting for their connection do not count.");

  static final Option.Value<EchoFormat> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(EchoFormat.values()),
          "text, json (an object per line), junit, prometheus, ticket or ticket-markdown.");

  static final Option.Value<Level> LOG =
      new Option.Value<>(
          "--log",
          "LEVEL",
          Kind.oneOf(Level.values()),
          "Write a log to standard error: info, debug or trace.");

  static final Option.Value<Path> CAPTURE =
      new Option.Value<>(
          "--capture",
          "FILE.pcapng",
          Kind.FILE,
          "Write the PDUs to a packet capture for Wireshark, with synthetic TCP headers.");

  static final Option.Value<Path> TICKET =
      new Option.Value<>(
          "--ticket",
          "FILE",
          Kind.FILE,
          "Write tickets to a file: .txt, .md, or .zip with the whole log and a packet capture of"
              + " the PDUs.");

  static final Option.Value<Path> REPORT =
      new Option.Value<>(
          "--report",
          "FILE",
          Kind.FILE,
          "Write a report of all peers to a file: .html to print and sign, or .csv.");

  static final Option.Flag HIDE_NAMES =
      new Option.Flag(
          "--hide-names", "Replace addresses and names in tickets and captures with placeholders.");

  static final Option.Flag NO_TLS_PROBE =
      new Option.Flag("--no-tls-probe", "Never connect again to probe a silent peer for TLS.");

  static final Option.Value<String> ENGINE =
      new Option.Value<>(
          "--engine",
          "NAME",
          Kind.TEXT,
          "The DICOM stack to check with: echolot, or dcm4che if the build has it.");

  static final Option.Flag COMPARE =
      new Option.Flag(
          "--compare",
          "Check with every DICOM stack of this build, and show how the results differ.");

  static final Option.Value<Integer> PROPOSE_CONTEXTS =
      new Option.Value<>(
          "--propose-contexts",
          "N",
          Kind.number(1, Approach.MAX_CONTEXTS),
          "Propose Verification in N presentation contexts; default: 1.");

  static final Option.Value<Integer> PROPOSE_SYNTAXES =
      new Option.Value<>(
          "--propose-syntaxes",
          "N",
          Kind.number(1, Approach.MAX_SYNTAXES),
          "Propose N transfer syntaxes in each; default: 1, Implicit VR Little Endian.");

  static final Option.Value<Integer> MAX_PDU =
      new Option.Value<>(
          "--max-pdu",
          "BYTES",
          Kind.number(Approach.LEAST_PDU_LENGTH, Approach.MOST_PDU_LENGTH),
          "The max PDU length that we announce; default: 16384.");

  static final Option.Flag ABORT =
      new Option.Flag("--abort", "Abort the association at the end instead of releasing it.");

  static final Option.Value<Approach.Proxy> PROXY =
      new Option.Value<>(
          "--proxy",
          "URL",
          new Kind<>(ProxyUrl::read, Completion.Source.NOTHING),
          "Connect through a proxy: http://host:port (HTTP CONNECT) or socks5://host:port.");

  static final Option.Value<Approach.ProxyHeader> PROXY_PROTOCOL =
      new Option.Value<>(
          "--proxy-protocol",
          "VERSION",
          new Kind<>(ProxyUrl::version, new Completion.Words(List.of("1", "2"))),
          "Begin with the header of the PROXY protocol, version 1 or 2.");

  static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1);

  private EchoOptions() {}

  /**
   * How to come to the peers.
   *
   * @param saved how the peer is come to as it is saved; the options go before it
   * @param looksAtNetwork whether what is written shows what the system knows of the network
   */
  static Approach approach(Given given, Approach saved, boolean looksAtNetwork) {
    return new Approach(
        given.value(PROPOSE_CONTEXTS, 1),
        given.value(PROPOSE_SYNTAXES, 1),
        given.value(MAX_PDU, Approach.PLAIN.maxPduLength()),
        given.has(ABORT),
        given.has(PROXY) ? given.value(PROXY) : saved.proxy(),
        given.has(PROXY_PROTOCOL) ? given.value(PROXY_PROTOCOL) : saved.proxyHeader(),
        looksAtNetwork);
  }

  static Declaration declaration() {
    return Declaration.of(
            "Checks with a C-ECHO whether peers answer.", "[options] TARGET... | --all | --tag TAG")
        .detail(
            "A target is AET@host:port, with an IPv6 address in brackets, or the name of a saved"
                + " peer.")
        .operands(Operands.targets(0, "The peers to check."))
        .group("Targets", ALL, TAG, Where.OPTION, PeersFile.OPTION, Targets.CALLING, SOURCE)
        .group("Timing", TIMEOUT, CONNECT_TIMEOUT, REPEAT, INTERVAL, PARALLEL)
        .group("Output", FORMAT, LOG, CAPTURE, TICKET, REPORT, HIDE_NAMES, KeptHistory.NONE)
        .group("Method", ENGINE, COMPARE, NO_TLS_PROBE)
        .group("Request", PROPOSE_CONTEXTS, PROPOSE_SYNTAXES, MAX_PDU, ABORT)
        .group("Proxies", PROXY, PROXY_PROTOCOL)
        .group(TlsOptions.GROUP)
        .group(UserOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }
}
