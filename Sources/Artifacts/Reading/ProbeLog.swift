// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// Tells the log of a run of garak from other logs of JSON lines, which are not read.
enum ProbeLog {
  static func isStated(in file: SourceFile) -> Bool {
    guard TreePath.fileExtension(of: file.path) == "jsonl" else { return false }
    let head = String(decoding: file.bytes.prefix(longestHead), as: UTF8.self)
    return head.contains(#""garak_version""#) || head.contains(#""entry_type": "start_run setup""#)
  }

  /// The first line holds all settings of the run.
  private static let longestHead = 65_536
}
