// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Crypto
import Foundation
import NIOPosix
import TransparencyLog
import X509
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelTransport
import ZegelTrust

/// All that may change while the server runs, read from its files and judged: whole, or not at all.
///
/// The start makes one and so does every change, so that nothing comes into force by another way.
struct Installed: Sendable {
    let configuration: ServerConfiguration
    let credentials: ServerCredentials
    let trust: TrustSource
    let rules: InstalledRules
    let tokenKeys: TokenKeys
    let sealer: Sealer
    /// The certificate of the seal, with what it was judged by.
    let seal: TrustedCertificate
    /// With what partners' servers are called; `nil` where nothing is pushed.
    let relay: RelayCredentials?
    /// The key of the log; another one needs a restart.
    let log: NoteSigner
    /// The keys that are in use, each with its one job.
    let keys: [(job: String, key: Certificate.PublicKey)]
    /// The certificates whose end is watched.
    let certificates: [WatchedCertificate]
    /// What is not as it should be, and keeps nothing from running.
    let warnings: [String]

    /// Reads and judges.
    ///
    /// - Parameters:
    ///   - rules: The policy and the cases.
    ///   - last: What is in force.
    ///   - statuses: Asks responders about the server's own certificates.
    /// - Throws: ``Problem``, of which `items` names each fault.
    init(
        _ configuration: ServerConfiguration,
        _ rules: InstalledRules,
        after last: Installed? = nil,
        asking statuses: StatusFetcher,
        at moment: Instant
    ) async throws(Problem) {
        self.configuration = configuration
        var warnings: [String] = []
        self.trust = try Self.trust(configuration) { warnings.append($0) }
        self.rules = rules
        self.tokenKeys = try await TokenKeys(configuration.token) { warnings.append($0) }
        let trust = TrustEvaluator(
            source: self.trust,
            grace: configuration.grace,
            book: statuses.book,
            asker: statuses
        )
        self.credentials = try ServerCredentials(
            certificatePEM: Array(try TextFile.read(configuration.tls.certificate).utf8),
            keyPEM: Array(try TextFile.read(configuration.tls.key).utf8),
            terms: TLSTerms(
                profile: configuration.tlsProfile,
                authorities: configuration.sendsAuthorities ? self.trust.anchors : []
            )
        )
        try self.credentials.check()
        warnings += try await Self.judge(self.credentials, trust, moment)
        let seal = try await Self.seal(configuration.seal, trust, last, moment) { warnings.append($0) }
        self.sealer = Sealer(signer: seal.signer, server: seal.trusted.oin, logOrigin: configuration.log.origin)
        self.seal = seal.trusted
        self.log = try configuration.logSigner()
        self.relay = try await Self.relay(configuration, rules, of: seal.trusted.oin, trust, moment) {
            warnings.append($0)
        }
        self.keys =
            [
                ("tls", self.credentials.certificate.publicKey), ("seal", seal.trusted.certificate.publicKey),
                ("token", try Self.publicKey(configuration.token.key)), ("log", try Self.publicKey(self.log)),
            ] + (self.relay.map { [("relay", $0.key)] } ?? [])
        try Self.oneJobPerKey(self.keys)
        self.warnings = warnings
        self.certificates =
            [WatchedCertificate(self.credentials.certificate, job: "tls")]
            + [WatchedCertificate(seal.trusted.certificate, job: "seal")]
            + (self.relay.map { [WatchedCertificate($0.certificate, job: "relay")] } ?? [])
            + self.trust.anchors.map { WatchedCertificate($0, job: "anchor") }
            + self.trust.intermediates.map { WatchedCertificate($0, job: "intermediate") }
    }

    /// The number of this server, from its seal certificate.
    var server: OIN { self.seal.oin }

    // MARK: -

    /// Whom to trust, with the lists at hand.
    ///
    /// - Parameter warn: Told what was fetched and cannot be used any more, or was never fetched: it is as if there were no list.
    static func trust(_ configuration: ServerConfiguration, warn: (String) -> Void) throws(Problem) -> TrustSource {
        let anchors = try configuration.anchors.map { (anchors) throws(Problem) in
            AnchorFile(pem: try TextFile.read(anchors.path), terms: anchors.terms)
        }
        let files = configuration.lists.filter { $0.address == nil }.map(\.path)
        let lists = try files.map { (path) throws(Problem) in try TextFile.read(path) }
        var source: TrustSource
        do throws(Problem) {
            source = try TrustSource(files: anchors, crlsPEM: lists)
        } catch {
            var named = error
            let paths =
                configuration.anchors.enumerated().map { ("anchors[\($0.offset)]", $0.element.path) }
                + files.enumerated().map { ("crls[\($0.offset)]", $0.element) }
            named.items = error.items.map { item in
                let path = paths.first { $0.0 == item.location }?.1
                return .init(code: item.code, location: path ?? item.location, detail: item.detail)
            }
            throw named
        }
        for file in configuration.lists where file.address != nil {
            guard let text = try file.read() else {
                warn("\(file.name) was never fetched.")
                continue
            }
            do throws(TrustError) {
                for list in try RevocationList.pemDocuments(in: text) { try source.keep(list) }
            } catch {
                warn("\(file.name): \(error.detail)")
            }
        }
        return source
    }

    /// The server's own TLS certificate, judged as its clients will.
    ///
    /// They may know its authority from elsewhere: that it stands under no anchor of ours, or that no list speaks of it, is said and no more.
    private static func judge(
        _ credentials: ServerCredentials,
        _ trust: TrustEvaluator,
        _ moment: Instant
    ) async throws(Problem) -> [String] {
        let verdict = await trust.validate(
            leaf: credentials.certificate,
            intermediates: credentials.intermediates,
            profile: .server,
            at: moment
        )
        switch verdict {
        case .trusted: return []
        case .undecided(let error): return ["The TLS certificate: \(error.detail)"]
        case .refused(let error) where error.code == .untrusted: return ["The TLS certificate: \(error.detail)"]
        case .refused(let error):
            throw Problem(
                .configuration,
                "The TLS certificate cannot be used: \(error.detail)",
                items: [.init(code: error.code.rawValue, location: "tls", detail: error.detail)]
            )
        }
    }

    /// The server's own seal, judged like anyone's.
    ///
    /// - Parameters:
    ///   - last: What is in force. Where nothing can be had about the seal that is in use it stays, so that a list which is late keeps no other change,
    ///     and no revocation, from coming into force.
    ///   - warn: Told of that.
    private static func seal(
        _ pair: ServerConfiguration.KeyPair,
        _ trust: TrustEvaluator,
        _ last: Installed?,
        _ moment: Instant,
        warn: (String) -> Void
    ) async throws(Problem) -> (signer: CAdESSigner, trusted: TrustedCertificate) {
        let chain = try Self.chain(pair.certificate)
        guard let leaf = chain.first else { throw Problem(.configuration, "\(pair.certificate) holds no certificate.") }
        let others = Array(chain.dropFirst())
        let certificate: TrustedCertificate
        switch await trust.judge(leaf: leaf, intermediates: others, profile: .seal, at: moment) {
        case .trusted(let trusted): certificate = trusted
        case .undecided(let error):
            guard let known = last?.seal, known.certificate == leaf else { throw Self.sealFault(error) }
            warn("The seal certificate: \(error.detail)")
            certificate = known
        case .refused(let error): throw Self.sealFault(error)
        }
        let pem = try TextFile.read(pair.key)
        guard let key = try? SigningKey(pem: pem),
            let signer = try? CAdESSigner(certificate: leaf, intermediates: others, key: key)
        else { throw Problem(.configuration, "The seal key cannot be read, or is not the certificate's.") }
        return (signer, certificate)
    }

    /// With what partners' servers are called.
    private static func relay(
        _ configuration: ServerConfiguration,
        _ rules: InstalledRules,
        of server: OIN,
        _ trust: TrustEvaluator,
        _ moment: Instant,
        warn: (String) -> Void
    ) async throws(Problem) -> RelayCredentials? {
        guard let files = configuration.relay else {
            if !rules.inForce.engine.policy.organisations.servers.isEmpty {
                warn("The policy names servers of partners and zegel.yaml has no relay: nothing is pushed to them.")
            }
            return nil
        }
        return try await RelayCredentials(files, of: server, trust, at: moment, warn: warn)
    }

    private static func sealFault(_ error: TrustError) -> Problem {
        Problem(
            .configuration,
            "The seal certificate cannot be used: \(error.detail)",
            items: [.init(code: error.code.rawValue, location: "seal", detail: error.detail)]
        )
    }

    private static func chain(_ path: String) throws(Problem) -> [Certificate] {
        let text = try TextFile.read(path)
        do throws(TrustError) { return try PEMFile.certificates(in: text) } catch { throw error.problem }
    }

    /// A public key seen in two jobs is refused (DESIGN §5).
    private static func oneJobPerKey(_ keys: [(job: String, key: Certificate.PublicKey)]) throws(Problem) {
        for (index, one) in keys.enumerated() {
            guard let other = keys[..<index].first(where: { $0.key == one.key }) else { continue }
            throw Problem(
                .configuration,
                "The keys of \(other.job) and \(one.job) are the same; every key has one job."
            )
        }
    }

    private static func publicKey(_ path: String) throws(Problem) -> Certificate.PublicKey {
        guard let key = try? Certificate.PrivateKey(pemEncoded: TextFile.read(path)) else {
            throw Problem(.configuration, "The key for tokens cannot be read: it is PKCS#8 in PEM.")
        }
        return key.publicKey
    }

    private static func publicKey(_ signer: NoteSigner) throws(Problem) -> Certificate.PublicKey {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: signer.verifier.key) else {
            throw Problem(.configuration, "The key of the log is not one of Ed25519.")
        }
        return Certificate.PublicKey(key)
    }
}
