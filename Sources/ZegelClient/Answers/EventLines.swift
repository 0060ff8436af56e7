// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore

/// Reads server-sent events (HTML) from the bytes of a stream, however they are cut: the id and the data of each.
///
/// What is held is bounded: an event is small, and a line or an event that is larger is none of a Zegel server.
struct EventLines {
    /// Bytes of an event.
    static let largest = 65_536

    /// One event as it stands on the wire.
    struct Event: Hashable {
        var id: String?
        var data: [UInt8]
    }

    private var line: [UInt8] = []
    private var event = Event(id: nil, data: [])
    private var hasData = false
    /// Whether the last byte was a carriage return, so that a line feed behind it ends no other line.
    private var isAfterReturn = false

    /// Takes more bytes.
    ///
    /// - Returns: The events that end in them; a comment is none.
    /// - Throws: ``ClientError`` where a line or an event is too large.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(ClientError) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            let isFeedOfReturn = byte == 0x0A && self.isAfterReturn
            self.isAfterReturn = byte == 0x0D
            if isFeedOfReturn { continue }
            guard byte == 0x0A || byte == 0x0D else {
                guard self.line.count + self.event.data.count < Self.largest else {
                    throw .malformed("One of its events is too large.")
                }
                self.line.append(byte)
                continue
            }
            if let event = self.endLine() { events.append(event) }
        }
        return events
    }

    private mutating func endLine() -> Event? {
        defer { self.line = [] }
        guard !self.line.isEmpty else {
            defer { (self.event, self.hasData) = (Event(id: nil, data: []), false) }
            return self.hasData ? self.event : nil
        }
        let name = self.line.prefix { $0 != UInt8(ascii: ":") }
        var value = self.line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "id": self.event.id = String(decoding: value, as: UTF8.self)
        case "data":
            if self.hasData { self.event.data.append(0x0A) }
            self.event.data += value
            self.hasData = true
        default: ()
        }
        return nil
    }
}
