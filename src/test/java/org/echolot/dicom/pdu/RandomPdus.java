package org.echolot.dicom.pdu;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** PDUs as a random seed makes them, each valid and as its own bytes would be read. */
final class RandomPdus {

  private final RandomGenerator random;

  RandomPdus(RandomGenerator random) {
    this.random = random;
  }

  Pdu next() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> associateRq();
      case 2, 3 -> associateAc();
      case 4 -> new AssociateRj(anyByte(), anyByte(), anyByte());
      case 5 -> new PDataTf(someOf(1, 5, () -> new Pdv(anyByte(), anyByte(), octets(300))));
      case 6 -> random.nextBoolean() ? new ReleaseRq() : new ReleaseRp();
      default -> new Abort(anyByte(), anyByte());
    };
  }

  private AssociateRq associateRq() {
    return new AssociateRq(
        random.nextInt(0x1_0000),
        new AeTitleField(exactly(16)),
        new AeTitleField(exactly(16)),
        exactly(32),
        random.nextInt(4) == 0 ? "" : text(64),
        someOf(
            0,
            128,
            () ->
                new PresentationContextRq(
                    anyByte(),
                    random.nextInt(10) == 0 ? "" : text(64),
                    someOf(0, 4, () -> text(64)),
                    someOf(0, 2, () -> unrecognized(0x41)))),
        userInformation(),
        someOf(0, 3, () -> unrecognized(0x60)));
  }

  private AssociateAc associateAc() {
    return new AssociateAc(
        random.nextInt(0x1_0000),
        new AeTitleField(exactly(16)),
        new AeTitleField(exactly(16)),
        exactly(32),
        random.nextInt(4) == 0 ? "" : text(64),
        someOf(
            0,
            128,
            () ->
                new PresentationContextAc(
                    anyByte(),
                    random.nextInt(6),
                    random.nextInt(5) == 0 ? null : text(64),
                    someOf(0, 2, () -> unrecognized(0x41)))),
        userInformation(),
        someOf(0, 3, () -> unrecognized(0x60)));
  }

  private UserInformation userInformation() {
    return new UserInformation(someOf(0, 12, this::userItem));
  }

  private UserItem userItem() {
    return switch (random.nextInt(10)) {
      case 0 -> new UserItem.MaxPduLength(random.nextLong(1L << 32));
      case 1 -> new UserItem.ImplementationClassUid(text(64));
      case 2 ->
          new UserItem.AsyncOperationsWindow(random.nextInt(0x1_0000), random.nextInt(0x1_0000));
      case 3 -> new UserItem.RoleSelection(text(64), anyByte(), anyByte());
      case 4 -> new UserItem.ImplementationVersionName(text(20));
      case 5 -> new UserItem.ExtendedNegotiation(text(64), octets(100));
      case 6 ->
          new UserItem.CommonExtendedNegotiation(
              anyByte(), text(64), text(64), someOf(0, 5, () -> text(64)));
      case 7 ->
          new UserItem.UserIdentityRq(anyByte(), random.nextBoolean(), octets(300), octets(300));
      case 8 -> new UserItem.UserIdentityAc(octets(300));
      default -> unrecognized(0x5A);
    };
  }

  /** An item of a type that is not known at any level: {@code type} or above. */
  private UnrecognizedItem unrecognized(int type) {
    int any = type + random.nextInt(0x100 - type);
    return new UnrecognizedItem(any >= 0x50 && any <= 0x59 ? 0x5A : any, octets(40));
  }

  /** Characters of a byte each, the last neither NUL nor blank, for those are cut off. */
  private String text(int max) {
    return octets(max - 1).toLatin1() + (char) ('!' + random.nextInt(0x100 - '!'));
  }

  private int anyByte() {
    return random.nextInt(0x100);
  }

  private Octets octets(int max) {
    return exactly(random.nextInt(max + 1));
  }

  private Octets exactly(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }

  private <T> List<T> someOf(int min, int max, Supplier<T> part) {
    return Stream.generate(part).limit(random.nextInt(min, max + 1)).toList();
  }
}
