// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Testing

@testable import CAdES

@Suite("Requests for time-stamps")
struct TimestampQuestionTests {
    struct Question: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Hexadecimal; `D` stands for a digest of SHA-256.
        let fields: String
        /// PKIStatusInfo of the answer.
        let status: String

        /// The whole request.
        var der: [UInt8] {
            let text = self.fields.replacing("D", with: Self.imprint)
            let digits = Array(text.filter { !$0.isWhitespace })
            let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(digits[$0...($0 + 1)]), radix: 16)
            }
            return [0x30, UInt8(bytes.count)] + bytes
        }

        private static let imprint =
            "3031300d060960864801650304020105000420" + String(repeating: "07", count: 32)

        static let granted = "3003020100"
        static let badAlgorithm = "30070201020302" + "0780"
        static let badRequest = "30070201020302" + "0520"
        static let badDataFormat = "30070201020302" + "0204"
        static let unacceptedPolicy = "30080201020303" + "000001"
        static let unacceptedExtension = "30090201020304" + "07000080"
    }

    @Test(
        "A request is answered as RFC 3161 says: with what it asks for, or with the reason why not",
        arguments: [
            Question(testDescription: "plain", fields: "020101 D", status: Question.granted),
            Question(testDescription: "a nonce", fields: "020101 D 020105", status: Question.granted),
            Question(testDescription: "a negative nonce", fields: "020101 D 0201ff", status: Question.granted),
            Question(testDescription: "a certificate", fields: "020101 D 0101ff", status: Question.granted),
            Question(testDescription: "our policy", fields: "020101 D 06042a030401", status: Question.granted),
            Question(
                testDescription: "another policy",
                fields: "020101 D 06042a030402",
                status: Question.unacceptedPolicy
            ),
            Question(testDescription: "version 2", fields: "020102 D", status: Question.badRequest),
            Question(
                testDescription: "SHA-1",
                fields: "020101 3021300906052b0e03021a05000414" + String(repeating: "07", count: 20),
                status: Question.badAlgorithm
            ),
            Question(
                testDescription: "SHA-384",
                fields: "020101 3041300d060960864801650304020205000430" + String(repeating: "07", count: 48),
                status: Question.badAlgorithm
            ),
            Question(
                testDescription: "half a digest",
                fields: "020101 3021300d060960864801650304020105000410" + String(repeating: "07", count: 16),
                status: Question.badDataFormat
            ),
            Question(
                testDescription: "an extension",
                fields: "020101 D a0083006 06012a 040100",
                status: Question.unacceptedExtension
            ),
            Question(testDescription: "no digest", fields: "020101", status: Question.badDataFormat),
            Question(testDescription: "no version", fields: "D", status: Question.badDataFormat),
            Question(testDescription: "a padded nonce", fields: "020101 D 02020005", status: Question.badDataFormat),
            Question(testDescription: "an empty nonce", fields: "020101 D 0200", status: Question.badDataFormat),
            Question(testDescription: "two nonces", fields: "020101 D 020105 020105", status: Question.badDataFormat),
            Question(testDescription: "FALSE", fields: "020101 D 010100", status: Question.badDataFormat),
            Question(testDescription: "something behind", fields: "020101 D 0500", status: Question.badDataFormat),
        ]
    )
    func questions(_ row: Question) throws {
        let response = try TimestampTests.signer().respond(to: row.der, at: TimestampTests.time, serialNumber: 1)
        let root = try #require(DERNode(parsing: response))
        var fields = try NodeReader(root, as: .sequence, in: "TimeStampResp")
        let status = try fields.constructed().encodedBytes.map {
            String(($0 >> 4), radix: 16) + String($0 & 15, radix: 16)
        }.joined()
        #expect(status == row.status)
        let token = fields.any()
        #expect((token != nil) == (row.status == Question.granted))
        guard let token, let request = try? TimestampRequest(parsing: row.der) else { return }
        // Without its certificate a token is for those who have that already.
        let read = Result { try TimestampToken(parsing: Array(token.encodedBytes)) }
        #expect((try? read.get())?.info.nonce == (request.wantsCertificate ? request.nonce : nil))
        #expect((try? read.get()) != nil || !request.wantsCertificate)
    }

    @Test("What is no request at all is refused, and so is one that is too long")
    func garbage() throws {
        for bytes in [[], [0x30], [0x30, 0x00], [UInt8](repeating: 0x30, count: 5_000)] as [[UInt8]] {
            let answer = try TimestampTests.signer().respond(to: bytes, at: TimestampTests.time, serialNumber: 1)
            #expect(answer == TimestampFailure.badDataFormat.response)
            #expect(throws: CAdESError(.timestampInvalid, "")) { try TimestampRequest(parsing: bytes) }
        }
    }
}
