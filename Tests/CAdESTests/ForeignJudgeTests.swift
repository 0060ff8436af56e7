// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing

@Suite("pyHanko and rfc3161-client agree", .needsForeignJudge)
struct ForeignJudgeTests {
    @Test("pyHanko validates our signatures, and no others", arguments: OpenSSLTests.Case.all)
    func signatures(_ test: OpenSSLTests.Case) throws {
        let identity = try test.algorithm.identity
        let signature = try test.signature(by: identity)
        try OpenSSL.use { folder in
            let trust = try folder.file("ca.pem", identity.authority.testPEM.utf8)
            let content = test.attached ? [] : ["--content", try folder.file("content", testContent)]
            let ask = { (bytes: [UInt8]) in
                try ForeignJudge.ask(
                    ["signature", "--trust", trust] + content + [folder.file("signature", bytes)]
                )
            }
            let held = try ask(signature)
            #expect(held.holds, "\(held.answer)")
            #expect(try !ask(signature.dropLast() + [signature[signature.count - 1] ^ 1]).holds)
            let stranger = try folder.file("other.pem", TestAuthority.other.certificate.testPEM.utf8)
            let file = try folder.file("signature", signature)
            #expect(try !ForeignJudge.ask(["signature", "--trust", stranger] + content + [file]).holds)
        }
    }

    @Test(
        "Both validate the tokens of our authority, and rfc3161-client the answers to our queries and its own",
        arguments: [Algorithm.p256, .p384, .rsaPKCS1]
    )
    func timestamps(_ algorithm: Algorithm) throws {
        let identity = try TimestampTests.identity(algorithm)
        let signer = try TimestampSigner(
            certificate: identity.certificate,
            key: identity.key,
            policy: TimestampTests.policy
        )
        try OpenSSL.use { folder in
            let trust = ["--trust", try folder.file("ca.pem", identity.authority.testPEM.utf8)]
            let content = ["--content", try folder.file("content", TimestampTests.content)]
            let other = ["--content", try folder.file("other", [1])]
            let own = try TimestampRequest(over: TimestampTests.content, policy: TimestampTests.policy)
            let query = try folder.file("query", own.encoded())
            let answer = try signer.respond(to: own.encoded(), at: TimestampTests.time, serialNumber: 200)
            let reply = ["reply"] + trust + ["--query", query, try folder.file("reply", answer)]
            let answered = try ForeignJudge.ask(reply + content)
            #expect(answered.holds, "\(answered.answer)")
            #expect(try !ForeignJudge.ask(reply + other).holds)

            let token = ["token"] + trust + [try folder.file("token", own.token(in: answer))]
            let held = try ForeignJudge.ask(token + content)
            #expect(held.holds, "\(held.answer)")
            #expect(try !ForeignJudge.ask(token + other).holds)

            let theirs = try folder.file("theirs", [])
            #expect(try ForeignJudge.ask(["query", theirs] + content).holds)
            let request = try folder.read("theirs")
            let response = try signer.respond(to: request, at: TimestampTests.time, serialNumber: 201)
            let taken = try ForeignJudge.ask(
                ["reply"] + trust + content + ["--query", theirs, try folder.file("response", response)]
            )
            #expect(taken.holds, "\(taken.answer)")
            let elsewhere = try ForeignJudge.ask(
                ["reply"] + trust + content + ["--query", query, try folder.file("response", response)]
            )
            #expect(!elsewhere.holds, "the nonce is another")
        }
    }
}
