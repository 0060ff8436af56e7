// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOHTTP2
import ZegelCore

/// Puts HTTP/2 on a connection that the gate has opened.
struct ConnectionPipeline: Sendable {
    let registry: ConnectionRegistry
    let services: StreamServices

    /// Adds the handlers, or says that the organisation has too many connections.
    func open<Gate: ConnectionGate, Responder: RequestResponder>(
        _ channel: any Channel,
        _ admitted: AdmittedConnection<Gate>,
        _ responder: Responder
    ) throws -> Bool where Gate.Identity == Responder.Identity {
        let organisation = admitted.organisation
        guard self.registry.assign(channel, to: organisation, judge: { await admitted.judgeAgain() }) else {
            return false
        }
        let limits = self.services.limits
        let door = FloodHandler(allowance: limits.idleFrames)
        let connection = ConnectionHandler(
            behind: door,
            idleTime: .seconds(Int64(limits.idleSeconds)),
            cutOffs: limits.cutOffs,
            logger: self.services.configuration.logger
        )
        let cutOff = NIOLoopBound(connection, eventLoop: channel.eventLoop)
        let services = self.services
        let tls = admitted.tls
        let http2 = NIOHTTP2Handler(
            mode: .server,
            eventLoop: channel.eventLoop,
            connectionConfiguration: self.connectionConfiguration,
            streamConfiguration: self.streamConfiguration,
            streamDelegate: StreamObserver(connection, eventLoop: channel.eventLoop)
        ) { channel in
            channel.eventLoop.makeCompletedFuture {
                // The body is read as its handler takes it.
                try channel.syncOptions?.setOption(.autoRead, value: false)
                let stream = RequestStream(
                    eventLoop: channel.eventLoop,
                    services: services,
                    organisation: organisation,
                    tls: tls,
                    cutOff: { cutOff.value.streamCutOff() }
                )
                try channel.pipeline.syncOperations.addHandler(
                    StreamHandler(stream: stream, responder: responder, identity: admitted.identity)
                )
            }
        }
        try channel.pipeline.syncOperations.addHandlers([FlushHandler(), door, http2, connection])
        return true
    }

    private var connectionConfiguration: NIOHTTP2Handler.ConnectionConfiguration {
        let limits = self.services.limits
        var configuration = NIOHTTP2Handler.ConnectionConfiguration()
        configuration.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: limits.streams),
            HTTP2Setting(parameter: .initialWindowSize, value: limits.streamWindow),
            // Fields above our limit are answered with 431; what is far above it ends the connection.
            HTTP2Setting(parameter: .maxHeaderListSize, value: 4 * limits.fields),
        ]
        configuration.targetWindowSize = limits.connectionWindow
        configuration.headerBlockValidation = .enabled
        // We count the body ourselves, to answer 400 rather than to reset; clients that stop early count as honest.
        configuration.contentLengthValidation = .disabled
        configuration.maximumBufferedControlFrames = 1_000
        configuration.maximumRecentlyResetStreams = 4 * limits.streams
        return configuration
    }

    private var streamConfiguration: NIOHTTP2Handler.StreamConfiguration {
        var configuration = NIOHTTP2Handler.StreamConfiguration()
        configuration.targetWindowSize = self.services.limits.streamWindow
        // The library counts every reset. We count those of requests that had no answer yet (`ConnectionHandler`), so that a client which
        // stops sending what was refused is none the worse. This is well above it, and not more, for it takes its memory at the beginning.
        configuration.streamResetFrameRateLimit.maximumCount = 5 * self.services.limits.cutOffs
        return configuration
    }
}
