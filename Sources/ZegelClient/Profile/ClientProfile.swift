// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
package import ZegelCore
package import ZegelTrust

/// Everything that a client needs to speak for one mailbox with one server: what `--as` picks (DESIGN §8).
///
/// It names files and reads none of them; each is read when it is needed.
package struct ClientProfile: Hashable, Sendable {
    /// Where the server is: `https://HOST[:PORT]`, without a path.
    package var url: String
    /// The mailbox that it speaks for, unless a call names another.
    package var mailbox: MailboxName
    /// The certificate with which it connects.
    package var client: KeyFiles
    /// The seal of the organisation, for messages, acknowledgements and refusals.
    package var seal: KeyFiles?
    /// A second person's certificate, for releases.
    package var release: KeyFiles?
    /// Files of the authorities that may vouch for the server's TLS certificate, PEM.
    package var serverAnchors: [String]
    /// Files of the authorities that may vouch for seals, PEM.
    package var sealAnchors: [String]
    /// Files of revocation lists, PEM; without them the revocation of a seal stays unknown.
    package var revocationLists: [String]
    /// Seconds after its `nextUpdate` for which a revocation list still counts.
    package var grace: Int64
    /// The servers that may seal; a receipt by any other is no receipt.
    package var sealers: Set<OIN>
    /// The file of the verifier key of the server's log, in the form of a signed note.
    package var logKey: String?
    /// The files of the keys of the logs that the server had before it was restored.
    package var earlierLogKeys: [String]
    /// The folder in which it remembers what each log showed last; it remembers nothing without one.
    package var state: String?

    /// Creates a profile.
    package init(
        url: String,
        mailbox: MailboxName,
        client: KeyFiles,
        seal: KeyFiles? = nil,
        release: KeyFiles? = nil,
        serverAnchors: [String],
        sealAnchors: [String],
        revocationLists: [String] = [],
        grace: Int64 = 86_400,
        sealers: Set<OIN>,
        logKey: String? = nil,
        earlierLogKeys: [String] = [],
        state: String? = nil
    ) {
        self.url = url
        self.mailbox = mailbox
        self.client = client
        self.seal = seal
        self.release = release
        self.serverAnchors = serverAnchors
        self.sealAnchors = sealAnchors
        self.revocationLists = revocationLists
        self.grace = grace
        self.sealers = sealers
        self.logKey = logKey
        self.earlierLogKeys = earlierLogKeys
        self.state = state
    }

    /// Where checkpoints are kept that contradict each other.
    package var evidence: String? { self.state.map { "\($0)/forks" } }

    /// Reads whom it trusts to vouch for seals.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid` or a `trust.…` code.
    package func sealTrust() throws(ClientError) -> TrustSource {
        let anchors = try Self.texts(self.sealAnchors)
        let lists = try Self.texts(self.revocationLists)
        do { return try TrustSource(anchorsPEM: anchors, crlsPEM: lists) } catch { throw ClientError(error) }
    }

    /// Reads the key of the log, where one is named.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    package func logVerifier() throws(ClientError) -> NoteVerifier? {
        guard let path = self.logKey else { return nil }
        return try Self.logVerifier(path)
    }

    /// Reads the keys of the logs that the server had before.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    package func earlierLogVerifiers() throws(ClientError) -> [NoteVerifier] {
        try self.earlierLogKeys.map { (path) throws(ClientError) in try Self.logVerifier(path) }
    }

    /// Reads the verifier key of a log from a file, in the form of a signed note.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    package static func logVerifier(_ path: String) throws(ClientError) -> NoteVerifier {
        let text = try KeyFiles.text(path)
        let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
        do { return try NoteVerifier(parsing: line) } catch {
            throw ClientError(Problem(.configuration, "\(path) holds no verifier key of a log: \(error)"))
        }
    }

    static func texts(_ paths: [String]) throws(ClientError) -> [String] {
        var texts: [String] = []
        for path in paths { texts.append(try KeyFiles.text(path)) }
        return texts
    }
}
