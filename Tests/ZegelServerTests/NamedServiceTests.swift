// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ZegelServer

@Suite("What a service is called")
struct NamedServiceTests {
    private struct Keeper: NamedService {
        let key = "something secret"

        func run() async throws {}
    }

    @Test("is the name of its type, and nothing that it holds")
    func name() {
        let service: any NamedService = Keeper()
        #expect("\(service)" == "Keeper")
        #expect(String(reflecting: service) == "Keeper")
    }

    @Test("is said by every service of the server")
    func all() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/ZegelServer")
        var count = 0
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            count += text.matches(of: /(?:struct|class|actor) \w+: NamedService\b/).count
            #expect(text.firstMatch(of: /(?:struct|class|actor) \w+:[^{]*\bService\b/) == nil, "\(file)")
        }
        #expect(count >= 10)
    }
}
