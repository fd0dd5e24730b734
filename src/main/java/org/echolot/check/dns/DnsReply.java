package org.echolot.check.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;

/** A DNS server of this computer and what came of asking it. */
public record DnsReply(InetAddress server, DnsAnswer answer) {

  private static final int SERVFAIL = 2;
  private static final int REFUSED = 5;

  /** Whether it could not say what the name means: neither an address nor that there is none. */
  public boolean isFailure() {
    return switch (answer) {
      case DnsAnswer.Addresses _,
          DnsAnswer.NoAddress _,
          DnsAnswer.DeadAlias _,
          DnsAnswer.NoSuchName _ ->
          false;
      case DnsAnswer.Failure _,
          DnsAnswer.TooLong _,
          DnsAnswer.Garbage _,
          DnsAnswer.PortClosed _,
          DnsAnswer.Unreachable _,
          DnsAnswer.Silence _ ->
          true;
    };
  }

  /** Whether nothing at all came from a DNS service there. */
  public boolean isDead() {
    return switch (answer) {
      case DnsAnswer.PortClosed _, DnsAnswer.Unreachable _, DnsAnswer.Silence _ -> true;
      case DnsAnswer.Addresses _,
          DnsAnswer.NoAddress _,
          DnsAnswer.DeadAlias _,
          DnsAnswer.NoSuchName _,
          DnsAnswer.Failure _,
          DnsAnswer.TooLong _,
          DnsAnswer.Garbage _ ->
          false;
    };
  }

  /** Whether this computer was asked itself, and has no DNS service. */
  public boolean isClosedHere() {
    return server.isLoopbackAddress() && answer instanceof DnsAnswer.PortClosed;
  }

  /** The server's address, and whether it is a program on this computer. */
  public String name() {
    return AddressText.of(server) + (server.isLoopbackAddress() ? " (on this computer)" : "");
  }

  /** The server and what it did, as a sentence without its end. */
  @Override
  public String toString() {
    return "DNS server " + name() + " " + did();
  }

  /** What it did, as what follows its name in a sentence. */
  public String did() {
    return switch (answer) {
      case DnsAnswer.Addresses(String name, List<InetAddress> addresses) ->
          "answers that "
              + name
              + " has the address "
              + addresses.stream().map(AddressText::of).collect(Collectors.joining(", "));
      case DnsAnswer.NoAddress(String name) -> "answers that " + name + " has no IP address";
      case DnsAnswer.DeadAlias(String name, String target) ->
          "answers that " + name + " is an alias of " + target + ", which has no IP address";
      case DnsAnswer.NoSuchName _ -> "answers that there is no such name";
      case DnsAnswer.Failure(int code) -> "answers with an error: " + meaning(code);
      case DnsAnswer.TooLong _ -> "has an answer that it sends only over TCP";
      case DnsAnswer.Garbage(String what) ->
          "sends something that is not a DNS answer (" + what + ")";
      case DnsAnswer.PortClosed _ -> "does not run: nothing listens on its port 53";
      case DnsAnswer.Unreachable(String what) -> "cannot be reached (" + what + ")";
      case DnsAnswer.Silence(var waited) -> "did not respond within " + ElapsedText.of(waited);
    };
  }

  private static String meaning(int code) {
    return switch (code) {
      case SERVFAIL -> "SERVFAIL, it could not resolve the name";
      case REFUSED -> "REFUSED, it does not answer this question for this computer";
      default -> "response code " + code;
    };
  }
}
