// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Remembers a bounded number of values, in two halves: when the young half is full it becomes the old one, which is dropped.
///
/// What is used survives, what is not goes, and neither reading nor writing ever walks over all entries.
struct YoungOldCache<Key: Hashable, Value> {
    private let half: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    /// Creates a cache that holds at most a number of values, at least two.
    init(capacity: Int) { self.half = max(1, capacity / 2) }

    /// How many values are held.
    var count: Int { self.young.count + self.old.keys.count { self.young[$0] == nil } }

    /// A value; reading one makes it young again.
    subscript(key: Key) -> Value? {
        mutating get {
            if let found = self.young[key] { return found }
            guard let found = self.old[key] else { return nil }
            self.keep(found, key)
            return found
        }
        set {
            if let newValue { self.keep(newValue, key) }
        }
    }

    /// Forgets all.
    mutating func removeAll() {
        self.young = [:]
        self.old = [:]
    }

    /// Forgets some.
    mutating func removeAll(where isMeant: (Value) -> Bool) {
        self.young = self.young.filter { !isMeant($0.value) }
        self.old = self.old.filter { !isMeant($0.value) }
    }

    private mutating func keep(_ value: Value, _ key: Key) {
        if self.young.count >= self.half, self.young[key] == nil {
            self.old = self.young
            self.young = [:]
        }
        self.young[key] = value
    }
}
