// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
package import ZegelCore

/// What became known to whoever follows a mailbox.
package enum MailboxNews: Sendable {
    /// Post came.
    case arrived(ArrivalEvent)
    /// The stream broke off; it is asked for again after so many milliseconds.
    case lost(ClientError?, pause: Int64)
}

extension ZegelConnection {
    /// Follows a mailbox until the task is cancelled, a listener throws, or the server says that it may not be followed.
    ///
    /// A stream ends with its token, or with the connection: it is asked for again from the last event on, after pauses that grow for as
    /// long as nothing comes. No event is missed; one may come twice only where the listener threw.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` for that of the profile.
    ///   - cursor: Where to begin: the `next` of a page, the id of an event, or `nil` for the beginning.
    ///   - listener: Told one thing after the other.
    /// - Throws: ``ClientError``; with the cause `cancelled` where the task was; or what the listener throws.
    package func watch(
        _ mailbox: MailboxName? = nil,
        after cursor: String? = nil,
        _ listener: @Sendable (MailboxNews) async throws -> Void
    ) async throws {
        var place = cursor
        var attempt = 0
        while true {
            var failure: ClientError?
            let start = ContinuousClock.now
            do {
                try await self.follow(mailbox ?? self.profile.mailbox, after: place) { event in
                    attempt = 0
                    place = event.cursor
                    try await listener(.arrived(event))
                }
            } catch let error as ClientError {
                guard error.mayPass else { throw error }
                failure = error
            }
            // A stream that lasted was a good one, also where nothing came.
            if ContinuousClock.now - start > .seconds(10) { attempt = 0 }
            let pause = self.patience.pause(afterLost: failure, attempt: attempt)
            attempt += 1
            try await listener(.lost(failure, pause: pause))
            do { try await Task.sleep(for: .milliseconds(pause)) } catch { throw ClientError.cancelled }
        }
    }

    /// Reads one stream of events to its end.
    private func follow(
        _ mailbox: MailboxName,
        after cursor: String?,
        _ arrived: (ArrivalEvent) async throws -> Void
    ) async throws {
        var call = Call.get("/v1/mailboxes/\(mailbox)/events", .read)
        call.fields = [("accept", "text/event-stream")] + (cursor.map { [("last-event-id", $0)] } ?? [])
        call.seconds = nil
        call.isRepeatable = false
        let (response, trace) = try await self.open(call)
        guard response.headers.first(name: "content-type") == "text/event-stream" else {
            throw ClientError.malformed("Its answer is no stream of events.").traced(trace)
        }
        var lines = EventLines()
        var ownFailure: (any Error)?
        do {
            for try await piece in response.body {
                for event in try lines.take(piece.readableBytesView).compactMap({ try ArrivalEvent($0) }) {
                    do { try await arrived(event) } catch {
                        ownFailure = error
                        throw error
                    }
                }
            }
        } catch {
            throw ownFailure ?? ClientError(transport: error, to: self.caller.address.name)
        }
    }
}

extension ClientError {
    /// Whether what failed may go well later with nothing changed on this side.
    fileprivate var mayPass: Bool {
        switch self.cause {
        case .unreachable, .timeout, .interrupted: true
        case .answered: self.problem.status == 429 || self.problem.status >= 500
        default: false
        }
    }
}
