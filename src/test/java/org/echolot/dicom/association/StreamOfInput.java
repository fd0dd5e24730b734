package org.echolot.dicom.association;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;

/**
 * A transport whose peer is an input of a fuzzer: the first byte says in what pieces it comes and
 * how it ends, the rest is what the peer sends. What we send goes nowhere. Nothing waits.
 */
public final class StreamOfInput implements Transport {

  private static final Socket SOCKET = new UnconnectedSocket();

  private final byte[] input;
  private final int piece;
  private final int end;
  private int at = 1;
  private boolean closed;

  /**
   * @param input what the peer sends, behind the byte that says how
   */
  public StreamOfInput(byte[] input) {
    this.input = input;
    int mode = input.length == 0 ? 0 : input[0] & 0xFF;
    this.end = mode & 3;
    this.piece = 1 + (mode >> 2) * (mode >> 2);
  }

  @Override
  public Socket socket() {
    return SOCKET;
  }

  @Override
  public boolean showsPieces() {
    return false;
  }

  @Override
  public boolean hasReceived() {
    return at > 1;
  }

  @Override
  public boolean hasRoomFor(int count) {
    return true;
  }

  @Override
  public int read(byte[] bytes, int from, int length, Deadline deadline) throws IOException {
    if (closed) {
      throw new SocketException("Socket closed");
    }
    int count = Math.min(Math.min(length, piece), input.length - at);
    if (count <= 0) {
      return switch (end) {
        case 0 -> -1;
        case 1 -> throw new SocketException("Connection reset");
        default -> throw new SocketTimeoutException();
      };
    }
    System.arraycopy(input, at, bytes, from, count);
    at += count;
    return count;
  }

  @Override
  public Stamp readAt() {
    return Stamp.now();
  }

  @Override
  public boolean hasArrived() {
    return at < input.length;
  }

  @Override
  public Stamp write(byte[] bytes) throws IOException {
    if (closed) {
      throw new SocketException("Socket closed");
    }
    return Stamp.now();
  }

  @Override
  public void reset() {
    closed = true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
