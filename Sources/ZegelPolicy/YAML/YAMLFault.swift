// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What is wrong in a file, and where.
package struct YAMLFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, in Unicode scalars.
    package let column: Int
    /// What is wrong and what to do.
    package let message: String

    /// Notes a fault.
    package init(file: String, line: Int, column: Int = 1, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// File, line and column, then what is wrong, as compilers print it.
    package var description: String { "\(self.file):\(self.line):\(self.column): \(self.message)" }
}

/// Everything that is wrong in one or more files.
package struct YAMLFaults: Error, Sendable, CustomStringConvertible {
    /// The faults in the order of the files, and in each by line.
    package let faults: [YAMLFault]

    /// Gathers faults.
    package init(faults: [YAMLFault]) { self.faults = faults }

    /// One line for each fault.
    package var description: String { self.faults.map(\.description).joined(separator: "\n") }
}
