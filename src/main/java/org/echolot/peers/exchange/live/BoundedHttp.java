package org.echolot.peers.exchange.live;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.echolot.peers.exchange.ListContent;
import org.jspecify.annotations.Nullable;

/**
 * Asks a web server: each request ends at its deadline, answers are bounded, and redirects are
 * told, not followed, so that no password goes where nobody meant it to go.
 */
final class BoundedHttp implements AutoCloseable {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final HttpClient client;
  private final Login login;
  private final Duration deadline;

  BoundedHttp(@Nullable Path trusted, Login login, Duration deadline) throws ServerException {
    this.login = login;
    this.deadline = deadline;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(deadline)
            .sslContext(TrustedServers.of(trusted))
            .build();
  }

  byte[] get(URI uri) throws ServerException, InterruptedException {
    return answer(request(uri).GET().build());
  }

  void put(URI uri, String json) throws ServerException, InterruptedException {
    answer(
        request(uri)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build());
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(deadline);
    return login.isGiven() ? request.header("Authorization", login.basic()) : request;
  }

  private byte[] answer(HttpRequest request) throws ServerException, InterruptedException {
    String who = request.uri().getScheme() + "://" + request.uri().getRawAuthority();
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ListContent.MAX_BYTES));
    HttpResponse<byte[]> response;
    try {
      response = sent.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      boolean _ = sent.cancel(true);
      throw new ServerException(who + " did not answer within " + deadline.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new ServerException(who + ": " + words(e.getCause()));
    }
    require(who, response);
    return response.body();
  }

  private static void require(String who, HttpResponse<byte[]> response) throws ServerException {
    int status = response.statusCode();
    switch (status / 100) {
      case 2 -> {
        // As it should be.
      }
      case 3 ->
          throw new ServerException(
              who
                  + " redirects to "
                  + response.headers().firstValue("Location").orElse("nowhere")
                  + ": use that address if it is meant");
      default ->
          throw new ServerException(
              who
                  + switch (status) {
                    case UNAUTHORIZED ->
                        " requires a user name and password, or does not know them";
                    case FORBIDDEN -> " does not allow this user to do it";
                    default ->
                        " answers with HTTP status "
                            + status
                            + said(new String(response.body(), StandardCharsets.UTF_8));
                  });
    }
  }

  /** What Orthanc says is wrong. */
  private static String said(String body) {
    int at = body.indexOf("\"Message\"");
    return at < 0 ? "" : ": " + body.substring(at).lines().findFirst().orElse("");
  }

  private static String words(@Nullable Throwable fault) {
    return switch (fault) {
      case HttpTimeoutException _ -> "no answer in time";
      case ConnectException _ -> "no connection: nothing listens there, or it cannot be reached";
      case SSLException e -> "TLS failed: " + e.getMessage();
      case IOException e when String.valueOf(e.getMessage()).contains("capacity") ->
          "the answer is longer than a list can be";
      case null, default -> "not a proper answer: " + fault;
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
