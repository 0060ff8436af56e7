#!/usr/bin/env python3
"""A container of any size goes in and out, and the server's memory stays flat.

    python3 large.py --zegel .build/debug/zegel [--bytes 2147483648]

Hands in a container with one document of that size (20 MiB where nothing is said, 2 GiB with ZEGEL_LONG=1), collects container and
dossier, compares digests, and reads from /proc how far the server's resident memory rose above what it was after a small message.
Exit status 0 where everything holds.
"""

import argparse
import base64
import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from zegel_client import (MEDIA_TYPE, Organisation, SHA256, Server, asic_manifest, container, intelligence, run)  # noqa: E402

MIB = 1 << 20
GROWTH = 64 * MIB
passed = failed = 0


def check(what, holds, detail=""):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok      ' if holds else 'NOT OK  '}{what}   {detail}".rstrip())
    sys.stdout.flush()


def pieces(size):
    """A document that does not compress and is never in memory as a whole."""
    block = bytearray(os.urandom(MIB))
    for start in range(0, size, MIB):
        block[0:8] = struct.pack("<Q", start)
        yield bytes(block[:min(MIB, size - start)])


class Zip:
    """A ZIP file of stored entries, sizes and CRC in the local headers, without Zip64: up to 4 GiB."""

    def __init__(self, path):
        self.file, self.directory, self.count = open(path, "wb"), b"", 0
        self.digest = hashlib.sha256()

    def write(self, data):
        self.file.write(data)
        self.digest.update(data)

    def entry(self, name, size, crc, parts):
        offset = self.file.tell()
        shared = struct.pack("<HHHHHIIIHH", 10, 0, 0, 0x6000, 0x5d74, crc, size, size, len(name), 0)
        self.write(b"PK\x03\x04" + shared + name.encode())
        for part in parts:
            self.write(part)
        self.directory += b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name.encode()
        self.count += 1

    def finish(self):
        start = self.file.tell()
        end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, self.count, self.count, len(self.directory), start, 0)
        self.write(self.directory + end)
        self.file.close()
        return self.digest.hexdigest()


def build(path, signer, addressee, size):
    """Writes the container; returns its digest. The document is written to a file first, because its digest stands before it."""
    document, name = path + ".document", "documents/bestand.bin"
    digest, crc = hashlib.sha256(), 0
    with open(document, "wb") as file:
        for piece in pieces(size):
            file.write(piece)
            digest.update(piece)
            crc = zlib.crc32(piece, crc)
    head = json.loads(intelligence(signer, [(addressee, "nctv/analyse")], [], "GROOT-1"))
    head["documents"] = [{"name": name, "role": "main", "mediaType": "application/octet-stream", "size": size,
                          "sha256": digest.hexdigest(), "encrypted": False}]
    head = json.dumps(head).encode()
    row = (f'<asic:DataObjectReference URI="{name}" MimeType="application/octet-stream"><ds:DigestMethod Algorithm="{SHA256}"/>'
           f"<ds:DigestValue>{base64.b64encode(digest.digest()).decode()}</ds:DigestValue></asic:DataObjectReference>")
    manifest = asic_manifest("META-INF/signature-sender.p7s", [("message.json", "application/json", head)]).decode()
    manifest = manifest.replace("</asic:ASiCManifest>", row + "</asic:ASiCManifest>").encode()
    file = Zip(path)
    for entry, data in [("mimetype", MEDIA_TYPE.encode()), ("message.json", head), ("META-INF/ASiCManifest-sender.xml", manifest),
                        ("META-INF/signature-sender.p7s", signer.sign_detached(manifest))]:
        file.entry(entry, len(data), zlib.crc32(data), [data])
    with open(document, "rb") as content:
        file.entry(name, size, crc, iter(lambda: content.read(MIB), b""))
    os.remove(document)
    return file.finish()


class Memory:
    """The resident memory of a process, in bytes."""

    def __init__(self, pid):
        self.folder = f"/proc/{pid}"

    def read(self, field):
        with open(f"{self.folder}/status") as file:
            return int(re.search(rf"^{field}:\s+(\d+) kB", file.read(), re.M).group(1)) * 1024

    def rise(self, idle, what, action):
        """How far the peak rose above idle while something was done."""
        with open(f"{self.folder}/clear_refs", "w") as file:
            file.write("5")
        start = time.monotonic()
        result = action()
        seconds, peak = time.monotonic() - start, self.read("VmHWM")
        check(f"{what}: memory rises by less than {GROWTH // MIB} MiB", peak - idle < GROWTH,
              f"{(peak - idle) / MIB:.1f} MiB above {idle / MIB:.1f} MiB, {seconds:.1f} s")
        return result


def curl(server, organisation, scope, path, *options):
    """The process of a request that streams."""
    return subprocess.Popen(
        ["curl", "-q", "-sS", "--fail", "--noproxy", "*", "--http2", "--cacert", organisation.ca,
         "--cert", organisation.path("client.pem"), "--key", organisation.path("client.key"),
         "-H", f"Authorization: Bearer {server.token(organisation, scope)}", *options, server.url + path],
        stdout=subprocess.PIPE)


def upload(server, organisation, path):
    process = curl(server, organisation, "messages.send", "/v1/messages", "-X", "POST", "-T", path,
                   "-H", f"Content-Type: {MEDIA_TYPE}", "-w", "\n%{http_code}")
    answer, status = process.communicate()[0].decode().rsplit("\n", 1)
    return int(status), answer


def upload_in_parts(server, organisation, path):
    """The same by a resumable upload, in parts of 16 MiB."""
    total, part = os.path.getsize(path), path + ".part"
    begun = curl(server, organisation, "messages.send", "/v1/uploads", "-X", "POST", "-D", "-",
                 "-H", f"Content-Type: {MEDIA_TYPE}", "-H", "Upload-Complete: ?0", "-H", f"Upload-Length: {total}")
    place = re.search(r"(?im)^location: (\S+)", begun.communicate()[0].decode()).group(1)
    with open(path, "rb") as file:
        for offset in range(0, total, 16 * MIB):
            with open(part, "wb") as piece:
                piece.write(file.read(16 * MIB))
            complete = "?1" if file.tell() == total else "?0"
            process = curl(server, organisation, "messages.send", place, "-X", "PATCH", "-T", part,
                           "-H", "Content-Type: application/partial-upload", "-H", f"Upload-Offset: {offset}",
                           "-H", f"Upload-Complete: {complete}", "-w", "\n%{http_code}")
            answer, status = process.communicate()[0].decode().rsplit("\n", 1)
    os.remove(part)
    return int(status), answer


def download(server, organisation, path, count=None):
    """The digest of an answer, or of its first bytes, and its size."""
    process = curl(server, organisation, "messages.read", path)
    digest, size = hashlib.sha256(), 0
    while piece := process.stdout.read(MIB):
        digest.update(piece if count is None else piece[:max(0, count - size)])
        size += len(piece)
    return digest.hexdigest() if process.wait() == 0 else f"curl exited {process.returncode}", size


def transfer(server, scratch, sender, addressee, size):
    small = [("documents/klein.txt", "text/plain", b"klein")]
    first = server.submit(sender, container(sender, intelligence(sender, [(addressee, "nctv/analyse")], small, "KLEIN-1"), small))
    check("a small message is accepted", first.status == 201, first.body[:300] if first.status != 201 else "")
    path = os.path.join(scratch, "large.asice")
    digest = build(path, sender, addressee, size)
    total = os.path.getsize(path)
    memory = Memory(server.process.pid)
    idle = memory.read("VmRSS")
    status, answer = memory.rise(idle, f"handing in {total} bytes", lambda: upload(server, sender, path))
    found = re.search(r'"id":"([0-9a-f]{32})"', answer)
    check("it is accepted, with the digest of what was sent", status == 201 and f'"container":"{digest}"' in answer, status)
    status, again = memory.rise(idle, "handing in the same in parts", lambda: upload_in_parts(server, sender, path))
    check("in parts it gives the same receipt", status == 200 and again == answer, status)
    os.remove(path)
    if not found:
        return
    call = f"/v1/messages/{found.group(1)}"
    got, length = memory.rise(idle, "collecting the container", lambda: download(server, addressee, call + "/container"))
    check("the container that came back is the one that went in", (got, length) == (digest, total), f"{got} {length}")
    entries = total - len(directory(sender, server, call, total))
    expected, _ = download(server, addressee, call + "/container", entries)
    got, length = memory.rise(idle, "collecting the dossier", lambda: download(server, addressee, call + "/dossier", entries))
    check("the dossier begins with the container's entries, byte for byte", got == expected and length > total, f"{got} {length}")


def directory(sender, server, call, total):
    """The central directory and end record of the container, by two ranges."""
    def last(count):
        process = curl(server, sender, "messages.read", call + "/container", "-r", f"-{count}")
        return process.communicate()[0]
    size, = struct.unpack("<I", last(22)[12:16])
    return last(22 + size)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--zegel", required=True)
    options.add_argument("--bytes", type=int, default=2048 * MIB if os.environ.get("ZEGEL_LONG") == "1" else 20 * MIB)
    options = options.parse_args()
    zegel = os.path.abspath(options.zegel)
    scratch = tempfile.mkdtemp(prefix="zegel-large-")
    server = None
    try:
        home = os.path.join(scratch, "home")
        run(zegel, "init", "--home", home)
        server = Server(zegel, home)
        transfer(server, scratch, Organisation(home, "aivd"), Organisation(home, "nctv"), options.bytes)
    except Exception as error:  # the count below must always appear
        check("the checks ran to their end", False, repr(error))
    finally:
        if server and server.process.poll() is None:
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
