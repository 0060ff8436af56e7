// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOPosix
import ZegelCore
import ZegelVerify

/// Reads the container that is to be sent, as strictly as the server will.
enum LocalContainer {
    /// Reads all of it.
    ///
    /// - Throws: ``ClientError`` with the code of what is wrong with the file.
    static func whole(_ path: String) async throws(ClientError) -> CheckedContainer {
        try await Self.blocking {
            var intake = ContainerIntake()
            try FilePieces.read(path) { try intake.consume($0) }
            return try intake.finish()
        }
    }

    /// Reads its header, and nothing behind its signature.
    ///
    /// - Throws: ``ClientError`` with the code of what is wrong with the file.
    static func header(_ path: String) async throws(ClientError) -> MessageHeader {
        try await Self.blocking {
            var intake = ContainerIntake()
            do {
                try FilePieces.read(path) { piece in
                    try intake.consume(piece)
                    if let header = intake.opening?.header { throw Found(header: header) }
                }
            } catch let found as Found {
                return found.header
            }
            return try intake.finish().opening.header
        }
    }

    private struct Found: Error {
        let header: MessageHeader
    }

    /// Work that waits for a disk stays off the threads that everything else shares.
    private static func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws(ClientError) -> Value {
        do {
            return try await NIOThreadPool.singleton.runIfActive(work)
        } catch {
            if error is CancellationError { throw .cancelled }
            throw ClientError(Problem(any: error))
        }
    }
}
