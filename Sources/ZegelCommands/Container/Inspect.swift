// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ArgumentParser
import ZegelClient
import ZegelCore
import ZegelVerify

/// `zegel inspect`: shows what a container or dossier holds.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a container or dossier holds, without judging it.",
        discussion: "Its format and checksums are read strictly; signatures are not looked at. Use verify to judge."
    )

    @Argument(help: "The file.")
    var file: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        try CommandFailure.reporting(asJSON: self.json) {
            var header: [UInt8] = []
            let index = try ContainerFile.read(self.file) { name, piece in
                guard name == EntryPath.header else { return }
                header += piece
                guard header.count <= Limits().header else {
                    throw Problem(.headerTooLarge, "message.json holds more than \(Limits().header) bytes.")
                }
            }
            let text = try StrictJSON.parse(header)
            Output.result(self.json ? .object(self.document(index, text)) : nil, else: Self.text(index, text))
        }
    }

    private func document(_ index: ContainerIndex, _ header: JSONValue) -> [JSONValue.Member] {
        [
            .init("file", .string(self.file)), .init("size", .integer(Int64(index.size))),
            .init("sha256", .string(Hexadecimal.encode(index.digest))), .init("header", header),
            .init(
                "entries",
                .array(
                    index.entries.map { entry in
                        [
                            "name": .string(entry.name), "size": .integer(Int64(entry.size)),
                            "sha256": .string(Hexadecimal.encode(entry.digest)),
                        ]
                    }
                )
            ),
        ]
    }

    private static func text(_ index: ContainerIndex, _ header: JSONValue) -> String {
        let kind = index.entries.contains { $0.name == "META-INF/acceptance.json" } ? "dossier" : "container"
        let fields = ["kenmerk", "date", "exchange", "kind", "subject", "purpose", "classification"].compactMap { key in
            header[key]?.string.map { "\(key): \(Self.printable($0))" }
        }
        let entries = index.entries.map { "  \(Hexadecimal.encode($0.digest.prefix(8)))  \($0.size)  \($0.name)" }
        return (["\(kind), \(index.size) bytes, sha256 \(Hexadecimal.encode(index.digest))"] + fields + entries)
            .joined(separator: "\n")
    }

    /// What a stranger wrote, without what would steer a terminal.
    private static func printable(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
    }
}
