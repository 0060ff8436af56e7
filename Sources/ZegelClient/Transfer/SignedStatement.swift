// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import CAdES
package import ZegelCore
import ZegelVerify

/// A statement with its signature, as it is handed in.
package struct SignedStatement: Hashable, Sendable {
    /// What is declared.
    package let statement: Statement
    /// The signed bytes, the `.p7m`.
    package let bytes: [UInt8]

    /// Signs a statement: a release with a second person's certificate, all else with the seal of the organisation.
    ///
    /// The signing-time is that of the statement.
    ///
    /// - Throws: ``ClientError`` with a `cms.…` code where it cannot be signed.
    package init(_ statement: Statement, signer: CAdESSigner) throws(ClientError) {
        self.statement = statement
        do {
            self.bytes = try signer.sign(attached: statement.encoded, at: statement.time.milliseconds / 1_000)
        } catch {
            throw ClientError(Problem(error))
        }
    }

    /// Reads one that was signed before.
    ///
    /// - Throws: ``ClientError`` with a `cms.…` code, a `json.…` code or `statement.invalid`.
    package init(parsing bytes: [UInt8]) throws(ClientError) {
        do { self.statement = try StatementOpening(parsing: bytes).statement } catch { throw ClientError(error) }
        self.bytes = bytes
    }
}
