// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelStore

/// Events as they go over the wire: server-sent events that each hold one CloudEvent in the profile of NL GOV.
enum EventView {
    /// The media type of the stream.
    static let mediaType = "text/event-stream"

    /// What says that the stream is still there, or that nothing more waits: a comment.
    static let heartbeat = ByteBuffer(string: ":\n\n")

    /// What can happen to post in a mailbox: it came, its originator withdrew or corrected it, or something has come due; the mailbox's own
    /// forward, which waited, was decided; and of a message that it sent itself, a consent is asked for, or another server has it or will not.
    ///
    /// Another meaning would be another name.
    static let types = ["nl.zegel.message.available"] + MailboxNotice.allCases.map { Self.type(of: $0) }

    private static func type(of notice: MailboxNotice) -> String {
        switch notice {
        case .withdrawal: "nl.zegel.message.withdrawn"
        case .correction: "nl.zegel.message.corrected"
        case .forward: "nl.zegel.message.forward-decided"
        case .consent: "nl.zegel.message.consent-asked"
        case .delivered: "nl.zegel.message.delivered"
        case .undelivered: "nl.zegel.message.undelivered"
        case .replacement: "nl.zegel.message.replaced"
        case .reminder: "nl.zegel.request.reminder"
        case .overdue: "nl.zegel.request.overdue"
        case .lapse: "nl.zegel.message.lapsed"
        }
    }

    /// Several events, one after the other.
    static func bytes(_ events: [MailboxEvent], of server: OIN) -> ByteBuffer {
        var bytes = ByteBuffer()
        for event in events {
            bytes.writeString("id: \(event.cursor)\ndata: ")
            bytes.writeBytes(Self.json(of: event, server).encoded)
            bytes.writeString("\n\n")
        }
        return bytes
    }

    /// One event: ids, the kind and the number, never what a message says.
    ///
    /// `time` is when the message became visible in the mailbox, which is when that was logged.
    static func json(of event: MailboxEvent, _ server: OIN) -> JSONValue {
        let number = event.number.map { [JSONValue.Member("number", .integer($0))] } ?? []
        return [
            "specversion": "1.0", "id": .string(event.cursor), "source": .string("urn:nld:oin:\(server):systeem:zegel"),
            "type": .string(event.notice.map { Self.type(of: $0) } ?? Self.types[0]),
            "subject": .string("\(event.message)"),
            "time": .string("\(event.availableAt)"), "datacontenttype": "application/json",
            "dataref": .string("/v1/messages/\(event.message)"),
            "data": .object([.init("kind", .string(event.kind))] + number),
        ]
    }
}
