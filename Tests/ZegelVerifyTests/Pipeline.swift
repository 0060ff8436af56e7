// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

/// All that a server does with a container before it asks the policy and seals.
enum Pipeline {
    /// Reads a container in pieces of one size and judges its sender.
    static func verified(_ container: [UInt8], pieces size: Int = .max) async throws -> VerifiedContainer {
        let pki = try TestPKI.shared.get()
        let checked = try self.checked(container, pieces: size)
        let signature = try checked.opening.signedBy()
        let verdict = await pki.trust.judge(
            leaf: signature.signer,
            intermediates: signature.certificates,
            profile: .seal,
            at: TestPKI.now
        )
        switch verdict {
        case .trusted(let trusted):
            let sender = try judgeSender(checked.opening, signature: signature, trusted: trusted, at: TestPKI.now)
            return try checked.verified(by: sender)
        case .refused(let error), .undecided(let error):
            throw error.problem
        }
    }

    /// Reads a container in pieces of one size.
    static func checked(_ container: [UInt8], pieces size: Int = .max) throws(Problem) -> CheckedContainer {
        var intake = ContainerIntake()
        var rest = container[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size)
            try intake.consume(piece)
            rest = rest.dropFirst(piece.count)
        }
        return try intake.finish()
    }

    /// The code with which a container is refused, or `nil` where it is not.
    static func refusal(of container: [UInt8], pieces size: Int = .max) async -> String? {
        do {
            _ = try await self.verified(container, pieces: size)
            return nil
        } catch {
            return (error as? Problem)?.code ?? "\(error)"
        }
    }
}
