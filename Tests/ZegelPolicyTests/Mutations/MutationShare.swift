// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How many mutants of a file were caught.
struct MutationShare: Sendable, CustomStringConvertible {
    private(set) var caught = 0
    private(set) var survivors: [String] = []
    /// Those that were argued to decide like the policy, and that a row caught.
    private(set) var disproved: [String] = []

    var tried: Int { self.caught + self.survivors.count }

    var percent: Double { Self.percent(self.caught, of: self.tried) }

    var description: String { "\(self.caught) of \(self.tried), \(self.percent) %" }

    /// In percent, with one decimal; nothing of nothing is nothing.
    static func percent(_ caught: Int, of tried: Int) -> Double {
        tried == 0 ? 0 : (1_000 * Double(caught) / Double(tried)).rounded(.down) / 10
    }

    mutating func add(_ mutant: Mutant, _ fate: MutantFate, isEquivalent: Bool) {
        switch fate {
        case .refused: ()
        case .caught where isEquivalent: self.disproved.append("\(mutant)")
        case .survived where isEquivalent: ()
        case .caught: self.caught += 1
        case .survived: self.survivors.append("\(mutant)")
        }
    }
}

extension MutationBench {
    /// Judges mutants on as many cores as there are: a share for each file, without those that are argued to be no mutation.
    func shares(of mutants: [Mutant], without equivalent: Set<String>) async -> [String: MutationShare] {
        let size = 25
        return await withTaskGroup(of: [(Mutant, MutantFate)].self) { group in
            for start in stride(from: 0, to: mutants.count, by: size) {
                group.addTask {
                    mutants[start..<min(start + size, mutants.count)].map { ($0, self.fate(of: $0)) }
                }
            }
            var shares: [String: MutationShare] = [:]
            for await judged in group {
                for (mutant, fate) in judged {
                    let isEquivalent = equivalent.contains("\(mutant)")
                    shares[mutant.file, default: MutationShare()].add(mutant, fate, isEquivalent: isEquivalent)
                }
            }
            return shares
        }
    }
}
