// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Finds what was perhaps meant by a word that nobody knows.
package enum Spelling {
    /// `; did you mean x?`, or nothing where no candidate is near.
    package static func hint(for word: String, among candidates: some Sequence<String>) -> String {
        let allowed = word.count < 4 ? 1 : max(2, min(3, word.count / 3))
        var best: (distance: Int, candidate: String)?
        for candidate in candidates.sorted() {
            let distance = self.distance(candidate, word)
            if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best.map { "; did you mean \($0.candidate)?" } ?? ""
    }

    /// Levenshtein's distance over the first 64 characters.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.prefix(64)), Array(right.prefix(64)))
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, other) in right.enumerated() {
                let cost = character == other ? diagonal : min(diagonal, row[place], row[place + 1]) + 1
                diagonal = row[place + 1]
                row[place + 1] = cost
            }
        }
        return row[right.count]
    }
}
