// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A verified statement of a witness: at this time, the checkpoint was the largest that it had seen of the log.
public struct Cosignature: Hashable, Sendable {
    /// Whose statement it is.
    public let witness: CosignatureVerifier
    /// When it was made, in seconds since 1970.
    public let time: UInt64

    /// What is signed: a first line that no checkpoint has, the time, and the text of the checkpoint.
    static func message(over text: [UInt8], at time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + text
    }

    static var timeTooLate: TransparencyLogError {
        TransparencyLogError(.cosignatureTime, "A cosignature is dated at most 2^63 - 1 seconds after 1970.")
    }
}

extension SignedNote {
    /// The cosignature of a witness, or `nil` when it has not cosigned; those of other keys are not looked at.
    ///
    /// - Throws: `cosignature.time` or `note.signature-invalid`: a known witness's cosignature that does not hold.
    public func cosignature(
        of witness: CosignatureVerifier
    ) throws(TransparencyLogError) -> Cosignature? {
        guard let signature = self.signature(of: witness.name, witness.identifier) else { return nil }
        let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard time <= UInt64(Int64.max) else { throw Cosignature.timeTooLate }
        let message = Cosignature.message(over: self.text, at: time)
        let value = Array(signature.bytes.dropFirst(8))
        guard Curve25519.Signing.PublicKey.accepts(value, over: message, key: witness.key) else {
            throw TransparencyLogError(.signatureInvalid, "The cosignature of a known witness does not hold.")
        }
        return Cosignature(witness: witness, time: time)
    }
}
