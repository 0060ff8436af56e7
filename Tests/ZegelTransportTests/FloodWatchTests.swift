// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing

@testable import ZegelTransport

@Suite("What carries nothing")
struct FloodWatchTests {
    private typealias Frame = RawClient.Frame
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    @Test("is told from what does, however the bytes are cut", arguments: [1, 2, 3, 8, 9, 10, 100, 1_000_000])
    func weighs(_ size: Int) {
        let frames = [
            Frame(kind: .settings, payload: [0, 4, 0, 0, 0, 0]), Attack.post(1), Attack.data(1, 5_000),
            Frame(kind: .continuation, stream: 1, payload: [1, 2, 3]), Attack.widen(1, 1), Attack.data(1, 0),
            Frame(kind: .unknown, payload: [1]),
        ]
        let bytes = Self.preface + frames.flatMap(\.bytes)
        var meter = FrameMeter(preface: 24)
        for start in stride(from: 0, to: bytes.count, by: size) {
            meter.weigh(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(meter.useful == frames[1].bytes.count + 5_000 + 12)
        #expect(meter.idle == 15 + 9 + 13 + 9 + 10)
    }

    @Test("is a flood beyond the allowance and eight times what does, in half a minute")
    func floods() {
        let start = NIODeadline.uptimeNanoseconds(0)
        var watch = FloodWatch(allowance: 100, at: start)
        func come(_ frames: [Frame], after seconds: Int64 = 0) -> Bool {
            watch.isFlooded(by: ByteBuffer(bytes: frames.flatMap(\.bytes)), at: start + .seconds(seconds))
        }
        let isPreface = watch.isFlooded(by: ByteBuffer(bytes: Self.preface), at: start)
        #expect(!isPreface)
        let seven = Array(repeating: Attack.widen(0, 1), count: 7)
        #expect(!come(seven))
        // An answer of 1,000 bytes is worth 8,000.
        watch.wrote(ByteBuffer(bytes: Attack.data(1, 1_000).bytes))
        #expect(!come((1...80).flatMap { _ in seven }))
        #expect(come((1...10).flatMap { _ in seven } + seven + (1...5).flatMap { _ in seven }))
        #expect(!come(seven, after: 31))
        #expect(come(seven, after: 32))
    }

    @Test("Events are counted in a time, one time after the other")
    func rate() {
        var rate = EventRate(2, in: .seconds(30))
        let start = NIODeadline.uptimeNanoseconds(0)
        for (second, isAllowed) in [(0, true), (1, true), (29, false), (30, true), (31, true), (32, false)] {
            let answer = rate.allows(at: start + .seconds(Int64(second)))
            #expect(answer == isAllowed, "second \(second)")
        }
    }
}
