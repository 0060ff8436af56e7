// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import ZegelCore

/// The open files that the system lets this process have, of which each connection is one.
enum OpenFiles {
    /// Kept for everything but connections: the database and its readers, large contents, event loops, calls to others.
    static let reserve = 512

    /// The limits as they can be kept: with no more connections than there are files for.
    ///
    /// Raises what the process may have, as far as it may. Where that is too little a warning says so: a store that cannot open its files
    /// would be worse than a connection that is not taken.
    static func limits(_ limits: Limits, _ logger: Logger) -> Limits {
        let wanted = limits.connections + Self.reserve
        let allowed = Self.raise(to: wanted)
        let connections = Self.connections(limits.connections, of: allowed)
        guard connections < limits.connections else { return limits }
        logger.warning(
            "too few open files are allowed for limits.connections; fewer connections are taken",
            metadata: [
                "allowed": .stringConvertible(allowed), "wanted": .stringConvertible(wanted),
                "connections": .stringConvertible(connections),
            ]
        )
        var kept = limits
        kept.connections = connections
        return kept
    }

    /// How many connections so many open files leave room for: all but the reserve, and half of them where they are few.
    static func connections(_ wanted: Int, of allowed: Int) -> Int {
        max(1, min(wanted, max(allowed - Self.reserve, allowed / 2)))
    }

    /// Raises the soft limit, never beyond the hard one.
    ///
    /// - Returns: How many the process may have then.
    private static func raise(to wanted: Int) -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return wanted }
        guard limit.rlim_cur < UInt(wanted) else { return wanted }
        var raised = limit
        raised.rlim_cur = min(limit.rlim_max, UInt(wanted))
        let isRaised = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0
        return Int(clamping: isRaised ? raised.rlim_cur : limit.rlim_cur)
    }
}
