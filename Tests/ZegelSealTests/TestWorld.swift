// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

@testable import ZegelPolicy
@testable import ZegelSeal

/// Two organisations, a server and the authority over them, made once, and one message between them.
struct TestWorld: Sendable {
    static let shared = Result { try TestWorld() }

    /// When the message is sent and sealed: 2026-11-20T12:00:00Z.
    static let now = Instant(milliseconds: 1_795_176_000_000)
    static let day: Int64 = 86_400

    struct Party: Sendable {
        let oin: OIN
        let tls: Signer
        let seal: Signer
        let release: Signer
    }

    struct Signer: Sendable {
        let certificate: Certificate
        let cades: CAdESSigner
    }

    let authority: TestAuthority
    /// The list of the issuing authority that is in force at ``now``.
    let list: RevocationList
    let trust: TrustEvaluator
    let aivd: Party
    let om: Party
    let server: Party
    /// A server of partners.
    let partner: Party
    /// An authority for time-stamps.
    let tsa: TimestampSigner
    /// Its certificate.
    let tsaCertificate: Certificate
    /// A server of the same OIN under authorities that nobody trusts.
    let stranger: Party

    init() throws {
        let begin = Self.now.advanced(bySeconds: -20 * Self.day)
        let authority = try TestAuthority(at: begin)
        self.authority = authority
        self.list = try authority.issuing.list(after: authority.issuingList, at: Self.now, days: 30)
        self.trust = TrustEvaluator(
            source: try authority.source(lists: [authority.rootList, self.list]),
            grace: Self.day
        )
        self.aivd = try Self.party("aivd", "00000099000000001000", authority, begin)
        self.om = try Self.party("om", "00000099000000002000", authority, begin)
        self.server = try Self.party("zegel", "00000099000000099000", authority, begin)
        self.partner = try Self.party("partner", "00000099000000099002", authority, begin)
        var request = try LeafRequest(
            .tsa,
            organisation: "TSA",
            oin: Self.some(OIN("00000099000000077000")),
            from: begin
        )
        request.notAfter = begin.advanced(bySeconds: 4 * 365 * Self.day)
        let stamping = try authority.issuing.issue(request)
        self.tsaCertificate = stamping.certificate
        self.tsa = try TimestampSigner(
            certificate: stamping.certificate,
            intermediates: [authority.issuing.certificate],
            key: SigningKey(pem: stamping.keyPEM),
            policy: "1.2.3"
        )
        let other = try TestAuthority(at: begin, name: "Other")
        self.stranger = try Self.party("zegel", "00000099000000099000", other, begin)
    }

    var sealer: Sealer {
        Sealer(signer: self.server.seal.cades, server: self.server.oin, logOrigin: "zegel.example/trial")
    }

    static var id: MessageID {
        get throws { try Self.some(MessageID(String(repeating: "0123456789abcdef", count: 2))) }
    }

    static func some<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw TestFailure() }
        return value
    }

    static let documents: [(name: String, bytes: [UInt8])] = [
        ("documents/bericht.txt", Array("bericht van de dienst\n".utf8)),
        ("documents/bijlage één.txt", Array("bijlage bij het bericht\n".utf8)),
    ]

    /// A container as a sender's tool makes it.
    func container(
        signedBy signer: CAdESSigner? = nil,
        documents: [(name: String, bytes: [UInt8])] = Self.documents
    ) throws -> [UInt8] {
        let rows = documents.enumerated().map { index, document in
            #"{"name":"\#(document.name)","role":"\#(index == 0 ? "main" : "annex")","mediaType":"text/plain; charset=utf-8","#
                + #""size":\#(document.bytes.count),"sha256":"\#(ContentDigest(of: document.bytes))","encrypted":false}"#
        }
        let header = Array(
            """
            {"zegel":"1","kenmerk":"AIVD-2026-004711","date":"2026-11-20","exchange":"ambtsberichten",
             "kind":"ambtsbericht","from":{"oin":"\(self.aivd.oin)","mailbox":"aivd/ct"},
             "to":[{"oin":"\(self.om.oin)","mailbox":"om/lovj"}],
             "purpose":"opsporing-en-vervolging","legalBasis":"wiv2017-art66","classification":"ongerubriceerd",
             "nonce":"AAAAAAAAAAAAAAAAAAAAAA","documents":[\(rows.joined(separator: ","))]}
            """.utf8
        )
        let manifest = ASiCManifest(
            signatureURI: EntryPath.senderSignature,
            references: [
                .init(uri: EntryPath.header, mimeType: "application/json", digest: ContentDigest(of: header).bytes)
            ]
                + documents.map {
                    .init(
                        uri: $0.name,
                        mimeType: "text/plain; charset=utf-8",
                        digest: ContentDigest(of: $0.bytes).bytes
                    )
                }
        ).encoded()
        let signature = try (signer ?? self.aivd.seal.cades).sign(
            detached: manifest,
            at: Self.now.milliseconds / 1_000
        )
        var writer = ContainerWriter()
        var container: [UInt8] = []
        container += try writer.entry(name: EntryPath.header, content: header)
        container += try writer.entry(name: EntryPath.senderManifest, content: manifest)
        container += try writer.entry(name: EntryPath.senderSignature, content: signature)
        for document in documents { container += try writer.entry(name: document.name, content: document.bytes) }
        return container + writer.directory()
    }

    static func checked(_ container: [UInt8]) throws -> CheckedContainer {
        var intake = ContainerIntake()
        try intake.consume(container[...])
        return try intake.finish()
    }

    func verified(_ container: [UInt8]) async throws -> VerifiedContainer {
        let checked = try Self.checked(container)
        let signature = try checked.opening.signedBy()
        let verdict = await self.trust.judge(
            leaf: signature.signer,
            intermediates: signature.certificates,
            profile: .seal,
            at: Self.now
        )
        guard case .trusted(let trusted) = verdict else { throw TestFailure() }
        return try checked.verified(
            by: judgeSender(checked.opening, signature: signature, trusted: trusted, at: Self.now)
        )
    }

    /// A signed statement about a container that was sealed as ``id``.
    func statement(
        _ declaration: Statement.Declaration,
        about container: [UInt8],
        mailbox: String,
        by signer: CAdESSigner,
        server: OIN? = nil,
        message: MessageID? = nil,
        at moment: Instant = Self.now.advanced(bySeconds: 60)
    ) throws -> [UInt8] {
        let statement = Statement(
            declaration,
            server: server ?? self.server.oin,
            message: try message ?? Self.id,
            container: ContentDigest(of: container),
            mailbox: try Self.some(MailboxName(mailbox)),
            time: moment
        )
        return try signer.sign(attached: statement.encoded, at: moment.milliseconds / 1_000)
    }

    private static func party(
        _ name: String,
        _ number: String,
        _ authority: TestAuthority,
        _ begin: Instant
    ) throws -> Party {
        let oin = try Self.some(OIN(number))
        func signer(_ profile: CertificateProfile) throws -> Signer {
            let issued = try authority.issue(profile, organisation: name, oin: oin, from: begin)
            return Signer(
                certificate: issued.certificate,
                cades: try CAdESSigner(
                    certificate: issued.certificate,
                    intermediates: [authority.issuing.certificate],
                    key: SigningKey(pem: issued.keyPEM)
                )
            )
        }
        return Party(
            oin: oin,
            tls: try signer(name == "zegel" ? .server : .client),
            seal: try signer(.seal),
            release: try signer(.release)
        )
    }
}

/// What a helper throws where a test cannot be set up.
struct TestFailure: Error {}
