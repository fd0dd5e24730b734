package org.echolot.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An .icns with the sizes that macOS shows, each a PNG. */
final class MacIcon {

  private static final int HEADER = 8;

  private MacIcon() {}

  static Path make(Path icons, Path work) throws IOException {
    Map<String, Integer> types = new LinkedHashMap<>();
    types.put("icp4", 16);
    types.put("icp5", 32);
    types.put("icp6", 64);
    types.put("ic07", 128);
    types.put("ic08", 256);
    types.put("ic09", 512);
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> type : types.entrySet()) {
      pictures.put(
          type.getKey(), Files.readAllBytes(icons.resolve("echolot-" + type.getValue() + ".png")));
    }
    int bytes =
        HEADER + pictures.values().stream().mapToInt(picture -> HEADER + picture.length).sum();
    ByteBuffer icns = ByteBuffer.allocate(bytes);
    icns.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    pictures.forEach(
        (type, picture) ->
            icns.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER + picture.length)
                .put(picture));
    return Files.write(work.resolve("echolot.icns"), icns.array());
  }
}
