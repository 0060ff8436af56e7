#!/usr/bin/env python3
"""The examples of docs/clients, each against a real server: a token, a submission, a receipt that holds, and one that does not.

    python3 clients.py --zegel .build/debug/zegel

What has no runtime here is skipped by name. Each line says what was tried; the last line counts. Exit status 0 where nothing failed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from zegel_client import Organisation, Server, run  # noqa: E402

CLIENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "clients")
counts = {"passed": 0, "failed": 0, "skipped": 0}


def say(outcome, what, detail=""):
    counts[outcome] += 1
    print(f"{ {'passed': 'ok     ', 'failed': 'NOT OK ', 'skipped': 'skipped'}[outcome]} {what}   {detail}".rstrip())
    sys.stdout.flush()


def check(what, holds, detail=""):
    say("passed" if holds else "failed", what, "" if holds else detail)


def works(*command):
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def python_with_httpx():
    """The Python that has httpx and h2: this one, or the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        if works(python, "-c", "import httpx, h2"):
            return python
    return None


def java_is_17():
    try:
        said = subprocess.run(["java", "-version"], capture_output=True, text=True, timeout=60).stderr
        return int(said.split('"')[1].split(".")[0]) >= 17
    except (OSError, IndexError, ValueError, subprocess.TimeoutExpired):
        return False


def clients():
    """Name, what it needs, and how it is called where that is there."""
    python = python_with_httpx()
    yield "curl", "curl", [f"{CLIENTS}/curl.sh"] if works("curl", "--version") else None
    yield "Python, httpx with h2", "httpx and h2", [python, f"{CLIENTS}/httpx_client.py"] if python else None
    yield "Java, HttpClient", "Java 17", [f"{CLIENTS}/java.sh"] if java_is_17() else None
    yield "node, http2", "node 18", ["node", f"{CLIENTS}/node_http2.mjs"] if works("node", "-e", "process.exit(+process.versions.node.split('.')[0] >= 18 ? 0 : 1)") else None


def header(home, kenmerk):
    with open(os.path.join(home, "examples", "ambtsbericht.json")) as file:
        template = json.load(file)
    template["kenmerk"] = kenmerk
    path = os.path.join(home, f"{kenmerk}.json")
    with open(path, "w") as file:
        json.dump(template, file)
    return path


def container(zegel, home, aivd, kenmerk, with_zegel):
    """A sealed container, by `zegel seal` or by openssl and zip."""
    report, out = os.path.join(home, "ambtsbericht.txt"), os.path.join(home, f"{kenmerk}.asice")
    with open(report, "w") as file:
        file.write("Ambtsbericht\n" * 20_000)
    if with_zegel:
        run(zegel, "seal", "--header", header(home, kenmerk), "--certificate", aivd.path("seal.pem"), "--key", aivd.path("seal.key"),
            "--out", out, report)
    else:
        run(f"{CLIENTS}/container.sh", header(home, kenmerk), aivd.path("seal.pem"), aivd.path("seal.key"), out, report)
    return out


def play(zegel, home, server, aivd, name, command):
    def hand_in(sent, sealer=server.oin, keys=aivd.folder):
        return subprocess.run([*command, server.url.replace("127.0.0.1", "localhost"), keys, aivd.ca, sealer, sent],
                              capture_output=True, text=True, timeout=120)

    for number, with_zegel in enumerate((True, False), 1):
        sent = container(zegel, home, aivd, f"{name.split(',')[0].upper()}-2026-{number}", with_zegel)
        made = "zegel seal" if with_zegel else "openssl and zip"
        done = hand_in(sent)
        check(f"{name}: hands in a container made by {made}, and the receipt holds",
              done.returncode == 0 and "the receipt holds: message " in done.stdout, done.stdout + done.stderr)
    again = hand_in(sent)
    check(f"{name}: the same container again gives the same receipt", again.returncode == 0 and again.stdout == done.stdout, again.stderr)
    other = hand_in(sent, sealer="00000099000000001000")
    check(f"{name}: a receipt of another server does not hold", other.returncode != 0 and "not sealed by" in other.stderr, other.stderr)
    with open(sent, "r+b") as file:
        file.seek(-20, os.SEEK_END)
        file.write(b"\xff")
    broken = hand_in(sent)
    check(f"{name}: a broken container is refused, with the code that says why", broken.returncode != 0 and "container." in broken.stderr, broken.stderr)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--zegel", required=True)
    zegel = os.path.abspath(options.parse_args().zegel)
    scratch = tempfile.mkdtemp(prefix="zegel-clients-")
    server = None
    try:
        home = os.path.join(scratch, "home")
        run(zegel, "init", "--home", home)
        aivd = Organisation(home, "aivd")
        server = Server(zegel, home)
        for name, needs, command in clients():
            if command is None:
                say("skipped", f"{name}: there is no {needs} here")
            else:
                play(zegel, home, server, aivd, name, command)
        with open(os.path.join(home, "server.log")) as log:
            lines = [json.loads(line) for line in log]
        seen = [line for line in lines if line.get("message") == "request"]
        check("the access log says what TLS agreed on", seen and all(
            line.get("tls") == "TLSv1.3" and line.get("suite", "").startswith("TLS_") and line.get("group") == "x25519" for line in seen), lines[-1:])
        with urllib.request.urlopen(f"{server.admin}/metrics") as answer:
            metrics = answer.read().decode()
        check("and so do the metrics", 'zegel_tls_handshakes_total{version="TLSv1.3",suite="' in metrics and 'group="x25519",resumed="false"' in metrics)
    except Exception as error:  # the count below must always appear
        say("failed", "the checks ran to their end", repr(error))
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
