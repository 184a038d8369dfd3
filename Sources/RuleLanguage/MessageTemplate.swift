// SPDX-License-Identifier: Apache-2.0

package import Texts

/// A text with `{expression}` holes; `{{` and `}}` stand for single braces.
package struct MessageTemplate: Sendable {
  enum Piece: Sendable {
    case text(String)
    case hole(Program)
  }

  /// The text it was made from.
  package let source: String
  private let reading: Deferred<[Piece]>

  /// A template of pieces.
  init(source: String, pieces: [Piece]) {
    self.source = source
    reading = Deferred { pieces }
  }

  /// A template that was read before and had no mistakes, such as one that is part of the program; it is
  /// read again where somebody needs the message.
  package init(
    tested source: String,
    in environment: RuleEnvironment,
    locals: [FactsSchema.Field]
  ) {
    self.source = source
    reading = Deferred {
      switch environment.compileTemplate(source, locals: locals) {
      case .success(let template): template.pieces
      // Its words are better than none.
      case .failure: [.text(source)]
      }
    }
  }

  /// A template that was planned before, such as one that is part of the program.
  ///
  /// - Parameters:
  ///   - image: What `write` wrote.
  ///   - names: What its holes may use.
  /// - Throws: When the image holds something else.
  package init(
    _ image: inout ImageReader,
    using names: PlannedNames
  ) throws(ImageReader.Damage) {
    let source = try image.text()
    let parts = try image.part()
    self.source = source
    reading = Deferred {
      var parts = parts
      do throws(ImageReader.Damage) {
        return try parts.elements { image throws(ImageReader.Damage) in
          try image.number() == 0
            ? .text(image.text()) : .hole(Program(&image, using: names, expecting: nil))
        }
      } catch {
        // Its words are better than none.
        return [.text(source)]
      }
    }
  }

  /// Writes the template as it was planned.
  package func write(to image: inout ImageWriter) {
    image.add(source)
    var parts = ImageWriter()
    parts.add(pieces) { image, piece in
      switch piece {
      case .text(let text):
        image.add(0)
        image.add(text)
      case .hole(let program):
        image.add(1)
        program.write(to: &image, isPhrased: false)
      }
    }
    image.add(bytes: parts.bytes)
    image.endLine()
  }

  var pieces: [Piece] { reading.value }

  private var programs: [Program] {
    pieces.compactMap { if case .hole(let program) = $0 { program } else { nil } }
  }

  /// The declared names that its holes mention.
  package var referencedRoots: Set<String> {
    programs.reduce(into: []) { $0.formUnion($1.referencedRoots) }
  }

  /// The dotted paths that its holes mention.
  package var referencedFields: Set<String> {
    programs.reduce(into: []) { $0.formUnion($1.referencedFields) }
  }

  /// Whether a hole mentions a declared name.
  package func mentions(root: String) -> Bool {
    source.offset(of: root) != nil && referencedRoots.contains(root)
  }

  /// The text with its holes filled in; a hole without a value becomes `?`.
  package func render(in arena: FactsArena, bindings: Bindings) -> String {
    var evaluator = Evaluator(over: arena)
    return evaluator.render(self, bindings: bindings)
  }
}

extension Evaluator {
  /// The text of a template with its holes filled in; a hole without a value becomes `?`.
  package mutating func render(_ template: MessageTemplate, bindings: Bindings) -> String {
    var rendered = ""
    for piece in template.pieces {
      switch piece {
      case .text(let text): rendered += text
      case .hole(let program): rendered += hole(program, bindings)
      }
    }
    return rendered
  }

  /// What a hole shows at most, in code points: a fairness finding with its counts, and no document.
  private static let maximumHoleLength = 2_000

  private mutating func hole(_ program: Program, _ bindings: Bindings) -> String {
    guard let text = text(of: program, bindings: bindings) else { return "?" }
    let scalars = text.unicodeScalars
    guard scalars.count > Self.maximumHoleLength else { return text }
    return String(scalars.prefix(Self.maximumHoleLength)) + "…"
  }
}

/// Cuts a message into text and holes.
struct TemplateReader {
  enum Part {
    case text(String)
    /// The text between the braces, in UTF-8 offsets.
    case hole(Range<Int>)
  }

  private let source: String
  private let bytes: [UInt8]
  private var position = 0

  static func parts(of source: String) throws(RuleDiagnostic) -> [Part] {
    var reader = TemplateReader(source: source, bytes: Array(source.utf8))
    return try reader.parts()
  }

  private init(source: String, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  private mutating func parts() throws(RuleDiagnostic) -> [Part] {
    var parts: [Part] = []
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      let isDoubled = position + 1 < bytes.count && bytes[position + 1] == byte
      switch byte {
      case UInt8(ascii: "{") where !isDoubled:
        parts.append(.text(String(decoding: text, as: UTF8.self)))
        text = []
        parts.append(.hole(try hole()))
      case UInt8(ascii: "}") where !isDoubled:
        throw RuleDiagnostic(
          "`}` without `{`",
          help: "write `}}` for a brace",
          range: position..<position + 1,
          in: source
        )
      default:
        text.append(byte)
        position += byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? 2 : 1
      }
    }
    return parts + [.text(String(decoding: text, as: UTF8.self))]
  }

  /// Reads to the brace that closes a hole; braces in strings and maps do not count.
  private mutating func hole() throws(RuleDiagnostic) -> Range<Int> {
    let start = position
    var depth = 0
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == UInt8(ascii: "\\") { position += 1 }
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return start + 1..<position - 1 }
      default: break
      }
    }
    throw RuleDiagnostic(
      "`{` is not closed",
      help: "write `{{` for a brace",
      range: start..<start + 1,
      in: source
    )
  }
}
