package org.echolot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Operands;
import org.echolot.concurrent.Threads;
import org.echolot.files.FileFaults;
import org.echolot.logs.Explanation;
import org.echolot.logs.ExplanationText;
import org.echolot.logs.LogExplainer;
import org.echolot.logs.LogLines;
import org.echolot.logs.LogPatterns;

/** {@code echolot explain}. */
final class ExplainCommand implements Command {

  private static final String STANDARD_INPUT = "-";

  private final Environment environment;

  ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("Says what log lines of other software mean.", "[FILE]")
        .detail(
            "It knows DCMTK, Orthanc, dcm4che, pynetdicom, fo-dicom, dicom-rs, dcmjs-dimse,"
                + " Conquest, ClearCanvas and GDCM; Java, .NET, Go, Node, Windows, OpenSSL and"
                + " GnuTLS; and what is in front of a server: HAProxy, nginx, stunnel, Envoy,"
                + " Traefik, port forwards, firewalls.")
        .detail("For example: journalctl -u orthanc | echolot explain")
        .operands(
            new Operands(
                "FILE",
                0,
                1,
                "The log file; default, and for '-': standard input.",
                Completion.Source.FILES));
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    String named = given.operands().isEmpty() ? STANDARD_INPUT : given.operands().getFirst();
    CompletableFuture<Explanation> explained = new CompletableFuture<>();
    // Nothing else ends a read of standard input than its end, so that a stop leaves it alone.
    Threads.startVirtual("explain", () -> complete(named, explained));
    try (var _ = environment.interrupted().onStop(() -> explained.cancel(false));
        var _ = environment.terminated().onStop(() -> explained.cancel(false))) {
      ExplanationText.of(explained.get()).forEach(environment.out()::println);
      return ExitCode.OK;
    } catch (CancellationException _) {
      return ExitCode.STOPPED;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw new InputException("can't read " + words(named) + ": " + FileFaults.words(fault));
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void complete(String named, CompletableFuture<Explanation> explained) {
    try (InputStream in = open(named)) {
      LogLines lines = new LogLines(in);
      LogExplainer explainer = new LogExplainer(LogPatterns.load());
      for (String line = lines.next(); line != null; line = lines.next()) {
        explainer.add(line);
      }
      explained.complete(explainer.explanation());
    } catch (IOException | RuntimeException e) {
      explained.completeExceptionally(e);
    }
  }

  private InputStream open(String named) throws IOException {
    return named.equals(STANDARD_INPUT)
        ? environment.in()
        : Files.newInputStream(environment.directory().resolve(named));
  }

  private static String words(String named) {
    return named.equals(STANDARD_INPUT) ? "standard input" : named;
  }
}
