// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Every bound that Zegel puts on what others send: sizes in bytes, counts, times in seconds.
///
/// They stand in one place so that an operator can read them at a glance and `docs/limits.md` can be checked against them.
package struct Limits: Hashable, Sendable {
    /// Bytes of a container, so that its dossier stays below 4 GiB.
    package var container = 3_900_000_000
    /// Bytes of `message.json`.
    package var header = 65_536
    /// Bytes of an ASiCManifest.
    package var manifest = 1_048_576
    /// Bytes of a sender's signature.
    package var signature = 65_536
    /// Entries of a container.
    package var entries = 1_000
    /// Nesting of JSON.
    package var jsonDepth = 8
    /// Bytes of a signed statement.
    package var statement = 65_536
    /// Statements that one message may gather.
    package var statementsPerMessage = 1_000
    /// Bytes of what stands behind the container in a message that is brought back: its receipt, and evidence where there is any.
    package var resubmission = 16_777_216
    /// Bytes of the certificates, lists and answers that go along with one message, and so into its dossier.
    package var evidence = 8_388_608
    /// Bytes of a token request, an introspection or another small body.
    package var form = 16_384
    /// Bytes of an access token.
    package var token = 8_192
    /// Bytes of a container that is kept in memory and stored inside the database; larger ones stream to a file.
    package var inlineContainer = 131_072
    /// Bytes of a piece of such a container; one is at work while the next is gathered.
    package var bodyPiece = 1_048_576
    /// Bytes of request bodies that may wait in memory, over all connections.
    package var bodyBudget = 268_435_456
    /// Bytes of answers that one organisation may leave unread, over all its connections.
    package var unreadPerOrganisation = 134_217_728
    /// Bytes that are read and thrown away after an early refusal.
    package var drain = 1_048_576
    /// Seconds for which they are.
    package var drainSeconds = 5
    /// Seconds without a byte after which an upload is abandoned.
    package var stallSeconds = 60
    /// Bytes per second that a body must bring on average, once ``stallSeconds`` have passed.
    package var uploadRate = 1_024
    /// Bytes of an upload that becomes durable in pieces, after which a piece does.
    package var uploadPart = 16_777_216
    /// Bytes that a request brings to such an upload at least, unless it is the last one.
    package var uploadAppend = 65_536
    /// Such requests that bring a whole container at most: one that is not the last brings as large a share of it.
    package var uploadParts = 4_096
    /// Seconds for which such an upload is kept.
    package var uploadAge = 86_400
    /// Seconds for which one is kept into which nothing more comes.
    package var uploadPause = 14_400
    /// Seconds for which one is kept into which nothing came.
    package var uploadIdle = 600
    /// Such uploads that one organisation has under way.
    package var uploadsPerOrganisation = 16
    /// Bytes that those of one organisation will have together.
    package var uploadBytesPerOrganisation = 15_600_000_000
    /// Seconds that a sender's signing-time may lie ahead.
    package var clockSkew = 300
    /// Seconds after which a signing-time is too old, where the exchange says nothing else.
    package var signingAge = 86_400
    /// Streams of one connection at a time.
    package var streams = 64
    /// Connections in all.
    package var connections = 4_096
    /// Connections of one organisation.
    package var connectionsPerOrganisation = 256
    /// Seconds in which a new connection must finish TLS and be let in.
    package var handshakeSeconds = 10
    /// Seconds without a stream after which a connection is closed.
    package var idleSeconds = 300
    /// Seconds that running requests get to finish when the server stops.
    package var stopSeconds = 20
    /// Flow-control window of a stream, in bytes.
    package var streamWindow = 262_144
    /// Flow-control window of a connection, in bytes.
    package var connectionWindow = 1_048_576
    /// Requests that a client breaks off before they are answered, on one connection in half a minute.
    package var cutOffs = 200
    /// Bytes of frames that carry neither header fields nor a body, on one connection in half a minute, beyond eight times those that do.
    package var idleFrames = 262_144
    /// Bytes of the header fields of one request.
    package var fields = 16_384
    /// Messages that wait for the committer; beyond it the answer is 503.
    package var committerQueue = 4_096
    /// Bytes that have to be free on the disk of the data folder for a new message to be taken.
    package var diskReserve = 268_435_456
    /// Messages in a page, unless fewer are asked for.
    package var page = 1_000
    /// Seconds that a listing may wait for post.
    package var wait = 60
    /// Messages that one system holds of a mailbox, so that no other one collects them.
    package var claims = 100
    /// Seconds for which it does, unless it asks again.
    package var lease = 3_600
    /// Seconds after which a stream of events says that it is still there.
    package var heartbeat = 15
    /// Streams of events on one connection.
    package var eventsPerConnection = 8
    /// Streams of events of one organisation, over all its connections.
    package var eventsPerOrganisation = 64
    /// Streams of events in all.
    package var events = 1_024
    /// Seconds after which what could not be pushed to another server expires, where the message itself names no term.
    package var outboxAge = 1_209_600
    /// Pushes to one server at a time, once it has answered.
    package var pushesPerServer = 8
    /// Requests of one organisation in a second; as many may come at once.
    package var requestsPerSecond = 10_000
    /// Dossiers and reconciliations that are signed for one organisation in a minute; as many may be asked for at once.
    package var exportsPerMinute = 600
    /// Refusals of one organisation that are recorded one by one, per minute.
    package var refusalsPerMinute = 600
    /// Bytes of a decision record of a refusal.
    package var refusalRecord = 4_096

    /// The limits that a server has unless told otherwise.
    package init() {}
}
