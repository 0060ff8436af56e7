// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A program for golang.org/x/mod/sumdb: a witness written by another hand, and a verifier of a proof that it cosigned.
enum GoWitnessProgram {
    static let source = #"""
        package main

        import (
            "crypto/ed25519"
            "crypto/sha256"
            "encoding/base64"
            "encoding/binary"
            "fmt"
            "os"
            "strconv"
            "strings"

            "golang.org/x/mod/sumdb/note"
            "golang.org/x/mod/sumdb/tlog"
        )

        func check(err error) {
            if err != nil {
                fmt.Println(err)
                os.Exit(1)
            }
        }

        func read(name string) string {
            bytes, err := os.ReadFile(name)
            check(err)
            return string(bytes)
        }

        func number(text string) int64 {
            value, err := strconv.ParseInt(text, 10, 64)
            check(err)
            return value
        }

        func hashes(lines []string) []tlog.Hash {
            var list []tlog.Hash
            for _, line := range lines {
                hash, err := tlog.ParseHash(line)
                check(err)
                list = append(list, hash)
            }
            return list
        }

        // Cosignatures of c2sp.org/tlog-cosignature, as a verifier that package note takes.
        type witness struct {
            name string
            key  ed25519.PublicKey
        }

        func (w witness) Name() string { return w.name }

        func (w witness) KeyHash() uint32 {
            digest := sha256.Sum256(append([]byte(w.name+"\n\x04"), w.key...))
            return binary.BigEndian.Uint32(digest[:4])
        }

        func message(text []byte, time uint64) []byte {
            return []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text))
        }

        func (w witness) Verify(text, sig []byte) bool {
            return len(sig) == 72 && ed25519.Verify(w.key, message(text, binary.BigEndian.Uint64(sig)), sig[8:])
        }

        func parts(text string) (first []string, rest string) {
            head, rest, found := strings.Cut(text, "\n\n")
            if !found {
                fmt.Println("no empty line")
                os.Exit(1)
            }
            return strings.Split(head, "\n"), rest
        }

        func main() {
            log, err := note.NewVerifier(strings.TrimSpace(read("log.pub")))
            check(err)

            // As a witness: a question in, a cosignature out.
            lines, rest := parts(read("question"))
            old := number(strings.TrimPrefix(lines[0], "old "))
            signed, err := note.Open([]byte(rest), note.VerifierList(log))
            check(err)
            body := strings.Split(signed.Text, "\n")
            before, err := tlog.ParseHash(strings.TrimSpace(read("old.root")))
            check(err)
            root, err := tlog.ParseHash(body[2])
            check(err)
            check(tlog.CheckTree(hashes(lines[1:]), number(body[1]), root, old, before))
            public, secret, err := ed25519.GenerateKey(nil)
            check(err)
            own := witness{"go.example/witness", public}
            answer := binary.BigEndian.AppendUint32(nil, own.KeyHash())
            answer = binary.BigEndian.AppendUint64(answer, 1700000000)
            answer = append(answer, ed25519.Sign(secret, message([]byte(signed.Text), 1700000000))...)
            line := "\u2014 " + own.name + " " + base64.StdEncoding.EncodeToString(answer) + "\n"
            check(os.WriteFile("answer", []byte(line), 0600))
            key := base64.StdEncoding.EncodeToString(append([]byte{4}, public...))
            check(os.WriteFile("go.pub", []byte(fmt.Sprintf("%s+%08x+%s", own.name, own.KeyHash(), key)), 0600))

            // As a verifier: a proof, under a checkpoint that our witness cosigned.
            words := strings.Split(strings.TrimSpace(read("witness.pub")), "+")
            raw, err := base64.StdEncoding.DecodeString(strings.Join(words[2:], "+"))
            check(err)
            ours := witness{words[0], ed25519.PublicKey(raw[1:])}
            lines, rest = parts(read("proof"))
            proven, err := note.Open([]byte(rest), note.VerifierList(log, ours))
            check(err)
            body = strings.Split(proven.Text, "\n")
            root, err = tlog.ParseHash(body[2])
            check(err)
            leaf, err := tlog.ParseHash(strings.TrimSpace(read("leaf")))
            check(err)
            index := number(strings.TrimPrefix(lines[1], "index "))
            check(tlog.CheckRecord(hashes(lines[2:]), number(body[1]), root, index, leaf))
            fmt.Println(lines[0], len(proven.Sigs), len(proven.UnverifiedSigs))
        }
        """#
}
