// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a load process does: so many requests on so many streams, each step in its turn.
struct LoadPlan: Codable, Sendable {
    /// One kind of request.
    struct Step: Codable, Sendable {
        let method: String
        /// The paths, each in its turn.
        let paths: [String]
        /// The media type of the next container of the pack, which is the body; `nil` where there is none.
        var type: String?
        /// Whether the name of the container is put behind the path, so that each goes to a fresh one.
        var isNamed = false
        /// The one status that counts as an answer.
        let status: Int
    }

    let port: Int
    /// The trial installation with the certificates.
    let home: String
    /// Whose certificate the client shows.
    let organisation: String
    let connections: Int
    /// Requests at a time on each connection.
    let streams: Int
    /// Event loops.
    let threads: Int
    let steps: [Step]
    /// Scopes of the token that is asked for first; `nil` where none is needed.
    let scopes: String?
    /// The containers.
    let pack: String?
    /// The number of the first container.
    let first: Int
    /// Requests before those that count.
    let warmUp: Int
    /// Requests that count.
    let count: Int
    /// Requests per second, over all connections; `nil` for as many as the server takes.
    var rate: Double?
    /// Where each answer to a container is, so that it can be fetched afterwards.
    var keepsPlaces = false
}

/// What came of it.
struct LoadOutcome: Codable, Sendable {
    /// From the moment a request was due to the end of its answer.
    var latencies = LatencyHistogram()
    /// Seconds from the first request that counted to the last answer.
    var seconds = 0.0
    /// Seconds of processor time of the load process meanwhile: a load that is near its number of threads measures itself.
    var processor = 0.0
    /// Answers with another status, or none, by status.
    var failures: [Int: Int] = [:]
    /// Bytes of the bodies of all answers.
    var received = 0
    /// The `location` of answers, where the plan keeps them.
    var places: [String] = []

    /// Answers that count, per second.
    var rate: Double { Double(self.latencies.count) / self.seconds }
}
