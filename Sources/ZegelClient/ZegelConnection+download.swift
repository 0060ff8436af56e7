// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
package import ZegelCore

/// What can be collected of a message.
package enum Collectable: Sendable {
    /// The container as it was accepted; that all of it was collected is recorded.
    case container
    /// The container with the evidence that this organisation may see.
    case dossier
    /// The evidence as an auditor may see it.
    case audit

    var tail: String {
        switch self {
        case .container: "container"
        case .dossier, .audit: "dossier"
        }
    }

    var scope: Scope.Name {
        switch self {
        case .container, .dossier: .read
        case .audit: .audit
        }
    }
}

/// A file that was collected.
package struct CollectedFile: Hashable, Sendable {
    /// Where it lies.
    package let path: String
    /// Its size in bytes.
    package let size: Int
    /// Its digest.
    package let digest: ContentDigest
}

extension ZegelConnection {
    /// Bytes of the largest dossier: its format has no place for more.
    private static let largestFile = 4_294_967_295

    /// Collects a message into a file, which appears when all of it is there, durable, and as the server has it.
    ///
    /// - Parameters:
    ///   - id: The message.
    ///   - what: What of it.
    ///   - path: The file to make.
    ///   - mayReplace: Whether a file that has the name already may go.
    ///   - expected: The digest that a container must have; that which the server names where left out.
    ///   - progress: Told of each piece that was written.
    /// - Throws: ``ClientError``; nothing is left behind then.
    package func download(
        _ id: MessageID,
        _ what: Collectable,
        to path: String,
        replacing mayReplace: Bool = false,
        expecting expected: ContentDigest? = nil,
        progress: TransferProgress.Handler? = nil
    ) async throws(ClientError) -> CollectedFile {
        let target = try TargetFile(path, mayReplace: mayReplace)
        do {
            var call = Call.get("/v1/messages/\(id)/\(what.tail)", what.scope)
            call.seconds = nil
            let (response, trace) = try await self.open(call)
            try await self.receive(response, into: target, progress)
            let digest = target.digest
            guard try Self.digests(response, what, expected).allSatisfy({ $0 == digest }) else {
                throw ClientError.damaged("Its digest is another.").traced(trace)
            }
            try target.keep()
            return CollectedFile(path: path, size: target.size, digest: digest)
        } catch {
            target.discard()
            throw ClientError(transport: error, to: self.caller.address.name)
        }
    }

    private func receive(
        _ response: HTTPClientResponse,
        into target: TargetFile,
        _ progress: TransferProgress.Handler?
    ) async throws {
        let total = response.headers.first(name: "content-length").flatMap { Int($0) }
        guard total.map({ (0...Self.largestFile).contains($0) }) ?? true else {
            throw ClientError.malformed("Its answer is larger than a dossier can be.")
        }
        progress?(.init(done: 0, total: total))
        for try await piece in response.body {
            guard target.size + piece.readableBytes <= total ?? Self.largestFile else {
                throw ClientError.malformed("Its answer is larger than it said.")
            }
            try target.write(piece)
            progress?(.init(done: target.size, total: total))
        }
        guard total.map({ $0 == target.size }) ?? true else {
            throw ClientError.interrupted(self.caller.address.name)
        }
    }

    /// The digests that a container has to have; a dossier is verified by what it holds.
    private static func digests(
        _ response: HTTPClientResponse,
        _ what: Collectable,
        _ expected: ContentDigest?
    ) throws(ClientError) -> [ContentDigest] {
        guard case .container = what else { return expected.map { [$0] } ?? [] }
        guard let tag = response.headers.first(name: "etag"), tag.utf8.count == 66,
            let named = ContentDigest(hexadecimal: String(tag.dropFirst().dropLast()))
        else { throw .malformed("It does not name the digest of the container.") }
        return [named] + (expected.map { [$0] } ?? [])
    }
}
