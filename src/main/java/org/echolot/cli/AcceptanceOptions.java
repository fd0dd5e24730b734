package org.echolot.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.dicom.pdu.AeTitle;

/** The options of {@code echolot acceptance}. */
final class AcceptanceOptions {

  static final AeTitle STRANGER_AE = new AeTitle("NOT_REGISTERED");

  static final Option.Flag ALL = new Option.Flag("--all", "Check every saved peer.");

  static final Option.Values<String> TAG =
      new Option.Values<>("--tag", "TAG", "", Kind.TEXT, "Check the saved peers with this tag.");

  static final Option.Values<AeTitle> CALLING =
      new Option.Values<>(
          "--calling",
          "AET",
          ",",
          Kind.AE_TITLE,
          "Calling AE titles that each peer must accept; default: the peer's own, or that of the"
              + " peers file.");

  static final Option.Values<AeTitle> STRANGER =
      new Option.Values<>(
          "--stranger",
          "AET",
          ",",
          Kind.AE_TITLE,
          "Calling AE titles that each peer must refuse; default: NOT_REGISTERED.");

  static final Option.Flag NO_STRANGER =
      new Option.Flag("--no-stranger", "Do not ask what must be refused.");

  static final Option.Value<Duration> TIMEOUT =
      new Option.Value<>("--timeout", "TIME", Kind.TIME, "Timeout of each stage, for example 5s.");

  static final Option.Values<Path> REPORT =
      new Option.Values<>(
          "--report",
          "FILE",
          "",
          Kind.FILE,
          "Write the sheet to FILE.html, to print and sign, or to FILE.csv.");

  static final Option.Value<Path> COMPARE =
      new Option.Value<>(
          "--compare-with",
          "FILE.csv",
          Kind.FILE,
          "The sheet of the last run; default: the CSV file of --report, before it is replaced.");

  private AcceptanceOptions() {}

  static Declaration declaration() {
    return Declaration.of(
            "Checks which peers accept which calling AE titles, and makes a sheet to sign.",
            "[options] TARGET... | --all | --tag TAG")
        .detail(
            "Each peer is called with each AE title: those that it must accept, and a stranger's,"
                + " which it must refuse. The results are not kept in the history.")
        .operands(Operands.targets(0, "The peers to check."))
        .group("Targets", ALL, TAG, PeersFile.OPTION)
        .group("Callers", CALLING, STRANGER, NO_STRANGER)
        .group("Output", REPORT, COMPARE, TIMEOUT)
        .group(TlsOptions.GROUP)
        .group(UserOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }
}
