// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads what an exchange says about forwarding.
struct OnwardReading {
    private let vocabulary: PolicyVocabulary

    init(_ vocabulary: PolicyVocabulary) { self.vocabulary = vocabulary }

    func policy(_ reader: inout YAMLReader) -> OnwardPolicy {
        OnwardPolicy(
            permits: reader.mappings("permits") { self.permit(&$0) },
            forbids: reader.mappings("forbids") { self.forbid(&$0) }
        )
    }

    private func permit(_ reader: inout YAMLReader) -> OnwardPolicy.Permit? {
        guard reader.value("from") != nil, reader.value("to") != nil else {
            reader.fault(reader.node, "leave to forward has from and to")
            return nil
        }
        let consent = reader.required("consent", "needed or not-needed") { text -> Bool? in
            ["needed": true, "not-needed": false][text]
        }
        let kinds = self.kinds(&reader)
        return OnwardPolicy.Permit(
            from: self.vocabulary.selector("from", &reader, absent: .any),
            to: self.vocabulary.selector("to", &reader, absent: .any),
            kinds: kinds,
            purposes: self.purposes(&reader),
            bases: self.vocabulary.names("bases", self.vocabulary.bases, "basis of this exchange", &reader),
            needsConsent: consent ?? true,
            staysInCase: reader.optional("case", "same") { $0 == "same" ? true : nil } ?? false,
            when: self.conditions(kinds).condition("when", &reader),
            reference: RuleReference(file: reader.file, line: reader.node.line, id: "onward/permits")
        )
    }

    private func kinds(_ reader: inout YAMLReader) -> Set<String>? {
        self.vocabulary.names("kinds", self.vocabulary.kinds, "kind of this exchange", &reader)
    }

    /// Conditions look at the forward, and at the original under `original`.
    private func conditions(_ kinds: Set<String>?) -> ConditionReading {
        let all = (kinds ?? self.vocabulary.kinds).map { self.vocabulary.details[$0] ?? [:] }
        let common = all.first?.filter { key, rule in all.allSatisfy { $0[key]?.valueType == rule.valueType } }
        return ConditionReading(vocabulary: self.vocabulary, original: common ?? [:], hasOwnPurposes: false)
    }

    private func purposes(_ reader: inout YAMLReader) -> OnwardPolicy.Purposes {
        guard let node = reader.value("purpose") else {
            reader.missing("purpose", "same, any, or a list of purposes")
            return .same
        }
        switch node.scalar {
        case "same": return .same
        case "any": return .any
        case .some:
            reader.fault(node, "purpose must be same, any, or a list of purposes")
            return .same
        case nil: return .these(Set(reader.list("purpose", "a purpose", PolicyVocabulary.label)))
        }
    }

    /// A barrier stands where all that it names is so.
    private func forbid(_ reader: inout YAMLReader) -> OnwardPolicy.Forbid? {
        _ = reader.optional("why", "a text") { $0.isEmpty ? nil : $0 }
        let kinds = self.kinds(&reader)
        let hasPurposes = reader.value("purposes") != nil
        let purposes = reader.list("purposes", "a purpose", PolicyVocabulary.label)
        if ["to", "kinds", "purposes", "when"].allSatisfy({ reader.value($0) == nil }) {
            reader.fault(reader.node, "a barrier has at least one of to, kinds, purposes and when")
        }
        return OnwardPolicy.Forbid(
            to: self.vocabulary.selector("to", &reader),
            kinds: kinds,
            purposes: hasPurposes ? Set(purposes) : nil,
            when: self.conditions(kinds).condition("when", &reader),
            reference: RuleReference(file: reader.file, line: reader.node.line, id: "onward/forbids")
        )
    }
}
