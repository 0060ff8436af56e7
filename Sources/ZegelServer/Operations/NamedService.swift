// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// A service that its group knows by the name of its type.
///
/// A group takes for a name what a service is as text, to write it to the log. Without a text of its own that would be all that it holds, the
/// store and its key among it, and half a second of work at each start.
protocol NamedService: Service, CustomStringConvertible {}

extension NamedService {
    var description: String { "\(Self.self)" }
}
