package org.echolot.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.listener.Behaviour;

/** One thing that a listener is told to do with its callers. */
@FunctionalInterface
interface Behaving {

  /** What it can be, for shells to complete. */
  List<String> WORDS = List.of("reject=1/1/1", "abort", "no-context", "status=0110", "delay=5s");

  /** The same behaviour, and this as well. */
  Behaviour addedTo(Behaviour before);

  /** All of them together. */
  static Behaviour all(List<Behaving> told) {
    Behaviour behaviour = Behaviour.GOOD;
    for (Behaving each : told) {
      behaviour = each.addedTo(behaviour);
    }
    return behaviour;
  }

  /**
   * @throws InputException if it is none of them
   */
  static Behaving read(String text) throws InputException {
    int equals = text.indexOf('=');
    String word = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    String value = equals < 0 ? "" : text.substring(equals + 1).strip();
    return switch (word) {
      case "abort" ->
          before ->
              new Behaviour(
                  before.rejection(),
                  true,
                  before.acceptsNoContext(),
                  before.echoStatus(),
                  before.delay());
      case "no-context" ->
          before ->
              new Behaviour(
                  before.rejection(), before.aborts(), true, before.echoStatus(), before.delay());
      case "reject" -> rejecting(value.isEmpty() ? "1/1/1" : value);
      case "status" -> answering(value);
      case "delay" -> delaying(value);
      default ->
          throw new InputException(
              "'" + text + "' is not known; write one of " + String.join(", ", WORDS));
    };
  }

  private static Behaving rejecting(String value) throws InputException {
    if (!value.matches("[0-9]{1,3}/[0-9]{1,3}/[0-9]{1,3}")) {
      throw new InputException("'" + value + "' is not RESULT/SOURCE/REASON, for example 1/1/7");
    }
    String[] numbers = value.split("/", -1);
    for (String number : numbers) {
      if (Integer.parseInt(number) > 255) {
        throw new InputException("'" + value + "' has a number of more than 255");
      }
    }
    AssociateRj rejection =
        new AssociateRj(
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Integer.parseInt(numbers[2]));
    return before ->
        new Behaviour(
            rejection,
            before.aborts(),
            before.acceptsNoContext(),
            before.echoStatus(),
            before.delay());
  }

  private static Behaving answering(String value) throws InputException {
    if (!value.matches("(?i)[0-9a-f]{4}h?")) {
      throw new InputException("'" + value + "' is no status of four hex digits, for example 0110");
    }
    int status = Integer.parseInt(value.substring(0, 4), 16);
    return before ->
        new Behaviour(
            before.rejection(), before.aborts(), before.acceptsNoContext(), status, before.delay());
  }

  private static Behaving delaying(String value) throws InputException {
    Duration delay = Kind.TIME.reader().read(value);
    if (delay.compareTo(Behaviour.MAX_DELAY) > 0) {
      throw new InputException("'" + value + "' is more than 10 minutes");
    }
    return before ->
        new Behaviour(
            before.rejection(),
            before.aborts(),
            before.acceptsNoContext(),
            before.echoStatus(),
            delay);
  }
}
