package org.echolot.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.report.Paint;
import org.echolot.report.TextReport;
import org.echolot.text.AddressText;

/** Shows, where no window can open, that Echolot works: it echoes its own server. */
public final class SelfEcho {

  private static final AeTitle AE = new AeTitle("ECHOLOT");

  private SelfEcho() {}

  /**
   * Starts the built-in server on a free port of loopback, checks it and prints the result.
   *
   * @return the exit code
   */
  public static int run(Environment environment) throws InterruptedException {
    Journal journal = new Journal();
    try (VerificationScp scp = VerificationScp.start(ListenerOptions.onLoopback(AE, 0), journal)) {
      List<CheckRequest> self =
          List.of(
              CheckRequest.of(
                  "Built-in server",
                  AE,
                  AE,
                  AddressText.of(scp.address().getAddress()),
                  scp.address().getPort()));
      StopSignal stop = new StopSignal();
      try (var _ = environment.interrupted().onStop(stop::stop);
          var _ = environment.terminated().onStop(stop::stop)) {
        return new EchoSession(
                new Fleet(environment.engine(), journal, 1),
                new TextReport(environment.out(), self, false, Paint.OFF))
            .run(environment.out(), self, 1, Duration.ZERO, stop);
      }
    } catch (IOException e) {
      environment.err().println("echolot: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }
}
