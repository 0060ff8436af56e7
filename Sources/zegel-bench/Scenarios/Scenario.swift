// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What is asked of the servers, and by how many at once.
struct Scenario: Sendable {
    /// What each request is.
    enum Work: Sendable {
        /// A message is handed in, with a document of so many bytes.
        case upload(Int)
        /// A container with a document of so many bytes is fetched.
        case download(Int)
        /// A mailbox in which nothing is new is looked at.
        case polling
        /// One message is handed in for four reads: two of a mailbox, one of where a message stands, one of its container.
        case mixed
    }

    let name: String
    let work: Work
    let connections: Int
    /// On each connection.
    let streams: Int
    /// Requests that count, in each round.
    let requests: Int

    /// All that can be asked for by name, but for the soak.
    static let all = [
        Self.small(1, connections: 1, requests: 1_500), Self.small(16, connections: 4, requests: 6_000),
        Self.small(64, connections: 8, requests: 12_000), Self.small(256, connections: 16, requests: 16_000),
        Self.small(1_024, connections: 32, requests: 16_000),
        Scenario(name: "64-KiB", work: .upload(65_536), connections: 8, streams: 8, requests: 3_000),
        Scenario(name: "64-MiB", work: .upload(67_108_864), connections: 2, streams: 1, requests: 8),
        Scenario(name: "1-GiB", work: .upload(1_073_741_824), connections: 1, streams: 1, requests: 1),
        Scenario(name: "download", work: .download(67_108_864), connections: 2, streams: 1, requests: 16),
        Scenario(name: "polling", work: .polling, connections: 200, streams: 1, requests: 20_000),
        Scenario(name: "mixed", work: .mixed, connections: 8, streams: 8, requests: 10_000),
    ]

    /// Those of a name, of which `small` is five.
    static func named(_ name: String) -> [Scenario] {
        self.all.filter { $0.name == name || ($0.name.hasPrefix("small-") && name == "small") || name == "all" }
    }

    private static func small(_ streams: Int, connections: Int, requests: Int) -> Scenario {
        Scenario(
            name: "small-\(streams)",
            work: .upload(1_024),
            connections: connections,
            streams: streams / connections,
            requests: requests
        )
    }

    /// The same with fewer or more requests.
    func scaled(by percent: Int) -> Scenario {
        Scenario(
            name: self.name,
            work: self.work,
            connections: self.connections,
            streams: self.streams,
            requests: max(1, self.requests * percent / 100)
        )
    }

    /// Requests before those that count; a large one is not repeated for that.
    var warmUp: Int { self.requests < 100 ? 0 : max(self.connections * self.streams, self.requests / 10) }

    /// Bytes of the document of the messages that are handed in; `nil` where there are none.
    var document: Int? {
        switch self.work {
        case .upload(let size): size
        case .mixed: 1_024
        case .download, .polling: nil
        }
    }

    /// Containers that a round takes from the pack.
    var containers: Int {
        switch self.work {
        case .upload: self.warmUp + self.requests
        case .mixed: (self.warmUp + self.requests + 4) / 5
        case .download, .polling: 0
        }
    }

    /// Bytes that one request moves, as far as they count.
    var bytes: Int {
        switch self.work {
        case .upload(let size), .download(let size): size
        case .polling, .mixed: 0
        }
    }
}
