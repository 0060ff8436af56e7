// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// `zegel forward`: one who has a message passes it on.
struct Forward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pass messages on to further mailboxes, signed with the seal of your organisation.",
        discussion: """
            The policy decides by what the originator sent and said. Where only its consent is missing, the forward is kept \
            and waits: the originator is asked, and “zegel status” tells what became of it.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions
    @OptionGroup var passage: PassageOptions

    func run() async throws { try await self.about.state(self.passage, { .forward($0) }, by: self.agency) }
}

/// `zegel consent`: the originator lets a message go on.
struct Consent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let messages go on to further mailboxes, signed with the seal of their originator.",
        discussion: """
            “zegel due” lists what waits for your consent; say the same mailboxes, purpose and basis. What you do not want \
            passed on you refuse, with “zegel refuse”. A consent may also come first, and cannot be taken back: a withdrawal \
            ends it.
            """
    )

    @OptionGroup var agency: AgencyOptions
    @OptionGroup var about: StatementOptions
    @OptionGroup var passage: PassageOptions

    func run() async throws { try await self.about.state(self.passage, { .consent($0) }, by: self.agency) }
}

/// To whom a message goes on, what for, and on which basis.
struct PassageOptions: ParsableArguments {
    @Option(help: "A mailbox; as OIN:organisation/function where you share no exchange with it. May be given again.")
    var to: [NamedMailbox]

    @Option(help: "What they may use it for.")
    var purpose: String

    @Option(help: "The provision of law under which it is passed on.")
    var basis: String

    func validate() throws {
        guard !self.to.isEmpty else { throw ValidationError("--to names at least one mailbox.") }
    }

    /// The passage, with the number of each organisation.
    func passage(_ connection: ZegelConnection) async throws -> Statement.Passage {
        var addresses: [MailboxAddress] = []
        for named in self.to {
            let oin = try await Self.oin(of: named, connection)
            addresses.append(MailboxAddress(oin: oin, mailbox: named.mailbox))
        }
        return Statement.Passage(to: addresses, purpose: self.purpose, legalBasis: self.basis)
    }

    private static func oin(of named: NamedMailbox, _ connection: ZegelConnection) async throws -> OIN {
        if let oin = named.oin { return oin }
        do throws(ClientError) {
            return try await connection.organisation("\(named.mailbox.organisation)").oin
        } catch {
            guard error.exit == .notFound else { throw error }
            let detail =
                "You share no exchange with \(named.mailbox.organisation): give its number, as OIN:\(named.mailbox)."
            throw CommandFailure(.notFound, Problem(.notFound, detail))
        }
    }
}

/// A mailbox, with the number of its organisation where that is given.
struct NamedMailbox: ExpressibleByArgument, Sendable {
    let oin: OIN?
    let mailbox: MailboxName

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, let mailbox = MailboxName(last) else { return nil }
        let oin = parts.count == 2 ? OIN(parts[0]) : nil
        guard parts.count == 1 || oin != nil else { return nil }
        self.oin = oin
        self.mailbox = mailbox
    }
}
