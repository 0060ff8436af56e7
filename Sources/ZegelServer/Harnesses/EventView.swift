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

    /// What can happen to post in a mailbox: it came, or its originator withdrew or corrected it; the mailbox's own forward, which waited,
    /// was decided; and of a message that it sent itself, a consent is asked for.
    ///
    /// Another meaning would be another name.
    static let types = [
        "nl.zegel.message.available", "nl.zegel.message.withdrawn", "nl.zegel.message.corrected",
        "nl.zegel.message.forward-decided", "nl.zegel.message.consent-asked",
    ]

    private static func type(of event: MailboxEvent) -> String {
        switch event.notice {
        case .withdrawal: Self.types[1]
        case .correction: Self.types[2]
        case .forward: Self.types[3]
        case .consent: Self.types[4]
        default: Self.types[0]
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
            "type": .string(Self.type(of: event)), "subject": .string("\(event.message)"),
            "time": .string("\(event.availableAt)"), "datacontenttype": "application/json",
            "dataref": .string("/v1/messages/\(event.message)"),
            "data": .object([.init("kind", .string(event.kind))] + number),
        ]
    }
}
