// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Reads the members of one JSON object and gathers every fault, so that a sender hears of all at once.
struct HeaderReader {
    /// All faults found so far.
    private(set) var faults: [Problem.Item] = []
    private let members: [JSONValue.Member]
    /// Which of the members somebody asked for; no key is there twice.
    private var isKnown: [Bool]

    init(_ members: [JSONValue.Member]) {
        self.members = members
        self.isKnown = Array(repeating: false, count: members.count)
    }

    /// The member under a key, which from now on counts as known.
    mutating func value(_ key: String) -> JSONValue? {
        guard let index = self.members.firstIndex(where: { $0.key == key }) else { return nil }
        self.isKnown[index] = true
        return self.members[index].value
    }

    /// A member that must be there and be what `parse` takes.
    mutating func required<Value>(_ key: String, _ what: String, _ parse: (JSONValue) -> Value?) -> Value? {
        guard let value = self.value(key) else {
            self.fault("field.missing", key, "\(key) is required: \(what)")
            return nil
        }
        guard let parsed = parse(value) else {
            self.fault("field.invalid", key, "\(key) must be \(what)")
            return nil
        }
        return parsed
    }

    /// A member that may be absent, but not wrong; `null` is wrong.
    mutating func optional<Value>(_ key: String, _ what: String, _ parse: (JSONValue) -> Value?) -> Value? {
        guard let value = self.value(key) else { return nil }
        guard let parsed = parse(value) else {
            self.fault("field.invalid", key, "\(key) must be \(what), or be left out")
            return nil
        }
        return parsed
    }

    /// Reads each element of a list of objects.
    mutating func objects<Element>(
        _ key: String,
        isRequired: Bool,
        _ read: (inout HeaderReader) -> Element?
    ) -> [Element] {
        guard let value = self.value(key) else {
            if isRequired { self.fault("field.missing", key, "\(key) is required: a list of objects") }
            return []
        }
        guard let elements = value.array else {
            self.fault("field.invalid", key, "\(key) must be a list of objects")
            return []
        }
        return elements.enumerated().compactMap { index, element in
            guard let members = element.members else {
                self.fault("field.invalid", "\(key)/\(index)", "each element must be an object")
                return nil
            }
            return self.nested(members, at: "\(key)/\(index)", read)
        }
    }

    /// Reads a member that is an object.
    mutating func object<Element>(_ key: String, _ read: (inout HeaderReader) -> Element?) -> Element? {
        guard let members = self.required(key, "an object", \.members) else { return nil }
        return self.nested(members, at: key, read)
    }

    /// Notes a fault.
    mutating func fault(_ code: String, _ key: String, _ detail: String) {
        self.faults.append(.init(code: code, location: "/\(key)", detail: detail))
    }

    /// Notes a fault for each member that nobody asked for.
    mutating func refuseUnknown() {
        for (member, isKnown) in zip(self.members, self.isKnown) where !isKnown {
            self.fault(
                "field.unknown",
                String(member.key.prefix(40)),
                "this field is not part of the format; leave it out"
            )
        }
    }

    private mutating func nested<Element>(
        _ members: [JSONValue.Member],
        at place: @autoclosure () -> String,
        _ read: (inout HeaderReader) -> Element?
    ) -> Element? {
        var reader = HeaderReader(members)
        let element = read(&reader)
        reader.refuseUnknown()
        for fault in reader.faults {
            self.faults.append(
                .init(code: fault.code, location: "/\(place())\(fault.location)", detail: fault.detail)
            )
        }
        return element
    }
}
