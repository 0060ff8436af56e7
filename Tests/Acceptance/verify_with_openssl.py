#!/usr/bin/env python3
"""Runs every command of docs/verify-with-openssl.md, on real dossiers and on forged ones.

    python3 verify_with_openssl.py --zegel .build/debug/zegel

The page's `sh` blocks run in order in one shell; each line of a `text` block must appear in what the block before it printed. On a
forgery the same commands must fail, or say so. Exit status 0 where everything holds.
"""

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
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


def story(server, sender, addressee, kenmerk, folder):
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
    write("dossier.asice", server.get(addressee, f"/v1/messages/{receipt['id']}/dossier").body)
    write("manifest.xml", zipfile.ZipFile(io.BytesIO(message)).read("META-INF/ASiCManifest-sender.xml"))
    shutil.copy(sender.ca, os.path.join(folder, "ca.pem"))


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
    check("the page has its commands", len(blocks()) > 8 and all(line for _, lines in blocks() for line in lines))
    pristine = os.path.join(scratch, "pristine")
    shutil.copytree(folders[0], pristine)
    for folder, curve in zip(folders, ("P-256", "P-384")):
        holds, printed = follow(folder)
        check(f"every command of the page works on a dossier whose sender has a {curve} key", holds, printed[-1500:])
        check(f"the OINs of sender and server are shown ({curve})", aivd.oin in printed and server.oin in printed)
    changes = {
        "another document": replacing(r"^documents/amb", b"Ambtsbericht", b"Ambtsberichd"),
        "another header": replacing(r"^message\.json$", b"strijdgebied", b"oorlogsgebied"),
        "another acceptance": replacing(r"acceptance\.json$", b'"om/lovj"', b'"om/fp"'),
        "another manifest of the sender": replacing(r"ASiCManifest-sender\.xml$", b"text/plain", b"text/html "),
        "another statement": replacing(r"-acknowledgement\.p7m$", b"om/lovj", b"om/fp  "),
        "another revocation list": replacing(r"\.crl$", b"\x30", b"\x31"),
        "a seal by someone else": lambda entry, data: data,
    }
    for number, (what, change) in enumerate(changes.items()):
        if what == "a seal by someone else":
            manifest = zipfile.ZipFile(os.path.join(pristine, "dossier.asice")).read("META-INF/ASiCManifest-seal.xml")
            signature = aivd.sign_detached(manifest)
            change = lambda entry, data: signature if entry.endswith("signature-seal.p7s") else data  # noqa: E731
        holds, printed = follow(forged(pristine, os.path.join(scratch, f"forged-{number}"), change))
        check(f"the page finds {what}", not holds, printed[-600:])
    stranger = os.path.join(scratch, "stranger")
    shutil.copytree(pristine, stranger)
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=Zegel trial root",
        "-keyout", os.path.join(scratch, "stranger.key"), "-out", os.path.join(stranger, "ca.pem"))
    check("the page trusts no authority but the one that it is given", not follow(stranger)[0])
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
