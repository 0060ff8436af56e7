// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What is no fault and yet hardly meant: rules that decide nothing.
extension PolicySet {
    /// The names of the exchanges, sorted.
    package var exchangeNames: [String] { self.exchanges.keys.sorted() }

    /// The legal bases that an exchange provides on, or has members on, sorted; empty for one that there is not.
    package func bases(of exchange: String) -> [String] {
        guard let exchange = self.exchanges[exchange] else { return [] }
        let purposes = exchange.kinds.values.flatMap { $0.purposes.values.joined() }
        let ofMembers = exchange.members.values.joined().compactMap(\.basis)
        return Set(purposes.flatMap(\.bases) + ofMembers).sorted()
    }

    /// What should be looked at: exchanges without table tests, permits and purposes that no two members could use, servers of
    /// organisations that are members of nothing.
    ///
    /// - Parameter tested: The exchanges that have table tests.
    package func remarks(tested: Set<String>) -> [YAMLFault] {
        let onExchanges = self.exchanges.values.sorted { $0.name < $1.name }.flatMap { exchange -> [YAMLFault] in
            var found: Set<YAMLFault> = []
            if !tested.contains(exchange.name) {
                found.insert(.init(file: exchange.file, line: 1, message: "\(exchange.name) has no table tests"))
            }
            for kind in exchange.kinds.values {
                for permit in kind.permits where !exchange.isUsable(permit, of: kind) {
                    let message = "this permit of \(kind.name) lets nobody send: no purpose joins its parties"
                    found.insert(.init(file: exchange.file, line: permit.reference.line, message: message))
                }
            }
            for rule in exchange.unusedPurposes {
                let message = "this purpose serves nobody: no permit of its kinds joins its parties"
                found.insert(.init(file: exchange.file, line: rule.line, message: message))
            }
            return found.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
        }
        return self.remarksOnServers + onExchanges
    }

    /// Organisations whose post goes to a server, and that can have none.
    private var remarksOnServers: [YAMLFault] {
        let members = Set(self.exchanges.values.flatMap(\.members.keys).map(\.organisation))
        return self.organisations.servers.sorted { $0.line < $1.line }.flatMap { server in
            server.serves.sorted().compactMap { self.organisations[$0]?.short }.filter { !members.contains($0) }.map {
                let message = "\($0) is a member of no exchange: nothing goes to this server for it"
                return YAMLFault(file: "organisations.yaml", line: server.line, message: message)
            }
        }
    }
}

extension ExchangePolicy {
    /// All roles that a mailbox has on any day.
    private func roles(of mailbox: MailboxName) -> UInt64 {
        (self.members[mailbox] ?? []).reduce(0) { $0 | $1.role }
    }

    /// Whether two members are selected by two pairs of selectors at once.
    private func joins(_ from: [Selector], _ to: [Selector]) -> Bool {
        let senders = self.members.keys.filter { name in
            from.allSatisfy { $0.selects(name, in: self.roles(of: name), from: name) }
        }
        return senders.contains { sender in
            self.members.keys.contains { name in
                to.allSatisfy { $0.selects(name, in: self.roles(of: name), from: sender) }
            }
        }
    }

    fileprivate func isUsable(_ permit: KindPolicy.Permit, of kind: KindPolicy) -> Bool {
        kind.purposes.values.joined().contains { self.joins([permit.from, $0.from], [permit.to, $0.to]) }
    }

    /// Purposes that serve no kind at all.
    fileprivate var unusedPurposes: Set<RuleReference> {
        var (used, all) = (Set<RuleReference>(), Set<RuleReference>())
        for kind in self.kinds.values {
            for purpose in kind.purposes.values.joined() {
                all.insert(purpose.reference)
                if kind.permits.contains(where: { self.joins([$0.from, purpose.from], [$0.to, purpose.to]) }) {
                    used.insert(purpose.reference)
                }
            }
        }
        return all.subtracting(used)
    }
}
