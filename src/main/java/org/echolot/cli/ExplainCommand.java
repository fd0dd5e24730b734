package org.echolot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.InputException;
import org.echolot.concurrent.Threads;
import org.echolot.files.FileFaults;
import org.echolot.logs.Explanation;
import org.echolot.logs.ExplanationText;
import org.echolot.logs.LogExplainer;
import org.echolot.logs.LogLines;
import org.echolot.logs.LogPatterns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code echolot explain}. */
@Command(
    name = "explain",
    description = {
      "Says what log lines of other software mean: DCMTK, Orthanc, dcm4che, pynetdicom, fo-dicom,"
          + " dicom-rs, dcmjs-dimse, Conquest, ClearCanvas; Java, .NET, Windows, OpenSSL; and what"
          + " is in front of a server: HAProxy, nginx, stunnel, Envoy, port forwards, firewalls.",
      "",
      "For example: journalctl -u orthanc | echolot explain"
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = "echolot explain [FILE]")
final class ExplainCommand implements Callable<Integer> {

  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The log file; default, and for '-': standard input.")
  private @Nullable Path file;

  ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InputException, InterruptedException {
    CompletableFuture<Explanation> explained = new CompletableFuture<>();
    // Nothing else ends a read of standard input than its end, so that a stop leaves it alone.
    Threads.startVirtual("explain", () -> complete(explained));
    try (var _ = environment.interrupted().onStop(() -> explained.cancel(false));
        var _ = environment.terminated().onStop(() -> explained.cancel(false))) {
      ExplanationText.of(explained.get()).forEach(environment.out()::println);
      return ExitCode.OK;
    } catch (CancellationException _) {
      return ExitCode.STOPPED;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw new InputException("can't read " + name() + ": " + FileFaults.words(fault));
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void complete(CompletableFuture<Explanation> explained) {
    try (InputStream in = open()) {
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

  private InputStream open() throws IOException {
    return isStandardInput()
        ? environment.in()
        : Files.newInputStream(environment.directory().resolve(String.valueOf(file)));
  }

  private boolean isStandardInput() {
    return file == null || file.toString().equals("-");
  }

  private String name() {
    return isStandardInput() ? "standard input" : String.valueOf(file);
  }
}
