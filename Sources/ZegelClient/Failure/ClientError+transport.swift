// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import ZegelCore

extension ClientError {
    /// What a failure below HTTP means.
    init(transport error: any Error, to server: String) {
        switch error {
        case let error as ClientError: self = error
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError: self.init(client: error, server)
        case is NIOConnectionError, is SocketAddressError: self = .unreachable(server)
        case let error as NIOSSLError: self.init(tls: error, server)
        case is NIOSSLExtraError, is BoringSSLError:
            self = .tls("TLS with \(server) failed: the server's certificate does not name this host.")
        case let error as IOError:
            let isClosed = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT].contains(error.errnoCode)
            self = isClosed ? .unreachable(server) : .interrupted(server)
        default: self = .interrupted(server)
        }
    }

    private init(client error: HTTPClientError, _ server: String) {
        switch error {
        case .cancelled, .requestStreamCancelled: self = .cancelled
        case .connectTimeout, .getConnectionFromPoolTimeout: self = .unreachable(server)
        case .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout: self = .timeout(server)
        case .invalidURL, .emptyHost, .emptyScheme:
            self.init(Problem(.configuration, "The address of the server must be https://HOST[:PORT]."))
        default: self = .interrupted(server)
        }
    }

    private init(tls error: NIOSSLError, _ server: String) {
        switch error {
        case .handshakeFailed, .failedToLoadCertificate, .noCertificateToValidate, .unableToValidateCertificate:
            self = .tls("TLS with \(server) failed before anything was said.")
        case .uncleanShutdown: self = .interrupted(server)
        default: self = .tls("TLS with \(server) failed.")
        }
    }

    /// The caller called it off.
    package static let cancelled = ClientError(
        .cancelled,
        Problem(code: "call.cancelled", status: 499, title: "The call was called off.", detail: "")
    )

    static func unreachable(_ server: String) -> ClientError {
        ClientError(
            .unreachable,
            status: 503,
            "The server cannot be reached.",
            "Nothing accepts connections at \(server).",
            remedy: "Check the address in the profile, the network, and whether the server runs; then repeat it."
        )
    }

    static func timeout(_ server: String) -> ClientError {
        ClientError(
            .timeout,
            status: 504,
            "The server took too long.",
            "\(server) did not go on in time.",
            remedy: "Repeat it; the same message again gives the same receipt."
        )
    }

    static func interrupted(_ server: String) -> ClientError {
        ClientError(
            .interrupted,
            status: 503,
            "The connection ended in the middle of the call.",
            "What \(server) did is not known.",
            remedy: "Repeat it; the same message again gives the same receipt."
        )
    }

    static func tls(_ detail: String) -> ClientError {
        ClientError(
            .tls,
            status: 401,
            "The connection was refused for its certificates.",
            detail,
            remedy: """
                Check that the profile trusts the authority of the server and that its certificate names the host in the \
                address; and on the other side that the client certificate is valid, not revoked, issued by an authority \
                that the server trusts, and of an organisation that it knows.
                """
        )
    }

    /// The server let TLS come to stand and then closed, before HTTP/2: it judges certificates there, and says nothing.
    static func turnedAway(_ server: String) -> ClientError {
        .tls("\(server) ended the connection as soon as it stood, as it does with a client that it does not accept.")
    }

    static func malformed(_ detail: String) -> ClientError {
        ClientError(
            .malformed,
            status: 502,
            "The answer is not that of a Zegel server.",
            detail,
            remedy: "Check that the address in the profile leads to the server itself and not to something before it."
        )
    }

    static func damaged(_ detail: String) -> ClientError {
        ClientError(
            .damaged,
            status: 502,
            "What came is not what the server has.",
            detail,
            remedy: "Nothing was kept. Repeat it; if it happens again, tell the operator of the server."
        )
    }

    static func receipt(_ problem: Problem) -> ClientError {
        ClientError(
            .receipt,
            problem,
            remedy: """
                Do not count it as accepted. Check whom the profile names as sealer and as authority; if they are right, \
                tell the operator of the server.
                """
        )
    }

    static func contradiction(_ problem: Problem) -> ClientError {
        ClientError(
            .local,
            problem,
            remedy: """
                Rely on nothing that this server says, whatever it answered. Show both checkpoints to its operator, to your \
                partners and to the auditor.
                """
        )
    }

    private init(_ cause: Cause, status: Int, _ title: String, _ detail: String, remedy: String) {
        self.init(
            cause,
            Problem(code: cause.rawValue, status: status, title: title, detail: detail),
            remedy: remedy
        )
    }
}
