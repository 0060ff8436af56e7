// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ASiC

/// A container that was read: its index and the content of every entry.
struct Reading: Equatable {
    let index: ContainerIndex
    let contents: [String: [UInt8]]
    let events: [String]

    /// Reads bytes in pieces of one size.
    init(_ bytes: [UInt8], pieces: Int = .max, limits: ContainerLimits = .init()) throws {
        var reader = ContainerReader(limits: limits)
        var contents: [String: [UInt8]] = [:]
        var events: [String] = []
        var name = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            try reader.consume(rest.prefix(pieces)) { event in
                switch event {
                case .began(let began, let size):
                    name = began
                    contents[name] = []
                    events.append("began \(began) \(size.map(String.init) ?? "?")")
                case .content(let piece):
                    contents[name, default: []] += piece
                case .ended(let entry):
                    events.append("ended \(entry)")
                }
            }
            rest = rest.dropFirst(pieces)
        }
        self.index = try reader.finish()
        self.contents = contents
        self.events = events
    }

    /// The code with which bytes are refused, or `nil` if they are accepted.
    static func refusal(
        of bytes: [UInt8],
        pieces: Int = .max,
        limits: ContainerLimits = .init()
    ) throws -> ASiCError.Code? {
        do {
            _ = try Reading(bytes, pieces: pieces, limits: limits)
            return nil
        } catch let error as ASiCError {
            return error.code
        }
    }
}
