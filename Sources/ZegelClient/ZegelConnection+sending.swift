// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import TransparencyLog
import ZegelCore
package import ZegelVerify

extension ZegelConnection {
    /// Bytes from which on a container is sent in parts.
    package static let resumableSize = 16_777_216

    /// Forgets how to resume sending a container, once its receipt is kept.
    package static func forgetUpload(of path: String) { UploadJournal(beside: path).remove() }

    /// Asks what handing in a message would be answered; nothing of the message is stored.
    ///
    /// It sends the header alone, so that a refusal does not cost the time of sending the documents.
    ///
    /// - Parameter path: The container.
    /// - Throws: ``ClientError``, with what the server would refuse for.
    package func check(file path: String) async throws(ClientError) -> SendingCheck {
        let header = try await LocalContainer.header(path)
        var call = Call.post("/v1/messages/_check", .send, .bytes(header.bytes, type: MediaType.json))
        // Each question is recorded and counts against the sender's rate.
        call.isRepeatable = false
        let answer = try await self.answer(call)
        guard answer.json["decision"]?.string == "allow", let releases = answer.json["release"]?.integer,
            (1...100).contains(releases)
        else { throw ClientError.malformed("Its decision has another form.").traced(answer.traceID) }
        return SendingCheck(releases: Int(releases))
    }

    /// Hands in a message and verifies the receipt.
    ///
    /// The container is read first as the server will read it. Sending the same container again is safe: it gives the same
    /// receipt, so that no other key is needed to make a repetition harmless.
    ///
    /// From ``resumableSize`` on it goes in parts, each of which the server says it has; what breaks off is resumed, also by a later call:
    /// what that needs is kept beside the container until ``forgetUpload(of:)``.
    ///
    /// - Parameters:
    ///   - path: The container.
    ///   - progress: Told of each piece that was handed over to be sent; of parts, that the server has them.
    ///   - notice: Told where an upload that was begun before is not resumed, and why.
    /// - Returns: What the server accepted, its receipt verified.
    /// - Throws: ``ClientError``; with the cause `receipt` where the answer does not prove that the message was accepted.
    package func submit(
        file path: String,
        progress: TransferProgress.Handler?,
        notice: @escaping @Sendable (String) -> Void
    ) async throws(ClientError) -> Submission {
        let container = try await LocalContainer.whole(path)
        guard container.index.size < Self.resumableSize else {
            let upload = try ResumableUpload(self, of: container, in: path, progress: progress, notice: notice)
            return try await self.accepted(upload(), of: container)
        }
        let body = UploadBody(path: path, size: container.index.size, progress: progress)
        return try await self.hand(in: container, body, to: "/v1/messages")
    }

    /// Hands in a message and verifies the receipt, and tells nobody where an upload begins anew.
    package func submit(
        file path: String,
        progress: TransferProgress.Handler? = nil
    ) async throws(ClientError) -> Submission {
        try await self.submit(file: path, progress: progress, notice: { _ in })
    }

    /// Brings back a message that the server lost, with the receipt that it gave for it (DESIGN §4.4), and verifies the new one.
    ///
    /// Where it was not lost the answer is the old receipt, and it is repeated.
    ///
    /// - Throws: ``ClientError`` as ``submit(file:progress:)``; `receipt.invalid` where the receipt is of another container.
    package func resubmit(
        file path: String,
        with receipt: MessageReceipt,
        progress: TransferProgress.Handler? = nil
    ) async throws(ClientError) -> Submission {
        let container = try await LocalContainer.whole(path)
        let tail: [UInt8]
        do { tail = try Resubmission.tail(of: container, with: receipt) } catch { throw ClientError(error) }
        let body = UploadBody(path: path, size: container.index.entriesSize, tail: tail, progress: progress)
        return try await self.hand(in: container, body, to: "/v1/messages/_resubmit")
    }

    private func hand(
        in container: CheckedContainer,
        _ body: UploadBody,
        to place: String
    ) async throws(ClientError) -> Submission {
        var call = Call.post(place, .send, .file(body, type: MediaType.container))
        call.seconds = nil
        return try await self.accepted(self.answer(call), of: container)
    }

    /// Verifies a receipt against what was sent.
    private func accepted(_ answer: Answer, of container: CheckedContainer) async throws(ClientError) -> Submission {
        do {
            let receipt = try MessageReceipt(parsing: answer.body)
            let verified = try await self.receipts.verify(receipt, of: container, at: self.clock())
            if let checkpoint = verified.checkpoint {
                try self.mustBeNew(checkpoint, status: answer.status)
                try await self.remember(checkpoint)
            }
            return Submission(
                receipt: receipt,
                receiptBytes: answer.body,
                record: verified.record,
                revocation: verified.revocation,
                isRepeated: answer.status == 200
            )
        } catch let error as ClientError {
            throw error.traced(answer.traceID)
        } catch {
            throw ClientError.receipt(Problem(any: error)).traced(answer.traceID)
        }
    }

    /// What is accepted now stands in the log of now; only what was accepted before a restore stands in an earlier one.
    private func mustBeNew(_ checkpoint: VerifiedCheckpoint, status: Int) throws(Problem) {
        guard status == 201, let memory = self.memory, checkpoint.log != memory.key else { return }
        throw Problem(
            .logProof,
            "It was accepted now, and its proof is of the log \(checkpoint.log.name) that is over."
        )
    }
}
