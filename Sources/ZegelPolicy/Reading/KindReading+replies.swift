// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

extension KindReading {
    /// Whom the exchange has hear of a request that was not answered in time.
    func escalation(_ reader: inout YAMLReader) -> EscalationRule? {
        reader.mapping("escalation") { inner in
            let to = self.vocabulary.mailboxes("to", &inner).sorted()
            if to.isEmpty { inner.missing("to", "the mailboxes that hear of it") }
            return inner.required("after", "a time as 4 hours", { Span($0) }).map { EscalationRule(after: $0, to: to) }
        }
    }

    /// How an answer of the kind says that it is a part; the keys are declared, with the types that they need.
    func partial(_ details: [String: DetailRule], _ reader: inout YAMLReader) -> PartialRule? {
        reader.mapping("partial") { inner -> PartialRule? in
            guard let stated = inner.required("stated", "a key of details", PolicyVocabulary.key),
                let provides = inner.required("provides", "a key of details", PolicyVocabulary.key),
                let of = inner.required("of", "a key of the details of what is answered", PolicyVocabulary.key)
            else { return nil }
            if details[stated]?.valueType != .flag {
                inner.fault(inner.node, "\(stated) is no boolean of \(self.name)")
            }
            if details[provides]?.valueType != .set { inner.fault(inner.node, "\(provides) is no set of \(self.name)") }
            let asked = self.vocabulary.details.values.contains { $0[of]?.valueType == .set }
            if !asked { inner.fault(inner.node, "\(of) is a set of no kind of this exchange") }
            return PartialRule(stated: stated, provides: provides, of: of)
        }
    }
}
