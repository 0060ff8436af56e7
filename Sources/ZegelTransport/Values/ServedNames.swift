// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import SwiftASN1
package import X509

/// The hosts that a server answers for: those in its certificate, on any port.
package struct ServedNames: Sendable, Hashable {
    private let hosts: Set<String>
    private let wildcards: Set<Substring>

    /// Takes the DNS names and addresses of a certificate's subject alternative names.
    package init(of certificate: Certificate) {
        var hosts: Set<String> = []
        for name in (try? certificate.extensions.subjectAlternativeNames) ?? SubjectAlternativeNames([]) {
            switch name {
            case .dnsName(let name): hosts.insert(name.lowercased())
            case .ipAddress(let address): if let text = Self.text(of: Array(address.bytes)) { hosts.insert(text) }
            default: continue
            }
        }
        self.hosts = hosts
        self.wildcards = Set(hosts.filter { $0.hasPrefix("*.") }.map { $0.dropFirst() })
    }

    /// Whether an authority of a request names one of the hosts; it never does with user information in it.
    package func contains(authority: String) -> Bool {
        guard let host = Self.host(of: authority) else { return false }
        if self.hosts.contains(host) { return true }
        guard !self.wildcards.isEmpty, let dot = host.firstIndex(of: "."), dot != host.startIndex else { return false }
        return self.wildcards.contains(host[dot...])
    }

    /// The host without its port, in the one spelling that is compared; `nil` where the authority is not well formed.
    private static func host(of authority: String) -> String? {
        let host: Substring
        let port: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            port = authority[authority.index(after: end)...]
            guard host.contains(":") else { return nil }
        } else {
            host = authority.prefix { $0 != ":" }
            port = authority[host.endIndex...]
        }
        guard !host.isEmpty, !host.contains("*"), Self.isPort(port) else { return nil }
        return (try? SocketAddress(ipAddress: String(host), port: 0))?.ipAddress ?? host.lowercased()
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty
            || text.utf8.count > 1 && text.first == ":" && !text.contains("+") && UInt16(text.dropFirst()) != nil
    }

    private static func text(of address: [UInt8]) -> String? {
        switch address.count {
        case 4: return address.map(String.init).joined(separator: ".")
        case 16:
            let groups = stride(from: 0, to: 16, by: 2).map { index in
                String(UInt16(address[index]) << 8 | UInt16(address[index + 1]), radix: 16)
            }
            return (try? SocketAddress(ipAddress: groups.joined(separator: ":"), port: 0))?.ipAddress
        default: return nil
        }
    }
}
