// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension JSONValue {
    /// The same value with one member set, or left out where `value` is `nil`; objects on the way are made as needed.
    package func setting(_ path: ArraySlice<String>, to value: JSONValue?) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        var members = self.members ?? []
        let place = members.firstIndex { $0.key == key }
        let inner: JSONValue?
        if path.count == 1 {
            inner = value
        } else {
            let old = place.map { members[$0].value }
            if old == nil, value == nil { return self }
            inner = (old ?? .object([])).setting(path.dropFirst(), to: value)
        }
        switch (place, inner) {
        case (let place?, let inner?): members[place] = .init(key, inner)
        case (let place?, nil): members.remove(at: place)
        case (nil, let inner?): members.append(.init(key, inner))
        case (nil, nil): ()
        }
        return .object(members)
    }
}
