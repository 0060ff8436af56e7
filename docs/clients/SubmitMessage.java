import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Hands in a container with the JDK's own HttpClient (Java 17 or later, no libraries).
 *
 * <p>{@code java SubmitMessage.java URL CLIENT_P12 CA SEALER_OIN CONTAINER}; java.sh makes the PKCS#12 file, whose password stands in
 * the environment as CLIENT_P12_PASSWORD. The receipt is written to CONTAINER.receipt.json.
 */
public final class SubmitMessage {
    public static void main(String[] arguments) throws Exception {
        String url = arguments[0], sealer = arguments[3];
        Path keys = Path.of(arguments[1]), ca = Path.of(arguments[2]), container = Path.of(arguments[4]);
        HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .connectTimeout(Duration.ofSeconds(20))
            .sslContext(tls(keys, ca))
            .build();

        // 1. A token, bound to the certificate of this connection.
        String token = text("access_token", send(client, HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=messages.send"))));

        // 2. The container, in pieces. Sending the same container again is always safe.
        String receipt = send(client, HttpRequest.newBuilder(URI.create(url + "/v1/messages"))
            .header("authorization", "Bearer " + token)
            .header("content-type", "application/vnd.etsi.asic-e+zip")
            .POST(BodyPublishers.ofFile(container)));

        // 3. The receipt: proof that the server accepted it.
        Files.writeString(Path.of(container + ".receipt.json"), receipt);
        check(receipt, container, ca, sealer);
        System.out.println("the receipt holds: message " + text("id", receipt) + ", " + text("state", receipt));
    }

    private static SSLContext tls(Path keys, Path ca) throws Exception {
        char[] password = System.getenv("CLIENT_P12_PASSWORD").toCharArray();
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(keys)) { own.load(file, password); }
        var keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(own, password);

        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (var file = Files.newInputStream(ca)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                anchors.setCertificateEntry("anchor" + anchors.size(), certificate);
            }
        }
        var trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(anchors);

        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    /** A refusal is a problem document, whose `code` says why. */
    private static String send(HttpClient client, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.timeout(Duration.ofMinutes(5)).build(), BodyHandlers.ofString());
        boolean isAccepted = answer.statusCode() == 200 || answer.statusCode() == 201;
        if (!isAccepted || answer.version() != HttpClient.Version.HTTP_2) {
            throw new IOException("refused: " + answer.version() + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Checks that the receipt is the seal of `sealer` over this container; openssl checks the signature. */
    private static void check(String receipt, Path container, Path ca, String sealer) throws Exception {
        byte[] acceptance = bytes("acceptance", receipt), manifest = bytes("sealManifest", receipt);
        Path folder = Files.createTempDirectory("receipt");
        Path manifestFile = folder.resolve("manifest"), sealFile = folder.resolve("seal"), signer = folder.resolve("signer");
        try {
            Files.write(manifestFile, manifest);
            Files.write(sealFile, bytes("seal", receipt));
            openssl("cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", sealFile.toString(), "-content",
                manifestFile.toString(), "-CAfile", ca.toString(), "-no-CApath", "-no-CAstore", "-signer", signer.toString(),
                "-out", "/dev/null");
            String subject = openssl("x509", "-in", signer.toString(), "-noout", "-subject", "-nameopt", "sep_multiline,lname");
            hold(subject.lines().anyMatch(line -> line.strip().equals("serialNumber=" + sealer)), "it is not sealed by " + sealer);
        } finally {
            for (Path file : Arrays.asList(manifestFile, sealFile, signer, folder)) Files.deleteIfExists(file);
        }
        String digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(acceptance));
        hold(new String(manifest, StandardCharsets.UTF_8).contains(">" + digest + "<"), "the acceptance is not what was sealed");
        String sent = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(container)));
        hold(text("container", new String(acceptance, StandardCharsets.UTF_8)).equals(sent), "it is about another container");
    }

    private static void hold(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException("the receipt does not hold: " + otherwise);
    }

    private static String openssl(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        hold(process.waitFor() == 0, said);
        return said;
    }

    /** The JDK has no JSON; what is read here has no escapes. Use your own library in a real system. */
    private static String text(String name, String json) {
        var match = Pattern.compile("\"" + name + "\":\"([^\"\\\\]*)\"").matcher(json);
        hold(match.find(), "there is no " + name);
        return match.group(1);
    }

    private static byte[] bytes(String name, String json) { return Base64.getDecoder().decode(text(name, json)); }
}
