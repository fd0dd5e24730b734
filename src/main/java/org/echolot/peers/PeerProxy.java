package org.echolot.peers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.echolot.check.Approach;
import org.echolot.check.Approach.Proxy;
import org.echolot.check.Approach.ProxyHeader;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * What is between us and a peer, as users write it: {@code http://host:port} (CONNECT), {@code
 * socks5://host:port}, and behind it or alone {@code proxy-protocol-1} or {@code proxy-protocol-2},
 * for a peer behind HAProxy's accept-proxy.
 *
 * @param proxy what connects us; null: nothing
 * @param header the header with which we begin; null: none
 */
public record PeerProxy(@Nullable Proxy proxy, @Nullable ProxyHeader header) {

  private static final String HEADER = "proxy-protocol-";

  /** What a text is to look like. */
  private static final String FORM =
      "Write http://host:port or socks5://host:port, with the port, or proxy-protocol-1 or"
          + " proxy-protocol-2.";

  /**
   * @throws IllegalArgumentException if there is neither
   */
  public PeerProxy {
    if (proxy == null && header == null) {
      throw new IllegalArgumentException("there is nothing in between");
    }
  }

  /** What is wrong with {@code text}, in plain words; null if nothing is. */
  public static @Nullable String faultOf(String text) {
    try {
      PeerProxy _ = parse(text);
      return null;
    } catch (IllegalArgumentException fault) {
      return fault.getMessage();
    }
  }

  /**
   * @throws IllegalArgumentException if it is none; the message is that of {@link #faultOf}
   */
  public static PeerProxy parse(String text) {
    Proxy proxy = null;
    ProxyHeader header = null;
    for (String word : text.strip().split("\\s+", -1)) {
      if (word.toLowerCase(Locale.ROOT).startsWith(HEADER) && header == null) {
        header = header(word.substring(HEADER.length()));
      } else if (proxy == null) {
        proxy = proxy(word);
      } else {
        throw new IllegalArgumentException(FORM);
      }
    }
    return new PeerProxy(proxy, header);
  }

  private static ProxyHeader header(String version) {
    return switch (version) {
      case "1" -> ProxyHeader.V1;
      case "2" -> ProxyHeader.V2;
      default -> throw new IllegalArgumentException(FORM);
    };
  }

  /** A password is not repeated in what is wrong. */
  private static Proxy proxy(String word) {
    URI url;
    try {
      url = new URI(word);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(FORM);
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "Echolot does not authenticate to proxies; leave user and password out.");
    }
    String host = url.getHost();
    String path = url.getRawPath();
    boolean isBare = path == null || path.isEmpty() || path.equals("/");
    if (host == null || url.getPort() < 1 || url.getPort() > 65_535 || !isBare) {
      throw new IllegalArgumentException(FORM);
    }
    return new Proxy(
        kind(String.valueOf(url.getScheme())),
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        url.getPort());
  }

  private static Proxy.Kind kind(String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Proxy.Kind.HTTP;
      case "socks5", "socks5h", "socks" -> Proxy.Kind.SOCKS5;
      default -> throw new IllegalArgumentException(FORM);
    };
  }

  /** The way to a peer behind it that is the plainest otherwise. */
  Approach approach() {
    Approach plain = Approach.PLAIN;
    return new Approach(
        plain.contexts(),
        plain.syntaxes(),
        plain.maxPduLength(),
        plain.aborts(),
        proxy,
        header,
        plain.looksAtNetwork());
  }

  /** The text that {@link #parse} reads as this. */
  @Override
  public String toString() {
    Proxy via = proxy;
    ProxyHeader begin = header;
    String url =
        via == null
            ? ""
            : via.kind().name().toLowerCase(Locale.ROOT)
                + "://"
                + AddressText.of(via.host(), via.port());
    String words =
        begin == null
            ? ""
            : HEADER
                + switch (begin) {
                  case V1 -> "1";
                  case V2 -> "2";
                };
    return (url + " " + words).strip();
  }
}
