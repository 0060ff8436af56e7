// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelClient

@Suite("Server-sent events")
struct EventLinesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        /// Id and data of each event.
        let events: [[String?]]
    }

    static let rows = [
        Row(testDescription: "one event", text: "id: a\ndata: {}\n\n", events: [["a", "{}"]]),
        Row(testDescription: "one without a space", text: "id:a\ndata:{}\n\n", events: [["a", "{}"]]),
        Row(
            testDescription: "lines that end as on other systems",
            text: "id: a\r\ndata: {}\r\n\r\n",
            events: [["a", "{}"]]
        ),
        Row(testDescription: "lines that end in a return", text: "id: a\rdata: {}\r\r", events: [["a", "{}"]]),
        Row(testDescription: "comments", text: ":\n\n: hello\n\nid: a\ndata: {}\n\n", events: [["a", "{}"]]),
        Row(testDescription: "two lines of data", text: "data: {\ndata: }\n\n", events: [[nil, "{\n}"]]),
        Row(
            testDescription: "fields that are not known",
            text: "event: x\nretry: 1\nid\ndata: 1\n\n",
            events: [["", "1"]]
        ),
        Row(testDescription: "an id alone", text: "id: a\n\ndata: 1\n\n", events: [[nil, "1"]]),
        Row(testDescription: "two events", text: "data: 1\n\ndata: 2\n\n", events: [[nil, "1"], [nil, "2"]]),
        Row(testDescription: "one that has not ended", text: "data: 1\n", events: []),
    ]

    @Test("are read however they are cut", arguments: rows)
    func cuts(_ row: Row) throws {
        let bytes = Array(row.text.utf8)
        for size in 1...bytes.count {
            var lines = EventLines()
            var events: [EventLines.Event] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                events += try lines.take(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(
                events.map { [$0.id, String(decoding: $0.data, as: UTF8.self)] } == row.events,
                "pieces of \(size)"
            )
        }
    }

    @Test(
        "are bounded, in one line and in many",
        arguments: ["data: \(String(repeating: "x", count: 1_000))", "data: x\n"]
    )
    func bound(_ text: String) {
        #expect(throws: ClientError.self) {
            var lines = EventLines()
            for _ in 0...EventLines.largest { _ = try lines.take(text.utf8) }
        }
    }

    @Test("of another type mean nothing, and such as are none are refused")
    func forms() throws {
        func event(_ data: String, id: String? = "a") throws -> ArrivalEvent? {
            try ArrivalEvent(EventLines.Event(id: id, data: Array(data.utf8)))
        }
        let id = String(repeating: "0", count: 32)
        let rest = #""subject":"\#(id)","time":"2026-11-20T12:00:00.000Z","data":{"kind":"melding"}}"#
        let known = #"{"specversion":"1.0","type":"nl.zegel.message.available",\#(rest)"#
        #expect(try event(known)?.kind == "melding")
        #expect(try event(known.replacing("available", with: "withdrawn"))?.message == MessageID(id))
        #expect(try event(#"{"specversion":"1.0","type":"nl.zegel.else",\#(rest)"#) == nil)
        for bad in ["", "[]", #"{"specversion":"2.0","type":"nl.zegel.message.available",\#(rest)"#, known + "x"] {
            #expect(throws: ClientError.self) { try event(bad) }
        }
        #expect(throws: ClientError.self) { try event(known, id: nil) }
    }
}
