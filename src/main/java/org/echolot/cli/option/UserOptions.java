package org.echolot.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.peers.PeerTlsText;
import org.jspecify.annotations.Nullable;

/** The user identity to come with (PS3.7 D.3.3.7), as the command line says it. */
public final class UserOptions {

  private static final Option.Value<String> USER =
      new Option.Value<>(
          "--user",
          "NAME",
          Kind.checked(PeerTlsText::usernameFault, String::strip),
          "The user to authenticate as; default: the peer's setting.");

  private static final Option.Value<UserIdentity.Type> USER_TYPE =
      new Option.Value<>(
          "--user-type",
          "TYPE",
          Kind.checked(
                  PeerTlsText::identityTypeFault, word -> UserIdentity.Type.of(word).orElseThrow())
              .among(Stream.of(UserIdentity.Type.values()).map(UserIdentity.Type::word).toList()),
          "username, username-passcode, kerberos, saml or jwt. Default: username-passcode for a"
              + " user with a secret, username for a user without.");

  private static final Option.Flag USER_RESPONSE =
      new Option.Flag(
          "--user-response",
          "Ask the peer to confirm the user; this shows whether it ignores user identities.");

  private static final Option.Value<String> USER_SECRET_ENV =
      new Option.Value<>(
          "--user-secret-env",
          "NAME",
          Kind.TEXT,
          "The environment variable with the passcode or token.");

  private static final Option.Value<Path> USER_SECRET_FILE =
      new Option.Value<>(
          "--user-secret-file",
          "FILE",
          Kind.FILE,
          "The file with the passcode or token; a Kerberos ticket as it is, or in Base64. Without"
              + " either option, Echolot asks for it in a terminal.");

  public static final Group GROUP =
      Group.of("User", USER, USER_TYPE, USER_RESPONSE, USER_SECRET_ENV, USER_SECRET_FILE);

  private final @Nullable String user;
  private final UserIdentity.@Nullable Type type;
  private final boolean response;
  private final SecretSource secret;

  public UserOptions(Given given) {
    this.user = given.value(USER);
    this.type = given.value(USER_TYPE);
    this.response = given.has(USER_RESPONSE);
    this.secret =
        new SecretSource(
            "--user-secret", given.value(USER_SECRET_ENV), given.value(USER_SECRET_FILE));
  }

  /** Where the passcode or token is. */
  public SecretSource secret() {
    return secret;
  }

  /**
   * The requests with the user that the command line names.
   *
   * @throws InputException if the options don't go together, or have nobody whom they concern
   */
  public List<CheckRequest> applyTo(List<CheckRequest> requests) throws InputException {
    UserIdentity chosen = identity();
    List<CheckRequest> applied =
        requests.stream()
            .map(r -> r.withUserIdentity(chosen == null ? saved(r.userIdentity()) : chosen))
            .toList();
    if (response && applied.stream().noneMatch(r -> r.userIdentity() != null)) {
      throw new InputException("--user-response needs --user: no target has a user identity");
    }
    return applied;
  }

  private @Nullable UserIdentity saved(@Nullable UserIdentity own) {
    return own == null
        ? null
        : new UserIdentity(own.type(), own.username(), own.asksForResponse() || response);
  }

  private @Nullable UserIdentity identity() throws InputException {
    if (user == null && type == null) {
      return null;
    }
    UserIdentity.Type meant = type == null ? meantType() : type;
    if (meant.hasUsername() && user == null) {
      throw new InputException("--user-type " + meant.word() + " needs --user NAME");
    }
    if (!meant.hasUsername() && user != null) {
      throw new InputException(
          "--user: an identity of type " + meant.word() + " has no user name, only its token");
    }
    if (!meant.hasSecret() && secret.isGiven()) {
      throw new InputException(
          "--user-secret: an identity of type username has no secret; username-passcode has");
    }
    return new UserIdentity(meant, user == null ? "" : user, response);
  }

  private UserIdentity.Type meantType() {
    return secret.isGiven() ? UserIdentity.Type.USERNAME_AND_PASSCODE : UserIdentity.Type.USERNAME;
  }
}
