package org.echolot.check.diagnosis;

import org.echolot.check.Cause;

/**
 * What a cause means in particular, where it can mean several things. Each has texts of its own in
 * {@code causes.properties}, and takes from its cause those that it does not have. The causes'
 * names are for scripts, and fixed; these are between a finding and its texts.
 */
public enum Variant {
  /** The proxy's name has no address. */
  PROXY_WITHOUT_ADDRESS(Cause.PROXY_UNREACHABLE, "no-address"),
  PROXY_AUTHENTICATION(Cause.PROXY_REFUSED, "authentication"),
  /** The proxy tried, and did not come to the peer. */
  PROXY_CANNOT_REACH(Cause.PROXY_REFUSED, "cannot-reach"),
  /** Nothing came in time. */
  PROXY_LATE(Cause.PROXY_NO_ANSWER, "late"),
  /** The proxy is set to the address of the peer. */
  PROXY_IS_PEER(Cause.PROXY_NO_ANSWER, "is-peer"),

  /** An ICMP error came from another address than the peer's. */
  REFUSED_IN_ITS_PLACE(Cause.CONNECTION_REFUSED, "in-its-place"),
  REFUSED_BY_PEERS_FIREWALL(Cause.CONNECTION_REFUSED, "peers-firewall"),
  /** The peer's address is one of this computer. */
  REFUSED_HERE(Cause.CONNECTION_REFUSED, "here"),
  REFUSED_BY_OWN_FIREWALL(Cause.CONNECTION_REFUSED, "own-firewall"),

  /** The peer's computer answers something else. */
  HOST_UP(Cause.CONNECT_TIMEOUT, "host-up"),
  NOTHING_ANSWERS(Cause.CONNECT_TIMEOUT, "nothing-answers"),
  /** This computer itself lets nothing out to it. */
  SILENCED_HERE(Cause.CONNECT_TIMEOUT, "own-firewall"),
  /** The network interface through which it is called is not connected. */
  SILENT_WITHOUT_CARRIER(Cause.CONNECT_TIMEOUT, "no-carrier"),
  /** It answers another address of ours than the one to call from. */
  NO_WAY_BACK(Cause.CONNECT_TIMEOUT, "way-back"),

  /** Another address than the peer's forbids it. */
  PROHIBITED(Cause.HOST_UNREACHABLE, "prohibited"),
  PEERS_FIREWALL(Cause.HOST_UNREACHABLE, "peers-firewall"),
  /** The peer's address is that of a gateway, which looked in vain for the computer behind it. */
  FORWARDED(Cause.HOST_UNREACHABLE, "forwarded"),
  OWN_FIREWALL(Cause.HOST_UNREACHABLE, "own-firewall"),
  /** In this computer's own network. */
  NOBODY_NEAR(Cause.HOST_UNREACHABLE, "nobody-near"),
  /** A router looked for the peer. */
  NOBODY_THERE(Cause.HOST_UNREACHABLE, "nobody-there"),
  /** Somebody looked for the peer. */
  NOBODY(Cause.HOST_UNREACHABLE, "nobody"),
  /** A router says so, and did not look for the peer. */
  ROUTER_REFUSES(Cause.HOST_UNREACHABLE, "router-refuses"),
  NO_ROUTE_THERE(Cause.HOST_UNREACHABLE, "no-route-there"),
  ROUTING_LOOP(Cause.HOST_UNREACHABLE, "loop"),
  /** Somebody said so within a round trip. */
  AT_ONCE(Cause.HOST_UNREACHABLE, "at-once"),
  /** Somebody forbids it. */
  FORBIDDEN(Cause.HOST_UNREACHABLE, "forbidden"),
  // Nothing left this computer:
  NO_ROUTE(Cause.HOST_UNREACHABLE, "no-route"),
  /** The network interface through which it is called is not connected. */
  NO_CARRIER(Cause.HOST_UNREACHABLE, "no-carrier"),
  NO_IPV6(Cause.HOST_UNREACHABLE, "no-ipv-six"),
  ROUTE_FORBIDS(Cause.HOST_UNREACHABLE, "route-forbids"),
  NOT_PERMITTED_HERE(Cause.HOST_UNREACHABLE, "not-permitted"),
  NO_SOURCE_PORT(Cause.HOST_UNREACHABLE, "no-source-port"),
  /** An address that holds in one network alone does not say in which. */
  NO_ZONE(Cause.HOST_UNREACHABLE, "no-zone"),
  /** It is the address of a group. */
  NOT_ONE_COMPUTER(Cause.HOST_UNREACHABLE, "not-one-computer"),
  /** The address to call from is none of this computer. */
  FOREIGN_SOURCE(Cause.HOST_UNREACHABLE, "foreign-source"),
  /** The address to call from is of IPv4, the peer's of IPv6, or the other way round. */
  SOURCE_OF_OTHER_FAMILY(Cause.HOST_UNREACHABLE, "source-family"),
  /** The DNS servers say so. */
  NO_SUCH_NAME(Cause.UNKNOWN_HOST, "no-such-name"),
  /** The DNS servers know the name. */
  NO_ADDRESS(Cause.UNKNOWN_HOST, "no-address"),
  /** The DNS servers know it as an alias of one that has no address. */
  DEAD_ALIAS(Cause.UNKNOWN_HOST, "alias"),
  /** No DNS server could say anything about the name. */
  DNS_FAILED(Cause.UNKNOWN_HOST, "dns"),
  /** The address names a network interface that this computer does not have. */
  NO_INTERFACE(Cause.UNKNOWN_HOST, "no-interface"),
  /** This computer asks itself alone, and no DNS service runs on it. */
  OWN_DNS_CLOSED(Cause.UNKNOWN_HOST, "own-dns"),
  /** Some DNS servers do not know the name, the others could not say anything. */
  DNS_PARTLY_FAILED(Cause.UNKNOWN_HOST, "dns-partly"),
  /** A DNS server has an address, but the system found none. */
  LOOKUP_CONTRADICTED(Cause.UNKNOWN_HOST, "contradicted"),
  /** 0.0.0.0 or :: came for an address. */
  UNSPECIFIED(Cause.UNKNOWN_HOST, "unspecified"),
  UNSPECIFIED_IN_HOSTS(Cause.UNKNOWN_HOST, "unspecified-hosts"),
  UNSPECIFIED_TYPED(Cause.UNKNOWN_HOST, "unspecified-typed"),

  /** No DNS server sent a thing. */
  DNS_SILENT(Cause.RESOLVE_TIMEOUT, "silent"),
  /** Not all DNS servers work. */
  DNS_PARTLY_SILENT(Cause.RESOLVE_TIMEOUT, "partly"),
  /** All DNS servers answered us at once. */
  DNS_RESPONDS(Cause.RESOLVE_TIMEOUT, "responds"),

  /** All of several addresses. */
  REFUSED_BY_ALL(Cause.CONNECTION_REFUSED, "several"),
  /** There were several. */
  NO_ADDRESS_ANSWERS(Cause.CONNECT_TIMEOUT, "several"),

  /** The answer to our ClientHello is of another service than DICOM. */
  OTHER_SERVICE(Cause.PEER_NOT_TLS, "other"),
  /** It is like nothing that is known. */
  UNKNOWN_SERVICE_INSTEAD(Cause.PEER_NOT_TLS, "unknown"),

  /** What answers is like nothing that is known. */
  UNKNOWN_SERVICE(Cause.NOT_DICOM, "unknown"),
  /** What answers sends web browsers to a login page. */
  PORTAL(Cause.NOT_DICOM, "portal"),

  /** The peer sent a chain to its root, which is not trusted. */
  UNKNOWN_ROOT(Cause.CERTIFICATE_UNTRUSTED, "root"),
  /** Its issuer is called like a device that inspects TLS. */
  INSPECTED(Cause.CERTIFICATE_UNTRUSTED, "inspected"),
  SELF_SIGNED(Cause.CERTIFICATE_UNTRUSTED, "self-signed"),
  /** What signed it is trusted, and is no authority. */
  TRUSTED_IS_NO_AUTHORITY(Cause.CERTIFICATE_UNTRUSTED, "no-authority"),

  /** The peer sent its own certificate, and not that of its issuer. */
  CHAIN_INCOMPLETE(Cause.CERTIFICATE_UNTRUSTED, "incomplete"),
  /** The peer sent another authority's certificate in the issuer's place. */
  WRONG_INTERMEDIATE(Cause.CERTIFICATE_UNTRUSTED, "wrong-intermediate"),
  /** Another one is trusted by its fingerprint. */
  OTHER_FINGERPRINT(Cause.CERTIFICATE_UNTRUSTED, "fingerprint"),
  /** One is trusted that is called like its issuer, and has another key. */
  TRUSTED_HAS_OTHER_KEY(Cause.CERTIFICATE_UNTRUSTED, "other-key"),
  OTHER_CERTIFICATE(Cause.CERTIFICATE_UNTRUSTED, "replaced"),

  /** One between, which the peer sent. */
  ISSUER_EXPIRED(Cause.CERTIFICATE_EXPIRED, "issuer"),
  /** One of those that we trust. */
  TRUSTED_EXPIRED(Cause.CERTIFICATE_EXPIRED, "trusted"),

  /** One between, which the peer sent. */
  ISSUER_BEGINS_LATER(Cause.CERTIFICATE_NOT_YET_VALID, "issuer"),
  /** One of those that we trust. */
  TRUSTED_BEGINS_LATER(Cause.CERTIFICATE_NOT_YET_VALID, "trusted"),
  /** It begins within hours: somebody's clock is wrong. */
  CLOCK(Cause.CERTIFICATE_NOT_YET_VALID, "clock"),

  /** It has no name that a peer could be called by. */
  NO_HOST(Cause.CERTIFICATE_HOSTNAME_MISMATCH, "no-host"),

  /** We had none to show, and the peer ended the connection without a word. */
  CLIENT_CERTIFICATE_LIKELY(Cause.CLIENT_CERTIFICATE_REQUIRED, "likely"),
  /** We know a fault of ours by ourselves. */
  CLIENT_CERTIFICATE_FAULTY(Cause.CLIENT_CERTIFICATE_REQUIRED, "faulty"),
  CLIENT_CERTIFICATE_OF_UNKNOWN_ISSUER(Cause.CLIENT_CERTIFICATE_REQUIRED, "unknown-issuer"),
  /** The peer says so, and it has not expired. */
  CLIENT_CERTIFICATE_EXPIRED_THERE(Cause.CLIENT_CERTIFICATE_REQUIRED, "expired-there"),
  /** The peer accepts its authority, as it says, so that something else is wrong. */
  CLIENT_CERTIFICATE_OF_KNOWN_ISSUER(Cause.CLIENT_CERTIFICATE_REQUIRED, "known-issuer"),
  /** We sent it alone, though another one issued it than those that the peer accepts. */
  CLIENT_CERTIFICATE_ALONE(Cause.CLIENT_CERTIFICATE_REQUIRED, "alone"),
  CLIENT_CERTIFICATE_REVOKED(Cause.CLIENT_CERTIFICATE_REQUIRED, "revoked"),
  CLIENT_CERTIFICATE_OF_WRONG_KIND(Cause.CLIENT_CERTIFICATE_REQUIRED, "wrong-kind"),
  /** It is good, and its holder is not let in. */
  CLIENT_CERTIFICATE_DENIED(Cause.CLIENT_CERTIFICATE_REQUIRED, "denied"),
  /** It could not verify what we signed with our key. */
  CLIENT_SIGNATURE_REFUSED(Cause.CLIENT_CERTIFICATE_REQUIRED, "signature"),
  CLIENT_CERTIFICATE_REFUSED(Cause.CLIENT_CERTIFICATE_REQUIRED, "refused"),
  /** The peer saw ours, and ended the connection without a word. */
  CLIENT_CERTIFICATE_REFUSED_LIKELY(Cause.CLIENT_CERTIFICATE_REQUIRED, "refused-likely"),
  /** The peer takes none of the kind of ours, so that it was not shown. */
  CLIENT_CERTIFICATE_UNFIT(Cause.CLIENT_CERTIFICATE_REQUIRED, "unfit"),

  /** The peer said that it is about versions. */
  NO_VERSION(Cause.TLS_NO_COMMON_PROTOCOL, "version"),
  /** It is about suites, groups, or kinds of certificate. */
  NO_SUITE(Cause.TLS_NO_COMMON_PROTOCOL, "suite"),
  /** The peer takes what only another profile of ours offers. */
  RUNTIME_OFFERS_IT(Cause.TLS_NO_COMMON_PROTOCOL, "runtime"),
  LEGACY_OFFERS_IT(Cause.TLS_NO_COMMON_PROTOCOL, "old"),
  NO_PROFILE_OFFERS_IT(Cause.TLS_NO_COMMON_PROTOCOL, "unsupported"),
  /** The peer takes a suite of ours, but with another group. */
  NO_GROUP(Cause.TLS_NO_COMMON_PROTOCOL, "group"),
  /** The peer takes a suite and a group of ours, but not with what its certificate needs. */
  NO_SIGNATURE(Cause.TLS_NO_COMMON_PROTOCOL, "signature"),
  /** The peer refuses all there is. */
  REFUSES_ALL(Cause.TLS_NO_COMMON_PROTOCOL, "refuses-all"),
  REFUSES_ALL_VERSIONS(Cause.TLS_NO_COMMON_PROTOCOL, "refuses-all-versions"),
  NOT_STRONG_ENOUGH(Cause.TLS_NO_COMMON_PROTOCOL, "stronger"),
  /** The peer chose what we had not offered. */
  CHOSEN_UNOFFERED(Cause.TLS_NO_COMMON_PROTOCOL, "chosen"),
  NOTHING_ENABLED(Cause.TLS_NO_COMMON_PROTOCOL, "nothing-enabled"),
  /** It answered in a version that came before TLS, and is forbidden. */
  SSL_TWO(Cause.TLS_NO_COMMON_PROTOCOL, "ssl-two"),
  /** The peer takes our version for one that we fell back to. */
  DOWNGRADE(Cause.TLS_NO_COMMON_PROTOCOL, "downgrade"),

  /** Not a byte came. */
  TLS_SILENCE(Cause.TLS_TIMEOUT, "silent"),
  /** The peer began it. */
  TLS_BEGAN(Cause.TLS_TIMEOUT, "began"),
  /** Not a byte came, though our ClientHello was acknowledged. */
  TLS_ACKNOWLEDGED(Cause.TLS_TIMEOUT, "acknowledged"),
  /** Not a byte came, but a probe without TLS was closed at once: the program runs. */
  TLS_PROBE_CLOSED(Cause.TLS_TIMEOUT, "probe-closed"),
  /** What we sent last was not acknowledged. */
  TLS_UNACKNOWLEDGED(Cause.TLS_TIMEOUT, "unacknowledged"),
  /** What we sent last was not acknowledged, and the peer can't be reached any more. */
  TLS_GONE(Cause.TLS_TIMEOUT, "gone"),
  /** Nothing came any more, and the peer can't be reached any more. */
  TLS_VANISHED(Cause.TLS_TIMEOUT, "vanished"),
  /** The other end takes no data. */
  TLS_NOT_READ(Cause.TLS_TIMEOUT, "not-read"),
  TLS_NOT_TAKEN(Cause.TLS_TIMEOUT, "not-taken"),
  /** Not a byte came, but the same handshake in small packets was answered. */
  TLS_LARGE_PACKETS(Cause.TLS_TIMEOUT, "large-packets"),
  /** Not a byte came, but there was a reaction to a ClientHello of fewer than 256. */
  TLS_LONG_HELLO(Cause.TLS_TIMEOUT, "long-hello"),

  ALERT(Cause.TLS_FAILED, "alert"),
  /** Its number means nothing in TLS. */
  ALERT_UNDEFINED(Cause.TLS_FAILED, "alert-undefined"),
  /** The peer could not process a message of ours. */
  ALERT_ON_OUR_MESSAGE(Cause.TLS_FAILED, "alert-message"),
  ALERT_INTERNAL_ERROR(Cause.TLS_FAILED, "alert-internal"),
  /** The peer speaks other protocols than DICOM, and says which one it expects (ALPN). */
  ALERT_ON_PROTOCOL(Cause.TLS_FAILED, "alert-protocol"),
  /** Though no certificate of ours was requested. */
  ALERT_ON_CERTIFICATE(Cause.TLS_FAILED, "alert-certificate"),
  ALERT_CANCELED(Cause.TLS_FAILED, "alert-canceled"),
  /** The peer had chosen a version and a suite before. */
  ALERT_AFTER_CHOICE(Cause.TLS_FAILED, "alert-chosen"),
  SERVER_NAME(Cause.TLS_FAILED, "server-name"),
  /** The peer goes by the server's name, and we sent none. */
  SERVER_NAME_MISSING(Cause.TLS_FAILED, "server-name-missing"),
  /** The peer refuses us whatever certificate we have. */
  ACCESS_DENIED(Cause.TLS_FAILED, "denied"),
  /** An alert that says little, to a ClientHello in which no server was named. */
  ALERT_WITHOUT_SERVER_NAME(Cause.TLS_FAILED, "alert-no-name"),
  /** The peer had answered. */
  CLOSED_DURING_HANDSHAKE(Cause.TLS_FAILED, "closed"),
  /** Not a byte had come. */
  CLOSED_AFTER_HELLO(Cause.TLS_FAILED, "closed-unanswered"),
  /** Not a byte had come, long after our ClientHello. */
  TLS_CLOSED_LATE(Cause.TLS_FAILED, "closed-late"),
  TLS_RESET_AT_ONCE(Cause.TLS_FAILED, "reset-at-once"),
  /** We had sent nothing. */
  TLS_RESET_BEFORE(Cause.TLS_FAILED, "reset-before"),
  /** Not a byte had come after a ClientHello in which no server was named. */
  CLOSED_WITHOUT_SERVER_NAME(Cause.TLS_FAILED, "closed-no-name"),
  /** A TLS record came first that cannot. */
  RECORD_ORDER(Cause.TLS_FAILED, "record-order"),
  /** This runtime refused what the peer sent. */
  TLS_REFUSED(Cause.TLS_FAILED, "refused"),
  /** Not a certificate that this runtime can read, for example one that names nobody. */
  UNREADABLE_CERTIFICATE(Cause.TLS_FAILED, "unreadable"),
  WEAK_CERTIFICATE(Cause.TLS_FAILED, "weak"),
  NOT_FOR_SERVERS(Cause.TLS_FAILED, "not-for-servers"),
  /** An authority issued what it may not. */
  ISSUER_MAY_NOT(Cause.TLS_FAILED, "issuer-may-not"),
  /** It has a critical extension that nobody here knows. */
  CRITICAL_EXTENSION(Cause.TLS_FAILED, "critical-extension"),
  UNUSABLE_CERTIFICATE(Cause.TLS_FAILED, "unusable"),
  /** A file of ours. */
  FILE(Cause.TLS_FAILED, "file"),
  /** A file of ours asks for its password. */
  PASSWORD(Cause.TLS_FAILED, "password"),

  /** The secret is there, and can't be sent. */
  BROKEN_SECRET(Cause.USER_IDENTITY_UNUSABLE, "broken"),

  CLOSED_ON_USER_IDENTITY(Cause.CLOSED_BEFORE_REPLY, "user-identity"),
  /** Asked for TLS, the port answered with something else. */
  CLOSED_WITHOUT_TLS(Cause.CLOSED_BEFORE_REPLY, "no-tls"),
  /** Asked for TLS, the port did not answer either, which proves nothing. */
  CLOSED_PROBED_IN_VAIN(Cause.CLOSED_BEFORE_REPLY, "probed-in-vain"),
  /** Asked for TLS, the port closed as well. */
  CLOSED_TWICE(Cause.CLOSED_BEFORE_REPLY, "closed-twice"),
  /** Long after our request. */
  CLOSED_LATE(Cause.CLOSED_BEFORE_REPLY, "late"),
  RESET_AT_ONCE(Cause.CLOSED_BEFORE_REPLY, "reset-at-once"),
  /** A connection stays open until something is sent on it, be it DICOM or TLS. */
  CLOSED_WHEN_SENT(Cause.CLOSED_BEFORE_REPLY, "when-sent"),
  /** It answers a request behind a header of the PROXY protocol. */
  HEADER_EXPECTED(Cause.CLOSED_BEFORE_REPLY, "header-expected"),
  /** Our header of the PROXY protocol had gone, and not the request behind it. */
  CLOSED_AFTER_HEADER(Cause.CLOSED_BEFORE_REPLY, "after-header"),
  CLOSED_OVER_TLS(Cause.CLOSED_BEFORE_REPLY, "over-tls"),
  /** In the middle of the answer. */
  CLOSED_DURING_REPLY(Cause.CLOSED_BEFORE_REPLY, "partial"),
  /** In the middle of a rejection or an abort. */
  CLOSED_DURING_REFUSAL(Cause.CLOSED_BEFORE_REPLY, "refusal"),
  /** In the middle of something that is no answer. */
  CLOSED_DURING_NO_REPLY(Cause.CLOSED_BEFORE_REPLY, "other"),
  /** After all of an answer that claims to be longer. */
  CLOSED_AFTER_OVERLONG(Cause.CLOSED_BEFORE_REPLY, "overlong"),

  /** Through the encrypted connection came the beginning of TLS in plain text. */
  TLS_BEHIND_TLS(Cause.PEER_EXPECTS_TLS, "over-tls"),

  /** The beginning of an answer came. */
  ASSOCIATE_PARTIAL(Cause.ASSOCIATE_TIMEOUT, "partial"),
  /** The beginning of a rejection or an abort came. */
  ASSOCIATE_REFUSAL_BEGUN(Cause.ASSOCIATE_TIMEOUT, "refusal"),
  /** The beginning of something came that is no answer. */
  ASSOCIATE_OTHER_BEGUN(Cause.ASSOCIATE_TIMEOUT, "other"),
  /** The beginning of an answer came, and more of it was still coming. */
  ASSOCIATE_DRIPS(Cause.ASSOCIATE_TIMEOUT, "drips"),
  /** All of an answer came, but it claims to be longer. */
  ASSOCIATE_OVERLONG(Cause.ASSOCIATE_TIMEOUT, "overlong"),
  /** Our request was acknowledged. */
  ASSOCIATE_ACKNOWLEDGED(Cause.ASSOCIATE_TIMEOUT, "acknowledged"),
  /** Our request was acknowledged, and a probe for TLS closed at once: the program runs. */
  ASSOCIATE_PROBE_CLOSED(Cause.ASSOCIATE_TIMEOUT, "probe-closed"),
  /** Our request was not acknowledged. */
  ASSOCIATE_UNACKNOWLEDGED(Cause.ASSOCIATE_TIMEOUT, "unacknowledged"),
  /** Our request was not acknowledged, and the peer can't be reached any more. */
  ASSOCIATE_GONE(Cause.ASSOCIATE_TIMEOUT, "gone"),
  /** Nothing came, and the peer can't be reached any more. */
  ASSOCIATE_VANISHED(Cause.ASSOCIATE_TIMEOUT, "vanished"),
  /** The other end takes no data. */
  ASSOCIATE_NOT_READ(Cause.ASSOCIATE_TIMEOUT, "not-read"),
  ASSOCIATE_NOT_TAKEN(Cause.ASSOCIATE_TIMEOUT, "not-taken"),
  /** Our request was not acknowledged, but the same in small packets was answered. */
  ASSOCIATE_LARGE_PACKETS(Cause.ASSOCIATE_TIMEOUT, "large-packets"),
  ASSOCIATE_SILENCE_ON_USER_IDENTITY(Cause.ASSOCIATE_TIMEOUT, "user-identity"),

  REJECTED_VERSION_ON_USER_IDENTITY(Cause.REJECTED_PROTOCOL_VERSION, "user-identity"),
  REJECTED_NO_REASON_ON_USER_IDENTITY(Cause.REJECTED_NO_REASON, "user-identity"),
  REJECTED_OTHER_ON_USER_IDENTITY(Cause.REJECTED_OTHER, "user-identity"),

  /** The application refuses it. */
  REFUSED_BY_USER(Cause.VERIFICATION_NOT_ACCEPTED, "user-rejection"),
  /** The DICOM software refuses it, and does not say why. */
  REFUSED_WITHOUT_REASON(Cause.VERIFICATION_NOT_ACCEPTED, "no-reason"),
  /** The peer does not have it. */
  REFUSED_ABSTRACT_SYNTAX(Cause.VERIFICATION_NOT_ACCEPTED, "abstract-syntax"),
  /** The peer takes Verification, but not the transfer syntax that all systems have. */
  REFUSED_TRANSFER_SYNTAX(Cause.VERIFICATION_NOT_ACCEPTED, "transfer-syntax"),
  /** Its answer has nothing about our presentation context. */
  UNANSWERED_CONTEXT(Cause.VERIFICATION_NOT_ACCEPTED, "unanswered"),
  /** With a result that PS3.8 does not know. */
  UNKNOWN_CONTEXT_RESULT(Cause.VERIFICATION_NOT_ACCEPTED, "unknown-result"),

  STATUS_NOT_AUTHORIZED(Cause.ECHO_STATUS, "not-authorized"),
  STATUS_NOT_SUPPORTED(Cause.ECHO_STATUS, "not-supported"),
  STATUS_SHORT_OF_RESOURCES(Cause.ECHO_STATUS, "short-of-resources"),
  /** The peer takes our message ID for one that is in use. */
  STATUS_DUPLICATE(Cause.ECHO_STATUS, "duplicate"),
  /** The peer does not like something in our request. */
  STATUS_ON_REQUEST(Cause.ECHO_STATUS, "on-request"),
  /** A failure that only other services have. */
  STATUS_OF_OTHER_SERVICE(Cause.ECHO_STATUS, "other-service"),
  /** One that is a failure by its number, and has no name. */
  STATUS_UNKNOWN_FAILURE(Cause.ECHO_STATUS, "unknown-failure"),
  /** One that is no failure by its number, and which a C-ECHO does not have. */
  STATUS_OF_NO_FAILURE(Cause.ECHO_STATUS, "no-failure"),
  /** One that says that more responses follow. */
  STATUS_PENDING(Cause.ECHO_STATUS, "pending"),
  STATUS_UNKNOWN(Cause.ECHO_STATUS, "unknown"),

  /** By the application of the peer. */
  ABORTED_BY_USER(Cause.ABORTED, "by-user"),
  /** By the DICOM software of the peer, for a reason that it does not give. */
  ABORTED_BY_PROVIDER(Cause.ABORTED, "by-provider"),
  /** By the DICOM software of the peer, since it could not read, or did not expect, our request. */
  ABORTED_BY_PROVIDER_ON_REQUEST(Cause.ABORTED, "by-provider-on-request"),
  /** By the DICOM software of the peer, for a reason that PS3.8 does not define. */
  ABORTED_FOR_UNDEFINED_REASON(Cause.ABORTED, "undefined-reason"),
  /** By a source that PS3.8 does not define. */
  ABORTED_BY_UNDEFINED_SOURCE(Cause.ABORTED, "undefined-source"),
  ABORTED_ECHO(Cause.ABORTED, "echo"),
  /** By the DICOM software of the peer, after our C-ECHO. */
  ABORTED_ECHO_BY_PROVIDER(Cause.ABORTED, "echo-by-provider"),
  ABORTED_ON_USER_IDENTITY(Cause.ABORTED, "user-identity"),

  /** A length that is right with its bytes in the other order. */
  BYTE_ORDER(Cause.MALFORMED_PDU, "byte-order"),
  /** A rejection that cannot be read as a whole. */
  MALFORMED_REJECTION(Cause.MALFORMED_PDU, "rejection"),
  /** An abort that cannot be read as a whole. */
  MALFORMED_ABORT(Cause.MALFORMED_PDU, "abort"),
  /** After the acceptance, something of another protocol. */
  OTHER_PROTOCOL(Cause.MALFORMED_PDU, "other-protocol"),
  /** After the acceptance, bytes with which no PDU begins. */
  NO_PDU(Cause.MALFORMED_PDU, "no-pdu"),
  /** After the acceptance, a line of text. */
  TEXT(Cause.MALFORMED_PDU, "text"),
  /** A few bytes before a PDU. */
  STRAY_BYTES(Cause.MALFORMED_PDU, "stray-bytes"),
  UNKNOWN_PDU_TYPE(Cause.MALFORMED_PDU, "unknown-type"),
  /** A command set in another encoding than the one that it must have. */
  COMMAND_ENCODING(Cause.MALFORMED_PDU, "command-encoding"),
  /** A command set that cannot be read. */
  MALFORMED_COMMAND(Cause.MALFORMED_PDU, "command"),

  /** An A-ASSOCIATE-RQ of somebody else. */
  REQUEST(Cause.UNEXPECTED_PDU, "request"),
  /** Our own A-ASSOCIATE-RQ. */
  OWN_REQUEST(Cause.UNEXPECTED_PDU, "own-request"),
  /** An A-ASSOCIATE-RJ from a peer that had accepted the association. */
  REJECTED_AFTER_ACCEPTANCE(Cause.UNEXPECTED_PDU, "late-rejection"),
  /** From a peer that had accepted the association. */
  UNEXPECTED_DURING_ECHO(Cause.UNEXPECTED_PDU, "echo"),
  /** In the middle of the response. */
  CLOSED_DURING_RESPONSE(Cause.CLOSED_DURING_ECHO, "partial"),
  /** In the middle of an abort or a release. */
  CLOSED_DURING_LEAVING(Cause.CLOSED_DURING_ECHO, "refusal"),
  /** In the middle of something that is no response. */
  CLOSED_DURING_OTHER_PDU(Cause.CLOSED_DURING_ECHO, "other"),

  /** With another message ID than ours. */
  RESPONSE_TO_OTHER_MESSAGE(Cause.WRONG_RESPONSE, "message-id"),
  /** A request of the peer's own. */
  REQUEST_INSTEAD(Cause.WRONG_RESPONSE, "request"),
  RESPONSE_TO_OTHER_COMMAND(Cause.WRONG_RESPONSE, "command"),
  RESPONSE_IN_OTHER_CONTEXT(Cause.WRONG_RESPONSE, "context"),
  DATA_SET_INSTEAD(Cause.WRONG_RESPONSE, "data-set"),

  /** The beginning of an answer came. */
  ECHO_PARTIAL(Cause.ECHO_TIMEOUT, "partial"),
  /** The beginning of an abort or a release came. */
  ECHO_LEAVING_BEGUN(Cause.ECHO_TIMEOUT, "refusal"),
  /** The beginning of something came that is no response. */
  ECHO_OTHER_BEGUN(Cause.ECHO_TIMEOUT, "other"),
  /** The beginning of an answer came, and more of it was still coming. */
  ECHO_DRIPS(Cause.ECHO_TIMEOUT, "drips"),
  /** All of an answer came, but it claims to be longer. */
  ECHO_OVERLONG(Cause.ECHO_TIMEOUT, "overlong"),
  /** Fragments came, none of them the last. */
  ECHO_ENDLESS(Cause.ECHO_TIMEOUT, "endless"),
  /** Our C-ECHO was acknowledged. */
  ECHO_ACKNOWLEDGED(Cause.ECHO_TIMEOUT, "acknowledged"),
  /** Our C-ECHO was not acknowledged. */
  ECHO_UNACKNOWLEDGED(Cause.ECHO_TIMEOUT, "unacknowledged"),
  /** Our C-ECHO was not acknowledged, and the peer can't be reached any more. */
  ECHO_GONE(Cause.ECHO_TIMEOUT, "gone"),
  /** Nothing came, and the peer can't be reached any more. */
  ECHO_VANISHED(Cause.ECHO_TIMEOUT, "vanished"),
  /** The other end takes no data. */
  ECHO_NOT_READ(Cause.ECHO_TIMEOUT, "not-read");

  private final Cause cause;
  private final String key;

  /**
   * @param key how it is called in the texts; unique among those of the cause
   */
  Variant(Cause cause, String key) {
    this.cause = cause;
    this.key = key;
  }

  /** The cause that means this. */
  public Cause cause() {
    return cause;
  }

  /** How it is called in the texts; unique among those of the cause. */
  public String key() {
    return key;
  }

  /** What its texts' keys begin with, without a dot at the end. */
  String prefix() {
    return cause + "." + key;
  }
}
