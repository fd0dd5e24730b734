package org.echolot.cli.option;

import java.util.stream.Stream;

/**
 * What people try who have a password to give. An argument shows in the list of processes and in
 * the shell's history, so it is refused, and not repeated in the message.
 */
public final class RefusedSecrets {

  private static final String WHY =
      "a password or token cannot be an argument, because every user of this computer could"
          + " read it: use --user-secret-file or --user-secret-env, or"
          + " --client-cert-password-file or --client-cert-password-env";

  public static final Group GROUP =
      new Group(
          "Refused",
          Stream.of(
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
                  "--key-password")
              .<Option>map(name -> new Option.Refused(name, WHY))
              .toList());

  private RefusedSecrets() {}
}
