// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("The engine")
struct EngineTests {
    @Test("Gives the same answer to the same question, also in an engine made anew, and to what it writes of it")
    func deterministic() throws {
        let (one, other) = (try TestPolicy.engine(), try TestPolicy.engine())
        for row in try TestPolicy.rows() {
            let decision = one.decide(row.question)
            #expect(one.decide(row.question) == decision)
            #expect(other.decide(row.question) == decision)
            let header = HeaderView(.object(row.question.header.members))
            #expect(header == row.question.header, "\(row)")
            let facts = try #require(Facts(.object(row.facts.members)))
            #expect(facts == row.facts, "\(row)")
            #expect(other.decide(Question(row.action, header, facts)) == decision)
        }
    }

    /// What is left out or spoiled, one at a time.
    private static func paths(_ json: JSONValue, _ prefix: [String] = []) -> [[String]] {
        (json.members ?? []).flatMap { [prefix + [$0.key]] + Self.paths($0.value, prefix + [$0.key]) }
    }

    @Test(
        "Leaving out a field, emptying or mistyping it never turns a refusal into leave, unless it was what is forbidden"
    )
    func leavingOut() throws {
        let engine = try TestPolicy.engine()
        var tried = 0
        for row in try TestPolicy.rows() where row.expected != nil {
            let denied = engine.decide(row.question)
            for path in Self.paths(row.header) {
                for value in Self.spoils(row, at: path, in: engine) {
                    tried += 1
                    let header = HeaderView(row.header.setting(path[...], to: value))
                    let decision = engine.decide(Question(row.action, header, row.facts))
                    let isLeftOut = value == nil || path == ["inReplyTo"] && value == []
                    let isMeant = isLeftOut && row.mends.contains(path.joined(separator: "."))
                    let isRemedy = isMeant || Self.isRemedy(path, value, for: denied)
                    #expect(!decision.isAllowed || isRemedy, "\(row) without \(path): \(denied.reasons)")
                }
            }
        }
        #expect(tried > 5_000)
    }

    /// Nothing, or something else in its place; a boolean is nothing else where the kind declares one.
    private static func spoils(_ row: PolicyTable.Row, at path: [String], in engine: PolicyEngine) -> [JSONValue?] {
        let kind = engine.policy.exchanges[row.header["exchange"]?.string ?? ""]?.kinds[
            row.header["kind"]?.string ?? ""
        ]
        var (rules, rule) = (kind?.details ?? [:], DetailRule?.none)
        for key in path.dropFirst() where path[0] == "details" {
            rule = rules[key]
            if case .group(let inner) = rule?.type { rules = inner } else { rules = [:] }
        }
        let isBoolean = rule?.valueType == .flag
        return [nil, .null, "", [], .object([]), .integer(-1)] + (isBoolean ? [] : [.bool(true)])
    }

    /// Where the field itself was all that was wrong, leaving it out is the remedy.
    private static func isRemedy(_ path: [String], _ value: JSONValue?, for denied: Decision) -> Bool {
        switch path[0] {
        case "markings" where value == nil || value == []: return denied.reasons == [.markingForbidden]
        case "inReplyTo" where value == nil || value == []: return denied.reasons == [.replyUnmatched]
        case "case": return value == nil && denied.reasons == [.fieldForbidden]
        case "reviewBy" where value == nil && denied.reasons == [.termLapsed]: return true
        case "details" where value == nil && path.count == 2:
            return denied.reasons == [.fieldForbidden]
                || denied.rules.allSatisfy { $0.id.hasSuffix("/details/\(path[1])") }
        case "documents": return denied.reasons == [.fieldForbidden]
        default: return value == nil && denied.rules.allSatisfy { $0.id.hasSuffix("/fields/\(path[0])") }
        }
    }

    @Test("What the server does not know never turns a refusal into leave")
    func forgetting() throws {
        let engine = try TestPolicy.engine()
        for row in try TestPolicy.rows() where row.expected != nil {
            let facts = Facts(asOf: row.facts.asOf, release: 0)
            #expect(!engine.decide(Question(row.action, row.question.header, facts)).isAllowed, "\(row)")
        }
    }

    @Test("Nothing goes above what the installation is accredited for", arguments: Classification.allCases)
    func accreditation(_ ceiling: Classification) throws {
        let engine = try TestPolicy.engine(ceiling: ceiling)
        for row in try TestPolicy.rows() where row.expected == nil && row.action != .audit {
            let level = row.facts.original?.header.classification ?? row.question.header.classification
            let decision = engine.decide(row.question)
            #expect(decision.isAllowed == (try #require(level) <= ceiling))
            if !decision.isAllowed { #expect(decision.reasons == [.aboveCeiling]) }
        }
    }

    @Test("A membership that has ended opens nothing, neither to send nor to read")
    func lapsed() throws {
        let text = try TestPolicy.text("exchanges/ambtsberichten.yaml")
        let ended = text.replacing(
            "{ mailbox: om/lovj, basis: wiv2017-art66 }",
            with: "{ mailbox: om/lovj, basis: wiv2017-art66, until: 2026-11-19 }"
        )
        #expect(ended != text)
        let source = try TestPolicy.source("exchanges/ambtsberichten.yaml", ended)
        let engine = PolicyEngine(policy: try PolicySet(source), ceiling: .stgZeerGeheim)
        let report = try Shipped.report()
        let asker = try #require(MailboxName("om/lovj"))
        func reasons(_ action: Action, _ day: String) throws -> [ReasonCode] {
            let asOf = try #require(Instant("\(day)T12:00:00Z"))
            return engine.decide(action, report, Facts(asOf: asOf, asker: asker)).reasons
        }
        // The papers were seen on the eighteenth.
        #expect(try reasons(.send, "2026-11-19") == [])
        #expect(try reasons(.read, "2026-11-19") == [])
        #expect(try reasons(.send, "2026-11-20") == [.notMember])
        #expect(try reasons(.read, "2026-11-20") == [.notMember])
    }

    @Test("To a sender a mailbox that is no member is as one that never was, and so is its clearance")
    func invisible() throws {
        let engine = try TestPolicy.engine()
        for level in Classification.allCases {
            let answers = try ["politie/cter", "politie/bestaat-niet", "tweede-kamer/griffie"].map { name -> Decision in
                let report = try Shipped.report(["to": .array([Shipped.address(name)])])
                let header = HeaderView(report.json.setting(["classification"], to: .string(level.rawValue)))
                return engine.decide(Question(.send, header, Facts(asOf: Shipped.now)))
            }
            #expect(answers[0].reasons.first == .notMember)
            #expect(answers[1] == answers[0])
            #expect(answers[2] == answers[0])
        }
    }

    @Test("A sender's reasons are those of every rule that it breaks, in the fixed order")
    func allReasons() throws {
        let report = try Shipped.report([
            "to": .array([Shipped.address("om/lovj"), Shipped.address("rvdk/landelijk")]), "purpose": "reclame",
            "classification": "stg-geheim", "markings": ["onbekend"],
            "details": ["subjects": 2, "colour": "red", "underlyingSeen": "gisteren", "sourceIncluded": true],
            "reviewBy": .string(Shipped.day(-1)),
            "inReplyTo": [["kenmerk": "OM-1", "date": .string(Shipped.day(-1))]],
        ])
        let decision = try TestPolicy.engine().decide(.send, report, Facts(asOf: Shipped.now))
        #expect(
            decision.reasons == [
                .routeNotAllowed, .purposeNotAllowed, .aboveClearance, .markingForbidden, .replyUnmatched,
                .subjectsMoreThanOne, .sourcePresent, .fieldRequired, .fieldForbidden, .fieldValue, .termLapsed,
            ]
        )
        let rules = decision.rules.map(\.id)
        #expect(rules.contains("ambtsbericht/permits"))
        #expect(rules.contains("ambtsbericht/details/sourceIncluded"))
    }

    @Test("An allowed message rests on route, purpose and ceiling, by file and line")
    func rules() throws {
        let decision = try TestPolicy.engine().decide(.send, Shipped.report(), Facts(asOf: Shipped.now))
        #expect(decision.rules.map(\.id) == ["ambtsbericht/permits", "purposes", "ceilings"])
        let text = try TestPolicy.text("exchanges/ambtsberichten.yaml").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(text[decision.rules[0].line - 1].contains("from: [provider], to: [receiver]"))
        #expect(text[decision.rules[1].line - 1].contains("purpose: opsporing-en-vervolging"))
        #expect(text[decision.rules[2].line - 1].contains("departementaal-vertrouwelijk"))
        #expect(decision.releases == 2)
        #expect(decision.signingAge == 86_400)
    }

    @Test("The order of reasons is that of the practice, each once")
    func order() {
        let codes = """
            exchange.not-member kind.not-allowed route.not-allowed mailbox.unknown purpose.not-allowed basis.not-allowed
            classification.above-ceiling classification.above-clearance marking.required marking.forbidden case.required
            case.not-member case.membership-lapsed case.closed reply.required reply.unmatched reply.exceeds-request
            subjects.more-than-one source.present counts.disclosing field.required field.forbidden field.value
            term.required term.too-long term.lapsed release.required consent.required human-rights.negative
            human-rights.lapsed offence.below-threshold list.not-subscriber list.version-gap onward.forbidden
            onward.withdrawn
            """
        #expect(ReasonCode.allCases.map(\.rawValue) == codes.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    @Test("A mailbox is listed by its own organisation only")
    func listing() throws {
        let engine = try TestPolicy.engine()
        func isAllowed(_ asker: String, _ mailbox: String) -> Bool {
            let header = HeaderView(["from": Shipped.address(asker)])
            return engine.decide(Question(.list, header, Facts(asOf: Shipped.now, asker: MailboxName(mailbox))))
                .isAllowed
        }
        #expect(isAllowed("om/parket", "om/lovj"))
        #expect(!isAllowed("ind/nv", "om/lovj"))
        #expect(!isAllowed("ind/nv", "om/bestaat-niet"))
    }

    @Test("Organisations see those with whom they share an exchange, and themselves")
    func neighbours() throws {
        let engine = try TestPolicy.engine(exchanges: ["ambtsberichten", "inlichtingenberichten"])
        let bank = try #require(OIN("00000099000000021000"))
        #expect(engine.neighbours(of: bank, at: Shipped.now).map(\.short) == ["bank-a"])
        let om = try #require(OIN("00000099000000002000"))
        let seen = engine.neighbours(of: om, at: Shipped.now)
        let shorts = seen.map(\.short)
        #expect(shorts.contains("aivd"))
        #expect(!shorts.contains("bank-a"))
        let aivd = seen.first { $0.short == "aivd" }?.mailboxes.map { "\($0.name)" }
        #expect(aivd == ["aivd/ct"], "a mailbox that has no part in it is not known")
        let onderzoek = try #require(MailboxName("ctivd/onderzoek"))
        #expect(engine.exchanges(auditedBy: [onderzoek]) == ["ambtsberichten", "inlichtingenberichten"])
    }
}
