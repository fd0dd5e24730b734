package org.echolot.realpeers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Wireshark's reader of captures, as it is where nobody set anything. */
public final class Tshark {

  private static final long PATIENCE_SECONDS = 60;

  private Tshark() {}

  /**
   * What it says of a capture, a line a packet.
   *
   * @param options which packets, and what of them
   */
  public static List<String> lines(Path capture, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.find("tshark", "tshark").toString(),
                "-n",
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "ip.check_checksum:TRUE",
                "-r",
                capture.toString()));
    command.addAll(List.of(options));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      String nowhere = capture.resolveSibling("no-settings").toString();
      builder.environment().put("XDG_CONFIG_HOME", nowhere);
      builder.environment().put("HOME", nowhere);
      Process process = builder.start();
      try {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw new AssertionError("tshark can't read " + capture + ": " + output);
        }
        return output.lines().toList();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while tshark runs", e);
    }
  }

  /** Protocol and summary of each packet, as Wireshark lists them. */
  public static List<String> summaries(Path capture) {
    return lines(
        capture,
        "-T",
        "fields",
        "-E",
        "separator= ",
        "-e",
        "_ws.col.Protocol",
        "-e",
        "_ws.col.Info");
  }

  /**
   * What is broken: a wrong checksum, or what an expert warns of, other than that an association
   * was rejected or aborted.
   */
  public static List<String> complaints(Path capture) {
    return lines(
        capture,
        "-Y",
        "_ws.malformed || tcp.checksum.status != 1 || ip.checksum.status == 0"
            + " || (_ws.expert.severity >= \"Warning\""
            + " && !(dicom.pdu.type == 3 || dicom.pdu.type == 7))");
  }
}
