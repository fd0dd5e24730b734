package org.echolot.cli;

import java.time.Duration;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.report.PluginRange;
import org.echolot.text.DurationText;
import org.echolot.text.HostText;

/** The options of {@code echolot check}: those that monitoring plugins have, and ours. */
final class CheckOptions {

  private static final Kind<PluginRange> RANGE =
      Kind.checked(PluginRange::faultOf, PluginRange::parse);

  /** Seconds where there is no unit, as plugins have it. */
  private static final Kind<Duration> SECONDS =
      Kind.checked(
          text -> DurationText.faultOf(withUnit(text)), text -> DurationText.parse(withUnit(text)));

  private static String withUnit(String text) {
    return text.strip().matches("[0-9.]+") ? text.strip() + "s" : text;
  }

  static final Option.Value<String> HOST =
      new Option.Value<>(
          "-H, --host",
          "HOST",
          Kind.checked(HostText::faultOf, HostText::normalized),
          "The peer's name or address.");

  static final Option.Value<Integer> PORT =
      new Option.Value<>("-p, --port", "N", Kind.PORT, "The peer's port. Default: 104.");

  static final Option.Value<AeTitle> CALLED =
      new Option.Value<>("--called", "AET", Kind.AE_TITLE, "The peer's AE title.");

  static final Option.Flag ALL =
      new Option.Flag("--all", "Check every saved peer, a line for each.");

  static final Option.Values<String> TAG =
      new Option.Values<>(
          "--tag", "TAG", "", Kind.TEXT, "Check the saved peers with this tag, a line for each.");

  static final Option.Value<PluginRange> WARNING =
      new Option.Value<>(
          "-w, --warning",
          "TIME",
          RANGE,
          "WARNING if the check takes longer: seconds, a time such as 500ms, or a range such as"
              + " 0:2.");

  static final Option.Value<PluginRange> CRITICAL =
      new Option.Value<>("-c, --critical", "TIME", RANGE, "CRITICAL if the check takes longer.");

  static final Option.Value<Duration> TIMEOUT =
      new Option.Value<>(
          "-t, --timeout",
          "TIME",
          SECONDS,
          "Time for all of the check: seconds, or a time such as 1500ms. Default: 10.");

  static final Option.Value<CheckFormat> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(CheckFormat.values()),
          "nagios (also for Icinga, Naemon and Centreon), checkmk (a local check) or influx (for"
              + " Telegraf). Default: nagios.");

  static final Option.Flag VERBOSE =
      new Option.Flag("-v, --verbose", "Write the log of the check below the first line.");

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  static final int DEFAULT_PORT = 104;

  private CheckOptions() {}

  static Declaration declaration() {
    return Declaration.of(
            "Checks a peer as a plugin of a monitoring system.",
            "[options] TARGET | -H HOST -p PORT --called AET")
        .detail(
            "Exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (wrong options, or this computer's"
                + " own network is down).")
        .operands(Operands.targets(0, "The peer: a saved one's name, or AET@host:port."))
        .group("Target", HOST, PORT, CALLED, ALL, TAG, PeersFile.OPTION, Targets.CALLING)
        .group("Monitoring", WARNING, CRITICAL, TIMEOUT, FORMAT, VERBOSE, KeptHistory.NONE)
        .group(TlsOptions.GROUP)
        .group(UserOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }
}
