package org.echolot.check.run;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.EndedBy;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.Variant;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretTraces;

/**
 * The user identity of a request, made of what the peer is set to and of a secret, and the answer
 * to it (PS3.7 D.3.3.7). A secret is fetched when it is sent, and what was fetched is wiped out
 * then.
 */
final class UserIdentityItem {

  /**
   * The most bytes of a name and a secret. The user information item has a length of 16 bits, and
   * holds our maximum length, class UID and version name besides (PS3.8 9.3.2.3).
   */
  private static final int MAX_LENGTH = 65_400;

  private final UUID peerId;
  private final UserIdentity identity;
  private final SecretBook secrets;

  /**
   * @param peerId the peer, at which its secret is kept
   */
  UserIdentityItem(UUID peerId, UserIdentity identity, SecretBook secrets) {
    this.peerId = peerId;
    this.identity = identity;
    this.secrets = secrets;
  }

  /**
   * Looks whether the identity can be sent, before anything is done for it.
   *
   * @param request that it goes with; what it says openly is no secret
   * @return what the secret is known by where a peer throws it back
   * @throws StageFailedException if its secret is missing, or is none that can be sent
   */
  SecretTraces traces(CheckRequest request) throws StageFailedException {
    byte[] secret = secret();
    try {
      return SecretTraces.of(
          secret,
          List.of(
              PduEncoder.encode(VerificationProposal.of(request, null)).toByteArray(),
              utf8(request.address()),
              utf8(request.name()),
              utf8(identity.username())));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The sub-item to send, with the secret in it.
   *
   * @throws StageFailedException as {@link #traces}
   */
  UserItem.UserIdentityRq toSend() throws StageFailedException {
    byte[] secret = secret();
    try {
      boolean secondary = identity.type().hasUsername();
      return new UserItem.UserIdentityRq(
          identity.type().code(),
          identity.asksForResponse(),
          secondary ? username() : Octets.of(secret),
          secondary ? Octets.of(secret) : Octets.EMPTY);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** What became of the identity on an association that was accepted. */
  UserIdentityAnswer answerIn(AssociateAc ac) {
    Optional<UserItem.UserIdentityAc> said =
        ac.userInformation().find(UserItem.UserIdentityAc.class);
    if (said.isPresent()) {
      return new UserIdentityAnswer(
          UserIdentityAnswer.Kind.CONFIRMED,
          "The peer confirmed "
              + identity.label()
              + (said.get().serverResponse().isEmpty() ? "" : ", with a response of its own")
              + (identity.asksForResponse() ? "" : ", though we did not ask for it"));
    }
    return identity.asksForResponse()
        ? new UserIdentityAnswer(
            UserIdentityAnswer.Kind.IGNORED,
            "The peer accepted us but did not confirm "
                + identity.label()
                + ": it ignores user identities, so nothing shows that it knows the user")
        : new UserIdentityAnswer(
            UserIdentityAnswer.Kind.NOT_ASKED,
            "The peer accepted us; we did not ask whether it accepts " + identity.label());
  }

  private Octets username() {
    return Octets.of(utf8(identity.username()));
  }

  /** The secret as it is sent, which the caller wipes out; empty where the type has none. */
  private byte[] secret() throws StageFailedException {
    UserIdentity.Type type = identity.type();
    if (!type.hasSecret()) {
      return new byte[0];
    }
    char[] text =
        secrets
            .find(identity.secretKey(peerId))
            .orElseThrow(
                () ->
                    failed(
                        Finding.of(
                            Cause.USER_IDENTITY_UNUSABLE,
                            EndedBy.NEVER_BEGAN,
                            "no " + type.secretLabel() + " was given")));
    try {
      byte[] bytes = type == UserIdentity.Type.KERBEROS ? ofBase64(text) : utf8(text);
      if (bytes.length > MAX_LENGTH - username().length()) {
        Arrays.fill(bytes, (byte) 0);
        throw broken("is longer than DICOM allows, which is 65,400 bytes with the name");
      }
      if (bytes.length == 0) {
        throw broken("is empty");
      }
      return bytes;
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  private byte[] utf8(char[] text) throws StageFailedException {
    ByteBuffer buffer = ByteBuffer.allocate(0);
    try {
      // Unlike what String does, this fails where a character can't be written.
      buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.limit());
    } catch (CharacterCodingException _) {
      throw broken("contains a character that UTF-8 cannot encode");
    } finally {
      Arrays.fill(buffer.array(), (byte) 0);
    }
  }

  /** A ticket is no text (RFC 4120 5.5.1), so it is kept as Base64, in one line or several. */
  private byte[] ofBase64(char[] text) throws StageFailedException {
    byte[] digits = new byte[text.length];
    int length = 0;
    try {
      for (char c : text) {
        if (!Character.isWhitespace(c)) {
          digits[length++] = c < 0x80 ? (byte) c : (byte) '?';
        }
      }
      ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(digits, 0, length));
      byte[] bytes = new byte[decoded.remaining()];
      decoded.get(bytes);
      Arrays.fill(decoded.array(), (byte) 0);
      return bytes;
    } catch (IllegalArgumentException _) {
      throw broken("is not Base64, but a Kerberos ticket must be");
    } finally {
      Arrays.fill(digits, (byte) 0);
    }
  }

  private StageFailedException broken(String what) {
    return failed(
        Finding.of(
            Variant.BROKEN_SECRET,
            EndedBy.NEVER_BEGAN,
            "the " + identity.type().secretLabel() + " " + what));
  }

  private static StageFailedException failed(Finding finding) {
    return new StageFailedException(finding, Duration.ZERO);
  }
}
