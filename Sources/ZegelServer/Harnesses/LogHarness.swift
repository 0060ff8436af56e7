// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import TransparencyLog
import ZegelCore
import ZegelExchange
import ZegelStore
import ZegelTransport
import ZegelVerify

/// `/log/…`: what everyone who may read the log gets alike.
struct LogHarness {
    /// The media type of a checkpoint.
    static let noteType = "text/plain; charset=utf-8"
    /// The media type of hashes and entries.
    static let tileType = "application/octet-stream"

    /// Bytes of a question for a proof.
    private static let questionSize = 1_024

    let harness: Harness

    private var log: ReadLog { ReadLog(self.harness.context, on: self.harness.eventLoop) }

    /// `GET /log/checkpoint`.
    func checkpoint() {
        let answer = self.harness.renderer.bytes(
            self.log.checkpoint,
            type: Self.noteType,
            id: self.harness.head.requestID
        )
        self.harness.stream.answer(answer)
    }

    /// `GET /log/tile/…`: whoever got it may keep it.
    func tile() {
        let path = "tile/" + (self.harness.match.parameters.first ?? "")
        guard let resource = try? LogResource(path: path) else { return self.harness.fail(Problem(.notFound)) }
        let renderer = self.harness.renderer
        let id = self.harness.head.requestID
        self.harness.answer(self.log.resource(resource)) { bytes in
            renderer.bytes(
                bytes,
                type: Self.tileType,
                id: id,
                fields: [.cacheControl: "private, max-age=31536000, immutable"]
            )
        }
    }

    /// `POST /log/proofs/_find`: the hash of a leaf comes in, its proof goes out.
    func proof() -> any RequestBodyHandler {
        let harness = self.harness
        let log = self.log
        return GatheredBody(limit: Self.questionSize, harness) { bytes in
            do {
                let json = harness.json
                harness.answer(log.proof(of: try Self.leaf(in: bytes))) { proof in
                    json([
                        "index": .integer(Int64(proof.inclusion.index)), "size": .integer(Int64(proof.inclusion.size)),
                        "proof": .string(Base64.encode(proof.bytes)),
                    ])
                }
            } catch {
                harness.fail(error)
            }
        }
    }

    /// `GET /log/timestamp`.
    func timestamp() {
        let json = self.harness.json
        self.harness.answer(self.log.stamped()) { stamped in
            json([
                "size": .integer(Int64(stamped.checkpoint.checkpoint.size)),
                "checkpoint": .string(Base64.encode(stamped.checkpoint.bytes)),
                "token": .string(Base64.encode(stamped.token)),
            ])
        }
    }

    private static func leaf(in bytes: [UInt8]) throws(Problem) -> TreeHash {
        let json = try StrictJSON.parse(bytes)
        guard json.members?.map(\.key) == ["leaf"], let text = json["leaf"]?.string,
            let leaf = ContentDigest(hexadecimal: text).flatMap({ TreeHash($0.bytes) })
        else { throw Problem(.parameterInvalid, "Send {\"leaf\": …} with the hash of the leaf, hexadecimal.") }
        return leaf
    }
}
