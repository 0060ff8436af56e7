#!/usr/bin/env python3
"""Runs every command of docs/verify-with-openssl.md, on real dossiers and on forged ones.

    python3 verify_with_openssl.py --zegel .build/debug/zegel

The page's `sh` blocks run in order in one shell; each line of a `text` block must appear in what the block before it printed. On a
forgery the same commands must fail, or say so. Exit status 0 where everything holds.
"""

import argparse
import http.server
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from zegel_client import Organisation, Server, container, header, run  # noqa: E402

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "verify-with-openssl.md")
DOCUMENTS = [("documents/ambtsbericht.txt", "text/plain", b"Ambtsbericht\n"), ("documents/bijlage een.txt", "text/plain", b"Bijlage\n")]
passed = failed = 0


def check(what, holds, detail=""):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"ok      {what}" if holds else f"NOT OK  {what}   {detail}")
    sys.stdout.flush()


class StrongSender(Organisation):
    """An organisation whose seal key is P-384, so that its signatures go with SHA-384."""

    def __init__(self, home, short, folder):
        super().__init__(home, short)
        self.seal = [os.path.join(folder, f"seal-p384.{kind}") for kind in ("pem", "key")]
        request, extensions, issuer = (os.path.join(folder, name) for name in ("request", "extensions", "issuer.pem"))
        run("openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-keyout", self.seal[1], "-out", request,
            "-subj", f"/C=NL/O={short}/serialNumber={self.oin}/CN={short}")
        with open(extensions, "w") as file:
            file.write("basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n"
                       "extendedKeyUsage=emailProtection,1.3.6.1.5.5.7.3.36\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n")
        with open(self.ca) as file, open(issuer, "w") as out:
            out.write("-----BEGIN CERTIFICATE-----" + file.read().split("-----BEGIN CERTIFICATE-----")[2])
        run("openssl", "x509", "-req", "-sha256", "-in", request, "-CA", issuer, "-CAkey", os.path.join(home, "pki", "ca.key"),
            "-days", "2", "-extfile", extensions, "-out", self.seal[0])

    def _sign(self, content, options, key="seal"):
        if key != "seal":
            return super()._sign(content, options, key)
        return run("openssl", "cms", "-sign", "-binary", "-cades", "-md", "sha384", *options, "-signer", self.seal[0],
                   "-inkey", self.seal[1], "-outform", "DER", stdin=content).stdout


def blocks():
    """The commands of the page, each with the lines that it must print."""
    with open(PAGE) as file:
        found = re.findall(r"^```(sh|text)\n(.*?)^```$", file.read(), re.M | re.S)
    commands = []
    for kind, text in found:
        if kind == "sh":
            commands.append((text, []))
        else:
            commands[-1][1].extend(text.strip().splitlines())
    return commands


def follow(folder):
    """Runs the page in a folder: whether all of it went as the page says, and what was printed."""
    commands = blocks()
    script = "set -euo pipefail; exec 2>&1\n" + "".join(f"printf '\\n=== {n}\\n'\n{text}\n" for n, (text, _) in enumerate(commands))
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL)
    printed = dict(re.findall(r"^=== (\d+)\n(.*?)(?=^=== |\Z)", done.stdout, re.M | re.S))
    missing = [line for n, (_, lines) in enumerate(commands) for line in lines if line not in printed.get(str(n), "")]
    holds = done.returncode == 0 and not missing and "DIFFERENT" not in done.stdout
    return holds, done.stdout + "".join(f"\nmissing: {line}" for line in missing)


class TimestampAuthority(http.server.HTTPServer):
    """An authority for time-stamps: `openssl ts -reply` behind a little HTTP."""

    CONFIGURATION = """[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.crt
certs = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            query = self.rfile.read(int(self.headers["content-length"]))
            folder = self.server.folder
            with open(os.path.join(folder, "query"), "wb") as file:
                file.write(query)
            reply = subprocess.run(["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query"], cwd=folder, check=True,
                                   capture_output=True).stdout
            self.send_response(200)
            self.send_header("content-type", "application/timestamp-reply")
            self.send_header("content-length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_):
            pass

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.folder = folder
        os.mkdir(folder)
        for name, text in (("serial", "01\n"), ("tsa.cnf", self.CONFIGURATION),
                           ("tsa.ext", "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n")):
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        path = lambda name: os.path.join(folder, name)  # noqa: E731
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        run("openssl", "req", "-x509", "-subj", "/CN=TSA root", "-days", "2", "-keyout", path("ca.key"), "-out", path("tsa.pem"),
            "-addext", "keyUsage=critical,keyCertSign,cRLSign", *curve)
        run("openssl", "req", "-subj", "/CN=TSA", "-keyout", path("tsa.key"), "-out", path("tsa.csr"), *curve)
        run("openssl", "x509", "-req", "-in", path("tsa.csr"), "-CA", path("tsa.pem"), "-CAkey", path("ca.key"), "-days", "2",
            "-extfile", path("tsa.ext"), "-out", path("tsa.crt"))
        self.certificates = path("tsa.pem")
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def configure(self, home):
        with open(os.path.join(home, "zegel.yaml"), "a") as file:
            file.write(f"timestamps:\n  tolerance: 1h\n  authorities:\n"
                       f"  - {{ url: \"http://127.0.0.1:{self.server_port}/\", trust: [{self.certificates}] }}\n")


def dossier_of(server, reader, message, stamped):
    """The dossier, once it has a time-stamp where it should have one."""
    end = time.monotonic() + 60
    while True:
        dossier = server.get(reader, f"/v1/messages/{message}/dossier").body
        has = "META-INF/timestamp-seal.tst" in zipfile.ZipFile(io.BytesIO(dossier)).namelist()
        if has or not stamped or time.monotonic() > end:
            return dossier
        time.sleep(0.2)


def story(server, sender, addressee, kenmerk, folder, stamped=False):
    """Sends a message through its life and writes what its parties have to a folder."""
    os.mkdir(folder)

    def write(name, data):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)

    message = container(sender, header(sender, [(addressee, "om/lovj")], DOCUMENTS, kenmerk), DOCUMENTS)
    answer = server.submit(sender, message)
    if answer.status != 201:
        raise RuntimeError(f"not accepted: {answer.status} {answer.body!r}")
    receipt = answer.json()
    for organisation, what, mailbox, key in ((sender, "release", "aivd/ct", "release"), (addressee, "acknowledgement", "om/lovj", "seal")):
        stated = server.state(organisation, what, receipt["id"], receipt["container"], mailbox, key)
        if stated.status != 201:
            raise RuntimeError(f"{what}: {stated.status} {stated.body!r}")
    write("message.asice", message)
    write("receipt.json", answer.body)
    write("dossier.asice", dossier_of(server, addressee, receipt["id"], stamped))
    write("manifest.xml", zipfile.ZipFile(io.BytesIO(message)).read("META-INF/ASiCManifest-sender.xml"))
    shutil.copy(sender.ca, os.path.join(folder, "ca.pem"))
    shutil.copy(os.path.join(server.home, "pki", "log.pub"), os.path.join(folder, "log.pub"))


def keys(folder, sender, strong):
    for name, path in (("seal.pem", sender.path("seal.pem")), ("seal.key", sender.path("seal.key")),
                       ("seal-p384.pem", strong.seal[0]), ("seal-p384.key", strong.seal[1])):
        shutil.copy(path, os.path.join(folder, name))


def forged(folder, target, change):
    """A copy of a folder in which one entry of the dossier is another, in a ZIP file that is whole."""
    shutil.copytree(folder, target)
    with zipfile.ZipFile(os.path.join(folder, "dossier.asice")) as source, \
            zipfile.ZipFile(os.path.join(target, "dossier.asice"), "w") as copy:
        for info in source.infolist():
            copy.writestr(info, change(info.filename, source.read(info)))
    return target


def replacing(name, old, new):
    def change(entry, data):
        if re.search(name, entry):
            if old not in data:
                raise RuntimeError(f"{entry} has nothing to change")
            return data.replace(old, new)
        return data
    return change


def renamed(proof):
    """The proof under a checkpoint of another name than the log signed; the path still leads to its root."""
    parts = proof.split(b"\n\n")
    lines = parts[1].split(b"\n")
    lines[0] = lines[0][:-1] + b"x"
    parts[1] = b"\n".join(lines)
    return b"\n\n".join(parts)


def resigned(proof):
    """The proof with another signature under its checkpoint."""
    place = len(proof) - 20
    return proof[:place] + (b"A" if proof[place:place + 1] != b"A" else b"B") + proof[place + 1:]


def checks(zegel, scratch):
    home = os.path.join(scratch, "home")
    run(zegel, "init", "--home", home)
    server = Server(zegel, home)
    try:
        aivd, om, strong = Organisation(home, "aivd"), Organisation(home, "om"), StrongSender(home, "aivd", scratch)
        folders = [os.path.join(scratch, name) for name in ("p256", "p384")]
        for folder, sender, kenmerk in zip(folders, (aivd, strong), ("PAGINA-256", "PAGINA-384")):
            story(server, sender, om, kenmerk, folder)
            keys(folder, aivd, strong)
    finally:
        server.stop()
    stamped = os.path.join(scratch, "stamped")
    authority = TimestampAuthority(os.path.join(scratch, "tsa"))
    authority.configure(home)
    server = Server(zegel, home)
    try:
        story(server, aivd, om, "PAGINA-TIJD", stamped, stamped=True)
        keys(stamped, aivd, strong)
        shutil.copy(authority.certificates, os.path.join(stamped, "tsa.pem"))
    finally:
        server.stop()
        authority.shutdown()
    check("the page has its commands", len(blocks()) > 8 and all(line for _, lines in blocks() for line in lines))
    pristine = os.path.join(scratch, "pristine")
    shutil.copytree(folders[0], pristine)
    for folder, curve in zip(folders, ("P-256", "P-384")):
        holds, printed = follow(folder)
        check(f"every command of the page works on a dossier whose sender has a {curve} key", holds, printed[-1500:])
        check(f"the OINs of sender and server are shown ({curve})", aivd.oin in printed and server.oin in printed)
    untouched = os.path.join(scratch, "untouched")
    shutil.copytree(stamped, untouched)
    holds, printed = follow(stamped)
    check("every command of the page works on a dossier with a time-stamp", holds and "Verification: OK" in printed, printed[-1500:])
    check("the time and what it is of are shown",
          all(line in printed for line in ("Time stamp: ", "time-stamped: ASiCManifest-seal.xml", "time-stamped: signature-seal.p7s")), printed[-600:])
    of_the_log = ("another proof of the log", "another salt", "another checkpoint", "another signature of the log")
    changes = {
        "another document": replacing(r"^documents/amb", b"Ambtsbericht", b"Ambtsberichd"),
        "another header": replacing(r"^message\.json$", b"strijdgebied", b"oorlogsgebied"),
        "another acceptance": replacing(r"acceptance\.json$", b'"om/lovj"', b'"om/fp"'),
        "another manifest of the sender": replacing(r"ASiCManifest-sender\.xml$", b"text/plain", b"text/html "),
        "another statement": replacing(r"-acknowledgement\.p7m$", b"om/lovj", b"om/fp  "),
        "another revocation list": replacing(r"\.crl$", b"\x30", b"\x31"),
        "another proof of the log": replacing(r"receipt\.tlog-proof$", b"index ", b"index 1"),
        "another salt": lambda entry, data: bytes(32) if entry.endswith("receipt.salt") else data,
        "another checkpoint": lambda entry, data: renamed(data) if entry.endswith("receipt.tlog-proof") else data,
        "another signature of the log": lambda entry, data: resigned(data) if entry.endswith("receipt.tlog-proof") else data,
        "a seal by someone else": lambda entry, data: data,
    }
    for number, (what, change) in enumerate(changes.items()):
        if what == "a seal by someone else":
            manifest = zipfile.ZipFile(os.path.join(pristine, "dossier.asice")).read("META-INF/ASiCManifest-seal.xml")
            signature = aivd.sign_detached(manifest)
            change = lambda entry, data: signature if entry.endswith("signature-seal.p7s") else data  # noqa: E731
        holds, printed = follow(forged(pristine, os.path.join(scratch, f"forged-{number}"), change))
        # The export covers every entry; the step on the log has to find these by itself as well.
        logged = all(line in printed.split("\nmissing: ")[0] for line in ("the seal is in the log", "Signature Verified Successfully"))
        check(f"the page finds {what}", not holds and not (logged and what in of_the_log), printed[-600:])
    stranger = os.path.join(scratch, "stranger")
    shutil.copytree(pristine, stranger)
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=Zegel trial root",
        "-keyout", os.path.join(scratch, "stranger.key"), "-out", os.path.join(stranger, "ca.pem"))
    check("the page trusts no authority but the one that it is given", not follow(stranger)[0])
    other = os.path.join(scratch, "other-log")
    shutil.copytree(pristine, other)
    run(zegel, "init", "--home", os.path.join(scratch, "other-home"))
    shutil.copy(os.path.join(scratch, "other-home", "pki", "log.pub"), os.path.join(other, "log.pub"))
    check("the page trusts no log but the one whose key it is given", not follow(other)[0])
    change = replacing(r"ASiCManifest-timestamp\.xml$", b"application/", b"application-")
    holds, printed = follow(forged(untouched, os.path.join(scratch, "forged-time"), change))
    check("the page finds a token of another manifest", not holds, printed[-600:])
    receipt = os.path.join(scratch, "receipt")
    shutil.copytree(pristine, receipt)
    with open(os.path.join(receipt, "message.asice"), "ab") as file:
        file.write(b" ")
    check("the page finds a receipt that is about another container", not follow(receipt)[0])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--zegel", required=True)
    zegel = os.path.abspath(options.parse_args().zegel)
    scratch = tempfile.mkdtemp(prefix="zegel-page-")
    try:
        checks(zegel, scratch)
    except Exception as error:  # the count below must always appear
        check("the checks ran to their end", False, repr(error))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
