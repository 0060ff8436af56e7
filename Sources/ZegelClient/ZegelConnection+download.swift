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

    /// Bytes that are worth being left to go on with.
    private static let worthKeeping = 1_048_576

    /// Collects a message into a file, which appears when all of it is there, durable, and as the server has it.
    ///
    /// What breaks off is taken up again where it ended, also by a later call: what has come by then is left beside the file.
    ///
    /// - Parameters:
    ///   - id: The message.
    ///   - what: What of it.
    ///   - path: The file to make.
    ///   - mayReplace: Whether a file that has the name already may go.
    ///   - expected: The digest that a container must have; that which the server names where left out.
    ///   - holds: Judges a dossier that came in several answers, by its place; where it says no, all of it is collected anew.
    ///   - progress: Told of each piece that was written.
    /// - Throws: ``ClientError``; only after one by which the transfer broke off something is left behind, as `….part`.
    package func download(
        _ id: MessageID,
        _ what: Collectable,
        to path: String,
        replacing mayReplace: Bool = false,
        expecting expected: ContentDigest? = nil,
        holding holds: @escaping @Sendable (String) async -> Bool,
        progress: TransferProgress.Handler?
    ) async throws(ClientError) -> CollectedFile {
        let part = "\(path).\(id.description.prefix(8)).\(what).part"
        let target = try TargetFile(path, mayReplace: mayReplace, part: part)
        do {
            let source = Call.get("/v1/messages/\(id)/\(what.tail)", what.scope)
            try await self.fill(target, source, what, expected, holds, progress)
            try target.keep()
            return CollectedFile(path: path, size: target.size, digest: target.digest)
        } catch {
            let error = ClientError(transport: error, to: self.caller.address.name)
            if error.mayBeResumed(), target.size >= Self.worthKeeping { target.leave() } else { target.discard() }
            throw error
        }
    }

    /// Collects a message into a file; a dossier that came in several answers, which nobody judges, is collected once more in one go.
    package func download(
        _ id: MessageID,
        _ what: Collectable,
        to path: String,
        replacing mayReplace: Bool = false,
        expecting expected: ContentDigest? = nil,
        progress: TransferProgress.Handler? = nil
    ) async throws(ClientError) -> CollectedFile {
        try await self.download(
            id,
            what,
            to: path,
            replacing: mayReplace,
            expecting: expected,
            holding: { _ in false },
            progress: progress
        )
    }

    /// Collects into a file, however often it breaks off; what was put together wrongly is collected once more, in one go.
    private func fill(
        _ target: TargetFile,
        _ source: Call,
        _ what: Collectable,
        _ expected: ContentDigest?,
        _ holds: @Sendable (String) async -> Bool,
        _ progress: TransferProgress.Handler?
    ) async throws {
        var (failures, reached, tag) = (0, target.size, String?.none)
        var (hasSpoken, hasBegunAnew) = (false, false)
        while true {
            do {
                let (response, trace) = try await self.open(Self.rest(of: source, from: target.size, tag))
                (hasSpoken, tag) = (true, response.headers.first(name: "etag"))
                let digests = try Self.digests(response, what, expected)
                let isPieced = try await self.receive(response, into: target, progress)
                let digest = target.digest
                let isWhole = digests.allSatisfy { $0 == digest }
                // A container is what its digest says; of a dossier nothing but what it holds says that it was put together rightly.
                if isWhole, !isPieced || what == .container { return }
                if isWhole, await holds(target.place) { return }
                guard isPieced, !hasBegunAnew else {
                    throw ClientError.damaged("Its digest is another.").traced(trace)
                }
                hasBegunAnew = true
                try target.restart()
            } catch {
                let error = ClientError(transport: error, to: self.caller.address.name)
                if error.problem == Problem(.rangeInvalid), target.size > 0 {
                    try target.restart()
                    continue
                }
                if target.size > reached { (failures, reached) = (0, target.size) }
                guard error.mayBeResumed(hasSpoken), failures < self.patience.resumptions else { throw error }
                let pause = self.patience.pause(afterLost: error, attempt: failures)
                failures += 1
                try await Task.sleep(for: .milliseconds(pause))
            }
        }
    }

    /// The call for what is left.
    private static func rest(of source: Call, from start: Int, _ tag: String?) -> Call {
        var call = source
        call.seconds = nil
        guard start > 0 else { return call }
        call.fields.append(("range", "bytes=\(start)-"))
        if let tag { call.fields.append(("if-range", tag)) }
        return call
    }

    /// Writes an answer behind what is there, or in its place.
    ///
    /// - Returns: Whether it came behind something.
    private func receive(
        _ response: HTTPClientResponse,
        into target: TargetFile,
        _ progress: TransferProgress.Handler?
    ) async throws -> Bool {
        let isRest = response.status == .partialContent
        if !isRest, target.size > 0 { try target.restart() }
        let length = response.headers.first(name: "content-length").flatMap { Int($0) }
        let total = length.map { target.size + $0 }
        guard total.map({ (0...Self.largestFile).contains($0) }) ?? true else {
            throw ClientError.malformed("Its answer is larger than a dossier can be.")
        }
        if isRest {
            let range = total.map { "bytes \(target.size)-\($0 - 1)/\($0)" }
            guard range != nil, response.headers.first(name: "content-range") == range else {
                throw ClientError.malformed("It answered with another range than was asked for.")
            }
        }
        progress?(.init(done: target.size, total: total))
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
        return isRest
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
