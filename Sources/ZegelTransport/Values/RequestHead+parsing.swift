// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOHPACK
import ZegelCore

extension RequestHead {
    /// Reads a block of header fields whose pseudo fields the HTTP/2 layer has already held to RFC 9113 §8.3.
    ///
    /// - Throws: `request.fields-too-large`, `request.misdirected`, `request.length-mismatch`, or `request.syntax`.
    init(
        _ block: HPACKHeaders,
        endsStream: Bool,
        requestID: String,
        names: ServedNames,
        maximumFields: Int
    ) throws(Problem) {
        var pseudo = PseudoFields()
        var fields = HTTPFields()
        fields.reserveCapacity(block.count)
        var hosts: [String] = []
        var size = 0
        for (name, value, _) in block {
            // RFC 9113 §10.5.1 counts 32 bytes for each field.
            size += name.utf8.count + value.utf8.count + 32
            guard size <= maximumFields else {
                throw Problem(.fieldsTooLarge, "At most \(maximumFields) bytes of header fields are read.")
            }
            if name.utf8.first == UInt8(ascii: ":") {
                pseudo.set(name, value)
            } else if name == "host" {
                hosts.append(value)
            } else {
                guard let fieldName = HTTPField.Name(name), HTTPField.isValidValue(value) else {
                    throw Problem(.requestSyntax, "A header field has a name or value that HTTP does not allow.")
                }
                fields.append(HTTPField(name: fieldName, value: value))
            }
        }
        guard let method = HTTPRequest.Method(pseudo.method), pseudo.scheme == "https", let target = pseudo.target
        else {
            throw Problem(.requestSyntax, "Method, scheme or path is not one that this server takes.")
        }
        self.authority = try Self.authority(pseudo.authority, host: hosts, names: names)
        self.contentLength = try Self.contentLength(fields[values: .contentLength], endsStream: endsStream)
        self.method = method
        self.path = target.path
        self.query = target.query
        self.fields = fields
        self.requestID = requestID
        self.isBodyless = endsStream
        self.expectsContinue = !endsStream && fields[.expect]?.lowercased() == "100-continue"
    }

    private static func authority(_ authority: String?, host: [String], names: ServedNames) throws(Problem) -> String {
        guard host.count <= 1, let name = authority ?? host.first, host.first == nil || host.first == name else {
            throw Problem(.requestSyntax, "The request must say once which host it is for.")
        }
        guard names.contains(authority: name) else {
            throw Problem(.misdirected, "This server answers for the names in its certificate.")
        }
        return name
    }

    private static func contentLength(_ values: [String], endsStream: Bool) throws(Problem) -> Int? {
        guard let value = values.first else { return nil }
        guard values.count == 1, (1...15).contains(value.utf8.count),
            value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(value)
        else { throw Problem(.requestSyntax, "content-length must be one decimal number.") }
        guard !endsStream || length == 0 else {
            throw Problem(.lengthMismatch, "content-length says \(length) bytes, and there is no body.")
        }
        return length
    }
}

private struct PseudoFields {
    var method = ""
    var scheme = ""
    var path = ""
    var authority: String?

    mutating func set(_ name: String, _ value: String) {
        switch name {
        case ":method": self.method = value
        case ":scheme": self.scheme = value
        case ":path": self.path = value
        case ":authority": self.authority = value
        default: ()
        }
    }

    /// Path and query, where the path is absolute and holds printable ASCII only and no fragment.
    var target: (path: String, query: String?)? {
        guard self.path.utf8.first == UInt8(ascii: "/"),
            self.path.utf8.allSatisfy({ (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "#") })
        else { return nil }
        guard let mark = self.path.firstIndex(of: "?") else { return (self.path, nil) }
        return (String(self.path[..<mark]), String(self.path[self.path.index(after: mark)...]))
    }
}
