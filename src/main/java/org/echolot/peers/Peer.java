package org.echolot.peers;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.text.AddressText;
import org.echolot.text.HostText;
import org.jspecify.annotations.Nullable;

/**
 * A remote AE that the user keeps. Immutable and valid; what a user types is a {@link PeerDraft}
 * until it is.
 *
 * @param id what it is known by for good; unique in its book, and the same after a rename
 * @param name what the user calls it; unique in its book, compared without regard to case
 * @param callingAe the AE title to come as; null: the book's
 * @param tls null: plain
 * @param source the address of this computer to call it from; null: any that fits
 * @param watch how it is watched; null: it is not
 * @param proxy what is between us and the peer; null: nothing
 * @param raw what it was read from
 */
public record Peer(
    UUID id,
    String name,
    AeTitle calledAe,
    String host,
    int port,
    @Nullable AeTitle callingAe,
    List<String> tags,
    String notes,
    PeerTimeouts timeouts,
    @Nullable PeerTls tls,
    @Nullable PeerUserIdentity userIdentity,
    @Nullable String source,
    @Nullable PeerWatch watch,
    @Nullable PeerProxy proxy,
    RawFields raw) {

  /**
   * Surrounding white space of the name and host, and the brackets of an IPv6 address, are not
   * kept.
   *
   * @throws IllegalArgumentException if the name, host, port, source or a tag can't be; the message
   *     says in plain words what is wrong
   */
  public Peer {
    PeerRules.requireNoFault(PeerRules.nameFault(name));
    PeerRules.requireNoFault(HostText.faultOf(host));
    PeerRules.requireNoFault(PeerRules.portFault(port));
    PeerRules.requireNoFault(PeerRules.tagsFault(tags));
    PeerRules.requireNoFault(source == null ? null : PeerRules.sourceFault(source));
    name = name.strip();
    host = HostText.normalized(host);
    source = source == null ? null : HostText.normalized(source);
    tags = List.copyOf(tags);
  }

  /**
   * A peer that nothing is in front of.
   *
   * @throws IllegalArgumentException as above
   */
  public Peer(
      UUID id,
      String name,
      AeTitle calledAe,
      String host,
      int port,
      @Nullable AeTitle callingAe,
      List<String> tags,
      String notes,
      PeerTimeouts timeouts,
      @Nullable PeerTls tls,
      @Nullable PeerUserIdentity userIdentity,
      @Nullable String source,
      @Nullable PeerWatch watch,
      RawFields raw) {
    this(
        id,
        name,
        calledAe,
        host,
        port,
        callingAe,
        tags,
        notes,
        timeouts,
        tls,
        userIdentity,
        source,
        watch,
        null,
        raw);
  }

  /**
   * A peer that is not watched.
   *
   * @throws IllegalArgumentException as above
   */
  public Peer(
      UUID id,
      String name,
      AeTitle calledAe,
      String host,
      int port,
      @Nullable AeTitle callingAe,
      List<String> tags,
      String notes,
      PeerTimeouts timeouts,
      @Nullable PeerTls tls,
      @Nullable PeerUserIdentity userIdentity,
      @Nullable String source,
      RawFields raw) {
    this(
        id,
        name,
        calledAe,
        host,
        port,
        callingAe,
        tags,
        notes,
        timeouts,
        tls,
        userIdentity,
        source,
        null,
        raw);
  }

  /** A new plain peer with nothing but what is required. */
  public static Peer of(String name, AeTitle calledAe, String host, int port) {
    return new Peer(
        UUID.randomUUID(),
        name,
        calledAe,
        host,
        port,
        null,
        List.of(),
        "",
        PeerTimeouts.DEFAULT,
        null,
        null,
        null,
        RawFields.NONE);
  }

  /** AE title, host and port as people write them: {@code CT1@10.1.2.3:104}. */
  public String address() {
    return calledAe + "@" + hostAndPort();
  }

  /** Host and port as people write them; an IPv6 address in brackets. */
  public String hostAndPort() {
    return AddressText.of(host, port);
  }

  /** Whether a check of this peer asks the same as one of {@code other}, its time-outs apart. */
  public boolean isReachedLike(Peer other) {
    return calledAe.equals(other.calledAe)
        && host.equalsIgnoreCase(other.host)
        && port == other.port
        && Objects.equals(callingAe, other.callingAe)
        && Objects.equals(source, other.source)
        && Objects.equals(proxy, other.proxy)
        && Objects.equals(tls, other.tls)
        && Objects.equals(userIdentity, other.userIdentity);
  }

  /** The same peer by another name. */
  public Peer withName(String value) {
    return with(id, value, tls, watch, raw);
  }

  /** Another peer that is like this one in all but its name. */
  public Peer copy(String nameOfCopy) {
    return with(UUID.randomUUID(), nameOfCopy, tls, watch, raw);
  }

  public Peer withTls(@Nullable PeerTls value) {
    return with(id, name, value, watch, raw);
  }

  /**
   * The same with other tags.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  public Peer withTags(List<String> value) {
    return new Peer(
        id,
        name,
        calledAe,
        host,
        port,
        callingAe,
        value,
        notes,
        timeouts,
        tls,
        userIdentity,
        source,
        watch,
        raw);
  }

  /** The same, watched in another way; null: not watched. */
  public Peer withWatch(@Nullable PeerWatch value) {
    return with(id, name, tls, value, raw);
  }

  /**
   * The same, called at the address and by the titles of a check. Where it has no calling AE title
   * of its own, it keeps to the book's.
   */
  public Peer calledLike(CheckRequest then) {
    return new Peer(
        id,
        name,
        then.calledAe(),
        then.host(),
        then.port(),
        callingAe == null ? null : then.callingAe(),
        tags,
        notes,
        timeouts,
        tls,
        userIdentity,
        source,
        watch,
        proxy,
        raw);
  }

  /**
   * The same by other AE titles.
   *
   * @param calling null: the book's
   */
  public Peer withAeTitles(AeTitle called, @Nullable AeTitle calling) {
    return new Peer(
        id,
        name,
        called,
        host,
        port,
        calling,
        tags,
        notes,
        timeouts,
        tls,
        userIdentity,
        source,
        watch,
        proxy,
        raw);
  }

  /** The same with what a file had of it besides. */
  public Peer withRaw(RawFields value) {
    return with(id, name, tls, watch, value);
  }

  private Peer with(
      UUID newId,
      String newName,
      @Nullable PeerTls newTls,
      @Nullable PeerWatch newWatch,
      RawFields newRaw) {
    return new Peer(
        newId,
        newName,
        calledAe,
        host,
        port,
        callingAe,
        tags,
        notes,
        timeouts,
        newTls,
        userIdentity,
        source,
        newWatch,
        proxy,
        newRaw);
  }
}
