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
            permits: reader.mappings("permit") { self.permit(&$0) },
            forbids: reader.mappings("forbid") { self.forbid(&$0) }
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
        return OnwardPolicy.Permit(
            from: self.vocabulary.selector("from", &reader, absent: .any),
            to: self.vocabulary.selector("to", &reader, absent: .any),
            kinds: self.vocabulary.names("kinds", self.vocabulary.kinds, "kind of this exchange", &reader),
            purposes: self.purposes(&reader),
            bases: self.vocabulary.names("bases", self.vocabulary.bases, "basis of this exchange", &reader),
            needsConsent: consent ?? true,
            reference: RuleReference(file: reader.file, line: reader.node.line, id: "onward/permit")
        )
    }

    private func purposes(_ reader: inout YAMLReader) -> OnwardPolicy.Purposes {
        guard let node = reader.value("purpose") else { return .any }
        switch node.scalar {
        case "same": return .same
        case "any": return .any
        case .some:
            reader.fault(node, "purpose must be same, any, or a list of purposes")
            return .same
        case nil: return .these(Set(reader.list("purpose", "a purpose", PolicyVocabulary.label)))
        }
    }

    /// Each barrier says one thing, so that no one has to guess how two of them join.
    private func forbid(_ reader: inout YAMLReader) -> OnwardPolicy.Forbid? {
        let reference = RuleReference(file: reader.file, line: reader.node.line, id: "onward/forbid")
        let mailboxes = self.vocabulary.mailboxes("to", &reader)
        let kinds = reader.list("organisations", "a kind of organisation", Organisation.Kind.init(rawValue:))
        let purposes = reader.list("purposes", "a purpose", PolicyVocabulary.label)
        guard [mailboxes.isEmpty, kinds.isEmpty, purposes.isEmpty].count(where: { !$0 }) == 1 else {
            reader.fault(reader.node, "a barrier has exactly one of to, organisations and purposes")
            return nil
        }
        if !mailboxes.isEmpty { return .init(barrier: .mailboxes(mailboxes), reference: reference) }
        if !kinds.isEmpty { return .init(barrier: .organisations(Set(kinds)), reference: reference) }
        return .init(barrier: .purposes(Set(purposes)), reference: reference)
    }
}
