// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A policy that was read without a fault: organisations, markings and exchanges.
package struct PolicySet: Sendable {
    /// The digest of its files.
    package let digest: ContentDigest
    /// The organisations.
    package let organisations: OrganisationDirectory
    /// The markings, by name.
    let markings: [String: Marking]
    /// The codes in `details` that say who may have a message, by name and value.
    let codes: [String: [String: HandlingCode]]
    /// The exchanges, by name.
    let exchanges: [String: ExchangePolicy]
    /// The legal bases that some exchange names; a forward may rest on one that its own does not.
    let bases: Set<String>

    init(
        digest: ContentDigest,
        organisations: OrganisationDirectory,
        markings: [String: Marking],
        codes: [String: [String: HandlingCode]],
        exchanges: [String: ExchangePolicy]
    ) {
        self.digest = digest
        self.organisations = organisations
        self.markings = markings
        self.codes = codes
        self.exchanges = exchanges
        self.bases = exchanges.values.reduce(into: []) { $0.formUnion($1.namedBases) }
    }
}

extension PolicySet {
    /// Reads a policy.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of every file, each with its place.
    package init(_ source: PolicySource) throws(YAMLFaults) {
        var reading = PolicyReading(source)
        let organisations = reading.organisations()
        let classifications = reading.classifications()
        let exchanges = reading.exchanges(organisations, classifications)
        reading.refuseOthers()
        guard reading.faults.isEmpty else { throw YAMLFaults(faults: reading.faults) }
        self.init(
            digest: source.digest,
            organisations: organisations,
            markings: classifications.markings,
            codes: classifications.codes,
            exchanges: exchanges
        )
    }
}
