// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelIdentity

extension TokenKeys {
    /// Reads the files that the configuration names.
    ///
    /// - Throws: `token.key` or `token.keys`, and `configuration.invalid` with the file that is at fault.
    init(_ configuration: ServerConfiguration.Token) async throws(Problem) {
        var issuers: [OutsideIssuer] = []
        for issuer in configuration.issuers {
            issuers.append(
                OutsideIssuer(
                    name: issuer.name,
                    organisations: Set(issuer.keys.organisations),
                    keys: try await Self.keys(issuer.keys)
                )
            )
        }
        var assertions: [OIN: KeySet] = [:]
        for keys in configuration.assertions {
            let set = try await Self.keys(keys)
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

    private static func keys(_ keys: ServerConfiguration.Keys) async throws(Problem) -> KeySet {
        let text = try TextFile.read(keys.jwks)
        do throws(Problem) {
            return try await KeySet(parsing: Array(text.utf8), algorithms: keys.algorithms)
        } catch {
            throw Problem(.configuration, "\(keys.jwks): \(error.detail)")
        }
    }
}
