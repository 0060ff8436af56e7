// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelExchange
import ZegelPolicy
import ZegelStore

/// Messages as JSON, in the shape that a caller may see.
enum MessageView {
    /// The media type of containers and dossiers.
    static let mediaType = "application/vnd.etsi.asic-e+zip"

    /// A message with its header and state: the originator sees all deliveries, an addressee its own.
    static func json(of seen: ReadMessage.Seen) -> JSONValue {
        let message = seen.message
        var members: [JSONValue.Member] = [.init("id", .string("\(message.id)"))]
        members += (message.header.json.members ?? []).filter { !["zegel", "nonce"].contains($0.key) }
        if let reference = seen.links.replacedBy { members.append(.init("replacedBy", self.json(of: reference))) }
        if !seen.links.replaces.isEmpty {
            members.append(.init("replaces", .array(seen.links.replaces.map(self.json(of:)))))
        }
        if !seen.forwards.isEmpty { members.append(.init("forwards", .array(seen.forwards.map(self.json(of:))))) }
        members += [
            .init("receivedAt", .string("\(message.receivedAt)")),
            .init("container", .string("\(message.containerDigest)")),
            .init("size", .integer(Int64(message.size))),
            .init("state", .string(message.state.rawValue)),
            .init(
                "deliveries",
                .array(
                    message.deliveries
                        .filter { seen.grant.view == .originator || $0.mailbox == seen.grant.asker }
                        .map(self.json)
                )
            ),
        ]
        if !seen.relays.isEmpty { members.append(.init("relays", .array(seen.relays.map(\.standing)))) }
        return .object(members)
    }

    /// One line of a mailbox.
    static func json(of line: MailboxLine) -> JSONValue {
        var members = self.common(line).members ?? []
        if let state = line.state { members.append(.init("state", .string(state.rawValue))) }
        if let number = line.number { members.append(.init("number", .integer(number))) }
        if let list = line.list { members.append(.init("list", list.json)) }
        if let notice = line.notice { members.append(.init("notice", .string(notice.rawValue))) }
        return .object(members)
    }

    private static func common(_ line: MailboxLine) -> JSONValue {
        [
            "id": .string("\(line.id)"), "kenmerk": .string("\(line.kenmerk)"), "date": .string("\(line.date)"),
            "exchange": .string(line.exchange), "kind": .string(line.kind),
            "from": ["oin": .string("\(line.from.oin)"), "mailbox": .string("\(line.from.mailbox)")],
            "classification": .string(line.classification.rawValue),
            "receivedAt": .string("\(line.receivedAt)"), "availableAt": .string("\(line.availableAt)"),
            "container": .string("\(line.containerDigest)"), "size": .integer(Int64(line.size)),
        ]
    }

    private static func json(of reference: Statement.Reference) -> JSONValue {
        ["kenmerk": .string("\(reference.kenmerk)"), "date": .string("\(reference.date)")]
    }

    /// A request that has not been answered.
    static func json(of request: OpenRequest, at moment: Instant) -> JSONValue {
        [
            "id": .string("\(request.id)"), "kenmerk": .string("\(request.kenmerk)"),
            "date": .string("\(request.date)"), "exchange": .string(request.exchange), "kind": .string(request.kind),
            "from": .string("\(request.from)"), "to": .string("\(request.to)"),
            "dueAt": .string("\(request.dueAt)"), "late": .bool(request.dueAt <= moment),
            "parts": .integer(Int64(request.parts)),
        ]
    }

    /// A message that lapses, or has lapsed, because it was not renewed.
    static func json(of review: OpenReview, at moment: Instant) -> JSONValue {
        [
            "id": .string("\(review.id)"), "kenmerk": .string("\(review.kenmerk)"), "date": .string("\(review.date)"),
            "exchange": .string(review.exchange), "kind": .string(review.kind),
            "endsAt": .string("\(review.endsAt)"), "lapsed": .bool(review.endsAt <= moment),
        ]
    }

    /// A forward that waits for a consent.
    static func json(of open: OpenForward) -> JSONValue {
        let header = open.message.header
        return [
            "id": .string("\(open.message.id)"), "kenmerk": .string("\(header.kenmerk)"),
            "date": .string("\(header.date)"), "exchange": .string(header.exchange), "kind": .string(header.kind),
            "originator": .string("\(header.from.mailbox)"), "forward": self.json(of: open.forward),
        ]
    }

    private static func json(of forward: StoredForward) -> JSONValue {
        let passage = forward.passage
        var members: [JSONValue.Member] = [
            .init("statement", .string("\(forward.statement)")), .init("mailbox", .string("\(forward.mailbox)")),
            .init(
                "to",
                .array(passage.to.map { ["oin": .string("\($0.oin)"), "mailbox": .string("\($0.mailbox)")] })
            ),
            .init("purpose", .string(passage.purpose)), .init("legalBasis", .string(passage.legalBasis)),
            .init("state", .string(forward.state.rawValue)), .init("receivedAt", .string("\(forward.receivedAt)")),
        ]
        if let moment = forward.settledAt { members.append(.init("settledAt", .string("\(moment)"))) }
        if !forward.reasons.isEmpty { members.append(.init("reasons", .array(forward.reasons.map { .string($0) }))) }
        if let reason = forward.reason { members.append(.init("reason", .string(reason))) }
        if !forward.relays.isEmpty { members.append(.init("relays", .array(forward.relays.map(\.standing)))) }
        return .object(members)
    }

    /// A version of a list, with the delivery of one mailbox or, for its publisher, all of them.
    static func json(of version: ListedVersion, for mailbox: MailboxName? = nil) -> JSONValue {
        let (message, header) = (version.message, version.message.header)
        var members: [JSONValue.Member] = [
            .init("id", .string("\(message.id)")), .init("kenmerk", .string("\(header.kenmerk)")),
            .init("date", .string("\(header.date)")), .init("exchange", .string(header.exchange)),
            .init("kind", .string(header.kind)), .init("publisher", .string("\(header.from.mailbox)")),
            .init("list", version.list.json), .init("standing", .string(version.standing.rawValue)),
            .init("receivedAt", .string("\(message.receivedAt)")),
            .init(
                "deliveries",
                .array(message.deliveries.filter { mailbox == nil || $0.mailbox == mailbox }.map(self.json))
            ),
        ]
        func add(_ name: String, _ detail: String) {
            guard let text = header.details.first(where: { $0.key == detail })?.value.string else { return }
            members.append(.init(name, .string(text)))
        }
        add("period", "period")
        add("asOf", "peildatum")
        return .object(members)
    }

    private static func json(of delivery: StoredDelivery) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("mailbox", .string("\(delivery.mailbox)")), .init("state", .string(delivery.state.rawValue)),
        ]
        if let number = delivery.number { members.append(.init("number", .integer(number))) }
        if let moment = delivery.availableAt { members.append(.init("availableAt", .string("\(moment)"))) }
        if let moment = delivery.collectedAt { members.append(.init("collectedAt", .string("\(moment)"))) }
        if let collector = delivery.collectedBy { members.append(.init("collectedBy", collector.json)) }
        if let moment = delivery.acknowledgedAt { members.append(.init("acknowledgedAt", .string("\(moment)"))) }
        if let mailbox = delivery.forwardedBy { members.append(.init("forwardedBy", .string("\(mailbox)"))) }
        if let moment = delivery.disposedAt { members.append(.init("disposedAt", .string("\(moment)"))) }
        return .object(members)
    }
}
