package org.echolot.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * What people try who have a password to give. An argument shows in the list of processes and in
 * the shell's history, so it is refused, and not repeated in the message.
 */
public final class ForbiddenOptions {

  @Option(
      names = {
        "--password",
        "--passcode",
        "--user-password",
        "--user-passcode",
        "--user-secret",
        "--user-token",
        "--token",
        "--jwt",
        "--saml",
        "--kerberos",
        "--trusted-password",
        "--client-cert-password",
        "--cert-password",
        "--client-key-password",
        "--key-password"
      },
      arity = "0..1",
      hidden = true)
  private List<String> secrets = new ArrayList<>();

  /**
   * @throws InputException if one was tried
   */
  public void refuse() throws InputException {
    if (!secrets.isEmpty()) {
      throw new InputException(
          "a password or token cannot be an argument, because every user of this computer could"
              + " read it: use --user-secret-file or --user-secret-env, or"
              + " --client-cert-password-file or --client-cert-password-env");
    }
  }
}
