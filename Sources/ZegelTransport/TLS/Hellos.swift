// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// What a client offers in its first message, as far as the choice of a TLS context depends on it (RFC 8446 §4.1.2).
struct ClientHello: Equatable {
    static let type: UInt8 = 1

    /// Whether TLS 1.3 is offered.
    let offersTLS13: Bool
    /// The groups, as the client prefers them.
    let groups: [UInt16]

    /// Reads the body of the message; `nil` where it is malformed, which TLS refuses by itself.
    init?(_ body: ByteBuffer) {
        var body = body
        guard body.readSlice(length: 34) != nil, let session = body.readTLSVector(UInt8.self),
            session.readableBytes <= 32, body.readTLSVector(UInt16.self) != nil, body.readTLSVector(UInt8.self) != nil
        else { return nil }
        guard let extensions = body.readTLSExtensions() else { return nil }
        var versions = extensions[43]
        var groups = extensions[10]
        self.offersTLS13 = versions?.readTLSVector(UInt8.self)?.tlsNumbers.contains(0x0304) ?? false
        self.groups = groups?.readTLSVector(UInt16.self)?.tlsNumbers ?? []
    }
}

/// What the server chose (RFC 8446 §4.1.3, RFC 5246 §7.4.1.3).
struct ServerHello: Equatable {
    static let type: UInt8 = 2
    /// The `random` that makes it a HelloRetryRequest: SHA-256 of those words.
    private static let retry: [UInt8] = [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ]

    let version: UInt16
    let suite: UInt16
    /// The group of `key_share`; TLS 1.2 says it in ServerKeyExchange instead.
    let group: UInt16?
    /// Whether the client is asked for another ClientHello, so that another ServerHello follows.
    let isRetry: Bool

    /// Reads the body of the message, or returns `nil`.
    init?(_ body: ByteBuffer) {
        var body = body
        guard let legacy = body.readInteger(as: UInt16.self), let random = body.readBytes(length: 32),
            body.readTLSVector(UInt8.self) != nil, let suite = body.readInteger(as: UInt16.self),
            body.readInteger(as: UInt8.self) != nil, let extensions = body.readTLSExtensions()
        else { return nil }
        self.version = extensions[43]?.firstTLSNumber ?? legacy
        self.suite = suite
        self.group = extensions[51]?.firstTLSNumber
        self.isRetry = random == Self.retry
    }

    /// The named group in the body of a ServerKeyExchange (RFC 8422 §5.4), or `nil`.
    static func group(inKeyExchange body: ByteBuffer) -> UInt16? {
        guard body.getInteger(at: body.readerIndex, as: UInt8.self) == 3 else { return nil }
        return body.getInteger(at: body.readerIndex + 1, as: UInt16.self)
    }
}

extension ByteBuffer {
    /// A vector with its length in front.
    fileprivate mutating func readTLSVector<Length: FixedWidthInteger & UnsignedInteger>(
        _: Length.Type
    ) -> ByteBuffer? {
        self.readInteger(as: Length.self).flatMap { self.readSlice(length: Int($0)) }
    }

    /// The extensions at the end of a hello, the first one of each type; none where there is no list.
    fileprivate mutating func readTLSExtensions() -> [UInt16: ByteBuffer]? {
        guard self.readableBytes > 0 else { return [:] }
        guard var list = self.readTLSVector(UInt16.self), self.readableBytes == 0 else { return nil }
        var extensions: [UInt16: ByteBuffer] = [:]
        while list.readableBytes > 0 {
            guard let type = list.readInteger(as: UInt16.self), let content = list.readTLSVector(UInt16.self) else {
                return nil
            }
            if extensions[type] == nil { extensions[type] = content }
        }
        return extensions
    }

    fileprivate var firstTLSNumber: UInt16? { self.getInteger(at: self.readerIndex, as: UInt16.self) }

    fileprivate var tlsNumbers: [UInt16] {
        var rest = self
        var numbers: [UInt16] = []
        while let number = rest.readInteger(as: UInt16.self) { numbers.append(number) }
        return numbers
    }
}
