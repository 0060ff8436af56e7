// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore

/// How one of several systems that share a mailbox says which messages are its own.
struct ClaimOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only what no other system that shares the mailbox holds: claim it under this name, until the lease ends.",
            valueName: "name"
        )
    )
    var claim: String?

    @Option(help: ArgumentHelp("How long a claim holds, in seconds, at most 3,600.", valueName: "seconds"))
    var lease = 300

    func validate() throws {
        guard (1...3_600).contains(self.lease) else { throw ValidationError("--lease takes 1 to 3,600.") }
        guard self.claim.map({ MailboxName.isLabel($0) }) ?? true else {
            throw ValidationError("--claim takes a name of lower-case letters, digits and hyphens.")
        }
    }
}
