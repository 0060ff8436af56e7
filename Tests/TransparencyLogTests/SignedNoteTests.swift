// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Signed notes")
struct SignedNoteTests {
    private static let good = Vectors.text + "\n" + Vectors.signature

    @Test("Signs as other implementations do, and accepts what they signed")
    func vectors() throws {
        let signer = try NoteSigner(parsing: Vectors.secretKey)
        let text = Array(Vectors.text.utf8)
        let note = try SignedNote(parsing: Array((Self.good + Vectors.otherSignature).utf8))
        #expect(note.text == text)
        try note.verify(NoteVerifier(parsing: Vectors.key))
        try note.verify(NoteVerifier(parsing: Vectors.otherKey))
        #expect(throws: ProofTests.error(.signatureMissing)) { try note.verify(NoteVerifier(parsing: Vectors.testKey)) }
        let own = try SignedNote(text: text, signatures: [signer.sign(text)])
        try own.verify(signer.verifier)
        #expect(own.text == note.text)
        #expect(own.bytes == Array(Self.good.utf8))
    }

    @Test("Reads the example of the specification, empty line in the text included")
    func example() throws {
        let note = try SignedNote(parsing: Array(Vectors.poem.utf8))
        #expect(note.text.count { $0 == 0x0A } == 4)
        #expect(note.signatures.map(\.name.description) == ["quasimodo.example/salvatore"])
        #expect(note.signatures.first?.bytes.count == 64)
        #expect(note.bytes == Array(Vectors.poem.utf8))
    }

    struct Bad: Sendable {
        let note: String
        let code: TransparencyLogError.Code

        init(_ note: String, _ code: TransparencyLogError.Code = .noteMalformed) {
            self.note = note
            self.code = code
        }
    }

    private static let text = Vectors.text
    private static let line = Vectors.signature

    @Test(
        "Other layouts are refused",
        arguments: [
            Bad(""), Bad("\n"), Bad("\n\n"), Bad(text), Bad(text + "\n"), Bad(text + "\n\n"), Bad(line),
            Bad("\n" + line),
            Bad(text + line), Bad(text + "\n" + line.dropLast()), Bad(text + "\n" + line + "\n"),
            Bad(text + "\n" + line + "Unexpected line.\n"), Bad(text + "\n" + line.dropFirst()),
            Bad(text + "\n" + line.replacing("— ", with: "- ")), Bad(text + "\n" + line.replacing("— ", with: "—")),
            Bad(text + "\n" + line.replacing("— ", with: "—  ")),
            Bad(text + "\n" + line.replacing("=\n", with: "= \n")),
            Bad(text + "\n" + line.replacing("=\n", with: "\n")), Bad(text + "\n" + line.replacing("AM=", with: "AN=")),
            Bad(text + "\n— PeterNeumann\n"), Bad(text + "\n— PeterNeumann \n"),
            Bad(text + "\n— PeterNeumann x08goxx\n"),
            Bad(text + "\n— PeterNeumann x08gow==\n"),
            Bad(text + "\n" + line.replacing("PeterNeumann", with: "Peter Neumann")),
            Bad(text + "\n" + line.replacing("PeterNeumann", with: "Peter+Neumann"), .keyName),
            Bad(text + "\n" + line.replacing("PeterNeumann", with: "Peter\u{A0}Neumann"), .keyName),
            Bad(text + "\n" + line.replacing("PeterNeumann", with: ""), .keyName),
            Bad("\u{1}" + text + "\n" + line, .noteText), Bad(text.replacing(" ", with: "\t") + "\n" + line, .noteText),
            Bad(text.replacing("\n", with: "\r\n") + "\n" + line, .noteText),
            Bad(text + "\n" + line + line, .signatureDuplicate),
        ]
    )
    func refused(_ bad: Bad) {
        #expect(throws: ProofTests.error(bad.code), "\(bad.note)") { try SignedNote(parsing: Array(bad.note.utf8)) }
    }

    @Test("A note is UTF-8, and neither long nor signed too often")
    func limits() throws {
        let bytes = Array(Self.good.utf8)
        #expect(throws: ProofTests.error(.noteText)) { try SignedNote(parsing: [0xFF] + bytes) }
        #expect(throws: ProofTests.error(.noteTooLarge)) {
            try SignedNote(parsing: [UInt8](repeating: 0x61, count: SignedNote.maximumBytes) + bytes)
        }
        let text: [UInt8] = [0x61, 0x0A]
        let signatures = try (0...100).map { try NoteSigner(name: KeyName("key\($0)")).sign(text) }
        let most = try SignedNote(text: text, signatures: Array(signatures.dropLast()))
        #expect(try SignedNote(parsing: most.bytes) == most)
        #expect(throws: ProofTests.error(.tooManySignatures)) { try most.adding(signatures[100]) }
        let tooMany = most.bytes + Array("\(signatures[100].line)\n".utf8)
        #expect(throws: ProofTests.error(.tooManySignatures)) { try SignedNote(parsing: tooMany) }
        #expect(throws: ProofTests.error(.noteMalformed)) { try SignedNote(text: text, signatures: []) }
        #expect(throws: ProofTests.error(.noteMalformed)) { try SignedNote(text: [0x61], signatures: signatures) }
    }

    @Test("A signature holds for its text and its key alone")
    func tampering() throws {
        let signer = NoteSigner(name: try KeyName("a"))
        let text = Array("text\n".utf8)
        let signature = try signer.sign(text)
        try SignedNote(text: text, signatures: [signature]).verify(signer.verifier)
        let isInvalid = ProofTests.error(.signatureInvalid)
        #expect(throws: isInvalid) {
            try SignedNote(text: Array("texts\n".utf8), signatures: [signature]).verify(signer.verifier)
        }
        for bytes in [Array(signature.bytes.dropLast()), signature.bytes + [0], [0] + signature.bytes.dropFirst()] {
            let other = NoteSignature(name: signature.name, identifier: signature.identifier, bytes: bytes)
            #expect(throws: isInvalid) { try SignedNote(text: text, signatures: [other]).verify(signer.verifier) }
        }
        let sameName = NoteSigner(name: try KeyName("a")).verifier
        let isMissing = ProofTests.error(.signatureMissing)
        #expect(throws: isMissing) { try SignedNote(text: text, signatures: [signature]).verify(sameName) }
        let sameIdentifier = NoteSignature(
            name: try KeyName("b"),
            identifier: signature.identifier,
            bytes: signature.bytes
        )
        #expect(throws: isMissing) { try SignedNote(text: text, signatures: [sameIdentifier]).verify(signer.verifier) }
    }
}
