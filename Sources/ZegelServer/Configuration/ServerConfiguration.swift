// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelTransport

/// What `zegel.yaml` says (DESIGN §8); paths are absolute from here on.
package struct ServerConfiguration: Sendable {
    /// A certificate and its key.
    package struct KeyPair: Sendable {
        /// The certificate with its chain, PEM.
        package let certificate: String
        /// The key, PKCS#8 PEM.
        package let key: String
    }

    /// The log: what it is called, who signs it, and where the newest signature is kept.
    package struct Log: Sendable {
        /// The origin of the log, which is the name of its key.
        package let origin: String
        /// The file with the key, a C2SP signer key.
        package let key: String
        /// `checkpoint.anchor`, which stands outside the data folder and outside backups of it.
        package let anchor: String
        /// The partners that are asked to cosign.
        package let witnesses: [Witness]
        /// Seconds between two checkpoints that they are asked to cosign.
        package let cosign: Int64
        /// How it is padded; `nil` where it is not.
        package let padding: Padding?
    }

    /// Entries of the log that commit to nothing.
    package struct Padding: Hashable, Sendable {
        /// Seconds between two times at which some are appended.
        package let every: Int64
        /// How many are appended at a time at most.
        package let entries: Int
    }

    /// A partner that cosigns the checkpoints of the log.
    package struct Witness: Sendable {
        /// The file with its verifier key, a C2SP cosignature key.
        package let key: String
        /// Where it is asked.
        package let url: String
        /// Files of the authorities that may vouch for its TLS certificate; those of the system where there is none.
        package let anchors: [String]
    }

    /// An authority that stamps seals with the time (RFC 3161).
    package struct TimestampAuthority: Sendable {
        /// Where it is asked.
        package let url: String
        /// Files of those who vouch for it, PEM.
        package let trust: [String]
        /// The policy that its tokens have to be under; its own where left out.
        package let policy: String?
    }

    /// An address to listen on.
    package struct Endpoint: Sendable {
        /// The host or address.
        package let host: String
        /// The port; 0 picks a free one.
        package let port: Int

        /// Parses `host:port`, or returns `nil`.
        package init?(_ text: String) {
            guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
                return nil
            }
            self.host = String(text[..<colon]).trimmingBrackets
            self.port = Int(port)
            guard !self.host.isEmpty else { return nil }
        }

        /// What `--listen` says; `nil` where it says nothing.
        ///
        /// - Throws: `configuration.invalid`.
        static func option(_ text: String?) throws(Problem) -> Endpoint? {
            guard let text else { return nil }
            guard let endpoint = Endpoint(text) else { throw Problem(.configuration, "--listen takes HOST:PORT.") }
            return endpoint
        }
    }

    /// What is needed at the end of messages.
    package struct Retention: Hashable, Sendable {
        /// The file with what stops the clock; it need not be there.
        package let holds: String
        /// The folder in which the archive finds what is transferred to it; `nil` where there is none.
        package let archive: String?
        /// Days after which a backup is gone, and the keys in it with it.
        package let backupDays: Int
        /// The file that remembers outside the data folder, and outside backups, what was destroyed.
        package let journal: String
        /// The folder that remembers in the same way what was withdrawn.
        package let withdrawn: String
    }

    /// How what stands elsewhere is fetched.
    package struct Fetching: Hashable, Sendable {
        /// Seconds until the next time, at most, where the last went well.
        package let every: Int64
        /// A file of authorities for TLS to those servers; `nil` for those that the system trusts.
        package let roots: String?
    }

    /// Where it was read from.
    package let path: String
    /// The name of the server: issuer and audience of its tokens.
    package let name: String
    /// Where agencies connect.
    package let listen: Endpoint
    /// Where operators look; a loopback address.
    package let admin: Endpoint
    /// Whether this is a trial, which every answer says.
    package let isTrial: Bool
    /// The highest level that the installation is accredited for.
    package let ceiling: Classification
    /// The data folder.
    package let data: String
    /// The folder of the policies.
    package let policies: String
    /// The folder of the cases; it need not be there.
    package let cases: String
    /// The TLS certificate.
    package let tls: KeyPair
    /// Which versions and algorithms of TLS are spoken.
    package let tlsProfile: TLSTerms.Profile
    /// Whether clients are told the names of the anchors.
    package let sendsAuthorities: Bool
    /// Files of anchors, with what they are allowed.
    package let anchors: [Anchors]
    /// Revocation lists: files, and what is fetched.
    package let lists: [ConfiguredFile]
    /// Seconds that a list may be used after its `nextUpdate`.
    package let grace: Int64
    /// The seal certificate.
    package let seal: KeyPair
    /// The client certificate with which this server calls those of partners; `nil` where it pushes nothing.
    package let relay: KeyPair?
    /// The log.
    package let log: Log
    /// The authorities for time-stamps, the one that is asked first first; none where seals are not stamped.
    package let timestamps: [TimestampAuthority]
    /// Seconds that a seal may be without a time-stamp before nothing more is accepted; `nil` where it may for ever.
    package let timestampTolerance: Int64?
    /// Seconds between two checkpoints of the log that are stamped.
    package let timestampCheckpoints: Int64
    /// The keys of tokens, our own and those of others.
    package let token: Token
    /// How lists, keys and answers about certificates are fetched.
    package let fetching: Fetching
    /// The file with the storage key.
    package let storageKey: String
    /// What is needed at the end of messages.
    package let retention: Retention
    /// The bounds on what clients send, those that the operator set among them.
    package internal(set) var limits: Limits
}

extension String {
    /// The text without the brackets around an IPv6 address.
    fileprivate var trimmingBrackets: String {
        self.hasPrefix("[") && self.hasSuffix("]") ? String(self.dropFirst().dropLast()) : self
    }
}
