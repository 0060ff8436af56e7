// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelServer

/// Compares the refusals in `openapi.json` with the ones that the code can give.
@Suite("Every refusal in the code")
struct RefusalSourceTests {
    /// The files that a call runs through, beyond the common ones.
    private static let files: [Route: [String]] = [
        .issueToken: Self.forms + [
            "ZegelIdentity/Token/TokenService+issuing", "ZegelIdentity/Token/ClientAssertion",
        ],
        .introspectToken: Self.forms, .revokeToken: Self.forms + ["ZegelStore/Database/Committer"],
        .authorizationServer: [], .protectedResource: [], .keys: [], .openAPI: [],
        .submit: Self.submitting,
        .beginUpload: Self.uploading, .appendUpload: Self.uploading,
        .uploadOffset: Self.storing + ["ZegelExchange/ManageUpload", "ZegelStore/Uploads/ReadView+uploads"],
        .cancelUpload: Self.storing + ["ZegelExchange/ManageUpload", "ZegelStore/Uploads/ReadView+uploads"],
        .resubmit: Self.sending + [
            "ZegelServer/Harnesses/SubmitHarness", "ZegelExchange/ResubmitMessage", "ZegelExchange/ResubmittedBody",
            "ZegelExchange/BroughtMessage", "ZegelExchange/ResubmissionGround",
            "ZegelVerify/Receipt/Resubmission.swift",
            "ZegelExchange/ProvenTime", "ZegelExchange/EvidenceBound", "ZegelStore/Files/DiskSpace",
            "ZegelVerify/Container", "ZegelStore/Database/Transaction+messages",
        ],
        .relay: Self.sending + Self.stating + [
            "ZegelServer/Harnesses/SubmitHarness", "ZegelExchange/Relay", "ZegelExchange/ResubmittedBody",
            "ZegelExchange/BroughtMessage", "ZegelVerify/Receipt/Resubmission.swift", "ZegelVerify/Relay",
            "ZegelExchange/ProvenTime", "ZegelExchange/EvidenceBound", "ZegelStore/Files/DiskSpace",
            "ZegelVerify/Container", "ZegelStore/Database/Transaction+messages",
            "ZegelStore/Database/Transaction+relayed", "ZegelServer/Harnesses/RelayedHarness", "ZegelServer/HTTP/Query",
        ],
        .relayDay: Self.storing + [
            "ZegelServer/Harnesses/RelayDayHarness", "ZegelServer/HTTP/Query", "ZegelExchange/ReconcileServer",
            "ZegelStore/Reconciliation/ReadView+passages",
        ],
        .check: Self.sending + [
            "ZegelServer/Harnesses/CheckHarness", "ZegelServer/Harnesses/GatheredBody", "ZegelExchange/CheckMessage",
        ],
        .evaluate: Self.storing + [
            "ZegelServer/Harnesses/EvaluationHarness", "ZegelServer/Harnesses/GatheredBody",
            "ZegelExchange/EvaluateAccess", "ZegelExchange/SendingGround", "ZegelExchange/ExchangeContext+decisions",
            "ZegelCore/JSON", "ZegelPolicy/Decisions",
        ],
        .message: Self.reading,
        .container: Self.reading + ["ZegelServer/HTTP/ByteRange", "ZegelServer/Harnesses/MessageHarness"],
        .dossier: Self.reading,
        .mailbox: Self.storing + [
            "ZegelServer/Harnesses/MailboxHarness", "ZegelServer/HTTP/Query", "ZegelExchange/ListMailbox",
            "ZegelStore/Database/ListCursor",
        ],
        .events: Self.storing + [
            "ZegelServer/Harnesses/Event", "ZegelServer/HTTP/Query", "ZegelExchange/FollowMailbox",
            "ZegelStore/Database/ListCursor",
        ],
        .claim: Self.storing + [
            "ZegelServer/Harnesses/ClaimHarness", "ZegelServer/Harnesses/GatheredBody", "ZegelExchange/ClaimPost",
            "ZegelCore/JSON", "ZegelStore/Database/Transaction+claims",
        ],
        .due: Self.storing + ["ZegelServer/HTTP/Query", "ZegelExchange/ListDue"],
        .lists: Self.storing + ["ZegelServer/HTTP/Query", "ZegelExchange/ReadLists"],
        .reconcile: Self.storing + ["ZegelServer/HTTP/Query", "ZegelExchange/ReconcileMailbox"],
        .decisions: Self.storing + [
            "ZegelServer/Harnesses/DecisionHarness", "ZegelServer/HTTP/Query", "ZegelExchange/ReviewDecisions",
            "ZegelStore/Database/ListCursor", "ZegelPolicy/Decisions",
        ],
        .acknowledge: Self.stating, .refuse: Self.stating, .release: Self.stating, .dispose: Self.stating,
        .forward: Self.stating, .consent: Self.stating, .withdraw: Self.stating, .correct: Self.stating,
        .organisations: Self.token, .organisation: Self.token + ["ZegelExchange/ListOrganisations"],
        .logCheckpoint: Self.token, .logTile: Self.logging, .logTimestamp: Self.logging,
        .logProof: Self.logging + ["ZegelServer/Harnesses/GatheredBody", "ZegelCore/JSON"],
    ]

    private static let common = ["ZegelTransport/Stream", "ZegelTransport/Values"]
    private static let token = [
        "ZegelIdentity/Token/BearerToken", "ZegelIdentity/Token/CompactToken", "ZegelIdentity/Token/TokenService.swift",
    ]
    private static let forms = [
        "ZegelServer/Harnesses/TokenHarness", "ZegelServer/Harnesses/GatheredBody", "ZegelIdentity/Token/FormBody",
        "ZegelIdentity/Token/TokenService.swift", "ZegelIdentity/Token/TokenService+status",
    ]
    private static let storing =
        Self.token + [
            "ZegelStore/Database/Committer", "ZegelStore/Database/ReadView", "ZegelStore/Database/Rows",
            "ZegelStore/Log/LogTable", "ZegelStore/Log/ReadView",
        ]
    private static let logging = Self.storing + ["ZegelServer/Harnesses/LogHarness", "ZegelExchange/ReadLog"]
    private static let reading =
        Self.storing + [
            "ZegelExchange/ReadMessage", "ZegelExchange/Download", "ZegelExchange/ExchangeCall+erasure",
        ]
    private static let sending =
        Self.storing + [
            "ZegelExchange/AuthenticatedPeer+sender", "ZegelExchange/ExchangeContext", "ZegelCore/Header",
            "ZegelCore/JSON", "ZegelPolicy/Decisions",
        ]
    private static let submitting =
        Self.sending + [
            "ZegelServer/Harnesses/SubmitHarness", "ZegelExchange/SubmitMessage", "ZegelExchange/SubmittedBody",
            "ZegelExchange/StreamedContainer", "ZegelExchange/ProvenTime", "ZegelExchange/EvidenceBound",
            "ZegelStore/Files/DiskSpace", "ZegelVerify/Container", "ZegelStore/Database/Transaction+messages",
        ]
    private static let uploading =
        Self.submitting + [
            "ZegelServer/Uploads/UploadHarness", "ZegelExchange/ManageUpload", "ZegelExchange/ReceiveUpload",
            "ZegelExchange/FinishUpload", "ZegelExchange/UploadedPart", "ZegelStore/Uploads",
        ]
    private static let stating =
        Self.storing + [
            "ZegelServer/Harnesses/StatementHarness", "ZegelServer/Harnesses/GatheredBody",
            "ZegelExchange/MakeStatement", "ZegelExchange/ExchangeCall+erasure",
            "ZegelVerify/VerifiedStatement", "ZegelCore/Records/Statement.swift", "ZegelCore/JSON",
            "ZegelPolicy/Decisions",
            "ZegelStore/Database/Transaction+statements", "ZegelStore/Database/Transaction+effects",
            "ZegelStore/Database/Transaction+forwards",
        ]

    /// Codes that no answer carries: of connections, which are closed without one, of the start of a server, and of
    /// the tool; and the title of a group whose members have codes of their own.
    private static let neverAnswered: Set<String> = [
        "organisation.unknown", "certificate.test-oin", "configuration.invalid", "store.locked", "receipt.invalid",
        "receipt.sealer", "record.invalid", "certificate.revocation-unknown", "log.disagrees", "log.fork", "case.state",
        "outbox.state", "backup.missing", "backup.altered", "backup.damaged", "backup.failed",
        "restore.not-empty", "restore.log-not-new",
    ]

    private static let ofTokens: Set = ["token.missing", "token.expired", "token.other-certificate"]

    /// Codes in files that a call shares with others, and cannot give itself.
    private static let ofOthers: [Route: Set<String>] = [
        // The call takes no token, and only one of the three revokes.
        .issueToken: Self.ofTokens.union(["unauthorized_client"]),
        // A token in a form that is worth nothing is no refusal.
        .introspectToken: Self.ofTokens.union(["unauthorized_client", "rate.exceeded"]), .revokeToken: Self.ofTokens,
        // Only beginning one has a bound, and says how long it is.
        .appendUpload: ["upload.too-many"], .uploadOffset: ["upload.length", "request.too-large"],
        .cancelUpload: ["upload.length", "request.too-large"],
        // The header stands alone, in no container.
        .check: ["message.kenmerk-taken", "message.ended"], .evaluate: ["message.kenmerk-taken", "message.ended"],
        // What a message shows of its way is not looked at where its own sender brings it.
        .resubmit: ["relay.invalid"],
        // A server brings messages of others, and statements are made elsewhere.
        .relay: ["header.sender"],
        // Only who answers a message is told that it was withdrawn.
        .release: ["message.withdrawn"], .dispose: ["message.withdrawn"], .withdraw: ["message.withdrawn"],
        .correct: ["message.withdrawn"], .forward: ["message.withdrawn"], .consent: ["message.withdrawn"],
        // There is no cursor in a claim.
        .claim: ["request.cursor"], .due: ["request.cursor"], .lists: ["request.cursor"],
        .reconcile: ["request.cursor"], .relayDay: ["request.cursor"],
        // A tile has no body, and no cursor.
        .logTile: ["request.parameter", "request.cursor"], .logTimestamp: ["request.parameter", "request.cursor"],
        .logProof: ["request.cursor"],
    ]

    @Test("of the files that a call runs through is among its own", arguments: Route.allCases)
    func ownFiles(_ route: Route) throws {
        let files = try #require(Self.files[route])
        let known = Set(route.refusals.map(\.code)).union(Self.ofOthers[route] ?? [])
        for path in Self.common + files {
            let codes = try Self.codes(below: path)
            #expect(codes.subtracting(known) == [], "\(path)")
        }
    }

    @Test("is one that some call has, or that no answer carries")
    func allCodes() throws {
        let documented = Set(OpenAPI.codes)
        let used = try ["Core", "Identity", "Policy", "Seal", "Verify", "Store", "Transport", "Exchange", "Server"]
            .reduce(into: Set<String>()) { $0.formUnion(try Self.codes(below: "Zegel\($1)/")) }
        #expect(used.subtracting(documented).subtracting(Self.neverAnswered) == [])
        #expect(Set(ProblemCode.allCases.map(\.rawValue)).subtracting(documented) == Self.neverAnswered)
    }

    @Test("has one status and one title wherever it stands")
    func consistent() {
        let all = Route.allCases.flatMap(\.refusals) + Refusal.noCall
        #expect(Set(all).count == Set(all.map(\.code)).count)
        #expect(Set(OpenAPI.codes).count == OpenAPI.codes.count)
        for code in ProblemCode.allCases {
            for refusal in all where refusal.code == code.rawValue { #expect(refusal.status == code.status) }
        }
    }

    /// The codes of `Problem(.name` in the files whose path begins so.
    private static func codes(below path: String) throws -> Set<String> {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let names = Dictionary(uniqueKeysWithValues: ProblemCode.allCases.map { ("\($0)", $0.rawValue) })
        var codes: Set<String> = []
        var count = 0
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        where file.hasPrefix(path) && file.hasSuffix(".swift") {
            count += 1
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /Problem\(\s*\.(\w+)/) {
                if let code = names[String(match.1)] { codes.insert(code) }
            }
        }
        try #require(count > 0, "there is no file \(path)")
        return codes
    }
}
