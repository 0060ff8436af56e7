// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation

/// Somebody pressed Ctrl-C, or told the process to end.
struct Interruption: Error {}

/// Does work that has no end of its own, until the process is told to end by SIGINT or SIGTERM.
///
/// The work is cancelled and finishes first, so that nothing is left half printed or half written.
///
/// - Throws: ``Interruption`` after such a signal, otherwise what the work throws.
func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let (signals, heard) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { heard.yield() }
        source.resume()
        return source
    }
    defer { for source in sources { source.cancel() } }
    let task = Task { try await work() }
    let watcher = Task {
        for await _ in signals {
            task.cancel()
            return true
        }
        return false
    }
    let result = await task.result
    heard.finish()
    if await watcher.value { throw Interruption() }
    try result.get()
}
