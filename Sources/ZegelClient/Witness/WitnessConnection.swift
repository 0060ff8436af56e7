// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
package import TransparencyLog
import ZegelCore

/// What a witness answered to a checkpoint.
package enum WitnessReply: Hashable, Sendable {
    /// It cosigned; the signature was verified.
    case cosigned(NoteSignature)
    /// It cosigned a tree of another size before, or another tree of this size.
    case conflict(UInt64)
    /// It is not convinced that the checkpoint continues what it cosigned.
    case inconsistent
    /// It refused for another reason.
    case refused(Int)
}

/// Asks one witness for cosignatures (c2sp.org/tlog-witness); whoever makes one ends it with ``shutdown()``.
package final class WitnessConnection: Sendable {
    /// Milliseconds until a connection has to stand, and a whole answer to be there.
    private static let (connect, answer): (Int64, Int64) = (2_000, 5_000)
    private static let largestAnswer = 65_536

    private let address: String
    private let name: String
    private let witness: CosignatureVerifier
    private let client: HTTPClient

    /// Prepares to ask; nothing connects yet.
    ///
    /// - Parameters:
    ///   - url: Its submission prefix: `https://HOST[:PORT][/PATH]`, or `http://` on a loopback address.
    ///   - witness: The key that it cosigns with.
    ///   - anchors: Files of the authorities that may vouch for its TLS certificate, PEM; those of the system where none is named.
    /// - Throws: ``ClientError`` with `configuration.invalid`.
    package init(url: String, witness: CosignatureVerifier, anchors: [String]) throws(ClientError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
            scheme == "https" || scheme == "http" && ["127.0.0.1", "[::1]", "::1", "localhost"].contains(host),
            parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil
        else {
            throw ClientError(
                Problem(.configuration, "The address of a witness must be https://HOST[:PORT][/PATH]: \(url)")
            )
        }
        self.address = (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/add-checkpoint"
        self.name = "\(host):\(parts.port ?? (scheme == "https" ? 443 : 80))"
        self.witness = witness
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if !anchors.isEmpty {
            var certificates: [NIOSSLCertificate] = []
            for path in anchors {
                let text = Array(try KeyFiles.text(path).utf8)
                guard let found = try? NIOSSLCertificate.fromPEMBytes(text), !found.isEmpty else {
                    throw ClientError(Problem(.configuration, "\(path) holds no certificate in PEM."))
                }
                certificates += found
            }
            tls.trustRoots = .certificates(certificates)
        }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(Self.connect), read: .milliseconds(Self.answer))
        )
        configuration.connectionPool.retryConnectionEstablishment = false
        self.client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends it; a question that still runs fails.
    package func shutdown() async { try? await self.client.shutdown() }

    /// Asks for a cosignature.
    ///
    /// - Throws: ``ClientError`` where the witness cannot be reached, or answers what no witness answers.
    package func add(_ question: AddCheckpoint) async throws(ClientError) -> WitnessReply {
        var request = HTTPClientRequest(url: self.address)
        request.method = .POST
        request.headers.add(name: "user-agent", value: "zegel")
        request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
        request.body = .bytes(ByteBuffer(bytes: question.bytes))
        let status: HTTPResponseStatus
        var body: [UInt8]
        do {
            let response = try await self.client.execute(request, deadline: .now() + .milliseconds(Self.answer))
            status = response.status
            body = Array(try await response.body.collect(upTo: Self.largestAnswer).readableBytesView)
        } catch {
            throw ClientError(transport: error, to: self.name)
        }
        switch status.code {
        case 200:
            do { return .cosigned(try question.cosignature(in: body, by: self.witness)) } catch {
                throw ClientError.malformed("\(self.name) is no witness with the key named: \(error)")
            }
        case 409:
            guard let size = AddCheckpoint.size(parsing: body) else {
                throw ClientError.malformed("\(self.name) answers 409 without a size.")
            }
            return .conflict(size)
        case 422: return .inconsistent
        default: return .refused(Int(status.code))
        }
    }
}
