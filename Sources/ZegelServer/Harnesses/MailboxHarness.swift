// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTransport
import ZegelVerify

/// `GET /v1/mailboxes/{organisation}/{name}/messages`: a page of post; `…/due`: what has to be answered; `…/lists`: the versions of
/// lists; `…/reconciliation`: what was delivered on a day.
struct MailboxHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    /// Answers with a page, at once or when post comes.
    func page() {
        do {
            let limits = self.harness.context.limits
            let query = try Query(self.harness.head.query, known: ["after", "limit", "wait"])
            let limit = try query.number("limit", in: 1...limits.page, default: 100)
            let wait = try query.number("wait", in: 0...limits.wait, default: 0)
            let list = ListMailbox(self.harness.call(by: self.peer))
            let json = self.harness.json
            self.harness.answer(list(self.mailbox, after: query["after"], limit: limit, wait: wait)) { page in
                json([
                    "messages": .array(page.messages.map(MessageView.json(of:))),
                    "next": page.next.map { .string($0) } ?? .null,
                ])
            }
        } catch {
            self.harness.fail(error)
        }
    }

    /// Answers with what the mailbox is to answer and what it waits for; late is what is due by the server's clock.
    func due() {
        do {
            let limits = self.harness.context.limits
            let query = try Query(self.harness.head.query, known: ["limit"])
            let limit = try query.number("limit", in: 1...limits.page, default: 100)
            let (json, now) = (self.harness.json, self.harness.context.clock())
            let list = ListDue(self.harness.call(by: self.peer))
            self.harness.answer(list(self.mailbox, limit: limit)) { due in
                json([
                    "incoming": .array(due.incoming.map { MessageView.json(of: $0, at: now) }),
                    "outgoing": .array(due.outgoing.map { MessageView.json(of: $0, at: now) }),
                    "escalated": .array(due.escalated.map { MessageView.json(of: $0, at: now) }),
                    "reviews": .array(due.reviews.map { MessageView.json(of: $0, at: now) }),
                    "consents": .array(due.consents.map(MessageView.json(of:))),
                    "forwards": .array(due.forwards.map(MessageView.json(of:))),
                ])
            }
        } catch {
            self.harness.fail(error)
        }
    }

    /// Answers with the versions of lists that the mailbox publishes and has.
    func lists() {
        do {
            let query = try Query(self.harness.head.query, known: ["limit"])
            let limit = try query.number("limit", in: 1...self.harness.context.limits.page, default: 100)
            let (json, mailbox) = (self.harness.json, self.mailbox)
            let read = ReadLists(self.harness.call(by: self.peer))
            self.harness.answer(read(mailbox, limit: limit)) { lists in
                json([
                    "published": .array(lists.published.map { MessageView.json(of: $0) }),
                    "received": .array(lists.received.map { MessageView.json(of: $0, for: mailbox) }),
                ])
            }
        } catch {
            self.harness.fail(error)
        }
    }

    /// Answers with what was delivered to and from the mailbox on a day, signed.
    func reconciliation() {
        do {
            let query = try Query(self.harness.head.query, known: ["day"])
            let day = try query.day("day") ?? Amsterdam.day(of: self.harness.context.clock())
            let reconcile = ReconcileMailbox(self.harness.call(by: self.peer))
            let json = self.harness.json
            self.harness.answer(reconcile(self.mailbox, on: day)) { sealed in
                json([
                    "record": .string(Base64.encode(sealed.record)),
                    "signature": .string(Base64.encode(sealed.signature)),
                ])
            }
        } catch {
            self.harness.fail(error)
        }
    }

    private var mailbox: MailboxName? { self.harness.match.mailbox }
}
