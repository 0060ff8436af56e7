// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import X509
import ZegelCore
import ZegelTrust

/// `zegel certs show`: what files of certificates, lists and requests say.
struct ShowCertificates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show certificates, revocation lists and requests, without judging them.",
        discussion: "Files may be PEM or DER. Signatures are not looked at. Use check to judge."
    )

    @Argument(help: "The files.")
    var files: [String]

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        guard !self.files.isEmpty else { throw ValidationError("Name at least one file.") }
    }

    func run() throws {
        try CommandFailure.reporting(asJSON: self.json) {
            let all = try self.files.map { path in
                (path, try TrustFile.read(path) { file throws(TrustError) in try Self.descriptions(of: file) })
            }
            let documents = all.flatMap { path, descriptions in
                descriptions.map { $0.json(file: path) }
            }
            let text = all.flatMap { path, descriptions in [path] + descriptions.map(\.text) }
            Output.result(
                self.json ? ["objects": .array(documents)] : nil,
                else: text.joined(separator: "\n")
            )
        }
    }

    /// One object of a file.
    private struct Description {
        let kind: String
        let members: [JSONValue.Member]
        let text: String

        func json(file: String) -> JSONValue {
            .object([.init("file", .string(file)), .init("kind", .string(self.kind))] + self.members)
        }
    }

    /// What a file holds: what PEM calls it, or, where DER does not say, the first that it can be read as.
    private static func descriptions(of file: TrustFile) throws(TrustError) -> [Description] {
        switch file.kind {
        case .certificate: return try file.certificates().map(Self.description)
        case .list: return try file.lists().map(Self.description)
        case .request: return [Self.description(try file.request())]
        case nil:
            if let list = try? file.lists() { return list.map(Self.description) }
            if let request = try? file.request() { return [Self.description(request)] }
            return try file.certificates().map(Self.description)
        }
    }

    private static func description(_ certificate: Certificate) -> Description {
        let description = CertificateDescription(certificate)
        return Description(kind: "certificate", members: description.json.members ?? [], text: description.text)
    }

    private static func description(_ list: RevocationList) -> Description {
        let issuer = CertificateDescription.printable(list.issuer)
        let number = list.number.map { Hexadecimal.encode($0.bytes) }
        let revoked = list.revocations.map { entry in
            JSONValue.object([
                .init("serialNumber", .string(Hexadecimal.encode(entry.serial.bytes))),
                .init("date", .string(entry.date.seconds)),
                .init("reason", entry.reason.map { .string(ReasonOption($0).rawValue) } ?? .null),
            ])
        }
        return Description(
            kind: "list",
            members: [
                .init("issuer", .string(issuer)), .init("number", number.map { .string($0) } ?? .null),
                .init("thisUpdate", .string(list.thisUpdate.seconds)),
                .init("nextUpdate", .string(list.nextUpdate.seconds)),
                .init("sha256", .string(list.digest.description)), .init("revoked", .array(revoked)),
            ],
            text: """
                list
                  issuer     \(issuer)
                  number     \(number ?? "none")
                  valid      \(list.thisUpdate.seconds) to \(list.nextUpdate.seconds)
                  revoked    \(list.count)
                """
        )
    }

    private static func description(_ request: SigningRequest) -> Description {
        let subject = CertificateDescription.printable(request.subject)
        return Description(
            kind: "request",
            members: [
                .init("subject", .string(subject)), .init("names", .integer(Int64(request.names.count))),
            ],
            text: "request\n  subject    \(subject)\n  names      \(request.names.count)"
        )
    }
}
