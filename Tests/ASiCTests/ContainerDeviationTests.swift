// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ASiC

/// One way in which a container is wrong, beside a change of the same kind that is right.
struct Deviation: Sendable, CustomTestStringConvertible {
    let name: String
    let code: ASiCError.Code
    let bad: @Sendable (inout RawContainer) -> Void
    let good: @Sendable (inout RawContainer) -> Void

    init(
        _ name: String,
        _ code: ASiCError.Code,
        bad: @escaping @Sendable (inout RawContainer) -> Void,
        good: @escaping @Sendable (inout RawContainer) -> Void = { _ in }
    ) {
        self.name = name
        self.code = code
        self.bad = bad
        self.good = good
    }

    var testDescription: String { self.name }
}

@Suite("Deviations of containers")
struct ContainerDeviationTests {
    @Test("Refuses what is wrong with its own code, and accepts its twin", arguments: Deviation.all)
    func deviation(_ deviation: Deviation) throws {
        var bad = RawContainer.valid
        deviation.bad(&bad)
        #expect(try Reading.refusal(of: bad.bytes, limits: bad.limits) == deviation.code)
        var good = RawContainer.valid
        deviation.good(&good)
        #expect(try Reading.refusal(of: good.bytes, limits: good.limits) == nil)
    }

    @Test("Refuses the same when the bytes come one by one", arguments: Deviation.all)
    func bytewise(_ deviation: Deviation) throws {
        var bad = RawContainer.valid
        deviation.bad(&bad)
        guard bad.bytes.count < 5000 else { return }
        #expect(try Reading.refusal(of: bad.bytes, pieces: 1, limits: bad.limits) == deviation.code)
    }

    @Test("Has a deviation for every code of a container")
    func everyCode() {
        let tested = Set(Deviation.all.map(\.code))
        let codes = Set(ASiCError.Code.allCases.filter { $0.rawValue.hasPrefix("container.") })
        #expect(codes.subtracting(tested) == [.readerStopped, .outOfMemory])
    }

    @Test("Gives every code a sentence that says what to do", arguments: ASiCError.Code.allCases)
    func sentence(_ code: ASiCError.Code) {
        #expect(code.remedy.hasSuffix("."))
        #expect(code.remedy.count > 10)
        #expect(ASiCError(code, "Found.").detail == "Found. " + code.remedy)
        #expect(ASiCError(code, "One.") == ASiCError(code, "Two."))
    }
}
