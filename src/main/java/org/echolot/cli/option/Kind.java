package org.echolot.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.DurationText;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.echolot.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value: how it is read, and what a shell can complete it to.
 *
 * @param reader fails with what is wrong, in plain words
 */
public record Kind<T>(Reader<T> reader, Completion completion) {

  public static final Kind<String> TEXT = new Kind<>(text -> text, Completion.Source.NOTHING);

  public static final Kind<Path> FILE = new Kind<>(Kind::path, Completion.Source.FILES);

  public static final Kind<AeTitle> AE_TITLE = checked(AeTitle::faultOf, AeTitle::new);

  /** More than zero. */
  public static final Kind<Duration> TIME = checked(DurationText::faultOf, DurationText::parse);

  public static final Kind<Duration> TIME_OR_ZERO =
      new Kind<>(
          text -> text.strip().matches("0+(ms|s|m|h)?") ? Duration.ZERO : TIME.reader().read(text),
          Completion.Source.NOTHING);

  /** An IP address, without brackets. */
  public static final Kind<String> ADDRESS =
      checked(
          text -> IpText.isIp(HostText.normalized(text)) ? null : "this is not an IP address",
          HostText::normalized);

  public static final Kind<Integer> PORT = number(1, 65_535);

  /** Makes a value of a text. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * @throws InputException if it can't be read; the message says why not
     */
    T read(String text) throws InputException;
  }

  /** Tells what is wrong with a text; null if nothing is. */
  @FunctionalInterface
  public interface Fault {
    @Nullable String of(String text);
  }

  /**
   * Free text of which something else knows the rules.
   *
   * @param reader is given what has no fault
   */
  public static <T> Kind<T> checked(Fault fault, Function<String, T> reader) {
    return new Kind<>(
        text -> {
          String words = fault.of(text);
          if (words != null) {
            throw new InputException("'" + text + "': " + words);
          }
          return reader.apply(text);
        },
        Completion.Source.NOTHING);
  }

  /** The same, where its rules let only these words pass. */
  public Kind<T> among(List<String> words) {
    return new Kind<>(reader, new Completion.Words(words));
  }

  /** A whole number; {@link Integer#MAX_VALUE} for no upper bound worth a word. */
  public static Kind<Integer> number(int least, int most) {
    String range =
        most == Integer.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most;
    return new Kind<>(
        text -> {
          try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
              return number;
            }
          } catch (NumberFormatException _) {
            // told below
          }
          throw new InputException("'" + text + "' is not a whole number" + range);
        },
        Completion.Source.NOTHING);
  }

  /** One of the words for the constants of an enum, whatever their case. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read, here and in the kind
  public static <E extends Enum<E>> Kind<E> oneOf(E... constants) {
    List<String> words = Arrays.stream(constants).map(Kind::word).toList();
    return new Kind<>(
        text -> {
          for (E constant : constants) {
            if (text.equalsIgnoreCase(word(constant)) || text.equalsIgnoreCase(constant.name())) {
              return constant;
            }
          }
          throw new InputException(
              "'" + text + "' is not known; write one of " + String.join(", ", words));
        },
        new Completion.Words(words));
  }

  /** The words of {@link #oneOf}, for a sentence: {@code text, json or junit}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <E extends Enum<E>> String choice(E... constants) {
    return Spelling.anyOf(Arrays.stream(constants).map(Kind::word).toList());
  }

  /** How a constant is written on the command line: {@code ticket-markdown}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Path path(String text) throws InputException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException("'" + text + "' can't be a file: " + e.getReason());
    }
  }
}
