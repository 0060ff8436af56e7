// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore

extension Installed {
    /// Refuses what differs in what a running server cannot change.
    ///
    /// - Throws: `configuration.invalid` that says what.
    func refuseRestart(for next: Installed) throws(Problem) {
        guard next.server == self.server else {
            throw Problem(.configuration, "The seal is of another organisation; that needs a restart.")
        }
        guard next.log.verifier == self.log.verifier else {
            throw Problem(.configuration, "The key of the log is another one; that needs a restart.")
        }
    }
}

extension ServerConfiguration {
    /// Every file and folder that is read anew when it changes.
    var files: [String] {
        [
            self.path, self.policies, self.cases, self.tls.certificate, self.tls.key, self.seal.certificate,
            self.seal.key,
        ]
            + self.anchors.map(\.path) + self.lists.map(\.path) + [self.log.key, self.token.key] + self.token.accepts
            + (self.relay.map { [$0.certificate, $0.key] } ?? [])
            + self.token.issuers.map(\.keys.jwks.path) + self.token.assertions.map(\.jwks.path)
    }

    /// Refuses a configuration that differs in what a running server cannot change.
    ///
    /// - Throws: `configuration.invalid` with the keys.
    func refuseRestart(for other: ServerConfiguration) throws(Problem) {
        let changed = zip(self.fixed, other.fixed).filter { $0.1 != $1.1 }.map(\.0.0)
        guard changed.isEmpty else {
            throw Problem(.configuration, "These need a restart: \(changed.joined(separator: ", ")).")
        }
    }

    private var fixed: [(String, String)] {
        [
            ("name", self.name), ("listen", "\(self.listen.host):\(self.listen.port)"),
            ("admin", "\(self.admin.host):\(self.admin.port)"), ("trial", "\(self.isTrial)"),
            ("ceiling", self.ceiling.rawValue), ("data", self.data), ("trust.grace", "\(self.grace)"),
            ("log.key", self.log.key), ("log.origin", self.log.origin), ("log.anchor", self.log.anchor),
            ("log.witnesses", "\(self.log.witnesses)"), ("log.cosign", "\(self.log.cosign)"),
            ("log.padding", "\(self.log.padding?.every ?? 0) \(self.log.padding?.entries ?? 0)"),
            ("timestamps", "\(self.timestamps) \(self.timestampTolerance ?? 0) \(self.timestampCheckpoints)"),
            ("token.lifetime", "\(self.token.lifetime)"),
            ("storage.key", self.storageKey), ("retention", "\(self.retention)"),
            ("fetch.roots", self.fetching.roots ?? ""),
            ("fetch.every", "\(self.fetching.every)"), ("limits", "\(self.limits)"),
        ]
    }
}
