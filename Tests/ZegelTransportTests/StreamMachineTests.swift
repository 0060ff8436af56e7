// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ZegelTransport

@Suite("The state of a stream")
struct StreamMachineTests {
    enum Step: Sendable {
        case head(expected: Int?, ends: Bool)
        case body(Int, StreamMachine.BodyAction)
        case end(StreamMachine.EndAction)
        case begin(Bool)
        case finish(StreamMachine.FinishAction?)
    }

    struct Story: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [Step]
    }

    @Test(
        "says what each event asks for",
        arguments: [
            Story(
                testDescription: "request without a body",
                steps: [.head(expected: nil, ends: true), .begin(true), .finish(.close)]
            ),
            Story(
                testDescription: "request with a body",
                steps: [
                    .head(expected: nil, ends: false), .body(5, .deliver), .body(5, .deliver), .end(.deliver),
                    .begin(true), .finish(.close),
                ]
            ),
            Story(
                testDescription: "body as long as announced",
                steps: [.head(expected: 10, ends: false), .body(10, .deliver), .end(.deliver), .begin(true)]
            ),
            Story(testDescription: "body too long", steps: [.head(expected: 10, ends: false), .body(11, .mismatch)]),
            Story(
                testDescription: "body too short",
                steps: [.head(expected: 10, ends: false), .body(9, .deliver), .end(.mismatch)]
            ),
            Story(
                testDescription: "refusal, and the client stops in time",
                steps: [
                    .head(expected: 1_000, ends: false), .begin(true), .finish(.drain), .body(60, .discard),
                    .body(40, .discard), .end(.ignore),
                ]
            ),
            Story(
                testDescription: "refusal, and the client sends on beyond the bound",
                steps: [
                    .head(expected: nil, ends: false), .body(500, .deliver), .begin(true), .finish(.drain),
                    .body(100, .discard), .body(1, .stop),
                ]
            ),
            Story(
                testDescription: "answer that begins before the body has ended",
                steps: [
                    .head(expected: nil, ends: false), .begin(true), .body(5, .deliver), .end(.deliver),
                    .finish(.close),
                ]
            ),
            Story(
                testDescription: "second answer",
                steps: [.head(expected: nil, ends: true), .begin(true), .begin(false), .finish(.close), .begin(false)]
            ),
            Story(testDescription: "end without a beginning", steps: [.head(expected: nil, ends: true), .finish(nil)]),
            Story(testDescription: "answer before the head", steps: [.begin(false)]),
            Story(testDescription: "end of body twice", steps: [.head(expected: nil, ends: true), .end(.ignore)]),
        ]
    )
    func tells(_ story: Story) {
        var machine = StreamMachine(drainBytes: 100)
        for step in story.steps {
            switch step {
            case .head(let expected, let ends): machine.headArrived(expected: expected, endsStream: ends)
            case .body(let count, let action): #expect(machine.bodyArrived(count) == action)
            case .end(let action): #expect(machine.bodyEnded() == action)
            case .begin(let may): #expect(machine.beginAnswer() == may)
            case .finish(let action): #expect(machine.endAnswer() == action)
            }
        }
    }
}

@Suite("The state of a connection")
struct ConnectionMachineTests {
    @Test("is idle when its last stream ends")
    func idle() {
        var machine = ConnectionMachine()
        machine.streamOpened(1)
        machine.streamOpened(3)
        #expect(machine.streamClosed() == .none)
        #expect(machine.streamClosed() == .idle)
    }

    @Test("says farewell in two steps and closes after the last stream")
    func leaves() {
        var machine = ConnectionMachine()
        machine.streamOpened(1)
        #expect(machine.leave() == .announce)
        #expect(machine.leave() == .none)
        machine.streamOpened(3)
        #expect(machine.farewellAnswered() == .goAway(lastStream: 3))
        #expect(machine.farewellAnswered() == .none)
        #expect(machine.streamClosed() == .none)
        #expect(machine.streamClosed() == .close)
    }

    @Test("closes at once where no stream runs, and ignores an answer to no farewell")
    func closes() {
        var machine = ConnectionMachine()
        #expect(machine.farewellAnswered() == .none)
        machine.streamOpened(1)
        #expect(machine.streamClosed() == .idle)
        #expect(machine.leave() == .announce)
        #expect(machine.farewellAnswered() == .goAwayAndClose(lastStream: 1))
    }

    @Test("waits for the answer to its farewell before it closes")
    func waits() {
        var machine = ConnectionMachine()
        machine.streamOpened(1)
        _ = machine.leave()
        #expect(machine.streamClosed() == .none)
        #expect(machine.farewellAnswered() == .goAwayAndClose(lastStream: 1))
    }
}
