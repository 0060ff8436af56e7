// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelTransport

/// `GET /v1/organisations`: whom the caller shares an exchange with.
struct OrganisationHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    private var list: ListOrganisations { ListOrganisations(self.harness.call(by: self.peer)) }

    /// All of them.
    func all() {
        self.harness.stream.answer(
            self.harness.json(["organisations": .array(self.list.all().map(Self.json))])
        )
    }

    /// One of them.
    func one() {
        do {
            let organisation = try self.list.one(self.harness.match.parameters.first ?? "")
            self.harness.stream.answer(self.harness.json(Self.json(organisation)))
        } catch {
            self.harness.fail(error)
        }
    }

    private static func json(_ organisation: Organisation) -> JSONValue {
        [
            "short": .string(organisation.short), "oin": .string("\(organisation.oin)"),
            "name": .string(organisation.name), "kind": .string(organisation.kind.rawValue),
            "region": .string(organisation.region.rawValue),
            "mailboxes": .array(
                organisation.mailboxes.map {
                    ["name": .string("\($0.name)"), "clearance": .string($0.clearance.rawValue)]
                }
            ),
        ]
    }
}
