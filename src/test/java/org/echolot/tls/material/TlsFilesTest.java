package org.echolot.tls.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Objects;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.KeyIdentity;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with certificates and keys, as OpenSSL and Java make them, and as people break them. */
class TlsFilesTest {

  private static final String PASSWORD = "s3cret password";

  private final Path folder;
  private final CertificateKit kit;
  private final Made authority;
  private final Made own;
  private final SecretBook secrets = new SecretBook();
  private final TlsMaterials materials = new TlsMaterials(secrets);

  TlsFilesTest(@TempDir Path folder) {
    this.folder = folder;
    this.kit = new CertificateKit(folder);
    this.authority = kit.authority("Test CA");
    this.own = kit.issuedBy(authority, "own").make();
  }

  private static TlsSettings trusting(Path file) {
    return new TlsSettings(file, null, null, null, true, null, TlsProfile.RUNTIME);
  }

  private static TlsSettings showing(Path certificate, @Nullable Path key) {
    return new TlsSettings(null, null, certificate, key, true, null, TlsProfile.RUNTIME);
  }

  private void remember(Path file) {
    secrets.remember(new SecretKey.OfFile(file), PASSWORD.toCharArray());
  }

  private String faultOf(TlsSettings settings) {
    TlsFileException fault =
        catchThrowableOfType(TlsFileException.class, () -> materials.check(settings));
    String message = Objects.requireNonNull(fault.getMessage());
    assertThat(message).contains(fault.file().toString());
    return message;
  }

  /** A password is asked for, a wrong one is told, and the right one opens the file. */
  private void assertNeedsPassword(TlsSettings settings, Path file) throws TlsFileException {
    assertThatThrownBy(() -> materials.check(settings))
        .isInstanceOfSatisfying(
            TlsFileException.class,
            fault -> {
              assertThat(fault.asksForPassword()).isTrue();
              assertThat(fault.isPasswordWrong()).isFalse();
              assertThat(fault.file()).isEqualTo(file);
            });
    secrets.remember(new SecretKey.OfFile(file), "wrong".toCharArray());
    assertThatThrownBy(() -> materials.check(settings))
        .isInstanceOfSatisfying(
            TlsFileException.class,
            fault -> {
              assertThat(fault.isPasswordWrong()).isTrue();
              assertThat(fault).hasMessageContaining(file.toString());
              assertThat(fault.toString()).doesNotContain("wrong\"");
            });
    remember(file);
    materials.check(settings);
  }

  @Test
  void trustedPem() throws TlsFileException {
    Path both = kit.joined("both.pem", authority.file(), own.file());

    assertThat(materials.trusted(both)).containsExactly(authority.certificate(), own.certificate());
  }

  @Test
  void trustedPemWithTextAroundAndAKeyThatIsLeftAlone() throws TlsFileException {
    Path text =
        kit.openssl("text.pem", "x509", "-in", own.file().toString(), "-text", "-out", "OUT");
    Path locked = encryptedKey("locked.pem", "pkcs8", "-topk8", "-v2", "aes-256-cbc");

    assertThat(materials.trusted(kit.joined("all.pem", locked, text)))
        .containsExactly(own.certificate());
  }

  @Test
  void trustedInOpensslsOwnForm() throws TlsFileException {
    Path trusted =
        kit.openssl(
            "trusted.pem",
            "x509",
            "-in",
            own.file().toString(),
            "-addtrust",
            "serverAuth",
            "-trustout",
            "-out",
            "OUT");

    assertThat(materials.trusted(trusted)).containsExactly(own.certificate());
  }

  @Test
  void trustedDerAndPkcs7() throws TlsFileException {
    Path der =
        kit.openssl(
            "own.cer", "x509", "-in", own.file().toString(), "-outform", "DER", "-out", "OUT");
    Path bag =
        kit.openssl(
            "own.p7b", "crl2pkcs7", "-nocrl", "-certfile", own.file().toString(), "-out", "OUT");

    assertThat(materials.trusted(der)).containsExactly(own.certificate());
    assertThat(materials.trusted(bag)).containsExactly(own.certificate());
  }

  @Test
  void trustedPkcs12OfOpenssl() throws TlsFileException {
    Path store = pkcs12("trust.p12", "-nokeys", "-in", authority.file().toString());

    assertNeedsPassword(trusting(store), store);
    assertThat(materials.trusted(store)).containsExactly(authority.certificate());
  }

  @Test
  void trustedPkcs12WithAnEmptyPassword() throws TlsFileException {
    Path store =
        kit.openssl(
            "open.p12",
            "pkcs12",
            "-export",
            "-nokeys",
            "-in",
            authority.file().toString(),
            "-passout",
            "pass:",
            "-out",
            "OUT");

    assertThat(materials.trusted(store)).containsExactly(authority.certificate());
  }

  @Test
  void trustedJksNeedsNoPassword() throws Exception {
    Path store = folder.resolve("trust.jks");
    KeyStore jks = KeyStore.getInstance("JKS");
    jks.load(null, null);
    jks.setCertificateEntry("ca", authority.certificate());
    try (var out = Files.newOutputStream(store)) {
      jks.store(out, PASSWORD.toCharArray());
    }

    assertThat(materials.trusted(store)).containsExactly(authority.certificate());
  }

  @Test
  void identityInPem() throws TlsFileException {
    assertThat(identity(own.file(), own.key()).chain()).containsExactly(own.certificate());
    assertThat(identity(kit.joined("one.pem", own.key(), own.file()), null).chain())
        .containsExactly(own.certificate());
  }

  @Test
  void identityWithItsIssuersInAnyOrder() throws TlsFileException {
    Path mixed = kit.joined("mixed.pem", authority.file(), own.file());

    assertThat(identity(mixed, own.key()).chain())
        .containsExactly(own.certificate(), authority.certificate());
  }

  /** Sent is the one that signed, and not another of its name. */
  @Test
  void identityBesideAnAuthorityThatGotANewKey() throws TlsFileException {
    Made before = kit.authority("Renewed CA");
    Made after = kit.authority("Renewed CA");
    Made mine = kit.issuedBy(after, "mine").make();
    Path mixed = kit.joined("renewed.pem", before.file(), after.file(), mine.file());

    assertThat(identity(mixed, mine.key()).chain())
        .containsExactly(mine.certificate(), after.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-legacy"})
  void identityInPkcs12(String option) throws TlsFileException {
    Path store =
        option.isEmpty()
            ? pkcs12("own.p12", "-in", own.file().toString(), "-inkey", own.key().toString())
            : pkcs12(
                "own.p12", option, "-in", own.file().toString(), "-inkey", own.key().toString());

    assertNeedsPassword(showing(store, null), store);
    assertThat(identity(store, null).chain()).containsExactly(own.certificate());
  }

  @Test
  void identityInJks() throws Exception {
    Path store = folder.resolve("own.jks");
    KeyStore jks = KeyStore.getInstance("JKS");
    jks.load(null, null);
    jks.setKeyEntry(
        "own",
        own.pair().getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {own.certificate()});
    try (var out = Files.newOutputStream(store)) {
      jks.store(out, PASSWORD.toCharArray());
    }

    assertNeedsPassword(showing(store, null), store);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes-256-cbc", "aes128", "des3"})
  void encryptedPkcs8(String cipher) throws TlsFileException {
    Path key = encryptedKey("key.p8", "pkcs8", "-topk8", "-v2", cipher);

    assertNeedsPassword(showing(own.file(), key), key);
  }

  @Test
  void passwordWithLettersOfOtherLanguages() throws TlsFileException {
    String word = "Prüfung";
    Path store =
        kit.openssl(
            "own.p12",
            "pkcs12",
            "-export",
            "-in",
            own.file().toString(),
            "-inkey",
            own.key().toString(),
            "-passout",
            "pass:" + word,
            "-out",
            "OUT");
    secrets.remember(new SecretKey.OfFile(store), word.toCharArray());

    assertThat(identity(store, null).chain()).containsExactly(own.certificate());
  }

  @Test
  void encryptedPkcs8WithScrypt() throws TlsFileException {
    Path key = encryptedKey("key.p8", "pkcs8", "-topk8", "-scrypt");

    assertNeedsPassword(showing(own.file(), key), key);
  }

  @Test
  void traditionalKeysOfEllipticCurves() throws TlsFileException {
    Path plain = kit.openssl("ec.key", "ec", "-in", own.key().toString(), "-out", "OUT");
    Path locked = encryptedKey("ec.enc.key", "ec", "-aes256");

    assertThat(identity(own.file(), plain).chain()).isNotEmpty();
    assertNeedsPassword(showing(own.file(), locked), locked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-aes128", "-des3"})
  void traditionalRsaKeys(String cipher) throws TlsFileException {
    Made rsa = kit.issuedBy(authority, "rsa").rsa(2048).make();
    Path plain =
        kit.openssl("rsa.key", "rsa", "-traditional", "-in", rsa.key().toString(), "-out", "OUT");
    Path locked =
        kit.openssl(
            "rsa.enc.key",
            "rsa",
            "-traditional",
            cipher,
            "-in",
            rsa.key().toString(),
            "-passout",
            "pass:" + PASSWORD,
            "-out",
            "OUT");

    assertThat(identity(rsa.file(), plain).chain()).isNotEmpty();
    assertNeedsPassword(showing(rsa.file(), locked), locked);
  }

  private KeyIdentity identity(Path certificate, @Nullable Path key) throws TlsFileException {
    return Objects.requireNonNull(materials.identity(certificate, key));
  }

  private Path pkcs12(String name, String... arguments) {
    String[] all = new String[arguments.length + 6];
    all[0] = "pkcs12";
    all[1] = "-export";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    all[arguments.length + 2] = "-passout";
    all[arguments.length + 3] = "pass:" + PASSWORD;
    all[arguments.length + 4] = "-out";
    all[arguments.length + 5] = "OUT";
    return kit.openssl(name, all);
  }

  private Path encryptedKey(String name, String... arguments) {
    String[] all = new String[arguments.length + 6];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "-in";
    all[arguments.length + 1] = own.key().toString();
    all[arguments.length + 2] = "-passout";
    all[arguments.length + 3] = "pass:" + PASSWORD;
    all[arguments.length + 4] = "-out";
    all[arguments.length + 5] = "OUT";
    return kit.openssl(name, all);
  }

  @Test
  void emptyFile() throws IOException {
    assertThat(faultOf(trusting(Files.createFile(folder.resolve("empty.pem")))))
        .endsWith("is empty");
  }

  @Test
  void vanishedFile() {
    assertThat(faultOf(trusting(folder.resolve("gone.pem")))).contains("no such file");
    assertThat(faultOf(showing(folder.resolve("gone.p12"), null))).contains("no such file");
    assertThat(faultOf(showing(own.file(), folder.resolve("gone.key")))).contains("no such file");
  }

  @Test
  void folderInsteadOfAFile() {
    assertThat(faultOf(trusting(folder))).contains("is a folder");
  }

  @Test
  void noCertificate() throws IOException {
    assertThat(faultOf(trusting(Files.writeString(folder.resolve("a.txt"), "hello"))))
        .endsWith("contains no certificate");
    assertThat(faultOf(trusting(own.key()))).endsWith("contains no certificate");
    assertThat(faultOf(showing(own.key(), null))).endsWith("contains no certificate");
  }

  @Test
  void noKey() {
    assertThat(faultOf(showing(own.file(), null))).contains("no private key");
    assertThat(faultOf(showing(own.file(), authority.file()))).contains("no private key");
  }

  @Test
  void keyThatDoesNotFit() {
    Made other = kit.issuedBy(authority, "other").make();
    Made rsa = kit.issuedBy(authority, "rsa").rsa(2048).make();

    assertThat(faultOf(showing(own.file(), other.key())))
        .contains("does not match the certificate in " + own.file());
    assertThat(faultOf(showing(own.file(), rsa.key()))).contains("does not match");
    assertThat(faultOf(showing(kit.joined("wrong.pem", own.file(), other.key()), null)))
        .contains("does not match its certificate");
  }

  @Test
  void damagedFiles() throws IOException {
    String pem = Files.readString(own.file());
    Path cut = Files.writeString(folder.resolve("cut.pem"), pem.substring(0, pem.length() / 2));
    Path changed =
        Files.writeString(folder.resolve("changed.pem"), pem.replaceFirst("\nM..", "\nAAA"));
    byte[] store =
        Files.readAllBytes(pkcs12("whole.p12", "-nokeys", "-in", authority.file().toString()));
    Path half = Files.write(folder.resolve("half.p12"), Arrays.copyOf(store, store.length / 2));
    remember(half);

    assertThat(faultOf(trusting(cut))).contains("is damaged");
    assertThat(faultOf(trusting(changed))).contains("is damaged");
    assertThat(faultOf(trusting(half))).contains("PKCS12");
  }

  @Test
  void keyStoreWithoutAKey() {
    Path store = pkcs12("trust.p12", "-nokeys", "-in", authority.file().toString());
    remember(store);

    assertThat(faultOf(showing(store, null))).contains("no private key");
  }

  @Test
  void changedFileIsReadAnew() throws Exception {
    Path file = Files.copy(own.file(), folder.resolve("changing.pem"));
    assertThat(materials.trusted(file)).containsExactly(own.certificate());

    Files.writeString(file, Files.readString(own.file()) + Files.readString(authority.file()));

    assertThat(materials.trusted(file)).hasSize(2);
  }
}
