// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A program for golang.org/x/mod/sumdb: reads a log from a folder as a client of Go would, and signs a note.
enum GoProgram {
    static let source = #"""
        package main

        import (
            "crypto/rand"
            "encoding/base64"
            "fmt"
            "os"
            "strconv"
            "strings"

            "golang.org/x/mod/sumdb/note"
            "golang.org/x/mod/sumdb/tlog"
        )

        type folder struct{}

        func (folder) Height() int { return 8 }

        func (folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
            var data [][]byte
            for _, tile := range tiles {
                bytes, err := os.ReadFile("log/tile/" + strings.TrimPrefix(tile.Path(), "tile/8/"))
                if err != nil {
                    return nil, err
                }
                data = append(data, bytes)
            }
            return data, nil
        }

        func (folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

        func read(name string) []byte {
            bytes, err := os.ReadFile(name)
            check(err)
            return bytes
        }

        func check(err error) {
            if err != nil {
                fmt.Println(err)
                os.Exit(1)
            }
        }

        func hash(text string) tlog.Hash {
            hash, err := tlog.ParseHash(text)
            check(err)
            return hash
        }

        func encode(hashes []tlog.Hash) string {
            var words []string
            for _, hash := range hashes {
                words = append(words, base64.StdEncoding.EncodeToString(hash[:]))
            }
            return strings.Join(words, " ")
        }

        func main() {
            verifier, err := note.NewVerifier(strings.TrimSpace(string(read("key"))))
            check(err)
            signed, err := note.Open(read("log/checkpoint"), note.VerifierList(verifier))
            check(err)
            lines := strings.Split(signed.Text, "\n")
            size, err := strconv.ParseInt(lines[1], 10, 64)
            check(err)
            tree := tlog.Tree{N: size, Hash: hash(lines[2])}
            reader := tlog.TileHashReader(tree, folder{})

            for _, line := range strings.Split(strings.TrimSpace(string(read("questions"))), "\n") {
                words := strings.Split(line, " ")
                number, err := strconv.ParseInt(words[1], 10, 64)
                check(err)
                other := hash(words[2])
                var given []tlog.Hash
                for _, word := range words[3:] {
                    given = append(given, hash(word))
                }
                if words[0] == "entry" {
                    proof, err := tlog.ProveRecord(size, number, reader)
                    check(err)
                    check(tlog.CheckRecord(given, size, tree.Hash, number, other))
                    fmt.Println(encode(proof))
                } else {
                    proof, err := tlog.ProveTree(size, number, reader)
                    check(err)
                    check(tlog.CheckTree(given, size, tree.Hash, number, other))
                    fmt.Println(encode(proof))
                }
            }

            secret, public, err := note.GenerateKey(rand.Reader, "go.example/key")
            check(err)
            signer, err := note.NewSigner(secret)
            check(err)
            message, err := note.Sign(&note.Note{Text: signed.Text, Sigs: signed.Sigs}, signer)
            check(err)
            check(os.WriteFile("go.note", message, 0600))
            check(os.WriteFile("go.public", []byte(public), 0600))
            check(os.WriteFile("go.secret", []byte(secret), 0600))
        }
        """#
}
