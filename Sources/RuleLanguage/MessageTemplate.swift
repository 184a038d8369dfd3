// SPDX-License-Identifier: Apache-2.0

/// A text with `{expression}` holes; `{{` and `}}` stand for single braces.
public struct MessageTemplate: Sendable {
  enum Piece: Sendable {
    case text(String)
    case hole(Program)
  }

  /// The text it was made from.
  public let source: String
  let pieces: [Piece]

  private var programs: [Program] {
    pieces.compactMap { if case .hole(let program) = $0 { program } else { nil } }
  }

  /// The declared names that its holes mention.
  public var referencedRoots: Set<String> {
    programs.reduce(into: []) { $0.formUnion($1.referencedRoots) }
  }

  /// The dotted paths that its holes mention.
  public var referencedFields: Set<String> {
    programs.reduce(into: []) { $0.formUnion($1.referencedFields) }
  }

  /// What a hole shows at most, in code points.
  private static let maximumHoleLength = 500

  /// The text with its holes filled in; a hole without a value becomes `?`.
  public func render(in arena: FactsArena, bindings: Bindings) -> String {
    var recollection = Recollection()
    return render(in: arena, bindings: bindings, recalling: &recollection)
  }

  /// The text with its holes filled in, by what functions gave before where that is known.
  public func render(
    in arena: FactsArena,
    bindings: Bindings,
    recalling recollection: inout Recollection
  ) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .hole(let program):
        let found = program.text(in: arena, bindings: bindings, recalling: &recollection)
        guard let text = found else { return "?" }
        let scalars = text.unicodeScalars
        guard scalars.count > Self.maximumHoleLength else { return text }
        return String(scalars.prefix(Self.maximumHoleLength)) + "…"
      }
    }.joined()
  }
}

extension Program {
  /// The value as text, or nil when there is none.
  fileprivate func text(
    in arena: FactsArena,
    bindings: Bindings,
    recalling recollection: inout Recollection
  ) -> String? {
    var machine = Machine(code, arena: arena, bindings: bindings)
    swap(&machine.recollection, &recollection)
    defer { swap(&machine.recollection, &recollection) }
    let value = machine.evaluate(Int32(code.root))
    guard !value.isFailure else { return nil }
    do {
      return try machine.call.plainText(value, depth: 0)
    } catch {
      return nil
    }
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
