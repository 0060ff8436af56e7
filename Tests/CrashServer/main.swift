// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CFaultySync
import Foundation
import Glibc
import Synchronization
import ZegelCore
import ZegelExchange
import ZegelServer

// CrashServer CONFIGURATION STAGE NUMBER FAULT: a server to which something happens when so many submissions have passed a stage. With the
// fault `kill` it dies by SIGKILL, with `sync` every sync of its disk fails from then on.

let arguments = CommandLine.arguments
guard arguments.count == 5, let stage = SubmissionStage(rawValue: arguments[2]), let number = Int(arguments[3]),
    ["kill", "sync"].contains(arguments[4])
else {
    exit(64)
}
let isKilled = arguments[4] == "kill"
let left = Mutex(number)
try await ServerProcess.run(
    try ServerConfiguration.load(arguments[1]),
    listen: "127.0.0.1:0",
    passed: { passed in
        guard passed == stage else { return }
        let isLast = left.withLock { left in
            left -= 1
            return left == 0
        }
        guard isLast else { return }
        if isKilled { kill(getpid(), SIGKILL) } else { faulty_sync_begin() }
    },
    ready: { line in FileHandle.standardOutput.write(Data(line.encoded + [0x0A])) }
)
