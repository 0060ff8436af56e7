// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Mutants that no row can notice, since they decide alike, each with the reason; they count neither as caught nor as not caught.
enum EquivalentMutants {
    static let reasons: [String: String] = [
        "exchanges/detentie-mar.yaml: kinds.overdracht.details.returnTo: required":
            "each permit looks at returnTo, so that the route is refused before",
        "exchanges/pi-nl.yaml: kinds.verstrekking.details.provided: without required":
            "what says nothing of what it provides is not within what was asked, so that the citation is refused before",
    ]
}
