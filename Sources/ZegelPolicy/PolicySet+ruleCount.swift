// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension PolicySet {
    /// How many rules its exchanges have: permits, forbids, purposes, ceilings, releases, fields, citations, and those of passing on.
    ///
    /// One that stands for every kind of an exchange counts once.
    package var ruleCount: Int {
        self.exchanges.values.reduce(0) { sum, exchange in
            var places: Set<RuleReference> = []
            for kind in exchange.kinds.values {
                places.formUnion(kind.permits.map(\.reference) + kind.forbids.map(\.reference))
                places.formUnion(kind.purposes.values.joined().map(\.reference) + kind.ceilings.map(\.reference))
                places.formUnion(kind.releases.map(\.reference) + kind.fields.map(\.reference))
                places.formUnion(kind.citations.map(\.reference))
            }
            places.formUnion(exchange.onward.permits.map(\.reference) + exchange.onward.forbids.map(\.reference))
            return sum + places.count
        }
    }
}
