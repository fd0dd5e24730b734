package org.echolot.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.echolot.check.EchoEngine;
import org.echolot.dicom.association.StopSignal;

/**
 * All that the command line has to do with the world.
 *
 * @param in what is piped or typed
 * @param out for results, in UTF-8
 * @param err for errors and the log, in UTF-8
 * @param variables the environment variables
 * @param engine makes the checks
 * @param directory what relative paths start at
 * @param interrupted given when the user stops the command (SIGINT)
 * @param terminated given when the system stops it (SIGTERM)
 */
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    EchoEngine engine,
    Path directory,
    StopSignal interrupted,
    StopSignal terminated) {

  public Environment {
    variables = Map.copyOf(variables);
  }
}
