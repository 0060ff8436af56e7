// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A page of text as PDF 1.4 (ISO 32000-1), made of nothing but a standard font.
///
/// The demonstration needs a document that any reader opens, not a typesetter: Helvetica, one page of A4, WinAnsi text.
struct OnePagePDF {
    /// The first line, set large.
    let title: String
    /// The lines below; an empty one leaves room.
    let lines: [String]

    /// The file.
    var bytes: [UInt8] {
        let page = self.page
        let objects: [[UInt8]] = [
            Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
            Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
            Array(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
                /Resources << /Font << /F1 4 0 R >> >> >>
                """.utf8
            ),
            Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8),
            Array("<< /Length \(page.count) >>\nstream\n".utf8) + page + Array("\nendstream".utf8),
        ]
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let table = file.count
        file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            file += Array("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
        }
        let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return file + Array(trailer.utf8)
    }

    /// What is drawn: the title, then the lines from the top.
    private var page: [UInt8] {
        var page = Array("BT /F1 18 Tf 72 760 Td (".utf8) + Self.escaped(self.title) + Array(") Tj\n".utf8)
        page += Array("/F1 11 Tf 16 TL 0 -32 Td\n".utf8)
        for line in self.lines { page += Array("(".utf8) + Self.escaped(line) + Array(") Tj T*\n".utf8) }
        return page + Array("ET".utf8)
    }

    /// A string literal of PDF; what Latin-1 lacks becomes a question mark.
    private static func escaped(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "(", ")", "\\": [0x5C, UInt8(ascii: scalar)]
            default: [UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")]
            }
        }
    }
}
