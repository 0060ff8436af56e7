// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore

extension DossierCheck {
    /// What the witnesses of a policy saw of the log in which the seal stands.
    enum Witnessed {
        /// Enough have seen it by this time.
        case seen(by: Instant, count: Int)
        /// Too few have, or the log proof is missing or does not hold.
        case unseen(Finding)
        /// A cosignature of a witness that is named does not hold.
        case broken(Finding)
    }

    /// Judges the cosignatures under the checkpoint that the log proof leads to; `nil` where no policy asks for them.
    ///
    /// Those that are dated after the time of judging count as absent.
    func witnessed(_ acceptance: AcceptanceRecord) -> Witnessed? {
        guard let policy = self.logs.witnesses else { return nil }
        let none = Finding.undecided(.witnessQuorum, "Too few of the witnesses have seen the log with this seal in it.")
        guard let log = self.logs.key(of: acceptance.log),
            let proven = try? self.proven(log),
            proven.checkpoint.origin.description == acceptance.log
        else { return .unseen(none) }
        let cosigned: VerifiedCheckpoint
        do {
            cosigned = try proven.signed.verified(by: log, witnesses: policy.witnesses)
        } catch {
            return .broken(.failed(.cosignature, "\(error)"))
        }
        let skew = Int64(Limits().clockSkew)
        let latest = UInt64(max(0, self.now.advanced(bySeconds: skew).milliseconds / 1_000))
        let counted = cosigned.cosignatures.filter { $0.time <= latest }
        guard let time = policy.time(counted) else { return .unseen(none) }
        let moment = Instant(milliseconds: Int64(time) * 1_000)
        guard policy.needsNobody || acceptance.receivedAt <= moment.advanced(bySeconds: skew) else {
            return .broken(.failed(.mismatch, "The witnesses saw the seal before the time that it states."))
        }
        return .seen(by: moment, count: counted.count)
    }

    /// What is reported about the witnesses.
    static func outcome(of witnessed: Witnessed) throws(Finding) -> String {
        switch witnessed {
        case .seen(_, count: 0): return "the policy asks for none"
        case .seen(by: let time, let count): return "\(count) of the policy, enough of them by \(time)"
        case .unseen(let finding), .broken(let finding): throw finding
        }
    }
}

extension DossierCheck.Witnessed {
    /// The time at which the seal was seen, where that is proven.
    var provenTime: Instant? {
        if case .seen(by: let time, let count) = self, count > 0 { time } else { nil }
    }
}

/// Whose logs count, and whose cosignatures.
struct TrustedLogs: Sendable {
    /// The keys that were named, or those of the policy.
    let keys: [NoteVerifier]
    /// The policy; nobody looks at cosignatures without one.
    let witnesses: WitnessPolicy?

    /// - Throws: `configuration.invalid` where no log is named at all, or one that the policy does not have.
    init(_ keys: [NoteVerifier], _ policy: WitnessPolicy?) throws(Problem) {
        self.keys = keys.isEmpty ? policy?.logs ?? [] : keys
        self.witnesses = policy
        guard let policy else { return }
        guard !self.keys.isEmpty else {
            throw Problem(.configuration, "The witness policy has no log; name the key of the log with --log-key.")
        }
        if let key = keys.first(where: { !policy.logs.isEmpty && !policy.logs.contains($0) }) {
            throw Problem(.configuration, "The witness policy does not have the log \(key.name).")
        }
    }

    /// The key of a log: that with the name, or the first, which then does not fit.
    func key(of origin: String) -> NoteVerifier? {
        self.keys.first { $0.name.description == origin } ?? self.keys.first
    }
}
