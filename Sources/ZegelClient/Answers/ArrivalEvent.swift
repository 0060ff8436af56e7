// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Post that came into a mailbox, or what became of it, as the stream of events tells it.
package struct ArrivalEvent: Hashable, Sendable {
    /// The place behind it; whoever shows it goes on from there.
    package let cursor: String
    /// The message.
    package let message: MessageID
    /// The kind.
    package let kind: String
    /// When it became visible in the mailbox.
    package let time: Instant

    /// That it came, that its originator withdrew or corrected it, that a forward of one's own was decided or a consent is asked for, what
    /// has come due, or what became of one's own message at another server.
    private static let types: Set = [
        "nl.zegel.message.available", "nl.zegel.message.withdrawn", "nl.zegel.message.corrected",
        "nl.zegel.message.forward-decided", "nl.zegel.message.consent-asked", "nl.zegel.request.reminder",
        "nl.zegel.request.overdue", "nl.zegel.message.lapsed", "nl.zegel.message.replaced",
        "nl.zegel.message.delivered", "nl.zegel.message.undelivered",
    ]

    /// Reads a CloudEvent of a Zegel server; `nil` for one of a type that is not known here.
    ///
    /// - Throws: ``ClientError`` for what is no such event.
    init?(_ event: EventLines.Event) throws(ClientError) {
        guard let json = try? StrictJSON.parse(event.data), json["specversion"]?.string == "1.0",
            let type = json["type"]?.string, let cursor = event.id, (1...200).contains(cursor.utf8.count)
        else { throw .malformed("One of its events has another form.") }
        guard Self.types.contains(type) else { return nil }
        guard let message = json["subject"]?.string.flatMap({ MessageID($0) }), let kind = json["data"]?["kind"]?.label,
            let time = json["time"]?.string.flatMap({ Instant($0) })
        else { throw .malformed("One of its events has another form.") }
        self.cursor = cursor
        self.message = message
        self.kind = kind
        self.time = time
    }
}
