package org.echolot.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.echolot.check.Approach;
import org.echolot.check.Approach.Proxy;
import org.echolot.cli.option.InputException;

/** Reads what the command line says of proxies. */
final class ProxyUrl {

  private ProxyUrl() {}

  /**
   * @throws InputException if it is no address of a proxy that can be used; it is not repeated
   *     where it may hold a password
   */
  static Proxy read(String text) throws InputException {
    URI url;
    try {
      url = new URI(text.strip());
    } catch (URISyntaxException _) {
      throw new InputException("write http://host:port or socks5://host:port");
    }
    if (url.getRawUserInfo() != null) {
      throw new InputException(
          "Echolot does not authenticate to proxies; leave user and password out");
    }
    String host = url.getHost();
    String path = url.getRawPath();
    if (host == null
        || url.getPort() < 1
        || url.getPort() > 65_535
        || (path != null && !path.isEmpty() && !path.equals("/"))) {
      throw new InputException("write http://host:port or socks5://host:port, with the port");
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Proxy(kind(String.valueOf(url.getScheme())), bare, url.getPort());
  }

  private static Proxy.Kind kind(String scheme) throws InputException {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Proxy.Kind.HTTP;
      case "socks5", "socks5h", "socks" -> Proxy.Kind.SOCKS5;
      default -> throw new InputException("the proxy's kind is http or socks5");
    };
  }

  static Approach.ProxyHeader version(String text) throws InputException {
    return switch (text.strip()) {
      case "1" -> Approach.ProxyHeader.V1;
      case "2" -> Approach.ProxyHeader.V2;
      default -> throw new InputException("'" + text + "' is not 1 or 2");
    };
  }
}
