// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

extension PolicyEngine {
    /// Decides whether a message may be handed in, or delivered: all reasons, in their order.
    func decide(
        sending header: MessageHeader,
        in exchange: ExchangePolicy,
        _ facts: Facts,
        isDelivery: Bool
    ) -> Decision {
        let recipients = header.to.map(\.address.mailbox)
        var reasons: Set<ReasonCode> = []
        let everyone = [header.from] + header.to.map(\.address)
        for party in everyone where !exchange.members.contains(party.mailbox) { reasons.insert(.notMember) }
        for party in everyone where self.policy.organisations.owner(of: party.mailbox)?.oin != party.oin {
            reasons.insert(.mailboxUnknown)
        }
        guard let kind = exchange.kinds[header.kind] else {
            return self.decision(reasons.union([.kindNotAllowed]), exchange, 1, releases: 1)
        }
        if !kind.from.contains(header.from.mailbox) { reasons.insert(.kindNotAllowed) }
        if !recipients.allSatisfy(kind.to.contains) || kind.hasOneAddressee && recipients.count != 1 {
            reasons.insert(.routeNotAllowed)
        }
        let use = self.use(of: header, in: kind, recipients, &reasons)
        self.classify(header, use, &reasons)
        if !Set(kind.markings).isSubset(of: header.markings) { reasons.insert(.markingRequired) }
        // What was matched when it was handed in stays matched: a delivery does not ask again.
        if !isDelivery { self.check(answer: header, kind, facts, &reasons) }
        self.check(details: header, kind, use, facts, &reasons)
        self.check(review: header, kind, facts, &reasons)
        if isDelivery, facts.release < kind.releases { reasons.insert(.releaseRequired) }
        return self.decision(reasons, exchange, use?.line ?? kind.line, releases: kind.releases)
    }

    private func decision(
        _ reasons: Set<ReasonCode>,
        _ exchange: ExchangePolicy,
        _ line: Int,
        releases: Int
    ) -> Decision {
        Decision(reasons: reasons.sorted(), rules: [.init(file: exchange.file, line: line)], releases: releases)
    }

    /// The use that the message cites; purpose and basis belong together, and to sender and addressees.
    private func use(
        of header: MessageHeader,
        in kind: ExchangePolicy.Kind,
        _ recipients: [MailboxName],
        _ reasons: inout Set<ReasonCode>
    ) -> ExchangePolicy.Use? {
        let forPurpose = kind.uses.filter {
            $0.purpose == header.purpose && $0.admits(from: header.from.mailbox, to: recipients)
        }
        // Where the route itself is wrong no purpose fits it; then only a purpose that the kind has nowhere counts as wrong.
        let isKnown = !reasons.contains(.routeNotAllowed) || !kind.uses.contains { $0.purpose == header.purpose }
        if forPurpose.isEmpty {
            if isKnown { reasons.insert(.purposeNotAllowed) }
            return nil
        }
        guard let use = forPurpose.first(where: { $0.basis == header.legalBasis }) else {
            reasons.insert(.basisNotAllowed)
            return forPurpose.first
        }
        return use
    }

    private func classify(_ header: MessageHeader, _ use: ExchangePolicy.Use?, _ reasons: inout Set<ReasonCode>) {
        if header.classification > min(use?.ceiling ?? self.ceiling, self.ceiling) { reasons.insert(.aboveCeiling) }
        for recipient in header.to {
            let clearance = self.policy.organisations.clearance(of: recipient.address.mailbox)
            if header.classification > clearance ?? .ongerubriceerd { reasons.insert(.aboveClearance) }
        }
    }

    /// A reply cites kenmerk and date of exactly that message which was delivered to the one who replies.
    private func check(
        answer header: MessageHeader,
        _ kind: ExchangePolicy.Kind,
        _ facts: Facts,
        _ reasons: inout Set<ReasonCode>
    ) {
        if kind.answers != nil, header.inReplyTo.isEmpty { reasons.insert(.replyRequired) }
        guard !header.inReplyTo.isEmpty else { return }
        let matched = facts.inReplyTo.compactMap { $0 }
        if matched.count != header.inReplyTo.count { reasons.insert(.replyUnmatched) }
        guard let wanted = kind.answers else { return }
        for answered in matched
        where answered.header.kind != wanted || !answered.deliveredTo.contains(header.from.mailbox)
            || answered.isWithdrawn
        {
            reasons.insert(.replyUnmatched)
        }
    }

    private func check(
        details header: MessageHeader,
        _ kind: ExchangePolicy.Kind,
        _ use: ExchangePolicy.Use?,
        _ facts: Facts,
        _ reasons: inout Set<ReasonCode>
    ) {
        let given = Dictionary(header.details.map { ($0.key, $0.value) }) { first, _ in first }
        for (key, value) in given {
            guard let type = kind.details[key] else {
                reasons.insert(.fieldForbidden)
                continue
            }
            if !type.takes(value) { reasons.insert(.fieldValue) }
        }
        for key in kind.required + (use?.required ?? []) where given[key] == nil { reasons.insert(.fieldRequired) }
        switch given["subjects"]?.integer {
        case 1: ()
        case .some: reasons.insert(.subjectsMoreThanOne)
        case nil: reasons.insert(.fieldRequired)
        }
        if let source = given["sourceIncluded"], source != .bool(false) { reasons.insert(.sourcePresent) }
        if let seen = given["underlyingSeen"]?.string.flatMap({ CalendarDate($0) }),
            seen > facts.asOf.date.advanced(byDays: 1)
        {
            reasons.insert(.fieldValue)
        }
    }

    private func check(
        review header: MessageHeader,
        _ kind: ExchangePolicy.Kind,
        _ facts: Facts,
        _ reasons: inout Set<ReasonCode>
    ) {
        let today = facts.asOf.date
        if let days = kind.review {
            guard let review = header.reviewBy else {
                reasons.insert(.termRequired)
                return
            }
            if review > today.advanced(byDays: days) { reasons.insert(.termTooLong) }
        }
        if let review = header.reviewBy, review < today { reasons.insert(.termLapsed) }
    }
}
