// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Says who may come in: asked on every connection, also a resumed one, before HTTP/2 begins.
package protocol ConnectionGate: Sendable {
    /// Who is connected, as the layer above knows them.
    associatedtype Identity: Sendable

    /// Judges a chain; `nil` closes the connection.
    ///
    /// It runs off the event loops. The reason of a refusal is the gate's to log: over HTTP nothing can be said here.
    func admit(_ chain: PresentedChain) async -> Identity?

    /// The key under which connections are counted and requests are logged.
    func organisationKey(of identity: Identity) -> String
}
