#!/usr/bin/env python3
"""A trial with `zegel tsa` beside the server: what is stamped, what `zegel verify` makes of it, and what tools of others say.

    python3 timestamped.py --zegel .build/debug/zegel

pyHanko and rfc3161-client judge where `.ci/packages test` has put them into .build/foreign, and are skipped by name where not. The last
line counts. Exit status 0 where nothing failed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from zegel_client import Server, run  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
FOREIGN = os.path.join(HERE, "..", "..", ".build", "foreign")
counts = {"passed": 0, "failed": 0, "skipped": 0}


def say(outcome, what, detail=""):
    counts[outcome] += 1
    print(f"{ {'passed': 'ok     ', 'failed': 'NOT OK ', 'skipped': 'skipped'}[outcome]} {what}   {detail}".rstrip())
    sys.stdout.flush()


def check(what, holds, detail=""):
    say("passed" if holds else "failed", what, "" if holds else detail)


class Trial:
    """An installation with the line about time-stamps in force, its authority, and its server."""

    def __init__(self, zegel, folder):
        self.zegel, self.home = zegel, os.path.join(folder, "home")
        self.server = self.authority = None

    def start(self):
        zegel = self.zegel
        run(zegel, "init", "--home", self.home)
        self.authority = subprocess.Popen([zegel, "tsa", "--home", self.home, "--listen", "127.0.0.1:0"],
                                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.tsa = json.loads(self.authority.stdout.readline())["url"]
        path = os.path.join(self.home, "zegel.yaml")
        with open(path) as file:
            text = file.read()
        # What the file says to do, with another port.
        text = text.replace("\n# timestamps:", "\ntimestamps:").replace("http://127.0.0.1:8318/", self.tsa)
        with open(path, "w") as file:
            file.write(text)
        self.server = Server(zegel, self.home)

    def stop(self):
        if self.server:
            self.server.stop()
        if self.authority:
            self.authority.terminate()
            self.authority.wait()

    def path(self, *names):
        return os.path.join(self.home, *names)

    def ask(self, command, organisation, *arguments, check=True):
        return run(self.zegel, *command.split(), "--home", self.home, "--as", organisation, "--url", self.server.url, "--json", *arguments, check=check)

    def exchange(self):
        """A message that is sent, released, received and acknowledged; its id."""
        with open(self.path("report.txt"), "w") as file:
            file.write("Ambtsbericht\n")
        sent = self.ask("send", "aivd", "--header", self.path("examples", "ambtsbericht.json"), "--out", self.path("message.asice"),
                        self.path("report.txt"))
        name = json.loads(sent.stdout)["results"][0]["id"]
        self.ask("release", "aivd", "--file", self.path("message.asice"), name)
        self.ask("receive", "om", "--into", self.home, name)
        self.ask("acknowledge", "om", "--file", self.path(f"{name}.asice"), name)
        return name

    def dossier(self, name, entry):
        """The dossier as soon as it has an entry, asked for again and again."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            self.ask("receive", "aivd", "--replace", "--into", self.home, name)
            with zipfile.ZipFile(self.path(f"{name}.asice")) as archive:
                if entry in archive.namelist():
                    archive.extractall(self.path("dossier"))
                    return self.path(f"{name}.asice")
            time.sleep(0.5)
        raise RuntimeError(f"no dossier has {entry}")

    def verify(self, dossier, *options):
        done = run(self.zegel, "verify", "--json", "--trust", self.path("pki", "ca.pem"), "--sealer", self.path("pki", "server-seal.pem"),
                   "--log-key", self.path("pki", "log.pub"), "--tsa", self.path("pki", "ca.pem"), *options, dossier, check=False)
        return done.returncode, {each["name"]: each for each in json.loads(done.stdout)["files"][0]["checks"]}


def judge(trial, what, entry, content, other):
    """What pyHanko and rfc3161-client say about an entry, and about the same one over something else."""
    def holds(content):
        command = [os.path.join(FOREIGN, "bin", "python3"), os.path.join(HERE, "foreign_judge.py"), what, "--trust", trial.path("pki", "ca.pem"),
                   "--crl", trial.path("pki", "ca.crl.pem"), *(["--content", content] if content else []), trial.path("dossier", entry)]
        return run(*command, check=False)

    done = holds(content)
    check(f"pyHanko takes {entry}", done.returncode == 0, done.stdout.decode() + done.stderr.decode())
    refused = holds(other)
    check(f"pyHanko does not take {entry} over something else", refused.returncode == 1, refused.stdout.decode())


def play(trial):
    name = trial.exchange()
    dossier = trial.dossier(name, "META-INF/timestamp-seal.tst")
    status, checks = trial.verify(dossier)
    check("the dossier is TOTAL-PASSED, and says when the seal was there", status == 0 and "time-stamp" in checks, checks)

    inside = lambda entry: trial.path("dossier", entry)  # noqa: E731
    manifest = "META-INF/ASiCManifest-timestamp.xml"
    verify = ["openssl", "ts", "-verify", "-token_in", "-in", inside("META-INF/timestamp-seal.tst"), "-CAfile", trial.path("pki", "ca.pem")]
    check("openssl takes the time-stamp", run(*verify, "-data", inside(manifest), check=False).returncode == 0)
    check("openssl does not take it over something else", run(*verify, "-data", inside("message.json"), check=False).returncode != 0)

    stamped = trial.path("stamped")
    shown = lambda *options: trial.ask("log checkpoint", "om", "--stamped", "--out", stamped, *options, check=False)  # noqa: E731
    done = shown("--tsa", trial.path("pki", "ca.pem"), "--crl", trial.path("pki", "ca.crl.pem"))
    check("the log has a stamped checkpoint", done.returncode == 0 and "time" in json.loads(done.stdout), done.stdout)
    ts = ["openssl", "ts", "-verify", "-token_in", "-in", f"{stamped}.tst", "-CAfile", trial.path("pki", "ca.pem"), "-data"]
    check("openssl takes its time-stamp", run(*ts, stamped, check=False).returncode == 0)
    check("openssl does not take it over something else", run(*ts, inside("message.json"), check=False).returncode != 0)
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=Another root",
        "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", trial.path("other.key"), "-out", trial.path("other.pem"))
    done = shown("--tsa", trial.path("other.pem"))
    check("it is not taken where nobody vouches for the authority", done.returncode == 22, done.stdout)
    done = trial.ask("log verify", "om", "--since", stamped, check=False)
    check("the log continues the checkpoint that was stamped", done.returncode == 0, done.stdout)
    done = run(trial.zegel, "log", "checkpoint", "--config", trial.path("zegel.yaml"), "--stamped", "--json", check=False)
    check("the operator sees it without the server, too", done.returncode == 0 and "token" in json.loads(done.stdout), done.stdout)

    if not os.path.exists(os.path.join(FOREIGN, "pinned")):
        return say("skipped", "pyHanko, rfc3161-client: they are not in .build/foreign")
    for signature in ("sender", "seal", "export"):
        judge(trial, "signature", f"META-INF/signature-{signature}.p7s", inside(f"META-INF/ASiCManifest-{signature}.xml"), inside("message.json"))
    statements = sorted(os.listdir(inside("META-INF/statements")))
    check("there are a release and an acknowledgement", len(statements) == 2, statements)
    for statement in statements:
        judge(trial, "signature", f"META-INF/statements/{statement}", None, inside("message.json"))
    judge(trial, "token", "META-INF/timestamp-seal.tst", inside(manifest), inside("message.json"))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--zegel", required=True)
    zegel = os.path.abspath(options.parse_args().zegel)
    scratch = tempfile.mkdtemp(prefix="zegel-timestamped-")
    trial = Trial(zegel, scratch)
    try:
        trial.start()
        play(trial)
    except Exception as error:  # the count below must always appear
        say("failed", "the checks ran to their end", repr(error))
    finally:
        trial.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
