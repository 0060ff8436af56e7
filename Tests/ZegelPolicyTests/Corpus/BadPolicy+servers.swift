// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension BadPolicy {
    private static let file = "organisations.yaml"
    private static let server = "    relays: [aivd]"

    /// A second server, good but for what a text says of it.
    private static func second(
        oin: String = "00000099000000099003",
        url: String = "https://zegel.bank.example",
        log: String = "zegel.bank.example/2026+49d00048+AVr84Dn7jrhtGnXUy9fyHKw3jy1Mjk5NdkWhZxz3xhwL",
        serves: String = "bank-a",
        _ message: String
    ) -> BadPolicy {
        let server = "  - { oin: \(oin), url: \"\(url)\", log: \(log), serves: [\(serves)] }"
        return BadPolicy(Self.file, Self.server, "\(Self.server)\n\(server)", lines: 1, message)
    }

    /// Servers of partners that are none, or are named twice.
    static let servers = [
        BadPolicy(file, "serves: [om]", "servs: [om]", "unknown key servs; did you mean serves?"),
        BadPolicy(file, "    serves: [om]\n", "", lines: -3, "serves is missing: the organisations"),
        BadPolicy(file, "serves: [om]", "serves: []", lines: -3, "serves is missing: the organisations"),
        BadPolicy(file, "serves: [om]", "serves: om", "serves must be a list of short names of organisations"),
        BadPolicy(file, "serves: [om]", "serves: [omm]", "“omm” is no organisation of this file; did you mean om?"),
        BadPolicy(file, "serves: [om]", "serves: [om, om]", "om stands twice"),
        BadPolicy(file, server, "    relays: [om]", "om stands under serves, and need not stand under relays"),
        BadPolicy(file, "https://zegel.om", "http://zegel.om", "url must be https://HOST or https://HOST:PORT"),
        BadPolicy(file, "example:8443", "example:8443/", "url must be https://HOST or https://HOST:PORT"),
        BadPolicy(file, "example:8443", "example:0", "url must be https://HOST or https://HOST:PORT"),
        BadPolicy(file, "https://zegel.om", "https://a@zegel.om", "url must be https://HOST or https://HOST:PORT"),
        BadPolicy(file, "2026+fcca0638", "2026+fcca0639", "log must be the verifier key of its log"),
        second(oin: "00000099000000002000", "the OIN 00000099000000002000 is that of an organisation"),
        second(oin: "00000099000000099002", "the OIN 00000099000000099002 belongs to the server"),
        second(url: "https://zegel.om.example:8443", "the address https://zegel.om.example:8443 belongs to the server"),
        second(
            log: "zegel.om.example/2026+fcca0638+ASTnHVvn35hAJ6QPBykkFLsJdepKNNv4Ybn04HnrycNY",
            "the log zegel.om.example/2026 belongs to the server"
        ),
        second(serves: "om", "the organisation om belongs to the server"),
    ]
}
