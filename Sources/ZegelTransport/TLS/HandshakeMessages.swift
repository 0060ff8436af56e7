// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Takes TLS records apart into the handshake messages that are sent in the clear (RFC 8446 §5.1, RFC 5246 §6.2), in pieces of any size.
///
/// It only looks: what it cannot read ends it, and TLS itself judges the same bytes.
struct HandshakeMessages {
    /// What comes next.
    enum Step: Equatable {
        /// A whole message.
        case message(type: UInt8, body: ByteBuffer)
        /// ChangeCipherSpec: in TLS 1.2 all that follows is encrypted, in TLS 1.3 it means nothing.
        case changeCipherSpec
        /// Nothing yet.
        case more
        /// Nothing more: an alert, encrypted records, too much, or no TLS at all.
        case ended
    }

    private let maximum: Int
    private var records = ByteBuffer()
    private var messages = ByteBuffer()
    private var hasEnded = false

    /// - Parameter maximum: The bytes that are kept at most; a message that needs more is not read.
    init(maximum: Int) { self.maximum = maximum }

    mutating func append(_ bytes: ByteBuffer) {
        guard !self.hasEnded else { return }
        guard self.records.readableBytes + self.messages.readableBytes + bytes.readableBytes <= self.maximum else {
            self.hasEnded = true
            return
        }
        self.records.writeImmutableBuffer(bytes)
    }

    mutating func next() -> Step {
        while !self.hasEnded {
            if let message = self.takeMessage() { return message }
            guard let (type, length) = self.recordHeader else { return .more }
            guard self.messages.readableBytes == 0 || type == 22, type == 20 || type == 22,
                (1...16_384).contains(length)
            else { break }
            guard self.records.readableBytes >= 5 + length else { return .more }
            self.records.moveReaderIndex(forwardBy: 5)
            guard var payload = self.records.readSlice(length: length) else { break }
            if type == 20 { return .changeCipherSpec }
            self.messages.writeBuffer(&payload)
        }
        self.hasEnded = true
        return .ended
    }

    private var recordHeader: (type: UInt8, length: Int)? {
        guard let type = self.records.getInteger(at: self.records.readerIndex, as: UInt8.self),
            let length = self.records.getInteger(at: self.records.readerIndex + 3, as: UInt16.self)
        else { return nil }
        return (type, Int(length))
    }

    private mutating func takeMessage() -> Step? {
        guard let head = self.messages.getInteger(at: self.messages.readerIndex, as: UInt32.self) else { return nil }
        let length = Int(head & 0xFF_FFFF)
        guard 4 + length <= self.maximum else {
            self.hasEnded = true
            return .ended
        }
        guard self.messages.readableBytes >= 4 + length else { return nil }
        self.messages.moveReaderIndex(forwardBy: 4)
        return self.messages.readSlice(length: length).map { .message(type: UInt8(head >> 24), body: $0) }
    }
}
