package org.echolot.ui.peers;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.check.UserIdentity;
import org.echolot.peers.TlsDraft;
import org.echolot.peers.UserIdentityDraft;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen for a peer, and not typed: TLS or not, its rules, and the type of user. View
 * model: to be used on the FX thread.
 */
public final class EditorChoices {

  private final BooleanProperty tls;
  private final BooleanProperty verifyHostname;
  private final ObjectProperty<TlsProfile> profile;
  private final ObjectProperty<UserIdentity.@Nullable Type> userType;
  private final BooleanProperty positiveResponse;

  EditorChoices(TlsDraft tls, UserIdentityDraft user) {
    this.tls = new SimpleBooleanProperty(tls.on());
    verifyHostname = new SimpleBooleanProperty(tls.verifyHostname());
    profile = new SimpleObjectProperty<>(tls.profile());
    userType = new SimpleObjectProperty<>(user.type());
    positiveResponse = new SimpleBooleanProperty(user.positiveResponse());
  }

  void take(TlsDraft kept, UserIdentityDraft user) {
    tls.set(kept.on());
    verifyHostname.set(kept.verifyHostname());
    profile.set(kept.profile());
    userType.set(user.type());
    positiveResponse.set(user.positiveResponse());
  }

  void onChange(Runnable changed) {
    for (Observable choice : List.of(tls, verifyHostname, profile, userType, positiveResponse)) {
      choice.subscribe(changed);
    }
  }

  /** Whether the peer is spoken to over TLS. */
  public BooleanProperty tlsProperty() {
    return tls;
  }

  /** Whether the peer's certificate must name the host. */
  public BooleanProperty verifyHostnameProperty() {
    return verifyHostname;
  }

  public ObjectProperty<TlsProfile> profileProperty() {
    return profile;
  }

  /** The type of user to come as; null: none. */
  public ObjectProperty<UserIdentity.@Nullable Type> userTypeProperty() {
    return userType;
  }

  /** Whether the peer is asked to confirm the user. */
  public BooleanProperty positiveResponseProperty() {
    return positiveResponse;
  }

  TlsDraft tls(
      String trustedCertificates,
      String trustedFingerprint,
      String clientCertificate,
      String clientKey,
      String serverName) {
    return new TlsDraft(
        tls.get(),
        trustedCertificates,
        trustedFingerprint,
        clientCertificate,
        clientKey,
        verifyHostname.get(),
        serverName,
        profile.get());
  }

  UserIdentityDraft userIdentity(String username) {
    return new UserIdentityDraft(userType.get(), username, positiveResponse.get());
  }
}
