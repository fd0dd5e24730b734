package org.echolot.check.diagnosis;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.echolot.check.CheckRequest;
import org.echolot.check.Negotiated;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.jspecify.annotations.Nullable;

/** What is so in a check whatever it came to, by which single steps of advice are given. Pure. */
public final class CheckConditions {

  /** What web interfaces usually have, those of Orthanc and dcm4chee included. */
  private static final Set<Integer> WEB_PORTS = Set.of(80, 443, 8000, 8042, 8080, 8443, 8843);

  /** dicom-tls and dicom-iscl of IANA. */
  private static final Set<Integer> TLS_PORTS = Set.of(2761, 2762);

  private static final Pattern PLAIN_TITLE = Pattern.compile("[A-Za-z0-9_-]+");

  /** RFC 6762 3; some use it in DNS, too. */
  private static final Pattern LOCAL_NAME = Pattern.compile("(?i).*\\.local\\.?");

  private CheckConditions() {}

  /**
   * The marks of those that are so, as facts.
   *
   * @param local our end of the connection; null: there was none
   * @param remote what was called; null: nothing
   * @param negotiated what its acceptance said; null: there was none
   * @param user what became of the user identity; null: none was sent, or nothing accepted
   */
  public static Map<String, String> of(
      CheckRequest request,
      @Nullable InetSocketAddress local,
      @Nullable InetSocketAddress remote,
      @Nullable Negotiated negotiated,
      @Nullable UserIdentityAnswer user) {
    Map<String, String> marks = new LinkedHashMap<>();
    PeerSoftware software = PeerSoftware.of(negotiated);
    if (software == PeerSoftware.DCMTK || software == PeerSoftware.UNKNOWN) {
      marks.put(Condition.MAY_BE_ORTHANC.mark(), "");
    }
    UserIdentityAnswer.Kind answered = user == null ? null : user.kind();
    if (answered == UserIdentityAnswer.Kind.CONFIRMED) {
      marks.put(Condition.USER_CONFIRMED.mark(), "");
    } else if (request.userIdentity() != null && answered != UserIdentityAnswer.Kind.IGNORED) {
      marks.put(Condition.AUTHENTICATES.mark(), "");
    }
    UserIdentity identity = request.userIdentity();
    if (identity != null && identity.type() == UserIdentity.Type.USERNAME) {
      marks.put(Condition.NAME_ONLY.mark(), "");
    }
    if (isHere(local, remote)) {
      marks.put(Condition.HERE.mark(), "");
    }
    if (!isPlain(request.calledAe().value()) || !isPlain(request.callingAe().value())) {
      marks.put(Condition.ODD_TITLE.mark(), "");
    }
    if (LOCAL_NAME.matcher(request.host()).matches()) {
      marks.put(Condition.LOCAL_NAME.mark(), "");
    }
    if (request.approach().proxyHeader() != null) {
      marks.put(Condition.PROXY_HEADER.mark(), "");
    }
    if (request.isTls()) {
      marks.put(Condition.TLS.mark(), "");
    }
    if (TLS_PORTS.contains(request.port())) {
      marks.put(Condition.TLS_PORT.mark(), "");
    }
    if (WEB_PORTS.contains(request.port())) {
      marks.put(Condition.WEB_PORT.mark(), "");
    }
    return marks;
  }

  /** Whether no network is in between: both ends have the same address. */
  public static boolean isHere(
      @Nullable InetSocketAddress local, @Nullable InetSocketAddress remote) {
    return local != null
        && remote != null
        && local.getAddress() != null
        && local.getAddress().equals(remote.getAddress());
  }

  private static boolean isPlain(String title) {
    return PLAIN_TITLE.matcher(title).matches();
  }
}
