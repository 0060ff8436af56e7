// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension ProcessExit {
    /// How a command ends that stopped at a problem.
    ///
    /// A code that has a meaning of its own comes first; otherwise the family of the code and then its HTTP status decide.
    package init(_ problem: Problem) {
        switch problem.code {
        case ProblemCode.configuration.rawValue, ProblemCode.storeLocked.rawValue, ProblemCode.restoreLog.rawValue:
            self = .configuration
        case ProblemCode.parameterInvalid.rawValue: self = .usage
        case ProblemCode.storageDamaged.rawValue, ProblemCode.backupAltered.rawValue,
            ProblemCode.backupDamaged.rawValue:
            self = .integrity
        default: self = Self(family: problem.code.prefix { $0 != "." }, status: problem.status)
        }
    }

    private init(family: Substring, status: Int) {
        switch (family, status) {
        case ("log", _): self = .log
        case ("certificate", _), ("revocation", _), ("trust", _), ("token", _), (_, 401): self = .identity
        case (_, 403): self = .refused
        case (_, 404), (_, 410): self = .notFound
        case (_, 409), (_, 412): self = .conflict
        case (_, 408), (_, 429), (_, 503): self = .network
        case (_, 500...): self = .server
        default: self = .invalid
        }
    }
}
