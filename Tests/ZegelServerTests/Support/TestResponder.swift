// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import X509
import ZegelCore
import ZegelTrust

/// A responder that knows the certificates of an installation.
final class TestResponder: Sendable {
    /// How it answers about one of them.
    enum Mood: Sendable {
        case good
        case revoked
        case silent
    }

    private let authority: TestAuthority
    private let delegate: IssuedCertificate
    private let certificates: [(name: String, serial: SerialNumber)]
    private let moods = Mutex<[String: Mood]>([:])
    private let time: @Sendable () -> Instant
    private let lifetime: Int64
    private let revoking = Mutex(false)

    /// Takes up the certificates in a folder.
    ///
    /// - Parameter lifetime: Seconds for which an answer counts.
    init(
        _ folder: URL,
        _ authority: TestAuthority,
        lifetime: Int64 = 3_600,
        time: @escaping @Sendable () -> Instant
    ) throws {
        self.authority = authority
        self.lifetime = lifetime
        self.time = time
        self.delegate = try authority.issuing.issueResponder(from: time().advanced(bySeconds: -300))
        self.certificates = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix("-client.pem") || $0.hasSuffix("-seal.pem") || $0.hasSuffix("-server.pem") }
            .compactMap { name in
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                let serial = try PEMFile.certificates(in: text).first.flatMap { SerialNumber($0.serialNumber) }
                return serial.map { (name, $0) }
            }
    }

    /// How it answers from now on about the certificate of a file.
    subscript(name: String) -> Mood {
        get { self.moods.withLock { $0[name] ?? .good } }
        set { self.moods.withLock { $0[name] = newValue } }
    }

    /// Whether it has said of one that it is revoked.
    var hasRevoked: Bool { self.revoking.withLock { $0 } }

    /// The number of the certificate of a file.
    func serial(_ name: String) -> SerialNumber? { self.certificates.first { $0.name == name }?.serial }

    /// Answers a question; it is found by the number that stands in it.
    func answer(_ question: [UInt8]) -> [UInt8] {
        let found = self.certificates.first { question.contains($0.serial.bytes) }
        guard let found, self[found.name] != .silent else { return StatusAnswerBuilder.refusal(6) }
        let now = self.time()
        var answer = StatusAnswerBuilder(
            found.serial,
            of: self.authority.issuing.certificate,
            by: self.delegate,
            at: now
        )
        answer.nextUpdate = now.advanced(bySeconds: self.lifetime)
        if self[found.name] == .revoked {
            answer.revocation = .init(found.serial, at: now)
            self.revoking.withLock { $0 = true }
        }
        return (try? answer.signed()) ?? []
    }
}
