// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The keys of one signer, by their names: a JWK Set (RFC 7517 §5), read strictly.
package struct KeySet: Sendable {
    /// The most keys that a set may have.
    static let maximumKeys = 64

    private let keys: [String: VerifyingKey]

    /// Reads a JWK Set; keys that serve another purpose are left out, as those of an algorithm that is not asked for.
    ///
    /// - Throws: `token.keys` where it is not strict JSON, has no usable key, the private part of one, or two of one name.
    package init(parsing bytes: [UInt8], algorithms: Set<TokenAlgorithm>) async throws(Problem) {
        let json: JSONValue
        do throws(Problem) {
            json = try StrictJSON.parse(bytes)
        } catch {
            throw Self.fault("It is not strict JSON: \(error.code).")
        }
        guard let elements = json["keys"]?.array, elements.count <= Self.maximumKeys else {
            throw Self.fault("It has no list of at most \(Self.maximumKeys) keys.")
        }
        var keys: [String: VerifyingKey] = [:]
        for element in elements {
            guard let key = try await VerifyingKey(element), algorithms.contains(key.algorithm) else { continue }
            guard keys.updateValue(key, forKey: key.id) == nil else { throw Self.fault("Two keys have one kid.") }
        }
        guard !keys.isEmpty else { throw Self.fault("None of its keys can verify what is configured.") }
        self.keys = keys
    }

    /// A set without keys: nothing that is signed counts.
    package static var empty: KeySet { KeySet([]) }

    init(_ keys: [VerifyingKey]) { self.keys = .init(keys.map { ($0.id, $0) }) { first, _ in first } }

    subscript(id: String) -> VerifyingKey? { self.keys[id] }

    static func fault(_ detail: String) -> Problem {
        Problem(code: "token.keys", status: 500, title: "A set of keys cannot be used.", detail: detail)
    }
}
