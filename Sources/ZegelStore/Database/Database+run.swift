// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite
import Glibc

extension Database {
    /// Executes one statement, which is prepared once and bound here.
    ///
    /// GRDB would box each value and note for observers, of which there are none, which tables every statement touches: that took the
    /// committer a third of its time.
    ///
    /// - Throws: `DatabaseError` with the extended code, as GRDB does.
    func run(_ sql: String, _ values: [SQLValue] = []) throws {
        try unsafe self.run(sql, values) { _ in }
    }

    /// The same for a question of which one row of integers is the answer, or which changes that row; `nil` where there is none.
    func integers(_ sql: String, _ values: [SQLValue]) throws -> [Int64]? {
        var found: [Int64]?
        try unsafe self.run(sql, values) { row in
            found = unsafe (0..<sqlite3_column_count(row)).map { unsafe sqlite3_column_int64(row, $0) }
        }
        return found
    }

    private func run(_ sql: String, _ values: [SQLValue], _ read: (OpaquePointer) -> Void) throws {
        let statement = unsafe try self.cachedStatement(sql: sql).sqliteStatement
        defer {
            unsafe sqlite3_reset(statement)
            unsafe sqlite3_clear_bindings(statement)
        }
        guard unsafe sqlite3_bind_parameter_count(statement) == values.count else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "A statement has another number of values.")
        }
        for (index, value) in values.enumerated() {
            let code = unsafe value.bind(to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw self.error(code, sql) }
        }
        while true {
            switch unsafe sqlite3_step(statement) {
            case SQLITE_DONE: return
            case SQLITE_ROW: unsafe read(statement)
            case let code: throw self.error(code, sql)
            }
        }
    }

    private func error(_ code: Int32, _ sql: String) -> DatabaseError {
        let message = unsafe String(cString: sqlite3_errmsg(self.sqliteConnection))
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
    }
}

extension SQLValue {
    /// Hands a copy of the value to a statement.
    fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .integer(let number): return unsafe sqlite3_bind_int64(statement, index, number)
        case .null: return unsafe sqlite3_bind_null(statement, index)
        case .text(let text):
            let copy = unsafe Self.copy(text.utf8)
            return unsafe sqlite3_bind_text(
                statement,
                index,
                copy?.assumingMemoryBound(to: CChar.self),
                Int32(text.utf8.count)
            ) { unsafe free($0) }
        case .blob(let bytes):
            let copy = unsafe Self.copy(bytes)
            return unsafe sqlite3_bind_blob(statement, index, copy, Int32(bytes.count)) { unsafe free($0) }
        }
    }

    /// The bytes in memory that SQLite frees; not `nil` where there are none, which SQLite would take for NULL.
    private static func copy(_ bytes: some Collection<UInt8>) -> UnsafeMutableRawPointer? {
        let room = unsafe UnsafeMutableRawBufferPointer(start: malloc(max(1, bytes.count)), count: bytes.count)
        unsafe room.copyBytes(from: bytes)
        return room.baseAddress
    }
}
