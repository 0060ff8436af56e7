// Hands in a container with node's own http2 (node 18 or later, no packages).
//
//   node node_http2.mjs URL KEYS CA SEALER_OIN CONTAINER
//
// KEYS is a folder with client.pem and client.key. The receipt is written to CONTAINER.receipt.json.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http2 from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const [url, keys, ca, sealer, container] = process.argv.slice(2);
if (!container) throw new Error("node_http2.mjs URL KEYS CA SEALER_OIN CONTAINER");

const session = http2.connect(url, {
  ca: readFileSync(ca),
  cert: readFileSync(join(keys, "client.pem")),
  key: readFileSync(join(keys, "client.key")),
});
const broken = new Promise((_, reject) => session.on("error", reject));

/** One POST; a refusal is a problem document, whose `code` says why. */
async function post(path, fields, body) {
  const stream = session.request({ ":method": "POST", ":path": path, ...fields });
  const answer = new Promise((resolve, reject) => {
    let status, text = "";
    stream.setEncoding("utf8").on("response", (head) => { status = head[":status"]; });
    stream.on("data", (piece) => { text += piece; }).on("error", reject);
    stream.on("end", () => (status === 200 || status === 201 ? resolve(JSON.parse(text)) : reject(new Error(`refused: ${status} ${text}`))));
  });
  // A refusal may come while the body is still being sent; then the answer counts, not the broken pipe.
  const sent = typeof body === "string" ? stream.end(body) : pipeline(body, stream).catch(() => {});
  await Promise.race([answer, broken]);
  await sent;
  return answer;
}

const sha256 = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);

/** Checks that the receipt is the seal of `sealer` over this container; openssl checks the signature. */
function check(receipt) {
  const [acceptance, manifest, seal] = ["acceptance", "sealManifest", "seal"].map((part) => Buffer.from(receipt[part], "base64"));
  const folder = mkdtempSync(join(tmpdir(), "receipt-"));
  try {
    const [manifestFile, sealFile, signer] = ["manifest", "seal", "signer"].map((name) => join(folder, name));
    writeFileSync(manifestFile, manifest);
    writeFileSync(sealFile, seal);
    const quiet = { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
    execFileSync("openssl", ["cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", sealFile, "-content", manifestFile,
      "-CAfile", ca, "-no-CApath", "-no-CAstore", "-signer", signer, "-out", "/dev/null"], quiet);
    const subject = execFileSync("openssl", ["x509", "-in", signer, "-noout", "-subject", "-nameopt", "sep_multiline,lname"], quiet);
    if (!subject.split("\n").some((line) => line.trim() === `serialNumber=${sealer}`)) throw new Error(`it is not sealed by ${sealer}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (!manifest.includes(`>${sha256(acceptance, "base64")}<`)) throw new Error("the acceptance is not what was sealed");
  if (JSON.parse(acceptance).container !== sha256(readFileSync(container), "hex")) throw new Error("it is about another container");
}

try {
  // 1. A token, bound to the certificate of this connection.
  const form = "grant_type=client_credentials&scope=messages.send";
  const { access_token: token } = await post("/oauth/token", { "content-type": "application/x-www-form-urlencoded" }, form);

  // 2. The container, in pieces. Sending the same container again is always safe.
  const fields = { authorization: `Bearer ${token}`, "content-type": "application/vnd.etsi.asic-e+zip" };
  const receipt = await post("/v1/messages", fields, createReadStream(container));

  // 3. The receipt: proof that the server accepted it.
  writeFileSync(`${container}.receipt.json`, JSON.stringify(receipt));
  check(receipt);
  console.log(`the receipt holds: message ${receipt.id}, ${receipt.state}`);
} catch (error) {
  console.error(`failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  session.close();
}
