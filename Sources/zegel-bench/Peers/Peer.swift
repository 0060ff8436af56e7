// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Who is measured.
enum Peer: String, CaseIterable, Sendable {
    /// `zegel serve`, as it comes.
    case zegel
    /// nginx that keeps what is put to it, and checks nothing.
    case nginx
    /// Zegel's own listener with an answer that needs no work.
    case floor

    /// What a scenario asks of it, or `nil` where it cannot do that.
    func steps(of scenario: Scenario, _ seeds: Seeds) -> [LoadPlan.Step]? {
        switch (self, scenario.work) {
        case (.zegel, .upload): [Self.submission]
        case (.nginx, .upload): [Self.put]
        case (.floor, .upload):
            [.init(method: "POST", paths: ["/"], type: "application/octet-stream", status: 201)]
        case (.zegel, .download): [Self.get(seeds.messages.map { "\($0)/container" })]
        case (.nginx, .download), (.nginx, .polling): [Self.get(seeds.files)]
        case (.zegel, .polling): [Self.get([seeds.mailbox])]
        case (.zegel, .mixed):
            [
                Self.submission, Self.get([seeds.mailbox]), Self.get(seeds.messages), Self.get([seeds.mailbox]),
                Self.get(seeds.messages.map { "\($0)/container" }),
            ]
        case (.nginx, .mixed): [Self.put] + Array(repeating: Self.get(seeds.files), count: 4)
        case (.floor, _): nil
        }
    }

    /// Whose certificate and token the load has.
    func organisation(of scenario: Scenario) -> String {
        if case .polling = scenario.work { "nctv" } else { "aivd" }
    }

    static let submission = LoadPlan.Step(
        method: "POST",
        paths: ["/v1/messages"],
        type: "application/vnd.etsi.asic-e+zip",
        status: 201
    )
    static let put = LoadPlan.Step(
        method: "PUT",
        paths: ["/dav/"],
        type: "application/vnd.etsi.asic-e+zip",
        isNamed: true,
        status: 201
    )

    private static func get(_ paths: [String]) -> LoadPlan.Step {
        LoadPlan.Step(method: "GET", paths: paths, status: 200)
    }
}

/// What was put in place before a round, so that it can be read.
struct Seeds: Sendable {
    /// Messages of Zegel, as paths.
    var messages: [String] = []
    /// Files of nginx, as paths.
    var files: [String] = []
    /// The listing of a mailbox from its end on.
    var mailbox = ""
}
