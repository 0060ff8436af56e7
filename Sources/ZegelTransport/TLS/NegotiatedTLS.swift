// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What client and server agreed on for one connection, by the names that IANA has for it.
package struct NegotiatedTLS: Sendable, Hashable {
    /// `TLSv1.3` or `TLSv1.2`.
    package let version: String
    /// The cipher suite.
    package let suite: String
    /// The group of the key exchange, as `X25519MLKEM768`; `-` where a TLS 1.2 session was resumed, which exchanges no key.
    package let group: String

    /// Names what the server chose.
    init(version: UInt16, suite: UInt16, group: UInt16?) {
        self.version = Self.name(version, in: Self.versions)
        self.suite = Self.name(suite, in: Self.suites)
        self.group = group.map { Self.name($0, in: Self.groups) } ?? "-"
    }

    private static let versions: [UInt16: String] = [0x0303: "TLSv1.2", 0x0304: "TLSv1.3"]

    private static let suites: [UInt16: String] = [
        0x1301: "TLS_AES_128_GCM_SHA256", 0x1302: "TLS_AES_256_GCM_SHA384", 0x1303: "TLS_CHACHA20_POLY1305_SHA256",
        0xC02B: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", 0xC02C: "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        0xC02F: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", 0xC030: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        0xCCA8: "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        0xCCA9: "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    ]

    private static let groups: [UInt16: String] = [
        0x0017: "secp256r1", 0x0018: "secp384r1", 0x001D: "x25519", 0x11EC: "X25519MLKEM768",
    ]

    private static func name(_ number: UInt16, in names: [UInt16: String]) -> String {
        if let name = names[number] { return name }
        let digits = String(number, radix: 16)
        return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
