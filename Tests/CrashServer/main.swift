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

// CrashServer CONFIGURATION kill|sync STAGE NUMBER: a server to which something happens when so many submissions have passed a stage. With
// `kill` it dies by SIGKILL, with `sync` every sync of its disk fails from then on.
// CrashServer CONFIGURATION journal FILE: one of which a file tells what it does to its folder.
// CrashServer CONFIGURATION clock FILE: one whose clock is wrong by as many seconds as a file says.

let arguments = CommandLine.arguments
guard arguments.count > 3 else { exit(64) }
let fault = arguments[2]
let file = arguments[3]
let stage = SubmissionStage(rawValue: file)
let left = Mutex(arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0)
switch fault {
case "kill", "sync": guard stage != nil, left.withLock({ $0 > 0 }) else { exit(64) }
case "journal":
    let home = URL(fileURLWithPath: arguments[1]).deletingLastPathComponent().path
    guard unsafe disk_journal_begin(file, home) == 1 else { exit(64) }
case "clock": ()
default: exit(64)
}
try await ServerProcess.run(
    try ServerConfiguration.load(arguments[1]),
    listen: "127.0.0.1:0",
    clock: {
        let ahead = fault == "clock" ? (try? String(contentsOfFile: file, encoding: .utf8)).flatMap { Double($0) } : nil
        return Instant(milliseconds: Int64((Date().timeIntervalSince1970 + (ahead ?? 0)) * 1_000))
    },
    passed: { passed in
        guard passed == stage else { return }
        let isLast = left.withLock { left in
            left -= 1
            return left == 0
        }
        guard isLast else { return }
        if fault == "kill" { kill(getpid(), SIGKILL) } else { faulty_sync_begin() }
    },
    ready: { line in FileHandle.standardOutput.write(Data(line.encoded + [0x0A])) }
)
