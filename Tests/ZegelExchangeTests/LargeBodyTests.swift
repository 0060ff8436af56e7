// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Dispatch
import NIOCore
import Testing
import ZegelCore
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

/// What of a large container is in memory, and what is written, whatever the disk and the sender do.
@Suite("A large container on its way to its file")
struct LargeBodyTests {
    private static let frame = 16_384

    /// Pieces of some frames.
    private static var limits: Limits {
        var limits = Limits()
        limits.bodyPiece = 12 * Self.frame
        return limits
    }

    @Test("is read ahead by one piece while another is at work, and not further")
    func ahead() async throws {
        try await World.withFolder { folder in
            // Whoever has it holds the disk up.
            let disk = DispatchSemaphore(value: 1)
            let files = FaultyFileSystem { call in
                guard call == .write else { return }
                disk.wait()
                disk.signal()
            }
            let world = try World(in: folder, limits: Self.limits, fileSystem: files)
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: 2_000_000).container()
            let (eventLoop, context) = (world.eventLoop, world.context)
            let arrived = try await eventLoop.flatSubmit {
                let body = SubmittedBody(context: context, eventLoop: eventLoop)
                let opening = body.take(ByteBuffer(bytes: container.prefix(140_000)))
                return (opening ?? eventLoop.makeFailedFuture(Missing())).assumeIsolated()
                    .flatMap { reading in
                        #expect(reading.opening != nil)
                        disk.wait()
                        let (pause, taken) = Self.fill(body, container[140_000...])
                        #expect(taken == 2 * context.limits.bodyPiece)
                        eventLoop.execute { disk.signal() }
                        let next = 140_000 + taken
                        return (pause ?? eventLoop.makeFailedFuture(Missing())).assumeIsolated()
                            .flatMap { _ in Self.feed(body, container[next...], on: eventLoop) }
                            .nonisolated()
                    }
                    .flatMap { body.finish() }
                    .nonisolated()
            }
            .get()
            #expect(arrived.checked.index.digest == ContentDigest(of: container).bytes)
            guard case .spooled(let content) = arrived.content else { throw Missing() }
            #expect(try context.store.content(of: content).read(0..<content.size) == container)
        }
    }

    @Test("is not written any further once it is at fault, and is refused before the rest has come")
    func fault() async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let world = try World(in: folder, limits: Self.limits, fileSystem: files)
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: 300_000).container()
            files.fail(.write, number: 0)
            let outcome = await Result {
                try await world.submit(container + [UInt8](repeating: 0, count: 10_000_000), pieces: Self.frame)
            }
            #expect(outcome.problem?.code == "container.trailing-bytes")
            // The piece in which it showed, and the one before the first.
            #expect(files.count(.write) <= (container.count + 2 * Self.limits.bodyPiece) / 65_536 + 1)
            try await eventually { try FaultTests.contents(of: folder).isEmpty }
        }
    }

    /// Takes frames until the body asks for a pause.
    private static func fill(
        _ body: SubmittedBody,
        _ bytes: ArraySlice<UInt8>
    ) -> (pause: EventLoopFuture<Reading>?, taken: Int) {
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: self.frame) {
            let piece = bytes[start..<min(bytes.endIndex, start + self.frame)]
            if let pause = body.take(ByteBuffer(bytes: piece)) { return (pause, piece.endIndex - bytes.startIndex) }
        }
        return (nil, bytes.count)
    }

    /// Takes all that is left, and reads it to its end.
    private static func feed(
        _ body: SubmittedBody,
        _ bytes: ArraySlice<UInt8>,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Void> {
        let (pause, taken) = self.fill(body, bytes)
        guard let pause else { return body.readRest().map { #expect($0.fault == nil) } }
        return pause.assumeIsolated()
            .flatMap { _ in self.feed(body, bytes.dropFirst(taken), on: eventLoop) }
            .nonisolated()
    }
}
