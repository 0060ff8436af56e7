// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization
import ZegelCore
import ZegelExchange
import ZegelServer

// CrashServer CONFIGURATION STAGE NUMBER: a server that dies by SIGKILL when so many submissions have passed a stage.

let arguments = CommandLine.arguments
guard arguments.count == 4, let stage = SubmissionStage(rawValue: arguments[2]), let number = Int(arguments[3]) else {
    exit(64)
}
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
        if isLast { kill(getpid(), SIGKILL) }
    },
    ready: { line in FileHandle.standardOutput.write(Data(line.encoded + [0x0A])) }
)
