// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelIdentity

extension TokenKeys {
    /// Reads the files that the configuration names.
    ///
    /// - Parameter warn: Told what was fetched and cannot be used; until there is a better one those keys count for nothing.
    /// - Throws: `token.key` or `token.keys`, and `configuration.invalid` with the file that is at fault.
    init(_ configuration: ServerConfiguration.Token, warn: (String) -> Void) async throws(Problem) {
        var issuers: [OutsideIssuer] = []
        for issuer in configuration.issuers {
            issuers.append(
                OutsideIssuer(
                    name: issuer.name,
                    organisations: Set(issuer.keys.organisations),
                    keys: try await Self.keys(issuer.keys, warn)
                )
            )
        }
        var assertions: [OIN: KeySet] = [:]
        for keys in configuration.assertions {
            let set = try await Self.keys(keys, warn)
            for organisation in keys.organisations {
                guard assertions.updateValue(set, forKey: organisation) == nil else {
                    throw Problem(.configuration, "The keys of an organisation's assertions stand twice.")
                }
            }
        }
        let signing = try TextFile.read(configuration.key)
        let accepted = try configuration.accepts.map { (path) throws(Problem) in try TextFile.read(path) }
        do throws(Problem) {
            try await self.init(
                signingPEM: signing,
                acceptedPEM: accepted,
                issuers: issuers,
                assertions: assertions
            )
        } catch {
            throw Problem(.configuration, "token: \(error.detail)")
        }
    }

    private static func keys(
        _ keys: ServerConfiguration.Keys,
        _ warn: (String) -> Void
    ) async throws(Problem) -> KeySet {
        guard let text = try keys.jwks.read() else {
            warn("\(keys.jwks.name) was never fetched; no key of it counts.")
            return .empty
        }
        do throws(Problem) {
            return try await KeySet(parsing: Array(text.utf8), algorithms: keys.algorithms)
        } catch {
            guard keys.jwks.address == nil else {
                warn("\(keys.jwks.name): \(error.detail)")
                return .empty
            }
            throw Problem(.configuration, "\(keys.jwks.path): \(error.detail)")
        }
    }
}
