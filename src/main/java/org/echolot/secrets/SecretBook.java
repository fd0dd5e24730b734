package org.echolot.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that somebody was asked for. They live in memory alone: there is no way to write them
 * out, and nothing here says more of one than that it is there. Safe for use by any thread.
 */
public final class SecretBook {

  private final Map<SecretKey, char[]> secrets = new HashMap<>();

  /** Keeps a copy of a secret, in the place of one that was there. */
  public synchronized void remember(SecretKey key, char[] secret) {
    forget(key);
    secrets.put(key, secret.clone());
  }

  /** A copy of a secret. The caller clears it after use. */
  public synchronized Optional<char[]> find(SecretKey key) {
    char[] secret = secrets.get(key);
    return secret == null ? Optional.empty() : Optional.of(secret.clone());
  }

  /** A text from elsewhere with each of the secrets cut out; see {@link SecretTraces}. */
  public synchronized String cutFrom(String text) {
    String cut = text;
    for (char[] secret : secrets.values()) {
      byte[] bytes = new String(secret).getBytes(StandardCharsets.UTF_8);
      cut = SecretTraces.of(bytes, List.of()).cutFrom(cut);
      Arrays.fill(bytes, (byte) 0);
    }
    return cut;
  }

  /** Wipes a secret out, for example one that was wrong. */
  public synchronized void forget(SecretKey key) {
    char[] secret = secrets.remove(key);
    if (secret != null) {
      Arrays.fill(secret, '\0');
    }
  }

  /** Wipes all of them out. */
  public synchronized void forgetAll() {
    secrets.values().forEach(secret -> Arrays.fill(secret, '\0'));
    secrets.clear();
  }
}
