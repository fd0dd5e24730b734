package org.echolot.cli.environment;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.concurrent.StopSignal;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/**
 * All that the command line has to do with the world.
 *
 * @param in what is piped or typed
 * @param out for results, in UTF-8
 * @param err for errors and the log, in UTF-8
 * @param variables the environment variables
 * @param engines make the checks
 * @param secrets what the engine looks for passwords and tokens in
 * @param materials the files with certificates and keys that the engine uses
 * @param terminal where a person can be asked
 * @param directory what relative paths start at
 * @param interrupted given when the user stops the command (SIGINT)
 * @param terminated given when the system stops it (SIGTERM)
 */
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    EchoEngines engines,
    SecretBook secrets,
    TlsMaterials materials,
    Terminal terminal,
    Path directory,
    StopSignal interrupted,
    StopSignal terminated) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** Makes the checks where nobody asks for another engine. */
  public EchoEngine engine() {
    return engines.first();
  }
}
