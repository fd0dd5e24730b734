package org.echolot.cli;

import org.echolot.cli.option.InputException;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.HostText;

/**
 * A peer as it is written on the command line: {@code AET@host:port}, an IPv6 address in brackets.
 */
record Address(AeTitle calledAe, String host, int port) {

  /**
   * @throws InputException if {@code target} is not of that form; the message says what is wrong
   */
  static Address parse(String target) throws InputException {
    // A title may have an @ of its own, a host can't.
    int at = target.lastIndexOf('@');
    String fault = AeTitle.faultOf(target.substring(0, at));
    if (fault != null) {
      throw wrong(target, fault);
    }
    String rest = target.substring(at + 1);
    int colon =
        rest.startsWith("[") ? rest.indexOf(':', rest.indexOf(']') + 1) : rest.lastIndexOf(':');
    if (rest.startsWith("[") && (rest.indexOf(']') < 0 || colon != rest.indexOf(']') + 1)) {
      throw wrong(target, "After an address in brackets a port is needed, as in [::1]:104.");
    }
    if (colon < 0) {
      throw wrong(target, "A port is needed, as in AET@host:104.");
    }
    return new Address(
        new AeTitle(target.substring(0, at)),
        host(target, rest.substring(0, colon)),
        port(target, rest.substring(colon + 1)));
  }

  private static String host(String target, String host) throws InputException {
    if (host.contains(":") && !host.startsWith("[") && !host.contains("//")) {
      throw wrong(target, "An IPv6 address must be in brackets, as in AET@[::1]:104.");
    }
    String fault = HostText.faultOf(host);
    if (fault != null) {
      throw wrong(target, fault);
    }
    return HostText.normalized(host);
  }

  private static int port(String target, String port) throws InputException {
    int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    if (number < 1 || number > 65_535) {
      throw wrong(target, "The port must be a number from 1 to 65535.");
    }
    return number;
  }

  private static InputException wrong(String target, String why) {
    return new InputException("'" + target + "': " + why);
  }
}
