// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// Reads YAML with the place of every value and key; scalars keep their source text.
///
/// Anchors, aliases and YAML 1.1's merge key `<<` are resolved within the limits. Duplicate keys,
/// keys that are no scalars and tags outside YAML 1.1's core are errors.
package enum YAMLReader {
  /// The only document of a UTF-8 text; null when the text has none.
  ///
  /// - Throws: The first flaw of the text: wrong encoding, wrong syntax, a duplicate key, a second
  ///   document, or more than the limits allow.
  package static func read(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits()
  ) throws(Problem) -> Node {
    let text = try SourceText(bytes, limits: limits)
    return try read(bytes[text.start...], limits: limits, firstLine: 1)
  }

  /// The only document of a UTF-8 text, with the keys that appear again: the first of them counts, so
  /// that whoever corrects a file sees all that is wrong with it.
  ///
  /// - Throws: The first other flaw of the text.
  package static func readNotingDuplicates(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits()
  ) throws(Problem) -> (root: Node, duplicates: [Problem]) {
    let text = try SourceText(bytes, limits: limits)
    return try withComposer(
      of: bytes[text.start...],
      limits: limits,
      firstLine: 1,
      collectsDuplicates: true
    ) { composer throws(Problem) in
      let first = try composer.nextDocument()
      try composer.refuseSecondDocument()
      let root = first ?? Node.null(at: .start)
      return (root: root, duplicates: composer.duplicates ?? [])
    }
  }

  /// All documents of a UTF-8 text, in their order.
  ///
  /// - Throws: The first flaw of the text: wrong encoding, wrong syntax, a duplicate key, or more
  ///   than the limits allow.
  package static func readAll(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits()
  ) throws(Problem) -> [Node] {
    let text = try SourceText(bytes, limits: limits)
    return try withComposer(of: bytes[text.start...], limits: limits, firstLine: 1) {
      composer throws(Problem) in
      var documents: [Node] = []
      while let document = try composer.nextDocument() { documents.append(document) }
      return documents
    }
  }

  /// The only document of checked bytes that start at a line of a larger file.
  static func read(
    _ bytes: ArraySlice<UInt8>,
    limits: DocumentLimits,
    firstLine: Int
  ) throws(Problem) -> Node {
    try withComposer(of: bytes, limits: limits, firstLine: firstLine) {
      composer throws(Problem) in
      let first = try composer.nextDocument()
      try composer.refuseSecondDocument()
      return first ?? Node.null(at: SourcePosition(line: firstLine, column: 1))
    }
  }

  private static func withComposer<Result>(
    of bytes: ArraySlice<UInt8>,
    limits: DocumentLimits,
    firstLine: Int,
    collectsDuplicates: Bool = false,
    _ body: (inout YAMLComposer) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let marks = YAMLMarks(bytes, firstLine: firstLine)
    try refuseManyTagDirectives(in: bytes, marks: marks)
    // libyaml insists on a buffer, which an empty array need not have.
    let padded = bytes.isEmpty ? [ASCII.lineFeed] : bytes
    return try padded.withUnsafeBufferPointer { buffer throws(Problem) in
      var composer = YAMLComposer(
        try YAMLEventStream(buffer, marks: marks),
        limits: limits,
        collectsDuplicates: collectsDuplicates
      )
      return try body(&composer)
    }
  }

  /// libyaml compares every `%TAG` directive with all before it.
  private static let tagDirectiveLimit = 64

  private static func refuseManyTagDirectives(
    in bytes: ArraySlice<UInt8>,
    marks: YAMLMarks
  ) throws(Problem) {
    let directive = Array("%TAG".utf8)
    guard bytes.has(directive[0]) else { return }
    var count = 0
    for index in bytes.indices
    where bytes[index] == directive[0] && bytes[index...].starts(with: directive) {
      guard index == bytes.startIndex || ASCII.isLineBreak(bytes[index - 1]) else { continue }
      count += 1
      guard count > tagDirectiveLimit else { continue }
      let position = marks.position(ofByte: index - bytes.startIndex)
      throw YAMLFlaw.tagDirectives(limit: tagDirectiveLimit).error(at: position)
    }
  }
}
