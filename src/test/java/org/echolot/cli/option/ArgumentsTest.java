package org.echolot.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  private static final Option.Flag ALL = new Option.Flag("-a, --all", "All of them.");
  private static final Option.Value<Path> FILE =
      new Option.Value<>("--file", "FILE", Kind.FILE, "A file.");
  private static final Option.Value<Integer> COUNT =
      new Option.Value<>("-n, --count", "N", Kind.number(-1, 9), "How many.");
  private static final Option.Values<String> TAG =
      new Option.Values<>("--tag", "TAG", "", Kind.TEXT, "A tag.");
  private static final Option.Values<String> NAMES =
      new Option.Values<>("--names", "NAME", ",", Kind.TEXT, "Names.");
  private static final Option.Refused SECRET = new Option.Refused("--secret", "never so");

  private static final Declaration DECLARATION =
      Declaration.of("Does it.", "")
          .operands(new Operands("WORD", 1, 2, "Words.", Completion.Source.NOTHING))
          .group("Options", ALL, FILE, COUNT, TAG, NAMES, SECRET);

  private static Given read(String... args) throws InputException {
    return new Arguments(DECLARATION).read(List.of(args));
  }

  @Test
  void optionsStandBeforeBetweenAndBehindOperandsWithAnEqualsSignOrWithout() throws InputException {
    Given given = read("--all", "one", "--file=a b.txt", "two", "--count", "3");

    assertThat(given.has(ALL)).isTrue();
    assertThat(given.value(FILE)).isEqualTo(Path.of("a b.txt"));
    assertThat(given.value(COUNT, 0)).isEqualTo(3);
    assertThat(given.operands()).containsExactly("one", "two");
  }

  @Test
  void whatIsNotGivenIsAbsent() throws InputException {
    Given given = read("one");

    assertThat(given.has(ALL)).isFalse();
    assertThat(given.value(FILE)).isNull();
    assertThat(given.value(COUNT, 7)).isEqualTo(7);
    assertThat(given.values(TAG)).isEmpty();
  }

  @Test
  void twoHyphensEndTheOptions() throws InputException {
    assertThat(read("--", "--all", "-x").operands()).containsExactly("--all", "-x");
  }

  @Test
  void aLoneHyphenIsAnOperand() throws InputException {
    assertThat(read("-").operands()).containsExactly("-");
  }

  @Test
  void aValueMayLookLikeAnOptionThatDoesNotExistOrLikeANumberBelowZero() throws InputException {
    assertThat(read("--tag", "-odd", "--count", "-1", "one").values(TAG)).containsExactly("-odd");
    assertThat(read("--count", "-1", "one").value(COUNT)).isEqualTo(-1);
  }

  @Test
  void quotesAndEqualsSignsInAValueStay() throws InputException {
    assertThat(read("--tag=\"a=b\"", "one").values(TAG)).containsExactly("\"a=b\"");
  }

  @Test
  void someOptionsTakeMoreThanOneValue() throws InputException {
    Given given = read("--tag", "a,b", "--tag", "c", "--names", "d,e", "--names=f", "one");

    assertThat(given.values(TAG)).containsExactly("a,b", "c");
    assertThat(given.values(NAMES)).containsExactly("d", "e", "f");
  }

  @Test
  void shortOptionsMayBeJoinedToEachOtherAndToTheirValue() throws InputException {
    Given given = read("-an3", "one");

    assertThat(given.has(ALL)).isTrue();
    assertThat(given.value(COUNT)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one --al | Unknown option: '--al'. Did you mean --all?",
        "one --flie x | Unknown option: '--flie'. Did you mean --file?",
        "one --fiel=x | Unknown option: '--fiel'. Did you mean --file?",
        "one -file x | Unknown option: '-file'. Did you mean --file?",
        "one --secre=sesame | Unknown option: '--secre'",
        "one --quite-another | Unknown option: '--quite-another'",
        "one -x | Unknown option: '-x'",
        "one --all --all | --all is given more than once",
        "one --file x --file y | --file is given more than once",
        "one --file | --file needs a value: --file FILE",
        "one --file --all | --file needs a value: --file FILE",
        "one --all=yes | --all takes no value",
        "one --count ten | --count: 'ten' is not a whole number from -1 to 9",
        "one --count 10 | --count: '10' is not a whole number from -1 to 9",
        "--all | WORD is missing",
        "one two three | unexpected argument 'three'",
        "one --secret sesame | never so",
        "--secret=sesame --count ten | never so",
        "--secret | never so",
      })
  void aMistakeIsNamed(String line, String told) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(line.split(" ")))
        .withMessage(told);
  }
}
