package org.echolot.network;

import java.time.Duration;

/**
 * What the system knows of the way that a TCP connection takes.
 *
 * @param roundTrip the shortest time in which the other end acknowledged something: the network
 *     alone, and the other end's operating system
 * @param retransmissions how many segments were sent again, each time counted
 * @param unacknowledged how many segments were sent and are not acknowledged yet
 * @param mss the most bytes that we put into a segment
 * @param pathMtu the largest packet that the system believes to pass, in bytes, IP header included
 */
public record TcpPath(
    Duration roundTrip, int retransmissions, int unacknowledged, int mss, int pathMtu) {}
