// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelIdentity
import ZegelPolicy

extension ServerConfiguration {
    /// The keys of tokens.
    package struct Token: Sendable {
        /// The key that signs.
        package let key: String
        /// Files of keys that count and do not sign: the one before, or the one that comes next.
        package let accepts: [String]
        /// Seconds that a token lives.
        package let lifetime: Int64
        /// Other issuers.
        package let issuers: [Issuer]
        /// By whose keys the assertions of organisations are signed.
        package let assertions: [Keys]
    }

    /// A JWK Set of one or more organisations.
    package struct Keys: Sendable {
        /// The file, or what is fetched.
        package let jwks: ConfiguredFile
        /// The algorithms that count.
        package let algorithms: Set<TokenAlgorithm>
        /// Whose it is.
        package let organisations: [OIN]
    }

    /// An issuer of tokens besides this server.
    package struct Issuer: Sendable {
        /// `iss` of its tokens.
        package let name: String
        /// Its keys, and the organisations that it speaks for.
        package let keys: Keys
    }

    /// Reads `token`: `{ key, accepts, lifetime, issuers: [{ issuer, jwks, algorithms, organisations }], assertions: [{ jwks, … }] }`.
    static func token(_ reader: inout YAMLReader, _ path: (String) -> String, fetched: String) -> Token? {
        let key = reader.required("key", "a file", path)
        let accepts = reader.list("accepts", "a file", path)
        let lifetime = reader.optional("lifetime", "a time as 600s", Self.seconds) ?? 600
        let issuers = reader.mappings("issuers") { inner -> Issuer? in
            let name = inner.required("issuer", "https:// and a name") { $0.hasPrefix("https://") ? $0 : nil }
            guard let keys = Self.keys(&inner, path, fetched), let name else { return nil }
            return Issuer(name: name, keys: keys)
        }
        let assertions = reader.mappings("assertions") { Self.keys(&$0, path, fetched) }
        guard let key else { return nil }
        return Token(key: key, accepts: accepts, lifetime: lifetime, issuers: issuers, assertions: assertions)
    }

    private static func keys(_ reader: inout YAMLReader, _ path: (String) -> String, _ fetched: String) -> Keys? {
        let jwks = reader.required("jwks", "a file, or an address with https://") { text -> ConfiguredFile? in
            guard text.contains("://") else { return ConfiguredFile(path: path(text)) }
            // Nothing but TLS says whose keys these are.
            guard let address = FetchAddress(text), address.isPrivate else { return nil }
            return ConfiguredFile(address, in: fetched, kind: "jwks.json")
        }
        let known = TokenAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
        let algorithms = reader.list("algorithms", "one of \(known)", TokenAlgorithm.init(rawValue:))
        let organisations = reader.list("organisations", "an OIN of 20 digits") { OIN($0) }
        if organisations.isEmpty { reader.missing("organisations", "whose it is") }
        guard let jwks else { return nil }
        return Keys(
            jwks: jwks,
            algorithms: algorithms.isEmpty ? [.es256] : Set(algorithms),
            organisations: organisations
        )
    }
}
