// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

@Suite("An upload in parts")
struct UploadTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Why it is refused; `nil` where it is not.
        var code: String?
        /// Where the upload stands afterwards; `nil` where it is gone.
        var offset: Int? = Self.start
        /// What comes behind the first 150,000 bytes.
        let next: @Sendable (World, MessageID, [UInt8]) async throws -> Void

        /// Where the upload stands before it.
        static let start = 150_000

        /// A request that brings so many bytes of the container.
        init(
            _ testDescription: String,
            _ count: Int,
            at offset: Int = Self.start,
            isLast: Bool = false,
            length: Int = 0,
            isAnnounced: Bool = true,
            code: String? = nil,
            stands: Int? = Self.start
        ) {
            self.init(testDescription: testDescription, code: code, offset: stands) { world, id, container in
                let bytes = (container + container).dropFirst(offset).prefix(count)
                _ = try await world.append(
                    bytes,
                    to: id,
                    at: offset,
                    isLast: isLast,
                    length: length == 0 ? nil : container.count + length - 1,
                    isAnnounced: isAnnounced
                )
            }
        }

        init(
            testDescription: String,
            code: String? = nil,
            offset: Int? = Self.start,
            next: @escaping @Sendable (World, MessageID, [UInt8]) async throws -> Void
        ) {
            self.testDescription = testDescription
            self.code = code
            self.offset = offset
            self.next = next
        }
    }

    static let rows = [
        Row("goes on where it stands", 50_000, stands: 200_000),
        Row("not one byte before", 50_001, at: 149_999, code: "upload.offset"),
        Row("nor one behind", 50_000, at: 150_001, code: "upload.offset"),
        Row("brings nothing", 0), Row("brings as much as it must", 100, stands: 150_100),
        Row("brings one byte less", 99, code: "upload.append-size"),
        Row("nor without saying so", 99, isAnnounced: false, code: "upload.append-size"),
        Row("says the length again", 100, length: 1, stands: 150_100),
        Row("says another length", 100, length: 2, code: "upload.length"),
        Row("announces more than is left", 200_000, code: "upload.length"),
        Row("brings more than is left", 200_000, isAnnounced: false, code: "upload.length", stands: nil),
        Row("ends too early", 1_000, isLast: true, code: "upload.length"),
        Row("ends too early without saying so", 1_000, isLast: true, isAnnounced: false, code: "upload.length"),
        Row(testDescription: "is of another organisation", code: "not-found") { world, id, container in
            _ = try await world.append(container[150_000..<150_100], to: id, at: 150_000, as: world.peer("om"))
        },
        Row(testDescription: "comes with another certificate", code: "not-found") { world, id, container in
            let peer = try world.peer("aivd", certificate: ContentDigest(of: [2]))
            _ = try await world.append(container[150_000..<150_100], to: id, at: 150_000, as: peer)
        },
        Row(testDescription: "is asked about by another organisation", code: "not-found") { world, id, _ in
            _ = try await world.look(id, as: world.peer("om"))
        },
        Row(testDescription: "is cancelled with another certificate", code: "not-found") { world, id, _ in
            let peer = try world.peer("aivd", certificate: ContentDigest(of: [2]))
            try await world.manage(as: peer).cancel(id).get()
        },
        Row(testDescription: "is cancelled", offset: nil) { world, id, _ in
            try await world.manage().cancel(id).get()
        },
        Row(testDescription: "comes just in time", offset: 150_100) { world, id, container in
            world.clock.pass(seconds: 14_399)
            _ = try await world.append(container[150_000..<150_100], to: id, at: 150_000)
        },
        Row(testDescription: "comes too late", code: "not-found", offset: nil) { world, id, container in
            world.clock.pass(seconds: 14_400)
            _ = try await world.append(container[150_000..<150_100], to: id, at: 150_000)
        },
        Row(testDescription: "comes too late, and was forgotten meanwhile", code: "not-found", offset: nil) {
            world,
            id,
            container in
            world.clock.pass(seconds: 14_400)
            #expect(try await world.expire() == 1)
            #expect(try FaultTests.contents(of: world.folder).isEmpty)
            _ = try await world.append(container[150_000..<150_100], to: id, at: 150_000)
        },
    ]

    @Test("The next request", arguments: rows)
    func next(_ row: Row) async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            guard case .appended(let upload) = try await world.append(container.prefix(150_000), to: id, at: 0) else {
                throw Missing()
            }
            #expect(upload.offset == 150_000 && !upload.isComplete && upload.size == container.count)
            let outcome = await Result { try await row.next(world, id, container) }
            #expect(outcome.problem?.code == row.code)
            guard let offset = row.offset else {
                await #expect(throws: Problem(.notFound)) { try await world.look(id) }
                return
            }
            #expect(try await world.look(id).offset == offset)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
        }
    }

    @Test("A wrong offset is answered with the right one")
    func rightOffset() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let id = try await world.begin(1_000)
            let error = await #expect(throws: Problem.self) {
                try await world.append([1, 2, 3], to: id, at: 7, isLast: true)
            }
            #expect(error?.members.first { $0.name == "expected-offset" }?.value == 0)
            #expect(error?.members.first { $0.name == "provided-offset" }?.value == 7)
        }
    }

    @Test("What is complete is one message, asked however often, and leaves one file")
    func complete() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            _ = try await world.append(container.prefix(200_000), to: id, at: 0)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            #expect(try FaultTests.contents(of: world.folder).count == 1)
            let upload = try await world.look(id)
            #expect(upload.isComplete && upload.offset == container.count)
            for _ in 0..<2 {
                guard case .same(let again) = try await world.finish(container, id) else { throw Missing() }
                #expect(again.receipt.encoded == message.receipt.encoded)
            }
            let size = container.count
            await #expect(throws: Problem(.uploadComplete)) { try await world.append([], to: id, at: size) }
            await #expect(throws: Problem(.uploadLength)) {
                try await world.append([UInt8](repeating: 0, count: 100), to: id, at: size)
            }
            let other = try await world.begin(container.count)
            guard case .same(let same) = try await world.finish(container, other) else { throw Missing() }
            #expect(same.receipt.encoded == message.receipt.encoded)
            #expect(try FaultTests.contents(of: world.folder).count == 1)
            world.clock.pass(seconds: 86_400)
            #expect(try await world.expire() == 2)
            try FaultTests.expectWhole(message, container, in: world)
        }
    }

    @Test("A small container, and one that all came with an empty end, go the same way")
    func small() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().container()
            let id = try await world.begin(container.count)
            _ = try await world.append(container, to: id, at: 0)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
            #expect(try FaultTests.contents(of: world.folder).isEmpty)
        }
    }

    struct Beginning: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sizes: [Int]
        /// Why the last one is refused; `nil` where it is not.
        let code: String?
    }

    @Test(
        "Uploads that are begun",
        arguments: [
            Beginning(testDescription: "of one byte", sizes: [1], code: nil),
            Beginning(testDescription: "of nothing", sizes: [0], code: "upload.length"),
            Beginning(testDescription: "larger than a container", sizes: [3_900_000_001], code: "request.too-large"),
            Beginning(testDescription: "as many as may be", sizes: [1, 1, 1], code: nil),
            Beginning(testDescription: "one more", sizes: [1, 1, 1, 1], code: "upload.too-many"),
            Beginning(testDescription: "as many bytes as may be", sizes: [1, 999_999], code: nil),
            Beginning(testDescription: "one byte more", sizes: [1, 1_000_000], code: "upload.too-many"),
            Beginning(testDescription: "one alone of more", sizes: [1_000_001], code: "request.too-large"),
        ]
    )
    func begin(_ row: Beginning) async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            for size in row.sizes.dropLast() { _ = try await world.begin(size) }
            let outcome = await Result { try await world.begin(row.sizes.last ?? 0) }
            #expect(outcome.problem?.code == row.code)
            // Another organisation has bounds of its own, and what nothing came into makes room soon.
            _ = try await world.begin(1, as: world.peer("om"))
            world.clock.pass(seconds: 600)
            _ = try await world.begin(1)
        }
    }

    @Test("Who may not send it hears that with the first part; who may be wrong, at the end; nothing of it stays")
    func refused() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let denied = try Letter.report("AIVD-1", ["kind": "advies"]).with(documentOf: 300_000).container()
            let first = try await world.begin(denied.count)
            await #expect(throws: Problem(.policyDenied)) {
                try await world.append(denied.prefix(150_000), to: first, at: 0)
            }
            await #expect(throws: Problem(.notFound)) { try await world.look(first) }
            let damaged = try Letter.report("AIVD-2").with(documentOf: 300_000).container(damaged: true)
            let second = try await world.begin(damaged.count)
            _ = try await world.append(damaged.prefix(150_000), to: second, at: 0)
            await #expect(throws: Problem(.digestMismatch)) { try await world.finish(damaged, second) }
            await #expect(throws: Problem(.notFound)) { try await world.look(second) }
            try await eventually { try FaultTests.contents(of: world.folder).isEmpty }
        }
    }

    @Test("What is refused for a reason that passes stays, and is taken once it has passed")
    func passing() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            var letter = try Letter.report().with(documentOf: 300_000)
            letter.signedAt = Parties.now.advanced(bySeconds: 3_600)
            let container = try letter.container()
            let id = try await world.begin(container.count)
            await #expect(throws: Problem(.signingTimeFuture)) { try await world.finish(container, id) }
            #expect(try await world.look(id).isComplete)
            world.clock.pass(seconds: 3_600)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
        }
    }

    @Test("To end one that is gone ends none that has its number since")
    func number() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let first = try await world.look(try await world.begin(1_000))
            _ = try await world.commit { try $0.end(first) }
            let second = try await world.begin(1_000)
            _ = try await world.commit { try $0.end(first) }
            #expect(try await world.look(second).id == second)
        }
    }
}
