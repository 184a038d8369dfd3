// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The content of `bag-info.txt` (RFC 8493 §2.2.2): which commit, when, made by what, how much.
struct BagMetadata: Hashable {
  let softwareAgent: String
  let baggingDate: CalendarDate
  let commit: ObjectID
  let payload: PayloadSize

  /// The bytes of the file, one label a line, sorted.
  var bytes: [UInt8] {
    Array(
      """
      Bag-Software-Agent: \(softwareAgent)
      Bagging-Date: \(baggingDate)
      External-Identifier: git:\(commit)
      Payload-Oxum: \(payload)

      """.utf8
    )
  }
}

extension BagMetadata {
  /// Reads a file that has exactly the lines that `bytes` writes.
  init(reading bytes: [UInt8]) throws(MalformedBytes) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw MalformedBytes("is not UTF-8")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[4].isEmpty else { throw MalformedBytes("has not four lines") }
    softwareAgent = try Self.value(of: "Bag-Software-Agent", in: lines[0])
    guard let date = CalendarDate(try Self.value(of: "Bagging-Date", in: lines[1])) else {
      throw MalformedBytes("states no day as its Bagging-Date")
    }
    let identifier = try Self.value(of: "External-Identifier", in: lines[2])
    guard identifier.hasPrefix("git:"), let id = ObjectID(hex: String(identifier.dropFirst(4)))
    else { throw MalformedBytes("states no git commit as its External-Identifier") }
    guard let size = PayloadSize(try Self.value(of: "Payload-Oxum", in: lines[3])) else {
      throw MalformedBytes("states no Payload-Oxum of the form BYTES.FILES")
    }
    (baggingDate, commit, payload) = (date, id, size)
  }

  private static func value(
    of label: String,
    in line: Substring
  ) throws(MalformedBytes) -> String {
    guard line.hasPrefix(label + ": ") else { throw MalformedBytes("has no \(label) in its place") }
    return String(line.dropFirst(label.count + 2))
  }
}

/// The size of a payload as RFC 8493 §2.2.2 writes it in `Payload-Oxum`: bytes and files.
struct PayloadSize: Hashable, CustomStringConvertible {
  let bytes: Int
  let files: Int

  var description: String { "\(bytes).\(files)" }

  init(of files: some Sequence<FileContent>) {
    (bytes, self.files) = files.reduce((0, 0)) { ($0.0 + $1.count, $0.1 + 1) }
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Int(parts[0]), let files = Int(parts[1]) else { return nil }
    (self.bytes, self.files) = (bytes, files)
  }
}
