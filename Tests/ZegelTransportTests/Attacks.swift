// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

/// What a hostile client sends in raw frames, and how it is cut off.
struct Attack: Sendable, CustomTestStringConvertible {
    typealias Frame = RawClient.Frame

    /// What becomes of it.
    enum Cut: Sendable {
        /// The connection ends with GOAWAY and a code (RFC 9113 §7).
        case connection(UInt8)
        /// The stream is reset with a code, and the connection lives on.
        case stream(UInt32, UInt8)
        /// The request is answered with 4xx, and the connection lives on.
        case refused(UInt32)
    }

    let testDescription: String
    let cut: Cut
    let settings: [UInt8]
    /// Whether it reads nothing before all is sent.
    let isDeaf: Bool
    let frames: [Frame]

    init(_ name: String, _ cut: Cut, settings: [UInt8] = [], isDeaf: Bool = false, _ frames: [Frame]) {
        self.isDeaf = isDeaf
        self.testDescription = name
        self.cut = cut
        self.settings = settings
        self.frames = frames
    }

    static let protocolError: UInt8 = 1
    static let flowControl: UInt8 = 3
    static let frameSize: UInt8 = 6
    static let compression: UInt8 = 9
    static let calm: UInt8 = 0xB

    static let all = Self.floods + Self.resets + Self.bombs + Self.rules + Self.smuggling

    // MARK: - Too much

    private static let floods = [
        Attack("opens and resets streams", .connection(calm), Self.streams(220) { [post($0), reset($0)] }),
        Attack(
            "opens and resets streams, and never reads",
            .connection(calm),
            settings: [0, 4, 0, 0, 0, 0],
            Self.streams(220) { [get("/stream?1", $0), reset($0)] }
        ),
        Attack("never ends its header fields", .connection(calm), [open] + Self.times(220, fields)),
        Attack("never ends its header fields, which are empty", .connection(calm), [open] + Self.times(220, empty)),
        Attack("sends settings over and over", .connection(calm), Self.times(220, Frame(kind: .settings))),
        Attack("sends pings over and over", .connection(calm), Self.times(220, ping)),
        Attack(
            "sends pings over and over, and reads no answer",
            .connection(calm),
            isDeaf: true,
            Self.times(220, ping)
        ),
        Attack(
            "sends settings over and over, and reads no answer",
            .connection(calm),
            isDeaf: true,
            Self.times(220, Frame(kind: .settings))
        ),
        Attack("changes priorities over and over", .connection(calm), Self.times(220, priority)),
        Attack("sends a body of nothing over and over", .connection(calm), [post(1)] + Self.times(20, data(1, 0))),
        Attack(
            "hides a body of nothing in padding",
            .connection(calm),
            [post(1)] + Self.times(20, Frame(kind: .data, flags: 8, stream: 1, payload: [3, 0, 0, 0]))
        ),
        Attack("widens the window over and over", .connection(calm), Self.times(800, widen(0, 1))),
        Attack(
            "widens the window of a stream over and over",
            .connection(calm),
            [post(1)] + Self.times(800, widen(1, 1))
        ),
        Attack(
            "sends frames that nobody knows",
            .connection(calm),
            Self.times(2, Frame(kind: .unknown, payload: [UInt8](repeating: 0, count: 8_000)))
        ),
        Attack(
            "answers pings that nobody sent",
            .connection(calm),
            Self.times(220, Frame(kind: .ping, flags: 1, payload: eight))
        ),
        Attack("opens more streams than it may", .connection(protocolError), (0..<5).map { post(2 * $0 + 1) }),
    ]

    // MARK: - Resets that the server is made to send

    private static let resets = [
        Attack(
            "has the server reset: windows beyond all numbers",
            .connection(calm),
            Self.streams(220) { [post($0), widen($0, 0x7FFF_FFFF)] }
        ),
        Attack("widens a window by nothing", .stream(1, protocolError), [post(1), widen(1, 0)]),
        Attack(
            "has the server reset: windows widened by nothing",
            .connection(calm),
            Self.streams(220) { [post($0), widen($0, 0)] }
        ),
        Attack(
            "has the server reset: a body behind the end",
            .connection(calm),
            Self.streams(220) { [get("/never", $0), data($0, 1)] }
        ),
        Attack(
            "has the server reset: header fields behind the end",
            .connection(calm),
            Self.streams(220) { [get("/never", $0), get("/never", $0)] }
        ),
        Attack(
            "has the server reset: requests that are none",
            .connection(calm),
            Self.streams(220) { [Frame(kind: .headers, flags: 5, stream: $0, payload: [0x82])] }
        ),
    ]

    // MARK: - Too large

    private static let bombs = [
        Attack(
            "sends a frame above the size",
            .connection(frameSize),
            [post(1), Frame(kind: .data, stream: 1, length: 16_385, payload: [0])]
        ),
        Attack("sends more than the window", .stream(1, flowControl), [post(1, "/hold"), data(1, 8_193)]),
        Attack("widens the window beyond all numbers", .connection(flowControl), Self.times(2, widen(0, 0x7FFF_FFFF))),
        Attack(
            "sends header fields far above the size",
            .connection(protocolError),
            [get("/hello", 1, more: field(5_000))]
        ),
        Attack(
            "sends a small block that grows",
            .connection(compression),
            [get("/hello", 1, more: field(300) + [UInt8](repeating: 0xBE, count: 100))]
        ),
        Attack(
            "refers to what is not in the table",
            .connection(compression),
            [get("/hello", 1, more: [0xFF, 0x80, 0x01])]
        ),
        Attack(
            "makes the table larger than it may be",
            .connection(compression),
            [Frame(kind: .headers, flags: 5, stream: 1, payload: [0x3F, 0xFF, 0xFF, 0x7F] + plain("GET", "/hello"))]
        ),
        Attack(
            "states a number without end",
            .connection(compression),
            [get("/hello", 1, more: [0xFF] + [UInt8](repeating: 0xFF, count: 30) + [0])]
        ),
    ]

    // MARK: - Against the rules of frames

    private static let rules = [
        Attack("speaks on stream 0", .connection(protocolError), [Frame(kind: .data, payload: [1])]),
        Attack("uses the server's streams", .connection(protocolError), [get("/hello", 2)]),
        Attack(
            "pushes",
            .connection(protocolError),
            [Frame(kind: .pushPromise, flags: 4, stream: 1, payload: Frame.number(2) + [0x82])]
        ),
        Attack(
            "makes a stream wait for itself",
            .connection(protocolError),
            [post(1), Frame(kind: .priority, stream: 1, payload: [0, 0, 0, 1, 1])]
        ),
        Attack("sends a body to nobody", .connection(protocolError), [data(7, 1)]),
        Attack("speaks between header fields", .connection(protocolError), [open, ping]),
        Attack(
            "pads more than there is",
            .connection(protocolError),
            [post(1), Frame(kind: .data, flags: 8, stream: 1, payload: [9, 1])]
        ),
        Attack("goes back to an earlier stream", .connection(protocolError), [get("/hello", 5), get("/hello", 3)]),
        Attack(
            "sets a window that is none",
            .connection(flowControl),
            [Frame(kind: .settings, payload: [0, 4, 0xFF, 0xFF, 0xFF, 0xFF])]
        ),
        Attack("sets what is cut off", .connection(frameSize), [Frame(kind: .settings, payload: [0, 4, 0])]),
    ]

    // MARK: - Requests that two readers could take for two things

    private static let smuggling = [
        Attack("names a field in capitals", .stream(1, protocolError), [get("/hello", 1, more: literal("X-A", "b"))]),
        Attack(
            "breaks a line in a value",
            .stream(1, protocolError),
            [get("/hello", 1, more: literal("x-a", "b\r\nc: d"))]
        ),
        Attack(
            "breaks a line in a name",
            .stream(1, protocolError),
            [get("/hello", 1, more: literal("x-a\r\nb", "c"))]
        ),
        Attack("hides a zero in a value", .stream(1, protocolError), [get("/hello", 1, more: literal("x-a", "b\0c"))]),
        Attack("breaks a line in the path", .stream(1, protocolError), [get("/a\r\nhost: b", 1)]),
        Attack("hides a space in the path", .stream(1, protocolError), [get("/a HTTP/1.1", 1)]),
        Attack("asks for two paths", .stream(1, protocolError), [get("/hello", 1, more: literal(":path", "/other"))]),
        Attack(
            "asks by a pseudo field that is none",
            .stream(1, protocolError),
            [get("/hello", 1, more: literal(":x", "b"))]
        ),
        Attack(
            "says the path behind the fields",
            .stream(1, protocolError),
            [
                Frame(
                    kind: .headers,
                    flags: 5,
                    stream: 1,
                    payload: [0x82, 0x87] + literal("a", "b") + literal(":path", "/")
                )
            ]
        ),
        Attack("says :status", .stream(1, protocolError), [get("/hello", 1, more: literal(":status", "200"))]),
        Attack("chunks its body", .stream(1, protocolError), [post(1, more: literal("transfer-encoding", "chunked"))]),
        Attack(
            "speaks of the connection",
            .stream(1, protocolError),
            [get("/hello", 1, more: literal("connection", "keep-alive"))]
        ),
        Attack("upgrades", .stream(1, protocolError), [get("/hello", 1, more: literal("upgrade", "h2c"))]),
        Attack("asks for two hosts", .refused(1), [get("/hello", 1, more: literal("host", "evil.example"))]),
        Attack(
            "states two lengths",
            .refused(1),
            [post(1, more: literal("content-length", "1") + literal("content-length", "2")), last(1, 1)]
        ),
        Attack(
            "states a length and sends more",
            .refused(1),
            [post(1, more: literal("content-length", "1")), last(1, 2)]
        ),
        Attack(
            "states a length and sends less",
            .refused(1),
            [post(1, more: literal("content-length", "3")), last(1, 2)]
        ),
        Attack(
            "states a length, and ends with fields",
            .refused(1),
            [
                post(1, more: literal("content-length", "3")), data(1, 2),
                Frame(kind: .headers, flags: 5, stream: 1, payload: literal("content-length", "2")),
            ]
        ),
        Attack(
            "ends with fields that are a request",
            .stream(1, protocolError),
            [post(1), Frame(kind: .headers, flags: 5, stream: 1, payload: plain("GET", "/hello"))]
        ),
        Attack(
            "tunnels",
            .stream(1, protocolError),
            [
                Frame(
                    kind: .headers,
                    flags: 5,
                    stream: 1,
                    payload: literal(":method", "CONNECT") + [0x87, 0x84, 0x01, 9] + Array("localhost".utf8)
                )
            ]
        ),
    ]
}

// MARK: - Frames

extension Attack {
    private static let eight: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7]
    private static let ping = Frame(kind: .ping, payload: eight)
    private static let priority = Frame(kind: .priority, stream: 1, payload: [0, 0, 0, 0, 1])
    private static let open = Frame.request("GET", "/hello", on: 1, flags: Frame.endStream)
    private static let fields = Frame(kind: .continuation, stream: 1, payload: [0x00, 1, 0x61, 1, 0x62])
    private static let empty = Frame(kind: .continuation, stream: 1)

    static func plain(_ method: String, _ path: String) -> [UInt8] {
        Frame.request(method, path, on: 1, flags: 0).payload
    }

    static func get(_ path: String, _ stream: UInt32, more: [UInt8] = []) -> Frame {
        .request("GET", path, on: stream, flags: Frame.endStream | Frame.endHeaders, more: more)
    }

    static func post(_ stream: UInt32, _ path: String = "/echo", more: [UInt8] = []) -> Frame {
        .request("POST", path, on: stream, flags: Frame.endHeaders, more: more)
    }

    static func data(_ stream: UInt32, _ count: Int) -> Frame {
        Frame(kind: .data, stream: stream, payload: [UInt8](repeating: 0, count: count))
    }

    static func last(_ stream: UInt32, _ count: Int) -> Frame {
        Frame(kind: .data, flags: Frame.endStream, stream: stream, payload: [UInt8](repeating: 0, count: count))
    }

    static func reset(_ stream: UInt32) -> Frame { Frame(kind: .reset, stream: stream, payload: Frame.number(8)) }

    static func widen(_ stream: UInt32, _ count: UInt32) -> Frame {
        Frame(kind: .windowUpdate, stream: stream, payload: Frame.number(count))
    }

    /// A field that stands in no table.
    static func literal(_ name: String, _ value: String) -> [UInt8] {
        [0x00, UInt8(name.utf8.count)] + Array(name.utf8) + [UInt8(value.utf8.count)] + Array(value.utf8)
    }

    /// A field that goes into the table of HPACK, as number 62: `a` and a value of some length.
    static func field(_ count: Int) -> [UInt8] {
        let rest = count - 127
        return [0x40, 1, 0x61, 0x7F, UInt8(rest & 0x7F) | 0x80, UInt8(rest >> 7)]
            + [UInt8](repeating: 0x62, count: count)
    }

    private static func times(_ count: Int, _ frame: Frame) -> [Frame] { Array(repeating: frame, count: count) }

    private static func streams(_ count: UInt32, _ frames: (UInt32) -> [Frame]) -> [Frame] {
        (0..<count).flatMap { frames(2 * $0 + 1) }
    }
}
