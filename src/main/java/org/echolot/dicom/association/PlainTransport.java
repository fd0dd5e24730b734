package org.echolot.dicom.association;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;

/** TCP itself. */
final class PlainTransport implements Transport {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final SureRoom room = new SureRoom();
  private Stamp readAt = Stamp.now();
  private volatile boolean received;

  PlainTransport(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  @Override
  public Socket socket() {
    return socket;
  }

  @Override
  public boolean showsPieces() {
    return true;
  }

  @Override
  public int read(byte[] bytes, int from, int length, Deadline deadline) throws IOException {
    if (deadline.hasPassed()) {
      throw new SocketTimeoutException();
    }
    socket.setSoTimeout(deadline.remainingMillis());
    try {
      int count = in.read(bytes, from, length);
      received |= count > 0;
      return count;
    } finally {
      readAt = Stamp.now();
    }
  }

  @Override
  public Stamp readAt() {
    return readAt;
  }

  @Override
  public boolean hasReceived() {
    return received;
  }

  @Override
  public boolean hasRoomFor(int count) {
    return room.hasRoomFor(count);
  }

  @Override
  public boolean hasArrived() throws IOException {
    return in.available() > 0;
  }

  @Override
  public Stamp write(byte[] bytes) throws IOException {
    room.taken(bytes.length);
    Stamp at = Stamp.now();
    out.write(bytes);
    return at;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // There is nobody left to tell, and nothing left to do.
    }
  }
}
