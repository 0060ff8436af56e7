// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

extension MutationBench {
    /// The policy with a mutant in it; `nil` where that cannot be read.
    func policy(with mutant: Mutant) -> PolicySet? {
        let vocabulary = PolicyVocabulary(
            directory: self.policy.organisations,
            markings: self.policy.markings,
            codes: self.policy.codes,
            exchanges: self.kinds
        )
        guard let name = mutant.exchange else { return self.policy(withShared: mutant) }
        guard let exchange = Self.exchange(mutant.root, mutant.file, vocabulary) else { return nil }
        var exchanges = self.policy.exchanges
        exchanges[name] = exchange
        return PolicySet(
            digest: self.policy.digest,
            organisations: self.policy.organisations,
            markings: self.policy.markings,
            codes: self.policy.codes,
            exchanges: exchanges
        )
    }

    /// The same where organisations or classifications are changed, which every exchange looks at.
    private func policy(withShared mutant: Mutant) -> PolicySet? {
        var (directory, markings, codes) = (self.policy.organisations, self.policy.markings, self.policy.codes)
        var reader = YAMLReader(mutant.root, file: mutant.file)
        if mutant.file == "organisations.yaml" {
            var reading = OrganisationReading()
            directory = reading.directory(&reader)
        } else {
            var reading = ClassificationReading()
            reading.read(&reader)
            (markings, codes) = (reading.markings, reading.codes)
        }
        guard reader.faults.isEmpty else { return nil }
        let vocabulary = PolicyVocabulary(
            directory: directory,
            markings: markings,
            codes: codes,
            exchanges: self.kinds
        )
        var exchanges: [String: ExchangePolicy] = [:]
        for (file, root) in self.nodes where file.hasPrefix("exchanges/") {
            guard let exchange = Self.exchange(root, file, vocabulary) else { return nil }
            exchanges[exchange.name] = exchange
        }
        return PolicySet(
            digest: self.policy.digest,
            organisations: directory,
            markings: markings,
            codes: codes,
            exchanges: exchanges
        )
    }

    private static func exchange(_ root: YAMLNode, _ file: String, _ vocabulary: PolicyVocabulary) -> ExchangePolicy? {
        var reader = YAMLReader(root, file: file)
        let exchange = ExchangePolicy(&reader, vocabulary)
        reader.refuseUnknown()
        return reader.faults.isEmpty ? exchange : nil
    }
}
