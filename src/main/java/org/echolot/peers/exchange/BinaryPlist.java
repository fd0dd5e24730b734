package org.echolot.peers.exchange;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListFormatException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A property list in Apple's binary form, as preferences on a Mac are. */
final class BinaryPlist {

  private static final byte[] START = "bplist".getBytes(StandardCharsets.US_ASCII);

  private BinaryPlist() {}

  static boolean isOne(byte[] bytes) {
    return bytes.length > START.length
        && Arrays.equals(bytes, 0, START.length, START, 0, START.length);
  }

  /**
   * The dictionaries of the list, each with those of its values that are plain.
   *
   * @throws UnreadableListException if it is none
   */
  static List<Map<String, String>> dictionaries(byte[] bytes) throws UnreadableListException {
    NSObject root;
    try {
      root = BinaryPropertyListParser.parse(bytes);
    } catch (PropertyListFormatException | UnsupportedEncodingException e) {
      throw new UnreadableListException(
          "not a whole binary property list: "
              + RowCollector.plain(String.valueOf(e.getMessage())));
    }
    NSObject list =
        root instanceof NSDictionary preferences ? preferences.get((Object) "SERVERS") : root;
    if (!(list instanceof NSArray array)) {
      throw new UnreadableListException("the property list holds no list of DICOM nodes");
    }
    if (array.count() > ImportedList.MAX_ROWS) {
      throw new UnreadableListException(
          "the list has more than " + ImportedList.MAX_ROWS + " entries");
    }
    List<Map<String, String>> all = new ArrayList<>();
    for (NSObject item : array.getArray()) {
      Map<String, String> values = new HashMap<>();
      if (item instanceof NSDictionary dictionary) {
        dictionary.forEach(
            (key, value) -> {
              String plain = plain(value);
              if (plain != null) {
                values.put(key, plain);
              }
            });
      }
      all.add(values);
    }
    return all;
  }

  private static @Nullable String plain(@Nullable NSObject value) {
    return switch (value) {
      case NSString text -> text.getContent();
      case NSNumber number -> number.toString();
      case null, default -> null;
    };
  }
}
