// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Bars of how much each server does, with nginx as the measure, in a picture that any browser shows.
struct ServerChart {
    let results: [ScenarioResult]

    private static let (bar, gap, height, margin) = (26, 26, 260, 60)
    private static let colours: [Peer: String] = [.zegel: "#1b6ca8", .nginx: "#8d99a6", .floor: "#c9b458"]

    /// The picture.
    var svg: String {
        let most = max(
            1,
            self.results.flatMap { result in result.peers.map { self.ratio(result, $0.peer) } }.max() ?? 1
        )
        var (x, parts) = (Self.margin, [String]())
        for result in self.results {
            let start = x
            for (peer, _) in result.peers {
                parts.append(self.bar(result, peer, at: x, most))
                x += Self.bar
            }
            parts.append(Self.text((start + x) / 2, Self.height + Self.margin + 18, result.scenario.name))
            x += Self.gap
        }
        let line = Self.y(1, most)
        parts.append("<path d=\"M\(Self.margin) \(line)H\(x)\" stroke=\"#444\" stroke-dasharray=\"4\"/>")
        parts.append(Self.text(Self.margin / 2, line + 4, "nginx"))
        for (index, peer) in Peer.allCases.enumerated() {
            let left = Self.margin + index * 90
            parts.append("<path d=\"M\(left) 10h12v12h-12z\" fill=\"\(Self.colours[peer] ?? "")\"/>")
            parts.append(Self.text(left + 40, 20, peer.rawValue))
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(x + Self.margin)" height="\(Self.height + 2 * Self.margin)" \
            font-family="sans-serif" font-size="11">
            <rect width="100%" height="100%" fill="#fff"/>
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    /// Requests per second as a part of nginx's, where it took part.
    private func ratio(_ result: ScenarioResult, _ peer: Peer) -> Double { result.ofNginx(peer) { $0.rate } ?? 0 }

    private func bar(_ result: ScenarioResult, _ peer: Peer, at x: Int, _ most: Double) -> String {
        let ratio = self.ratio(result, peer)
        let top = Self.y(ratio, most)
        let bottom = Self.margin + Self.height
        return "<path d=\"M\(x) \(bottom)V\(top)h\(Self.bar - 2)V\(bottom)z\" fill=\"\(Self.colours[peer] ?? "")\"/>"
            + Self.text(x + Self.bar / 2, top - 4, String(format: "%.2f", ratio))
    }

    private static func y(_ ratio: Double, _ most: Double) -> Int {
        self.margin + self.height - Int(ratio / most * Double(self.height))
    }

    private static func text(_ x: Int, _ y: Int, _ text: String) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">\(text)</text>"
    }
}
