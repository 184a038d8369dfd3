// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import TestSupport
import Testing

/// A user as the law meets them: what they declare, and the duties that follow by day.
///
/// Each is a folder below `WorkedUsers` with a declaration and `duties.txt`: a comment on who it is,
/// the tier, a line of days, and a line per duty with its outcome on each day (`-` for none). The lists
/// are written from the conditions and days of the law, not from what the program prints.
struct WorkedUser: CustomTestStringConvertible, Sendable {
  let name: String
  let tier: String
  let days: [CalendarDate]
  /// The outcomes by day, by the code of the duty.
  let duties: [String: [String]]

  var testDescription: String { name }

  /// What stands in place of an outcome where nothing is asked.
  static let none = "-"

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "WorkedUsers")

  /// The names of all users.
  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// Reads what is expected of a user.
  init(named name: String) throws {
    let file = Self.folder.appending(path: "\(name)/duties.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").map(String.init) }
    self.name = name
    tier = try #require(lines.first?.last)
    days = try #require(lines.dropFirst().first).dropFirst().map { try #require(CalendarDate($0)) }
    var duties: [String: [String]] = [:]
    for line in lines.dropFirst(2) { duties[line[0]] = Array(line.dropFirst()) }
    self.duties = duties
  }

  /// The files of all users, each in a folder of their own.
  static func files() throws -> [String: FixtureFile] {
    var files: [String: FixtureFile] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".yml") || path.hasSuffix(".md") {
      files[path] = .bytes(Array(try Data(contentsOf: folder.appending(path: path))))
    }
    return files
  }

  /// Compares the table with what was found.
  ///
  /// - Parameter found: The outcomes by code, for each day.
  /// - Returns: Each cell that differs, in the order of the table.
  func differences(from found: [CalendarDate: [String: String]]) -> [String] {
    let codes = Set(duties.keys).union(found.values.flatMap(\.keys)).sorted()
    return codes.flatMap { code in
      days.indices.compactMap { index in
        let expected = duties[code].map { $0[index] } ?? Self.none
        let actual = found[days[index]]?[code] ?? Self.none
        return expected == actual
          ? nil : "\(code) on \(days[index]): expected \(expected), found \(actual)"
      }
    }
  }
}
