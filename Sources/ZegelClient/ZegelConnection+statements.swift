// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import CAdES
package import ZegelCore
import ZegelVerify

extension ZegelConnection {
    /// Signs a statement, hands it in and verifies the receipt.
    ///
    /// Where the profile has a folder for what it remembers, the signed statement is kept there until its receipt came or the server refused
    /// it, so that the same once more is safe whatever became of the answer.
    ///
    /// - Throws: ``ClientError`` as ``submit(_:)`` does.
    package func state(_ statement: Statement, signer: CAdESSigner) async throws(ClientError) -> AcceptedStatement {
        guard let memory = self.profile.state.map({ StatementMemory(folder: "\($0)/statements") }) else {
            return try await self.submit(try SignedStatement(statement, signer: signer))
        }
        let signed: SignedStatement
        if let kept = memory.kept(like: statement) {
            signed = kept
        } else {
            signed = try SignedStatement(statement, signer: signer)
            do { try memory.keep(signed) } catch { throw ClientError(error) }
        }
        do {
            let accepted = try await self.submit(signed)
            memory.forget(signed)
            return accepted
        } catch {
            if error.cause == .answered, ![.network, .server].contains(error.exit) { memory.forget(signed) }
            throw error
        }
    }

    /// Hands in a statement about a message and verifies the receipt.
    ///
    /// The same statement again gives the same receipt.
    ///
    /// - Throws: ``ClientError``; with the cause `receipt` where the answer does not prove that the statement was accepted.
    package func submit(_ statement: SignedStatement) async throws(ClientError) -> AcceptedStatement {
        let place =
            switch statement.statement.kind {
            case .acknowledgement: "acknowledgements"
            case .refusal: "refusals"
            case .release: "releases"
            case .consent: "consents"
            case .forward: "forwards"
            case .withdrawal: "withdrawals"
            case .correction: "corrections"
            case .disposal: "disposals"
            }
        let answer = try await self.answer(
            .post(
                "/v1/messages/\(statement.statement.message)/\(place)",
                statement.statement.kind.scope,
                .bytes(statement.bytes, type: MediaType.statement)
            )
        )
        do {
            let receipt = try StatementReceipt(parsing: answer.body)
            let verified = try await self.receipts.verify(receipt, of: statement.bytes, at: self.clock())
            if let checkpoint = verified.checkpoint { try await self.remember(checkpoint) }
            return AcceptedStatement(
                receipt: receipt,
                receiptBytes: answer.body,
                record: verified.record,
                revocation: verified.revocation,
                isRepeated: answer.status == 200,
                waits: answer.status == 202
            )
        } catch let error as ClientError {
            throw error.traced(answer.traceID)
        } catch {
            throw ClientError.receipt(Problem(any: error)).traced(answer.traceID)
        }
    }
}
