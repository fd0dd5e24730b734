package org.echolot.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What macOS and Windows say of a connection: bytes as their headers describe them, and libraries
 * that answer so. Nothing of that is the system itself.
 */
@EnabledOnOs(OS.LINUX)
class OutstandingTest {

  /** struct tcp_connection_info until rcv_wnd: 65,535 of window, and 224 bytes not acknowledged. */
  private static final String MAC =
      "04 06 06 00 07000000 00000000 2c010000 b4050000 ffffff3f 50140000 ffff0000 e0000000"
          + " 00000200";

  /** TCP_INFO_v0 until RcvBuf: 224 bytes in flight, and a window of 65,535. */
  private static final String WINDOWS =
      "04000000 b4050000 8813000000000000 01 000000 e8030000 f4010000 e0000000 50140000 ffff0000"
          + " 00000200 00000100";

  private static MemorySegment bytes(Arena arena, String hex) {
    byte[] all = HexFormat.of().parseHex(hex.replace(" ", ""));
    MemorySegment room = arena.allocate(256, 8);
    MemorySegment.copy(MemorySegment.ofArray(all), 0, room, 0, all.length);
    return room;
  }

  @Test
  void theSendBufferOfMacOsIsReadFromItsStructure() {
    try (Arena arena = Arena.ofConfined()) {
      assertThat(MacSockets.read(bytes(arena, MAC), 112)).contains(new Outstanding(224, false));
      assertThat(MacSockets.read(bytes(arena, MAC.replace("ffff0000", "00000000")), 112))
          .contains(new Outstanding(224, true));
      assertThat(MacSockets.read(bytes(arena, MAC.replace("e0000000", "00000000")), 112))
          .contains(new Outstanding(0, false));
      assertThat(MacSockets.read(bytes(arena, MAC), 35)).isEmpty();
    }
  }

  @Test
  void theBytesInFlightOfWindowsAreReadFromItsStructure() {
    try (Arena arena = Arena.ofConfined()) {
      String closed = WINDOWS.replace("ffff0000", "00000000");
      String arrived = WINDOWS.replace("e0000000", "00000000");
      assertThat(WindowsSockets.read(bytes(arena, WINDOWS), 88))
          .contains(new Outstanding(224, false));
      assertThat(WindowsSockets.read(bytes(arena, closed), 88))
          .contains(new Outstanding(224, true));
      assertThat(WindowsSockets.read(bytes(arena, arrived), 88))
          .contains(new Outstanding(0, false));
      assertThat(WindowsSockets.read(bytes(arena, WINDOWS), 39)).isEmpty();
    }
  }

  @Test
  void nothingIsKnownWhereWindowsCouldSendNothing() {
    try (Arena arena = Arena.ofConfined()) {
      String nothing = WINDOWS.replace("ffff0000", "00000000").replace("e0000000", "00000000");
      assertThat(WindowsSockets.read(bytes(arena, nothing), 88)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAC, 10 02 2B02 0A010203 0000000000000000, 10.1.2.3",
    "MAC, 1C 1E 2B02 00000000 20010DB8000000000000000000000007 00000000, 2001:db8:0:0:0:0:0:7",
    "MAC, 1C 1E 2B02 00000000 00000000000000000000FFFF0A010203 00000000, 10.1.2.3",
    "WINDOWS, 02 00 2B02 0A010203 0000000000000000, 10.1.2.3",
    "WINDOWS, 17 00 2B02 00000000 00000000000000000000FFFF0A010203 00000000, 10.1.2.3",
  })
  void anAddressIsReadAsTheSystemWritesIt(SocketEnds.Form form, String hex, String ip)
      throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      assertThat(SocketEnds.read(bytes(arena, hex), form))
          .hasToString((ip.contains(":") ? "/[" + ip + "]" : "/" + ip) + ":11010");
    }
  }

  @ParameterizedTest
  @CsvSource({"MAC, 10 01 2B02 00", "MAC, 0A 00 2B02 00", "WINDOWS, 1E 00 2B02 00"})
  void anAddressOfAnotherFamilyIsNone(SocketEnds.Form form, String hex) throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      assertThat(SocketEnds.read(bytes(arena, hex), form)).isNull();
    }
  }

  @Test
  void theSocketOfAConnectionIsFoundAmongTheFilesOfMacOs(@TempDir Path files) throws Exception {
    for (int number = 0; number < 9; number++) {
      String _ = Files.createFile(files.resolve(String.valueOf(number))).toString();
    }
    try (Arena arena = Arena.ofShared();
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      Fake fake = new Fake(socket, SocketEnds.Form.MAC, 7, bytes(arena, MAC));

      assertThat(new MacSockets(Linker.nativeLinker(), fake.library(arena), files).of(socket))
          .contains(new Outstanding(224, false));
      assertThat(fake.asked).isEqualTo(0x106);
    }
  }

  @Test
  void theSocketOfAConnectionIsFoundAmongTheHandlesOfWindows() throws Exception {
    try (Arena arena = Arena.ofShared();
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      Fake fake = new Fake(socket, SocketEnds.Form.WINDOWS, 44, bytes(arena, WINDOWS));

      assertThat(new WindowsSockets(Linker.nativeLinker(), fake.library(arena)).of(socket))
          .contains(new Outstanding(224, false));
      assertThat(fake.asked).isEqualTo(0xD8000027);
    }
  }

  @Test
  void ofASocketThatIsNotFoundOrClosedNothingIsKnown() throws Exception {
    try (Arena arena = Arena.ofShared();
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
      Fake fake = new Fake(socket, SocketEnds.Form.WINDOWS, -1, bytes(arena, WINDOWS));
      WindowsSockets windows = new WindowsSockets(Linker.nativeLinker(), fake.library(arena));

      assertThat(windows.of(socket)).isEmpty();
      socket.close();
      assertThat(windows.of(socket)).isEmpty();
    }
  }

  @Test
  void otherSystemsAreNotAsked() throws Exception {
    assertThat(MacSockets.ofThisComputer("Linux", "amd64")).isEmpty();
    assertThat(WindowsSockets.ofThisComputer("Linux", "amd64")).isEmpty();
    assertThat(MacSockets.ofThisComputer("Mac OS X", "ppc")).isEmpty();
    try (Socket socket = new Socket()) {
      assertThat(Outstanding.of(socket)).isEmpty();
    }
  }

  /** A library in which one number is that of the socket, and all others of none. */
  @SuppressWarnings("restricted") // what it is handed has the room that it says
  private static final class Fake {

    private final Socket socket;
    private final SocketEnds.Form form;
    private final long number;
    private final MemorySegment answer;
    private int asked;

    Fake(Socket socket, SocketEnds.Form form, long number, MemorySegment answer) {
      this.socket = socket;
      this.form = form;
      this.number = number;
      this.answer = answer;
    }

    SymbolLookup library(Arena arena) throws ReflectiveOperationException {
      MemoryLayout handle = form == SocketEnds.Form.MAC ? JAVA_INT : JAVA_LONG;
      Class<?> type = form == SocketEnds.Form.MAC ? int.class : long.class;
      Map<String, MemorySegment> symbols = new HashMap<>();
      for (String name : new String[] {"getsockname", "getpeername"}) {
        MethodType whole =
            MethodType.methodType(int.class, long.class, MemorySegment.class, MemorySegment.class);
        symbols.put(
            name,
            stub(
                arena,
                name,
                whole,
                type,
                FunctionDescriptor.of(JAVA_INT, handle, ADDRESS, ADDRESS)));
      }
      symbols.put(
          "getsockopt",
          stub(
              arena,
              "getsockopt",
              MethodType.methodType(
                  int.class,
                  int.class,
                  int.class,
                  int.class,
                  MemorySegment.class,
                  MemorySegment.class),
              int.class,
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS)));
      symbols.put(
          "WSAIoctl",
          stub(
              arena,
              "ioctl",
              MethodType.methodType(
                  int.class,
                  long.class,
                  int.class,
                  MemorySegment.class,
                  int.class,
                  MemorySegment.class,
                  int.class,
                  MemorySegment.class,
                  MemorySegment.class,
                  MemorySegment.class),
              long.class,
              FunctionDescriptor.of(
                  JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS,
                  ADDRESS, ADDRESS)));
      return name -> Optional.ofNullable(symbols.get(name));
    }

    @SuppressWarnings("restricted") // what is called is ours
    private MemorySegment stub(
        Arena arena, String method, MethodType type, Class<?> first, FunctionDescriptor called)
        throws ReflectiveOperationException {
      MethodHandle ours = MethodHandles.lookup().bind(this, method, type);
      return Linker.nativeLinker()
          .upcallStub(ours.asType(ours.type().changeParameterType(0, first)), called, arena);
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    int getsockname(long of, MemorySegment to, MemorySegment length) {
      return end(of, socket.getLocalAddress(), socket.getLocalPort(), to, length);
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    int getpeername(long of, MemorySegment to, MemorySegment length) {
      return end(of, socket.getInetAddress(), socket.getPort(), to, length);
    }

    private int end(
        long of, @Nullable InetAddress ip, int port, MemorySegment to, MemorySegment length) {
      if (of != number || ip == null) {
        return -1;
      }
      boolean mac = form == SocketEnds.Form.MAC;
      String head = mac ? "1002" : "0200";
      String hex = head + "%04x".formatted(port) + HexFormat.of().formatHex(ip.getAddress());
      int room = length.reinterpret(4).get(JAVA_INT, 0);
      byte[] all = HexFormat.of().parseHex(hex);
      MemorySegment.copy(MemorySegment.ofArray(all), 0, to.reinterpret(room), 0, all.length);
      return 0;
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    int getsockopt(int of, int level, int option, MemorySegment to, MemorySegment length) {
      asked = level == 6 && of == number ? option : -1;
      MemorySegment size = length.reinterpret(4);
      to.reinterpret(size.get(JAVA_INT, 0)).copyFrom(answer.asSlice(0, 112));
      size.set(JAVA_INT, 0, 112);
      return 0;
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    int ioctl(
        long of,
        int code,
        MemorySegment in,
        int inLength,
        MemorySegment out,
        int outLength,
        MemorySegment returned,
        MemorySegment overlapped,
        MemorySegment completion) {
      boolean plain = overlapped.address() == 0 && completion.address() == 0;
      boolean isV0 = inLength == 4 && in.reinterpret(4).get(JAVA_INT, 0) == 0;
      asked = plain && isV0 && of == number ? code : -1;
      out.reinterpret(outLength).copyFrom(answer.asSlice(0, outLength));
      returned.reinterpret(4).set(JAVA_INT, 0, outLength);
      return 0;
    }
  }
}
