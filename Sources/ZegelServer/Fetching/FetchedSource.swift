// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore
import ZegelIdentity
import ZegelTrust

/// Something that is fetched, and what it must be to be kept.
struct FetchedSource: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case list
        case keys(Set<TokenAlgorithm>)
    }

    /// What came, and until when it holds.
    struct Content {
        /// The text to keep; `nil` where the same is kept already.
        let text: String?
        let until: Instant?
    }

    let file: ConfiguredFile
    let address: FetchAddress
    let kind: Kind

    init?(_ file: ConfiguredFile, _ kind: Kind) {
        guard let address = file.address else { return nil }
        self.file = file
        self.address = address
        self.kind = kind
    }

    /// Bytes of an answer at most.
    var bound: Int {
        switch self.kind {
        case .list: RevocationList.maximumBytes
        case .keys: 262_144
        }
    }

    /// Seconds for the whole of an answer.
    var seconds: Int64 {
        switch self.kind {
        case .list: 60
        case .keys: 10
        }
    }

    /// Whether there is nothing to begin with: never fetched, or a list whose time is over.
    func isWanting(at moment: Instant) -> Bool {
        guard let text = try? self.file.read() else { return true }
        guard case .list = self.kind else { return false }
        let lists = (try? RevocationList.pemDocuments(in: text)) ?? []
        return lists.isEmpty || lists.contains { $0.nextUpdate < moment }
    }

    /// Judges what came, by whom the server trusts and the lists that it has.
    ///
    /// - Throws: ``Problem`` with the code of a ``TrustError``, or `token.keys`: nothing changes then.
    func judge(_ bytes: [UInt8], by trust: TrustSource, at moment: Instant) async throws(Problem) -> Content {
        switch self.kind {
        case .list: try self.judge(list: bytes, trust, moment)
        case .keys(let algorithms): try await self.judge(keys: bytes, algorithms)
        }
    }

    private func judge(list bytes: [UInt8], _ trust: TrustSource, _ moment: Instant) throws(Problem) -> Content {
        do throws(TrustError) {
            let lists = try RevocationList.documents(in: bytes)
            var isNew = !FileManager.default.fileExists(atPath: self.file.path)
            for list in lists where try trust.isNewer(list, at: moment) { isNew = true }
            let text = isNew ? lists.map(\.pemText).joined() : nil
            return Content(text: text, until: lists.map(\.nextUpdate).min())
        } catch {
            throw error.problem
        }
    }

    private func judge(keys bytes: [UInt8], _ algorithms: Set<TokenAlgorithm>) async throws(Problem) -> Content {
        _ = try await KeySet(parsing: bytes, algorithms: algorithms)
        // What was parsed strictly is UTF-8.
        let text = String(decoding: bytes, as: UTF8.self)
        return Content(text: try? self.file.read() == text ? nil : text, until: nil)
    }
}

extension ServerConfiguration {
    /// Everything that is fetched.
    var fetched: [FetchedSource] {
        self.lists.compactMap { FetchedSource($0, .list) }
            + (self.token.issuers.map(\.keys) + self.token.assertions).compactMap {
                FetchedSource($0.jwks, .keys($0.algorithms))
            }
    }
}
