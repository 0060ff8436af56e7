// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
package import ZegelPolicy
import ZegelStore

/// Says whether something would be allowed, without doing it (AuthZEN Authorization API 1.0).
///
/// An organisation asks about itself, an auditor about anyone in the exchanges that it audits. What cannot be looked at is decided as
/// what is not there: the same reads, the same record, the same answer.
package struct EvaluateAccess {
    /// What is asked.
    package struct Request: Sendable {
        /// Of whom.
        package let subject: OIN
        /// To do what: send, forward, read, audit or list.
        package let action: Action
        /// The message that is looked at or passed on, or the mailbox that is listed.
        package let resource: String
        /// The header of the message or of the forward; an empty one where there is none.
        package let header: HeaderView

        /// Puts a question.
        package init(subject: OIN, action: Action, resource: String, header: HeaderView) {
            self.subject = subject
            self.action = action
            self.resource = resource
            self.header = header
        }
    }

    /// The actions that can be asked about.
    package static let actions: [Action] = [.send, .forward, .read, .audit, .list]

    private let call: ExchangeCall

    /// Prepares to answer a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// Decides, and makes the record of that durable.
    ///
    /// - Returns: A future that fails with `policy.denied` for who may not ask about the subject, and with `rate.exceeded`.
    package func callAsFunction(_ request: Request) -> EventLoopFuture<EvaluatedAccess> {
        let (context, peer, loop, trace) = (self.call.context, self.call.peer, self.call.eventLoop, self.call.trace)
        let engine = context.policy.engine
        let refusal = engine.refusal(
            peer,
            toEvaluate: request.subject,
            in: request.header.exchange,
            at: context.clock(),
            trace: trace
        )
        if let refusal { return context.refuse(refusal, on: loop) }
        return self.question(request, engine).flatMap { engine, question in
            // The search for changes decides some hundred times: not on the thread that serves connections.
            context.store.perform(on: loop) {
                let listed = request.action == .list ? question.facts.asker : nil
                return engine.evaluate(question, of: request.subject, by: peer, listing: listed, trace: trace)
            }
        }
        .flatMap { answer in context.count(answer.record, on: loop).map { answer } }
    }

    /// The question with the facts that a real attempt would be decided on.
    private func question(
        _ request: Request,
        _ engine: PolicyEngine
    ) -> EventLoopFuture<(PolicyEngine, Question)> {
        let (context, loop) = (self.call.context, self.call.eventLoop)
        let now = context.clock()
        switch request.action {
        case .send:
            return context.ground(of: request.header, citing: self.audited(request), on: loop).map { ground in
                (ground.rules.engine, Question(.send, request.header, ground.facts))
            }
        case .list:
            let mailbox = MailboxName(request.resource)
            var header = HeaderView([])
            header =
                mailbox.map { HeaderView(["from": HeaderView.json(MailboxAddress(oin: request.subject, mailbox: $0))]) }
                ?? header
            return loop.makeSucceededFuture((engine, Question(.list, header, Facts(asOf: now, asker: mailbox))))
        case .forward: return self.forwarding(request, now)
        default: return self.message(request, engine) { found, _ in (engine, self.looking(request, found, now)) }
        }
    }

    /// For an auditor who asks about another: the exchanges whose messages it may look at.
    private func audited(_ request: Request) -> [String]? {
        guard request.subject != self.call.peer.oin else { return nil }
        return self.call.context.policy.engine.exchanges(auditedBy: self.call.peer.mailboxes(for: .audit))
    }

    private func forwarding(_ request: Request, _ now: Instant) -> EventLoopFuture<(PolicyEngine, Question)> {
        let rules = self.call.context.policy.rules
        let header = request.header
        let passage = Statement.Passage(
            to: header.to,
            purpose: header.purpose ?? "",
            legalBasis: header.legalBasis ?? ""
        )
        return self.message(request, rules.engine) { found, view in
            let ground = try found.map {
                try ForwardGround($0, passage, by: header.from?.mailbox, in: view, rules, at: now)
            }
            return (rules.engine, Question(.forward, header, ground?.facts ?? Facts(asOf: now)))
        }
    }

    /// What follows from the message as the subject may see it; an auditor who asks about another sees what it audits.
    private func message<Answer: Sendable>(
        _ request: Request,
        _ engine: PolicyEngine,
        _ answer: @escaping @Sendable (StoredMessage?, borrowing ReadView) throws -> Answer
    ) -> EventLoopFuture<Answer> {
        let mailboxes = engine.policy.organisations[request.subject]?.mailboxes.map(\.name) ?? []
        let ofAuditor = request.action == .audit ? engine.exchanges(auditedBy: mailboxes) : nil
        let (id, exchanges) = (MessageID(request.resource), self.audited(request))
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            guard let id else { return try answer(nil, view) }
            let found = try ofAuditor.map { try view.message(id, in: $0) } ?? view.message(id, visibleTo: mailboxes)
            return try answer(found.flatMap { exchanges?.contains($0.header.exchange) ?? true ? $0 : nil }, view)
        }
    }

    private func looking(_ request: Request, _ found: StoredMessage?, _ now: Instant) -> Question {
        guard let found else { return Question(request.action, HeaderView([]), Facts(asOf: now, release: 0)) }
        let engine = self.call.context.policy.engine
        let mailboxes = engine.policy.organisations[request.subject]?.mailboxes.map(\.name) ?? []
        let addressed = ([found.header.from] + found.header.to.map(\.address)).map(\.mailbox)
        let parties = addressed + found.forwardedTo.filter { !addressed.contains($0) }
        let asker =
            request.action == .audit
            ? mailboxes.first { engine.exchanges(auditedBy: [$0]).contains(found.header.exchange) }
            : parties.first(where: mailboxes.contains)
        let byForward = asker.map { request.action == .read && found.forwardedTo.contains($0) } ?? false
        let facts = Facts(asOf: now, asker: asker, byForward: byForward, release: found.releasedBy)
        return Question(request.action, HeaderView(found.header), facts)
    }
}
