package org.echolot.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.Group;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.SecretSource;
import org.echolot.peers.exchange.ImportedList;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.UnreadableListException;
import org.echolot.peers.exchange.live.LiveDirectory;
import org.echolot.peers.exchange.live.LiveOrthanc;
import org.echolot.peers.exchange.live.Login;
import org.echolot.peers.exchange.live.ServerException;
import org.jspecify.annotations.Nullable;

/** How a server is asked that keeps a list of peers, as the command line says it. */
record ServerAccess(Given given, Environment environment) {

  private static final Option.Value<String> USER =
      new Option.Value<>(
          "--user", "NAME", Kind.TEXT, "The user of the server; for LDAP, its distinguished name.");

  private static final Option.Value<String> PASSWORD_ENV =
      new Option.Value<>(
          "--password-env", "NAME", Kind.TEXT, "The environment variable with the password.");

  private static final Option.Value<Path> PASSWORD_FILE =
      new Option.Value<>(
          "--password-file",
          "FILE",
          Kind.FILE,
          "The file with the password. Without either option, Echolot asks for it in a terminal.");

  private static final Option.Value<Path> TRUSTED =
      new Option.Value<>(
          "--trusted",
          "FILE",
          Kind.FILE,
          "The certificates to trust for https and ldaps, in PEM; default: those of Java.");

  static final Group GROUP = Group.of("Server", USER, PASSWORD_ENV, PASSWORD_FILE, TRUSTED);

  static boolean isUrl(String text) {
    return LiveOrthanc.isUrl(text) || LiveDirectory.isUrl(text);
  }

  /** What a running Orthanc or a directory has. */
  ImportedList read(String url, @Nullable PeerListFormat format)
      throws InputException, UnreadableListException, InterruptedException {
    PeerListFormat meant = LiveOrthanc.isUrl(url) ? PeerListFormat.ORTHANC : PeerListFormat.LDIF;
    if (format != null && format != meant) {
      throw new InputException("--as " + format.word() + " is not what such a URL answers with");
    }
    Login login = login();
    try {
      if (meant == PeerListFormat.LDIF) {
        return new LiveDirectory(url, trusted(), login, LiveDirectory.DEADLINE).read();
      }
      try (LiveOrthanc orthanc = new LiveOrthanc(url, trusted(), login, LiveOrthanc.DEADLINE)) {
        return orthanc.read();
      }
    } catch (ServerException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(login.password(), '\0');
    }
  }

  @Nullable Path trusted() {
    Path file = given.value(TRUSTED);
    return file == null ? null : environment.directory().resolve(file);
  }

  /** The password is the caller's to wipe out. */
  Login login() throws InputException, InterruptedException {
    String user = given.value(USER);
    SecretSource password =
        new SecretSource("--password", given.value(PASSWORD_ENV), given.value(PASSWORD_FILE));
    if (user == null) {
      if (password.isGiven()) {
        throw new InputException("a password needs --user NAME");
      }
      return Login.NONE;
    }
    if (password.isGiven()) {
      return new Login(user, password.text(environment));
    }
    char[] typed = environment.terminal().askSecret("Password of " + user + ": ");
    if (typed == null) {
      throw new InputException("the password is missing: give " + password.options());
    }
    return new Login(user, typed);
  }
}
