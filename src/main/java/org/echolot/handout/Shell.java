package org.echolot.handout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command interpreter, and how a word is written for it so that it arrives as it is. */
public enum Shell {
  /** The POSIX shell: {@code sh}, bash, zsh. */
  SH("[A-Za-z0-9_./:@%+-][A-Za-z0-9_./:@%+,=-]*") {
    @Override
    String quoted(String word) {
      return "'" + word.replace("'", "'\\''") + "'";
    }
  },

  /** Windows' {@code cmd.exe}, for programs that split their command line as Microsoft's C does. */
  CMD("[A-Za-z0-9_./:\\\\@+-]+(?<!\\\\)") {
    @Override
    String quoted(String word) {
      String argument = '"' + BACKSLASHES_AND_QUOTE.matcher(word).replaceAll("$1$1\\\\\"");
      argument = TRAILING_BACKSLASHES.matcher(argument).replaceAll("$1$1") + '"';
      // With a quote or a percent sign inside, cmd would lose count of what it must leave alone:
      // there each special character is taken for itself by a caret before it.
      return word.matches("[^\"%!]*")
          ? argument
          : SPECIAL_IN_CMD.matcher(argument).replaceAll("^$0");
    }
  },

  POWERSHELL("[A-Za-z0-9_./:][A-Za-z0-9_./:-]*") {
    @Override
    String quoted(String word) {
      return "'" + SINGLE_QUOTE_IN_POWERSHELL.matcher(word).replaceAll("$0$0") + "'";
    }
  };

  private static final Pattern BACKSLASHES_AND_QUOTE = Pattern.compile("(\\\\*)\"");
  private static final Pattern TRAILING_BACKSLASHES = Pattern.compile("(\\\\+)$");
  private static final Pattern SPECIAL_IN_CMD = Pattern.compile("[()%!^\"<>&|]");

  /** PowerShell takes the typographic ones for the same. */
  private static final Pattern SINGLE_QUOTE_IN_POWERSHELL =
      Pattern.compile("['\u2018\u2019\u201A\u201B]");

  private final Pattern plain;

  Shell(String plain) {
    this.plain = Pattern.compile(plain);
  }

  /** The words as one command. None may have control characters. */
  String command(List<String> words) {
    return words.stream().map(this::word).collect(Collectors.joining(" "));
  }

  /** One word. */
  String word(String word) {
    return plain.matcher(word).matches() ? word : quoted(word);
  }

  abstract String quoted(String word);
}
