package org.echolot.dicom.pdu;

import java.util.List;
import java.util.Optional;

/**
 * The user information item, 50H (PS3.8 9.3.2.3): sub-items in the order in which they came. A PDU
 * with no such item has {@link #NONE}.
 */
public record UserInformation(List<UserItem> items) {

  /** What deviations call the item. */
  public static final String FIELD = "User information item";

  /** No user information at all. */
  public static final UserInformation NONE = new UserInformation(List.of());

  public UserInformation {
    items = List.copyOf(items);
  }

  /** The first sub-item of the given kind. */
  public <T extends UserItem> Optional<T> find(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** What the sender takes in one P-DATA-TF (PS3.8 D.1); empty if it did not say. 0: no maximum. */
  public Optional<Long> maxPduLength() {
    return find(UserItem.MaxPduLength.class).map(UserItem.MaxPduLength::length);
  }

  /** The sender's implementation class UID (PS3.7 D.3.3.2); empty if it did not say. */
  public Optional<String> implementationClassUid() {
    return find(UserItem.ImplementationClassUid.class).map(UserItem.ImplementationClassUid::uid);
  }

  /** The sender's implementation version name (PS3.7 D.3.3.2); empty if it did not say. */
  public Optional<String> implementationVersionName() {
    return find(UserItem.ImplementationVersionName.class)
        .map(UserItem.ImplementationVersionName::name);
  }
}
