// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
import ZegelCore
import ZegelVerify

extension ZegelConnection {
    /// Bytes of the largest tile, bundle or checkpoint that is taken.
    private static let largestResource = 1_048_576

    /// A part of the server's log, as it is served; nothing of it was looked at.
    package func log(_ resource: LogResource) async throws(ClientError) -> [UInt8] {
        let (response, _) = try await self.open(.get("/log/\(resource.path)", .readLog))
        return try await self.caller.body(of: response, atMost: Self.largestResource)
    }

    /// The newest checkpoint of the server's log that was time-stamped, and the token over its bytes; neither is verified.
    ///
    /// - Throws: ``ClientError``; `not-found` where none was stamped yet.
    package func stampedCheckpoint() async throws(ClientError) -> (checkpoint: SignedCheckpoint, token: [UInt8]) {
        let answer = try await self.answer(.get("/log/timestamp", .readLog))
        func part(_ name: String) -> [UInt8]? { answer.json[name]?.string.flatMap { Base64.decode($0) } }
        guard let token = part("token"), let note = part("checkpoint"),
            let checkpoint = try? SignedCheckpoint(parsing: note)
        else { throw ClientError.malformed("It gives no checkpoint with a time-stamp.").traced(answer.traceID) }
        return (checkpoint, token)
    }

    /// The proof of an entry under the newest checkpoint of the server's log; it is not verified.
    ///
    /// - Throws: ``ClientError``; `not-found` where the log has no such entry.
    package func logProof(of leaf: TreeHash) async throws(ClientError) -> LogProof {
        let question: JSONValue = ["leaf": .string(Hexadecimal.encode(leaf.bytes))]
        let answer = try await self.answer(
            .post("/log/proofs/_find", .readLog, .bytes(question.encoded, type: MediaType.json))
        )
        guard let bytes = answer.json["proof"]?.string.flatMap({ Base64.decode($0) }),
            let proof = try? LogProof(parsing: bytes)
        else { throw ClientError.malformed("It gives no proof.").traced(answer.traceID) }
        return proof
    }
}
