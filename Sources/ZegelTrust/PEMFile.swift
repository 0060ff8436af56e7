// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import SwiftASN1
package import X509

/// PEM text (RFC 7468) with several objects of one kind, as certificate and list files hold them.
package enum PEMFile {
    /// The DER of each object, in order; text between the objects is skipped, as openssl does.
    ///
    /// - Throws: ``TrustError`` with `trust.syntax` where an object is broken off, of another kind, or absent.
    package static func objects(in text: String, kind: String) throws(TrustError) -> [[UInt8]] {
        guard let documents = try? PEMDocument.parseMultiple(pemString: text), !documents.isEmpty,
            documents.allSatisfy({ $0.discriminator == kind }),
            // The reader stops in silence at a marker that no line break follows.
            documents.count == text.components(separatedBy: "-----BEGIN ").count - 1
        else { throw TrustError(.fileSyntax) }
        return documents.map(\.derBytes)
    }

    /// The certificates of a file, in order.
    ///
    /// - Throws: ``TrustError`` with `trust.syntax`, or as ``X509/Certificate/reading(_:)``.
    package static func certificates(in text: String) throws(TrustError) -> [Certificate] {
        var certificates: [Certificate] = []
        for der in try self.objects(in: text, kind: "CERTIFICATE") { certificates.append(try .reading(der)) }
        return certificates
    }

    /// Writes one object, lines of 64 characters, with a line break at the end.
    package static func text(_ der: [UInt8], kind: String) -> String {
        let base64 = Data(der).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN \(kind)-----\n\(base64)\n-----END \(kind)-----\n"
    }
}

extension Certificate {
    /// The exact bytes of the certificate.
    ///
    /// The library keeps the parts as they were read and only adds the outer header, which DER allows in one form.
    package var derBytes: [UInt8] {
        var serializer = DER.Serializer()
        // Serialising copies bytes that were parsed before; it has no way to fail.
        guard (try? serializer.serialize(self)) != nil else { return [] }
        return serializer.serializedBytes
    }

    /// The certificate as PEM.
    package var pemText: String { PEMFile.text(self.derBytes, kind: "CERTIFICATE") }
}
