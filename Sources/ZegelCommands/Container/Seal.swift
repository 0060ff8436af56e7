// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ArgumentParser
import CAdES
import Foundation
import ZegelClient
import ZegelCore
import ZegelTrust
import ZegelVerify

/// `zegel seal`: builds and signs the container of a message.
struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the container of a message and sign it.",
        discussion: """
            The header is the JSON of message.json. Its documents are filled in from the files, and date and nonce where \
            they are missing. The certificate is the seal certificate of the organisation that sends.
            """
    )

    @Option(help: "The header, JSON.")
    var header: String

    @Option(help: "The seal certificate, PEM.")
    var certificate: String

    @Option(help: "Its key, PKCS#8 PEM.")
    var key: String

    @Option(help: "The file to make.")
    var out: String

    @Argument(help: "The documents, the main one first.")
    var documents: [String]

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        try CommandFailure.reporting(asJSON: self.json) {
            guard !FileManager.default.fileExists(atPath: self.out) else {
                throw Problem(.configuration, "\(self.out) exists already and is left as it is; name another file.")
            }
            let signer = try Self.signer(certificate: self.certificate, key: self.key)
            let builder = try ContainerBuilder(
                template: StrictJSON.parse(FilePieces.whole(self.header)),
                documents: self.documents.map { try EnclosedDocument(path: $0) },
                signer: signer,
                at: .now
            )
            let digest = try Self.write(builder, to: self.out)
            let result: JSONValue = [
                "file": .string(self.out), "sha256": .string(digest),
                "kenmerk": .string("\(builder.header.kenmerk)"), "date": .string("\(builder.header.date)"),
            ]
            Output.result(self.json ? result : nil, else: "\(digest)  \(self.out)")
        }
    }

    /// The signer that a certificate and its key make.
    static func signer(certificate: String, key: String) throws -> CAdESSigner {
        do {
            let text = String(decoding: try FilePieces.whole(certificate), as: UTF8.self)
            let chain = try PEMFile.certificates(in: text)
            guard let own = chain.first else {
                throw Problem(.configuration, "\(certificate) holds no certificate.")
            }
            let key = try SigningKey(pem: String(decoding: try FilePieces.whole(key), as: UTF8.self))
            return try CAdESSigner(certificate: own, intermediates: Array(chain.dropFirst()), key: key)
        } catch let error as CAdESError {
            throw Problem(error)
        } catch let error as TrustError {
            throw error.problem
        }
    }

    /// Writes the container beside its place, reads it back as a server would, and renames it.
    static func write(_ builder: ContainerBuilder, to path: String) throws -> String {
        let temporary = "\(path).\(UUID().uuidString.prefix(8)).tmp"
        do {
            guard
                FileManager.default.createFile(
                    atPath: temporary,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                ),
                let file = FileHandle(forWritingAtPath: temporary)
            else { throw CocoaError(.fileWriteUnknown) }
            defer { try? file.close() }
            var intake = ContainerIntake()
            try builder.pieces { piece in
                try intake.consume(piece[...])
                try file.write(contentsOf: piece)
            }
            let index = try intake.finish().index
            try FileManager.default.moveItem(atPath: temporary, toPath: path)
            return Hexadecimal.encode(index.digest)
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw error as? Problem ?? Problem(.configuration, "\(path) cannot be written.")
        }
    }
}
