// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import UnixSignals

/// Says when to look at the files: again and again, and at once on SIGHUP.
struct ChangeService: Sendable {
    private enum Occasion: Sendable {
        case look
        case signal
    }

    let reloader: Reloader
    /// The time between two looks; a change is in force after two looks at most, and the time that it takes to read it.
    let looks: Duration

    /// Runs until it is cancelled; one change is taken over after the other.
    func run() async {
        let (occasions, come) = AsyncStream.makeStream(of: Occasion.self, bufferingPolicy: .bufferingNewest(4))
        await withTaskGroup { group in
            group.addTask { [looks] in
                while (try? await Task.sleep(for: looks)) != nil { come.yield(.look) }
                come.finish()
            }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sighup) { come.yield(.signal) }
            }
            for await occasion in occasions {
                switch occasion {
                case .look: await self.reloader.look()
                case .signal: await self.reloader.reload()
                }
            }
            group.cancelAll()
        }
    }
}
