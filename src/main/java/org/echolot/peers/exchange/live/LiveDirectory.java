package org.echolot.peers.exchange.live;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.peers.exchange.DirectoryEntries;
import org.echolot.peers.exchange.ImportedList;
import org.echolot.peers.exchange.UnreadableListException;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a directory over LDAP (PS3.15 H.1), read only. A call blocks until all is there or
 * its deadline has passed; then the connection is closed, whatever the server does.
 */
public final class LiveDirectory {

  /** For the whole conversation. */
  public static final Duration DEADLINE = Duration.ofSeconds(20);

  private static final int LDAP_PORT = 389;
  private static final int LDAPS_PORT = 636;
  private static final int MAX_ENTRIES = 60_000;
  private static final int MAX_MESSAGE_BYTES = 1 << 20;
  private static final long MAX_MEBIBYTES = 32;
  private static final int MOST_ROOTS = 10;

  private final URI uri;
  private final @Nullable Path trusted;
  private final Login login;
  private final Duration deadline;

  /**
   * @param url as in {@code ldap://host:389/dc=dcm4che,dc=org}; without a base, all that the
   *     directory has is searched
   * @param trusted PEM; null: what Java trusts
   * @param login the user is a distinguished name
   * @throws ServerException if the URL can't be used
   */
  public LiveDirectory(String url, @Nullable Path trusted, Login login, Duration deadline)
      throws ServerException {
    try {
      uri = new URI(url.replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new ServerException("this is not a URL: " + e.getMessage());
    }
    if (!isUrl(url) || uri.getHost() == null) {
      throw new ServerException("write a URL as in ldap://localhost:389/dc=dcm4che,dc=org");
    }
    this.trusted = trusted;
    this.login = login;
    this.deadline = deadline;
  }

  /** Whether a word of the command line is meant for this. */
  public static boolean isUrl(String text) {
    return text.startsWith("ldap://") || text.startsWith("ldaps://");
  }

  /**
   * Its devices as a list.
   *
   * @throws ServerException if it does not answer in time, or refuses
   * @throws UnreadableListException if it has none, or too many
   */
  public ImportedList read() throws ServerException, UnreadableListException {
    Deadline until = Deadline.after(deadline);
    CountDownLatch done = new CountDownLatch(1);
    try (LDAPConnection connection = connection()) {
      AtomicReference<@Nullable String> ended = new AtomicReference<>();
      Thread _ =
          Threads.startVirtual("LDAP deadline", () -> closeAtDeadline(connection, done, ended));
      try {
        return read(connection, until);
      } catch (LDAPException e) {
        String why = ended.get();
        throw new ServerException(why == null ? words(e) : why);
      }
    } finally {
      done.countDown();
    }
  }

  private void closeAtDeadline(
      LDAPConnection connection, CountDownLatch done, AtomicReference<@Nullable String> ended) {
    try {
      if (!done.await(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
        ended.set(late());
        connection.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private LDAPConnection connection() throws ServerException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis((int) deadline.toMillis());
    options.setResponseTimeoutMillis(deadline.toMillis());
    options.setMaxMessageSize(MAX_MESSAGE_BYTES);
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    return "ldaps".equals(uri.getScheme())
        ? new LDAPConnection(TrustedServers.of(trusted).getSocketFactory(), options)
        : new LDAPConnection(options);
  }

  private String late() {
    return where() + " did not answer in full within " + deadline.toSeconds() + " s";
  }

  private ImportedList read(LDAPConnection connection, Deadline until)
      throws LDAPException, ServerException, UnreadableListException {
    int port =
        uri.getPort() >= 0
            ? uri.getPort()
            : "ldaps".equals(uri.getScheme()) ? LDAPS_PORT : LDAP_PORT;
    connection.connect(uri.getHost(), port);
    if (login.isGiven()) {
      connection.bind(login.user(), new String(login.password()));
    }
    DirectoryEntries entries = DirectoryEntries.ofDirectory();
    Collected collected = new Collected(entries);
    for (String base : bases(connection)) {
      SearchRequest request =
          new SearchRequest(
              collected,
              base,
              SearchScope.SUB,
              Filter.createORFilter(
                  Filter.createEqualityFilter("objectClass", "dicomDevice"),
                  Filter.createEqualityFilter("objectClass", "dicomNetworkConnection"),
                  Filter.createEqualityFilter("objectClass", "dicomNetworkAE")));
      request.setSizeLimit(MAX_ENTRIES);
      AsyncRequestID _ = connection.asyncSearch(request);
      SearchResult result = collected.await(until, this::late);
      if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new LDAPSearchException(result);
      }
    }
    ImportedList list = entries.list();
    if (list.rows().isEmpty()) {
      throw new UnreadableListException("the directory has no DICOM devices below that base");
    }
    return list;
  }

  private List<String> bases(LDAPConnection connection) throws LDAPException, ServerException {
    String path = Objects.requireNonNullElse(uri.getPath(), "");
    if (path.length() > 1) {
      return List.of(path.substring(1));
    }
    RootDSE root = connection.getRootDSE();
    String[] contexts = root == null ? null : root.getNamingContextDNs();
    if (contexts == null || contexts.length == 0) {
      throw new ServerException("the directory does not say what it has: add a base to the URL");
    }
    return Arrays.stream(contexts).limit(MOST_ROOTS).toList();
  }

  private String where() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private String words(LDAPException e) {
    ResultCode code = e.getResultCode();
    if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
      return where() + " does not accept this user and password";
    }
    if (code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)
        || code.equals(ResultCode.INAPPROPRIATE_AUTHENTICATION)) {
      return where() + " does not allow this user to read it";
    }
    return where() + ": " + e.getMessage();
  }

  /**
   * Takes entries as they come, up to the end of a search, or to the first that is too many.
   * Whoever waits is told of that at once: a connection that is closed here tells nobody.
   */
  private static final class Collected implements AsyncSearchResultListener {
    private static final long serialVersionUID = 1L;

    private final transient DirectoryEntries entries;
    private transient volatile CompletableFuture<SearchResult> end = new CompletableFuture<>();
    private int count;
    private long bytes;

    Collected(DirectoryEntries entries) {
      this.entries = entries;
    }

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
      if (end.isDone()) {
        return;
      }
      try {
        if (++count > MAX_ENTRIES) {
          throw new UnreadableListException(
              "the directory has more than " + MAX_ENTRIES + " entries");
        }
        bytes += bytesOf(entry);
        if (bytes > MAX_MEBIBYTES << 20) {
          throw new UnreadableListException(
              "the entries of the directory have more than " + MAX_MEBIBYTES + " MiB");
        }
        entries.add(entry.getDN(), entry);
      } catch (UnreadableListException e) {
        end.completeExceptionally(e);
      }
    }

    private static long bytesOf(SearchResultEntry entry) {
      long sum = entry.getDN().length();
      for (Attribute attribute : entry.getAttributes()) {
        for (ASN1OctetString value : attribute.getRawValues()) {
          sum += value.getValueLength();
        }
      }
      return sum;
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
      // What another server has is not asked for.
    }

    @Override
    public void searchResultReceived(AsyncRequestID requestId, SearchResult result) {
      end.complete(result);
    }

    /** Waits for the end of a search, and is then ready for the next. */
    SearchResult await(Deadline until, Supplier<String> late)
        throws ServerException, UnreadableListException {
      try {
        SearchResult result = end.get(until.remaining().toNanos(), TimeUnit.NANOSECONDS);
        end = new CompletableFuture<>();
        return result;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UnreadableListException refused) {
          throw refused;
        }
        throw new IllegalStateException("entries could not be taken", e.getCause());
      } catch (TimeoutException _) {
        throw new ServerException(late.get());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new ServerException("stopped");
      }
    }
  }
}
