#!/usr/bin/env python3
"""Hands in a container with httpx (and h2: `pip install "httpx[http2]"`, or Debian's python3-httpx and python3-h2).

    httpx_client.py URL KEYS CA SEALER_OIN CONTAINER

KEYS is a folder with client.pem and client.key. The receipt is written to CONTAINER.receipt.json.
"""

import base64
import hashlib
import json
import ssl
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx


def main(url, keys, ca, sealer, container):
    context = ssl.create_default_context(cafile=ca)
    context.load_cert_chain(f"{keys}/client.pem", f"{keys}/client.key")
    with httpx.Client(http2=True, verify=context, base_url=url, timeout=300, trust_env=False) as client:
        # 1. A token, bound to the certificate of this connection.
        form = {"grant_type": "client_credentials", "scope": "messages.send"}
        token = accepted(client.post("/oauth/token", data=form)).json()["access_token"]

        # 2. The container, in pieces. Sending the same container again is always safe.
        fields = {"authorization": f"Bearer {token}", "content-type": "application/vnd.etsi.asic-e+zip"}
        with open(container, "rb") as body:
            receipt = accepted(client.post("/v1/messages", headers=fields, content=body)).json()

    # 3. The receipt: proof that the server accepted it.
    Path(f"{container}.receipt.json").write_text(json.dumps(receipt, separators=(",", ":")))
    check(receipt, Path(container).read_bytes(), ca, sealer)
    print(f"the receipt holds: message {receipt['id']}, {receipt['state']}")


def accepted(answer):
    """A refusal is a problem document, whose `code` says why."""
    if answer.http_version != "HTTP/2" or answer.status_code not in (200, 201):
        sys.exit(f"refused: {answer.http_version} {answer.status_code} {answer.text}")
    return answer


def check(receipt, container, ca, sealer):
    """Checks that the receipt is the seal of `sealer` over this container; openssl checks the signature."""
    acceptance, manifest, seal = (base64.b64decode(receipt[part]) for part in ("acceptance", "sealManifest", "seal"))
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("manifest", manifest), ("seal", seal)):
            Path(folder, name).write_bytes(content)
        openssl("cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", f"{folder}/seal", "-content", f"{folder}/manifest",
                "-CAfile", ca, "-no-CApath", "-no-CAstore", "-signer", f"{folder}/signer", "-out", "/dev/null")
        subject = openssl("x509", "-in", f"{folder}/signer", "-noout", "-subject", "-nameopt", "sep_multiline,lname")
    if f"serialNumber={sealer}" not in [line.strip() for line in subject.splitlines()]:
        sys.exit(f"the receipt does not hold: it is not sealed by {sealer}")
    if f">{base64.b64encode(hashlib.sha256(acceptance).digest()).decode()}<" not in manifest.decode():
        sys.exit("the receipt does not hold: the acceptance is not what was sealed")
    if json.loads(acceptance)["container"] != hashlib.sha256(container).hexdigest():
        sys.exit("the receipt does not hold: it is about another container")


def openssl(*arguments):
    done = subprocess.run(["openssl", *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the receipt does not hold: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
