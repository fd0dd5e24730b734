package org.echolot.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An .ico with the sizes that Windows shows, each a PNG, as Windows takes them since Vista. */
final class WindowsIcon {

  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 256);
  private static final int HEADER = 6;
  private static final int ENTRY = 16;

  private WindowsIcon() {}

  static Path make(Path icons, Path work) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int size : SIZES) {
      pictures.add(Files.readAllBytes(icons.resolve("echolot-" + size + ".png")));
    }
    int bytes = HEADER + pictures.stream().mapToInt(picture -> ENTRY + picture.length).sum();
    ByteBuffer ico = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) SIZES.size());
    int offset = HEADER + ENTRY * SIZES.size();
    for (int i = 0; i < SIZES.size(); i++) {
      int size = SIZES.get(i) == 256 ? 0 : SIZES.get(i);
      ico.put((byte) size).put((byte) size).putShort((short) 0);
      ico.putShort((short) 1).putShort((short) 32).putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(ico::put);
    return Files.write(work.resolve("echolot.ico"), ico.array());
  }
}
