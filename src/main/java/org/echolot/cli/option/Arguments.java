package org.echolot.cli.option;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.echolot.text.Spelling;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of one command by what it declares. */
final class Arguments {

  private final Declaration declaration;
  private final Options options = new Options();
  private final Map<String, Option> byKey = new LinkedHashMap<>();

  Arguments(Declaration declaration) {
    this.declaration = declaration;
    for (Option option : declaration.options()) {
      var parsed = parsed(option);
      options.addOption(parsed);
      byKey.put(parsed.getKey(), option);
    }
  }

  /**
   * @throws InputException if they are not what the command takes
   */
  Given read(List<String> args) throws InputException {
    requireTwoHyphens(args);
    CommandLine line = parse(args);
    IdentityHashMap<Option, List<String>> texts = new IdentityHashMap<>();
    for (var occurrence : line.getOptions()) {
      Option option = declared(occurrence);
      if (option instanceof Option.Refused refused) {
        throw new InputException(refused.why());
      }
      boolean again = texts.containsKey(option);
      if (again && !(option instanceof Option.Values<?>)) {
        throw new UsageException(option.name() + " is given more than once");
      }
      texts.computeIfAbsent(option, _ -> new ArrayList<>()).addAll(occurrence.getValuesList());
    }
    IdentityHashMap<Option, List<?>> values = new IdentityHashMap<>();
    for (Option option : byKey.values()) {
      List<String> given = texts.get(option);
      if (given != null) {
        values.put(option, values(option, given));
      }
    }
    if (!values.containsKey(Declaration.HELP)) {
      requireOperands(line.getArgList());
    }
    return new Given(values, line.getArgList());
  }

  /** Joins an option that may be bare with its value, or with nothing where none follows it. */
  private List<String> withBareValues(List<String> args) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--")) {
        joined.addAll(args.subList(i, args.size()));
        break;
      }
      Option.Values<?> bare = mayBeBare(arg);
      if (bare == null) {
        joined.add(arg);
      } else if (i + 1 < args.size() && reads(bare, args.get(i + 1))) {
        i++;
        joined.add(arg + "=" + args.get(i));
      } else {
        joined.add(arg + "=");
      }
    }
    return joined;
  }

  private Option.@Nullable Values<?> mayBeBare(String arg) {
    for (Option option : byKey.values()) {
      if (option instanceof Option.Values<?> values
          && values.mayBeBare()
          && values.spellings().contains(arg)) {
        return values;
      }
    }
    return null;
  }

  /** Whether it can be taken for values: only numbers, whose kind then says what is wrong. */
  private static boolean reads(Option.Values<?> option, String text) {
    return text.matches("[0-9]+(\\Q" + option.separator() + "\\E[0-9]*)*");
  }

  private Option declared(org.apache.commons.cli.Option parsed) {
    return Objects.requireNonNull(byKey.get(parsed.getKey()));
  }

  private CommandLine parse(List<String> args) throws UsageException {
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get()
          .parse(options, withBareValues(args).toArray(String[]::new), false);
    } catch (UnrecognizedOptionException e) {
      throw unknown(e.getOption());
    } catch (MissingArgumentException e) {
      Option option = declared(e.getOption());
      throw new UsageException(
          option.name() + " needs a value: " + option.name() + option.operand());
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static org.apache.commons.cli.Option parsed(Option option) {
    var builder = org.apache.commons.cli.Option.builder();
    for (String name : option.spellings()) {
      if (name.startsWith("--")) {
        builder.longOpt(name.substring(2));
      } else {
        builder.option(name.substring(1));
      }
    }
    return switch (option) {
      case Option.Flag _ -> builder.get();
      case Option.Values<?> values when values.mayBeBare() ->
          builder.hasArg().optionalArg(true).get();
      case Option.Value<?> _, Option.Values<?> _ -> builder.hasArg().get();
      case Option.Refused _ -> builder.hasArg().optionalArg(true).get();
    };
  }

  private static List<?> values(Option option, List<String> texts) throws UsageException {
    return switch (option) {
      case Option.Flag _, Option.Refused _ -> List.of();
      case Option.Value<?> value -> read(value, value.kind(), texts);
      case Option.Values<?> several -> {
        List<String> each = new ArrayList<>();
        for (String text : texts) {
          each.addAll(
              several.separator().isEmpty()
                  ? List.of(text)
                  : List.of(text.split(several.separator())));
        }
        if (several.mayBeBare()) {
          each.removeIf(String::isEmpty);
        }
        yield read(several, several.kind(), each);
      }
    };
  }

  private static <T> List<T> read(Option option, Kind<T> kind, List<String> texts)
      throws UsageException {
    List<T> read = new ArrayList<>();
    for (String text : texts) {
      try {
        read.add(kind.reader().read(text));
      } catch (InputException e) {
        throw new UsageException(option.name() + ": " + e.getMessage());
      }
    }
    return read;
  }

  /** The library takes a long name behind one hyphen, too; ours never were written so. */
  private void requireTwoHyphens(List<String> args) throws UsageException {
    for (String arg : args) {
      if (arg.equals("--")) {
        return;
      }
      if (arg.length() > 2
          && arg.startsWith("-")
          && !arg.startsWith("--")
          && !options.hasShortOption(arg.substring(1, 2))
          && byKey.values().stream().anyMatch(option -> beginsWith(arg, option))) {
        throw unknown(arg);
      }
    }
  }

  private static boolean beginsWith(String arg, Option option) {
    return option.name().startsWith("--") && arg.startsWith(option.name().substring(1));
  }

  /** Without what follows an equals sign: it may be a secret. */
  private UsageException unknown(String arg) {
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg : arg.substring(0, equals);
    if (equals >= 0 && byKey.values().stream().anyMatch(o -> o.spellings().contains(name))) {
      return new UsageException(name + " takes no value");
    }
    List<String> known =
        declaration.allGroups().stream()
            .flatMap(group -> group.shown().stream())
            .map(Option::name)
            .toList();
    return new UsageException("Unknown option: '" + name + "'" + Spelling.question(known, name));
  }

  private void requireOperands(List<String> operands) throws UsageException {
    Operands wanted = declaration.operands();
    if (operands.size() < wanted.least()) {
      throw new UsageException(wanted.label() + " is missing");
    }
    if (operands.size() > wanted.most()) {
      throw new UsageException("unexpected argument '" + operands.get(wanted.most()) + "'");
    }
  }
}
