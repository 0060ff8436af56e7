// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import X509
import ZegelClient
import ZegelCore
import ZegelTrust

/// A file of certificates, lists or a request, in PEM or DER.
struct TrustFile {
    /// What a file may hold; the raw value is its name in PEM.
    enum Kind: String, CaseIterable {
        case certificate = "CERTIFICATE"
        case list = "X509 CRL"
        case request = "CERTIFICATE REQUEST"
    }

    /// The most bytes that are read.
    private static let maximumBytes = RevocationList.maximumBytes * 3 / 2

    let path: String
    private let bytes: [UInt8]

    /// - Throws: `request.parameter` where it cannot be read.
    init(_ path: String) throws {
        self.path = path
        self.bytes = try FilePieces.whole(path, atMost: Self.maximumBytes)
    }

    /// What it seems to hold; DER does not say.
    var kind: Kind? {
        guard let text = self.text else { return nil }
        return Kind.allCases.first { text.contains("-----BEGIN \($0.rawValue)-----") }
    }

    /// The certificates, in order.
    func certificates() throws(TrustError) -> [Certificate] {
        guard let text = self.text else { return [try .reading(self.bytes)] }
        return try PEMFile.certificates(in: text)
    }

    /// The revocation lists, in order.
    func lists() throws(TrustError) -> [RevocationList] {
        guard let text = self.text else { return [try RevocationList(parsing: self.bytes)] }
        return try RevocationList.pemDocuments(in: text)
    }

    /// The request for a certificate.
    func request() throws(TrustError) -> SigningRequest {
        guard let text = self.text else { return try SigningRequest(parsing: self.bytes) }
        let all = try PEMFile.objects(in: text, kind: Kind.request.rawValue)
        guard all.count == 1 else { throw TrustError(.request) }
        return try SigningRequest(parsing: all[0])
    }

    /// The text, where it is PEM.
    private var text: String? {
        guard self.bytes.first != 0x30, let text = String(bytes: self.bytes, encoding: .utf8) else { return nil }
        return text
    }
}

extension TrustFile {
    /// Reads one value from a file; what is wrong is told with the name of the file.
    static func read<Value>(
        _ path: String,
        _ value: (TrustFile) throws(TrustError) -> Value
    ) throws -> Value {
        let file = try TrustFile(path)
        do throws(TrustError) {
            return try value(file)
        } catch {
            var problem = error.problem
            problem.items = [.init(code: problem.code, location: path, detail: problem.detail)]
            throw problem
        }
    }
}
