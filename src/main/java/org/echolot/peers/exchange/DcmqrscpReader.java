package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HostTable of DCMTK's {@code dcmqrscp.cfg}: {@code name = (AE title, host, port)}, and {@code
 * group = name, name}, which becomes a tag; and the peers that an AETable writes out, {@code (host,
 * AE title, port)}. A piece of the file will do.
 */
final class DcmqrscpReader implements ListReader {

  private static final Pattern BEGIN = Pattern.compile("(?i)^\\s*(\\w+Table)\\s+BEGIN\\s*$");
  private static final Pattern END = Pattern.compile("(?i)^\\s*\\w+Table\\s+END\\s*$");
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*([^\\s=(),]{1,200})\\s*=\\s*(\\S.*?)\\s*$");
  private static final Pattern TRIPLE =
      Pattern.compile(
          "\\(\\s*(\"[^\"]*\"|[^,()\"]*)\\s*,\\s*(\"[^\"]*\"|[^,()\"]*)\\s*,\\s*([^,()]*)\\)");
  private static final int MAX_GROUP = 1_000;
  private static final int MAX_LINE = 10_000;

  @Override
  public boolean recognizes(ListContent content) {
    int entries = 0;
    int others = 0;
    for (String line : content.lines()) {
      Matcher begin = BEGIN.matcher(line.length() > 200 ? "" : line);
      if (begin.matches() && begin.group(1).equalsIgnoreCase("HostTable")) {
        return true;
      }
      if (isNothing(line)) {
        continue;
      }
      Matcher entry = entry(line);
      boolean fits = entry.matches() && TRIPLE.matcher(entry.group(2)).matches();
      entries += fits ? 1 : 0;
      others += fits ? 0 : 1;
    }
    return entries > 0 && entries >= others;
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    return new Reading(content.lines()).list();
  }

  private static Matcher entry(String line) {
    return ENTRY.matcher(line.length() > MAX_LINE ? "" : withoutComment(line));
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return comment < 0 ? line : line.substring(0, comment);
  }

  private static String plain(String value) {
    String text = value.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** One pass over the lines; the groups come after the peers that they name. */
  private static final class Reading {

    /** A peer of the table, and the groups that it is in. */
    private record Host(int line, String name, Matcher triple, Set<String> groups) {}

    /** What a row is, where it is not one of the hosts. */
    private record Fault(int line, String reason) {}

    private final List<String> lines;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final List<Host> all = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Reading(List<String> lines) {
      this.lines = lines;
    }

    ImportedList list() throws UnreadableListException {
      boolean hasTables = lines.stream().anyMatch(line -> BEGIN.matcher(line).matches());
      String table = hasTables ? "" : "hosttable";
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        Matcher begin = BEGIN.matcher(line);
        if (begin.matches()) {
          table = begin.group(1).toLowerCase(Locale.ROOT);
        } else if (END.matcher(line).matches()) {
          table = "";
        } else if (!isNothing(line) && table.equals("hosttable")) {
          host(i + 1, line);
        } else if (!isNothing(line) && table.equals("aetable")) {
          writtenOut(i + 1, line);
        }
      }
      return rows();
    }

    private void host(int number, String line) {
      Matcher entry = entry(line);
      if (!entry.matches()) {
        faults.add(new Fault(number, "An entry looks like \"name = (AE title, host, port)\"."));
        return;
      }
      String name = entry.group(1);
      Matcher triple = TRIPLE.matcher(entry.group(2));
      if (triple.matches()) {
        Host host = new Host(number, name, triple, new LinkedHashSet<>());
        all.add(host);
        if (hosts.putIfAbsent(name, host) != null) {
          all.removeLast();
          faults.add(new Fault(number, "The name " + RowCollector.quoted(name) + " occurs twice."));
        }
      } else if (entry.group(2).contains("(")) {
        faults.add(
            new Fault(
                number,
                RowCollector.quoted(name)
                    + ": an entry has an AE title, a host and a port in parentheses."));
      } else {
        group(number, name, entry.group(2));
      }
    }

    private void group(int number, String name, String members) {
      Set<String> names = new LinkedHashSet<>();
      for (String member : members.split(",", -1)) {
        String of = member.strip();
        if (hosts.containsKey(of)) {
          names.add(of);
        } else if (groups.containsKey(of)) {
          names.addAll(groups.getOrDefault(of, Set.of()));
        } else if (!of.isEmpty()) {
          faults.add(
              new Fault(
                  number,
                  "The group "
                      + RowCollector.quoted(name)
                      + " names "
                      + RowCollector.quoted(of)
                      + ", which is not in the table before it."));
        }
        if (names.size() > MAX_GROUP || faults.size() > ImportedList.MAX_ROWS) {
          break;
        }
      }
      groups.put(name, names);
      for (String member : names) {
        Host host = hosts.get(member);
        if (host != null) {
          host.groups().add(name);
        }
      }
    }

    private void writtenOut(int number, String line) {
      Matcher triple = TRIPLE.matcher(line.length() > MAX_LINE ? "" : withoutComment(line));
      while (triple.find()) {
        Matcher same = TRIPLE.matcher(triple.group());
        if (same.matches() && all.size() <= ImportedList.MAX_ROWS) {
          all.add(new Host(number, "", same, new LinkedHashSet<>()));
        }
      }
    }

    private ImportedList rows() throws UnreadableListException {
      RowCollector rows = new RowCollector(PeerListFormat.DCMQRSCP);
      for (Host host : all) {
        Matcher triple = host.triple();
        FoundPeer found = new FoundPeer(RowCollector.line(host.line())).name(host.name());
        if (host.name().isEmpty()) {
          found.address(plain(triple.group(2)), plain(triple.group(1)), triple.group(3));
        } else {
          found.address(plain(triple.group(1)), plain(triple.group(2)), triple.group(3));
        }
        if (!host.groups().isEmpty()) {
          found.tags(List.copyOf(host.groups()));
        }
        rows.add(found);
      }
      for (Fault fault : faults) {
        rows.unreadable(RowCollector.line(fault.line()), fault.reason());
      }
      return rows.list();
    }
  }
}
