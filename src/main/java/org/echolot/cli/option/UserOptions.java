package org.echolot.cli.option;

import java.nio.file.Path;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.peers.PeerTlsText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The user identity to come with (PS3.7 D.3.3.7), as the command line says it. */
public final class UserOptions {

  @Option(
      names = "--user",
      paramLabel = "NAME",
      converter = NameConverter.class,
      description = "The user to authenticate as; default: the peer's setting.")
  private @Nullable String user;

  @Option(
      names = "--user-type",
      paramLabel = "TYPE",
      converter = TypeConverter.class,
      description =
          "username, username-passcode, kerberos, saml or jwt. Default: username-passcode for a"
              + " user with a secret, username for a user without.")
  private UserIdentity.@Nullable Type type;

  @Option(
      names = "--user-response",
      description =
          "Ask the peer to confirm the user; this shows whether it ignores user identities.")
  private boolean response;

  @Option(
      names = "--user-secret-env",
      paramLabel = "NAME",
      description = "The environment variable with the passcode or token.")
  private @Nullable String secretVariable;

  @Option(
      names = "--user-secret-file",
      paramLabel = "FILE",
      description =
          "The file with the passcode or token; a Kerberos ticket as it is, or in Base64. Without"
              + " either option, Echolot asks for it in a terminal.")
  private @Nullable Path secretFile;

  /** Where the passcode or token is. */
  public SecretSource secret() {
    return new SecretSource("--user-secret", secretVariable, secretFile);
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
    if (!meant.hasSecret() && secret().isGiven()) {
      throw new InputException(
          "--user-secret: an identity of type username has no secret; username-passcode has");
    }
    return new UserIdentity(meant, user == null ? "" : user, response);
  }

  private UserIdentity.Type meantType() {
    return secret().isGiven()
        ? UserIdentity.Type.USERNAME_AND_PASSCODE
        : UserIdentity.Type.USERNAME;
  }

  /** Reads the name of a user. */
  static final class NameConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String fault = PeerTlsText.usernameFault(value);
      if (fault != null) {
        throw new TypeConversionException("'" + value + "': " + fault);
      }
      return value.strip();
    }
  }

  /** Reads the word for a type. */
  static final class TypeConverter implements ITypeConverter<UserIdentity.Type> {
    @Override
    public UserIdentity.Type convert(String value) {
      String fault = PeerTlsText.identityTypeFault(value);
      if (fault != null) {
        throw new TypeConversionException("'" + value + "': " + fault);
      }
      return UserIdentity.Type.of(value).orElseThrow();
    }
  }
}
