// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Two servers that each have a network of their own, with one cable between; where the machine allows such.
///
/// A network goes with the process that began in it, and the cable with either.
struct Network {
    /// Where the second server is, as the first one sees it.
    static let address = "10.231.7.2"
    static let port = 8_443

    /// Whether this process may make them.
    static let isAllowed: Bool =
        (try? SystemCommand.run("unshare", ["-n", "sh", "-c", "ip link add zg0 type veth peer name zg1"])) != nil

    /// What a program is started with, so that it begins in a network of its own.
    static let own = ["/usr/bin/env", "unshare", "-n", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\""]

    /// What a program is started with, so that it begins in the network of a process.
    static func of(_ process: Int32) -> [String] { ["/usr/bin/env", "nsenter", "-t", "\(process)", "-n"] }

    private let first: Int32

    /// Lays the cable.
    init(between first: Int32, and second: Int32) throws {
        self.first = first
        let link = ["ip", "link", "add", "zg0", "type", "veth", "peer", "name", "zg1", "netns", "\(second)"]
        try Self.run(in: first, link)
        for (process, name, host) in [(first, "zg0", "10.231.7.1"), (second, "zg1", Self.address)] {
            try Self.run(in: process, ["ip", "address", "add", "\(host)/24", "dev", name])
            try Self.run(in: process, ["ip", "link", "set", name, "up"])
        }
    }

    /// Pulls the cable, or plugs it in again.
    func plug(_ isIn: Bool) throws { try Self.run(in: self.first, ["ip", "link", "set", "zg0", isIn ? "up" : "down"]) }

    private static func run(in process: Int32, _ command: [String]) throws {
        try SystemCommand.run("nsenter", ["-t", "\(process)", "-n"] + command)
    }
}
