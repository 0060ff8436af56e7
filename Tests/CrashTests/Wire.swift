// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import Synchronization

/// A way between two servers that can be cut: it passes bytes on, and knows nothing of what they mean.
final class Wire: Sendable {
    /// What happens to connections that begin while it lasts.
    enum Fault: Sendable {
        case none
        /// Each ends after so many bytes, counted in both directions.
        case cut(ClosedRange<Int>)
        /// Each ends after so many bytes of what is answered, the greeting among them.
        case cutAnswer(ClosedRange<Int>)
        /// Each piece is held up by so many milliseconds.
        case slow(ClosedRange<Int64>)
    }

    fileprivate struct State {
        var target = 9
        var fault = Fault.none
        var cuts = 0
        var open: [any Channel] = []
    }

    let port: Int
    private let channel: any Channel
    private let state: StateBox

    /// Shared with the handlers.
    fileprivate final class StateBox: Sendable {
        private let state = Mutex(State())

        func with<Value: Sendable>(_ body: (inout sending State) -> sending Value) -> Value {
            self.state.withLock(body)
        }
    }

    init() async throws {
        let state = StateBox()
        self.state = state
        self.channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { near in
                let (target, fault) = state.with { ($0.target, $0.fault) }
                return ClientBootstrap(group: near.eventLoop).connect(host: "127.0.0.1", port: target)
                    .flatMapThrowing { far in
                        let budget = Budget(fault) { state.with { $0.cuts += 1 } }
                        try near.pipeline.syncOperations.addHandler(Passing(to: far, budget, isAnswer: false))
                        try far.pipeline.syncOperations.addHandler(Passing(to: near, budget, isAnswer: true))
                        state.with {
                            $0.open.removeAll { !$0.isActive }
                            $0.open += [near, far]
                        }
                    }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        self.port = self.channel.localAddress?.port ?? 0
    }

    /// How many connections were cut.
    var cuts: Int { self.state.with { $0.cuts } }

    /// Leads to another port from now on; what is open to the one before ends.
    func lead(to port: Int) {
        self.state.with { $0.target = port }
        self.end()
    }

    /// Has connections suffer from now on; those that are open end.
    func suffer(_ fault: Fault) {
        self.state.with { $0.fault = fault }
        self.end()
    }

    func close() async throws {
        self.end()
        try await self.channel.close()
    }

    private func end() { for channel in self.state.with({ $0.open }) { channel.close(promise: nil) } }
}

/// What one connection may still pass.
private final class Budget: Sendable {
    private let left: Mutex<Int?>
    private let answersOnly: Bool
    private let pause: ClosedRange<Int64>?
    private let cut: @Sendable () -> Void

    init(_ fault: Wire.Fault, cut: @escaping @Sendable () -> Void) {
        self.cut = cut
        var (bytes, answersOnly, pause): (Int?, Bool, ClosedRange<Int64>?) = (nil, false, nil)
        switch fault {
        case .none: break
        case .cut(let range): bytes = .random(in: range)
        case .cutAnswer(let range): (bytes, answersOnly) = (.random(in: range), true)
        case .slow(let range): pause = range
        }
        self.left = Mutex(bytes)
        self.answersOnly = answersOnly
        self.pause = pause
    }

    /// How long the next piece is held up.
    var delay: TimeAmount { .milliseconds(self.pause.map { .random(in: $0) } ?? 0) }

    /// How many of so many bytes may pass; the connection ends behind them where they are fewer.
    func take(_ count: Int, isAnswer: Bool) -> Int {
        guard isAnswer || !self.answersOnly else { return count }
        return self.left.withLock { left in
            guard let before = left else { return count }
            if before > 0, before <= count { self.cut() }
            left = max(0, before - count)
            return min(before, count)
        }
    }
}

/// Passes on what one side sends.
private final class Passing: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let budget: Budget
    private let isAnswer: Bool
    /// When what is held up longest leaves: no piece overtakes another.
    private var last = NIODeadline.uptimeNanoseconds(0)

    init(to other: any Channel, _ budget: Budget, isAnswer: Bool) {
        self.other = other
        self.budget = budget
        self.isAnswer = isAnswer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = self.unwrapInboundIn(data)
        let count = self.budget.take(bytes.readableBytes, isAnswer: self.isAnswer)
        let isOver = count < bytes.readableBytes
        let (piece, other, own) = (bytes.readSlice(length: count), self.other, context.channel)
        self.last = max(self.last, .now() + self.budget.delay)
        context.eventLoop.scheduleTask(deadline: self.last) {
            if let piece { other.writeAndFlush(piece, promise: nil) }
            guard isOver else { return }
            other.close(promise: nil)
            own.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        let other = self.other
        context.eventLoop.scheduleTask(deadline: self.last) { other.close(promise: nil) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
