// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Logging
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// Takes each request in the order of DESIGN §7: the call, the token, its scope, the media type; then its harness.
struct Responder: RequestResponder {
    let context: ExchangeContext
    let tokens: TokenService
    let renderer: AnswerRenderer
    let logger: Logger
    let documents: PublishedDocuments
    let seats: EventSeats
    private let router = Router()

    init(
        context: ExchangeContext,
        tokens: TokenService,
        renderer: AnswerRenderer,
        logger: Logger,
        documents: PublishedDocuments
    ) {
        self.context = context
        self.tokens = tokens
        self.renderer = renderer
        self.logger = logger
        self.documents = documents
        self.seats = EventSeats(limits: context.limits)
    }

    func admit(_ identity: ConnectionIdentity) throws(Problem) { try self.context.requests.count(identity.oin) }

    func respond(
        to head: RequestHead,
        of identity: ConnectionIdentity,
        over stream: RequestStream
    ) -> any RequestBodyHandler {
        do {
            let match = try self.router.match(head.method.rawValue, head.path)
            stream.route = match.route.template
            let harness = Harness(
                context: self.context,
                renderer: self.renderer,
                logger: self.logger,
                head: head,
                match: match,
                stream: stream
            )
            guard !match.route.scopes.isEmpty else { return self.open(harness, identity) }
            return try self.authenticated(harness, identity)
        } catch {
            stream.answer(self.renderer.problem(error, id: head.requestID))
            return IgnoredBody()
        }
    }

    // MARK: - Without a token

    private func open(_ harness: Harness, _ identity: ConnectionIdentity) -> any RequestBodyHandler {
        switch harness.match.route {
        case .issueToken: return TokenHarness(harness: harness, tokens: self.tokens, identity: identity).issue()
        case .introspectToken:
            return TokenHarness(harness: harness, tokens: self.tokens, identity: identity).introspect()
        case .revokeToken: return TokenHarness(harness: harness, tokens: self.tokens, identity: identity).revoke()
        case .authorizationServer: harness.stream.answer(harness.json(self.tokens.authorizationServerMetadata))
        case .protectedResource:
            harness.stream.answer(harness.json(self.tokens.protectedResourceMetadata(for: identity.oin)))
        case .keys: harness.stream.answer(harness.json(self.tokens.jwks))
        default: harness.stream.answer(self.renderer.json(encoded: self.documents.openAPI, id: harness.head.requestID))
        }
        return IgnoredBody()
    }

    // MARK: - With a token

    private func authenticated(
        _ harness: Harness,
        _ identity: ConnectionIdentity
    ) throws(Problem) -> any RequestBodyHandler {
        let token = try BearerToken(
            authorization: harness.head.fields[values: .authorization],
            maximum: harness.context.limits.token
        )
        if let peer = try self.tokens.known(token, on: identity) {
            return try self.scoped(harness, peer)
        }
        // The first use of a token is verified off the event loop; what arrives meanwhile waits.
        let body = DeferredBody(harness)
        let tokens = self.tokens
        let future = harness.eventLoop.makeFutureWithTask { try await tokens.verify(token, on: identity) }
        future.assumeIsolated().whenComplete { result in
            do {
                body.proceed(with: try self.scoped(harness, try result.get()))
            } catch {
                body.proceed(with: IgnoredBody())
                harness.fail(error)
            }
        }
        return body
    }

    private func scoped(_ harness: Harness, _ peer: AuthenticatedPeer) throws(Problem) -> any RequestBodyHandler {
        let route = harness.match.route
        guard route.scopes.contains(where: { peer.may($0) }) else {
            let names = route.scopes.map(\.rawValue).joined(separator: " or ")
            throw Problem(.scopeMissing, "This call needs a token with \(names).")
        }
        if !route.mediaTypes.isEmpty, !route.mediaTypes.contains(harness.mediaType) {
            throw Problem(.mediaType, "Send \(route.mediaTypes.joined(separator: " or ")).")
        }
        return self.dispatch(harness, peer)
    }

    private func dispatch(_ harness: Harness, _ peer: AuthenticatedPeer) -> any RequestBodyHandler {
        switch harness.match.route {
        case .submit: return self.intake(harness, peer) { SubmitMessage($0) }
        case .beginUpload: return UploadHarness(harness: harness, peer: peer).begin()
        case .appendUpload: return UploadHarness(harness: harness, peer: peer).append()
        case .uploadOffset: UploadHarness(harness: harness, peer: peer).offset()
        case .cancelUpload: UploadHarness(harness: harness, peer: peer).cancel()
        case .resubmit: return self.intake(harness, peer, isBrought: true) { BroughtMessage.resubmitted($0) }
        case .relay where harness.mediaType == Route.statement:
            return StatementHarness(harness: harness, peer: peer).relayed()
        case .relay: return self.intake(harness, peer, isBrought: true) { BroughtMessage.relayed($0) }
        case .check: return CheckHarness(harness: harness, peer: peer).body()
        case .evaluate: return EvaluationHarness(harness: harness, peer: peer).body()
        case .acknowledge: return StatementHarness(harness: harness, peer: peer).body(.acknowledgement)
        case .refuse: return StatementHarness(harness: harness, peer: peer).body(.refusal)
        case .release: return StatementHarness(harness: harness, peer: peer).body(.release)
        case .dispose: return StatementHarness(harness: harness, peer: peer).body(.disposal)
        case .forward: return StatementHarness(harness: harness, peer: peer).body(.forward)
        case .consent: return StatementHarness(harness: harness, peer: peer).body(.consent)
        case .withdraw: return StatementHarness(harness: harness, peer: peer).body(.withdrawal)
        case .correct: return StatementHarness(harness: harness, peer: peer).body(.correction)
        case .message: MessageHarness(harness: harness, peer: peer).message()
        case .container: MessageHarness(harness: harness, peer: peer).container()
        case .dossier: MessageHarness(harness: harness, peer: peer).dossier()
        case .events:
            let events = EventHarness(harness, by: peer, self.tokens, self.seats)
            events.begin()
            return events
        case .claim: return ClaimHarness(harness: harness, peer: peer).body()
        case .due: MailboxHarness(harness: harness, peer: peer).due()
        case .lists: MailboxHarness(harness: harness, peer: peer).lists()
        case .reconcile: MailboxHarness(harness: harness, peer: peer).reconciliation()
        case .relayDay: RelayDayHarness(harness: harness, peer: peer).answer()
        case .mailbox: MailboxHarness(harness: harness, peer: peer).page()
        case .decisions: DecisionHarness(harness: harness, peer: peer).page()
        case .organisations: OrganisationHarness(harness: harness, peer: peer).all()
        case .organisation: OrganisationHarness(harness: harness, peer: peer).one()
        case .logCheckpoint: LogHarness(harness: harness).checkpoint()
        case .logTile: LogHarness(harness: harness).tile()
        case .logProof: return LogHarness(harness: harness).proof()
        case .logTimestamp: LogHarness(harness: harness).timestamp()
        case .issueToken, .introspectToken, .revokeToken, .authorizationServer, .protectedResource, .keys, .openAPI:
            harness.fail(Problem(.notFound))
        }
        return IgnoredBody()
    }

    /// A container that comes in, perhaps with what was sealed before behind it.
    private func intake(
        _ harness: Harness,
        _ peer: AuthenticatedPeer,
        isBrought: Bool = false,
        _ begin: (ExchangeCall) -> any MessageIntake<SubmitMessage.Outcome>
    ) -> any RequestBodyHandler {
        let limits = harness.context.limits
        let limit = limits.container + (isBrought ? limits.resubmission : 0)
        if let length = harness.head.contentLength, length > limit {
            harness.fail(Problem(.contentTooLarge, "A container may hold \(limits.container) bytes."))
            return IgnoredBody()
        }
        do { try harness.context.store.room.check(for: harness.head.contentLength ?? 0) } catch {
            harness.fail(error)
            return IgnoredBody()
        }
        let (renderer, id) = (self.renderer, harness.head.requestID)
        return SubmitHarness(harness, begin(harness.call(by: peer))) { renderer.receipt($0, id: id) }
    }
}
