// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore
import ZegelTrust

/// The answers of responders in files, so that a start without network has them: an address, and the answer in PEM.
struct StatusFiles: Sendable {
    private static let kind = "OCSP RESPONSE"
    /// Answers that are read at a start at most, as many as the book has.
    private static let maximum = 4_096

    let folder: String

    /// Fills a book with what still holds, and removes all else.
    func read(into book: StatusBook, by trust: TrustSource, at moment: Instant) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: self.folder)) ?? []
        for name in names.sorted().prefix(Self.maximum) {
            let path = "\(self.folder)/\(name)"
            if !self.read(path, into: book, by: trust, at: moment) { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    private func read(_ path: String, into book: StatusBook, by trust: TrustSource, at moment: Instant) -> Bool {
        guard let text = try? TextFile.read(path), let line = text.firstIndex(of: "\n"),
            let address = FetchAddress(String(text[..<line])),
            let bytes = try? PEMFile.objects(in: text, kind: Self.kind).first,
            let answer = try? StatusAnswer(parsing: bytes)
        else { return false }
        return book.keep(answer, from: address.text, by: trust, at: moment)
    }

    /// Keeps an answer.
    ///
    /// - Throws: What the file system says.
    func keep(_ status: CertificateStatus, from address: String) throws {
        try TextFile.keep(
            "\(address)\n\(PEMFile.text(status.answer.der, kind: Self.kind))",
            at: self.path(status.subject)
        )
    }

    /// Removes what was kept about a certificate.
    func remove(_ subject: StatusSubject) { try? FileManager.default.removeItem(atPath: self.path(subject)) }

    private func path(_ subject: StatusSubject) -> String { "\(self.folder)/\(subject.fileName).ocsp.pem" }
}
