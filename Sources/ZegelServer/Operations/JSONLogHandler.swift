// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Logging
package import ZegelCore

/// Writes each log line as one JSON object to standard error: time, level, label, message, metadata.
package struct JSONLogHandler: LogHandler {
    /// What every line of this logger carries; what comes with one line wins over it.
    package var metadata: Logger.Metadata = [:]
    /// The level below which the logger writes nothing.
    package var logLevel: Logger.Level
    private let label: String
    private let clock: WallClock

    /// Creates a handler.
    package init(label: String, level: Logger.Level, clock: @escaping WallClock) {
        self.label = label
        self.logLevel = level
        self.clock = clock
    }

    /// One value of ``metadata``.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { self.metadata[key] }
        set { self.metadata[key] = newValue }
    }

    /// Writes one line; where standard error is closed or full the line is lost, and the server goes on.
    package func log(event: LogEvent) {
        var members: [JSONValue.Member] = [
            .init("time", .string("\(self.clock())")), .init("level", .string(event.level.rawValue)),
            .init("label", .string(self.label)), .init("message", .string("\(event.message)")),
        ]
        let metadata = self.metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            members.append(.init(key, .string("\(value)")))
        }
        // One write per line, so that lines of different threads never mix.
        try? FileHandle.standardError.write(contentsOf: JSONValue.object(members).encoded + [0x0A])
    }
}
