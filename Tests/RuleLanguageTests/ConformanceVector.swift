// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import GateModel
import RuleLanguage

/// One case of the public conformance suite, in the shape of its protobuf-free extract.
struct ConformanceVector {
  let tree: JSONTree

  var file: String { tree["file"]?.string ?? "" }
  var name: String { "\(file)/\(tree["section"]?.string ?? "")/\(tree["name"]?.string ?? "")" }
  var expression: String { tree["expr"]?.string ?? "" }
  var isKnownDivergence: Bool { tree["known_divergence"] != nil }

  /// Where the suite is: `MODELGATE_CEL_VECTORS`, or beside the package.
  static var path: String {
    ProcessInfo.processInfo.environment["MODELGATE_CEL_VECTORS"]
      ?? "../shared/vectors/cel_vectors.json"
  }

  static func all() throws -> [ConformanceVector] {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let document = try JSONDecoder().decode(JSONTree.self, from: bytes)
    return (document["vectors"]?.array ?? []).map(ConformanceVector.init)
  }

  private var bindings: [String: JSONTree] {
    if case .object(let members) = tree["bindings"] { members } else { [:] }
  }

  private var environment: RuleEnvironment {
    var roots: [FactsSchema.Field] = []
    var functions: [FunctionDeclaration] = []
    for entry in tree["type_env"]?.array ?? [] {
      let name = entry["name"]?.string ?? ""
      if let type = entry["type"]?.string.flatMap({ ValueType($0) }) {
        roots.append(FactsSchema.Field(name: name, type: type))
      }
      functions += (entry["function"]?.array ?? []).map { Self.declaration(name, $0) }
    }
    for name in bindings.keys where !roots.contains(where: { $0.name == name }) {
      roots.append(FactsSchema.Field(name: name, type: .dyn))
    }
    var environment = RuleEnvironment(
      schema: FactsSchema(objects: [], roots: roots),
      functions: functions,
      container: tree["container"]?.string ?? "",
      mode: tree["disable_check"]?.isTrue == true ? .unchecked : .language
    )
    environment.expandsMacros = tree["disable_macros"]?.isTrue != true
    environment.zones = .systemFiles
    return environment
  }

  private static func declaration(_ name: String, _ overload: JSONTree) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name,
      parameters: (overload["params"]?.array ?? []).map {
        .init(name: "value", type: $0.string.flatMap { ValueType($0) } ?? .dyn)
      },
      result: overload["result"]?.string.flatMap { ValueType($0) } ?? .dyn,
      summary: "",
      example: ""
    ) { _, _ throws(EvaluationError) in
      throw EvaluationError(.noSuchFunction, "only declared")
    }
  }

  /// Why the engine does not do what the suite expects; nil when it does.
  func mismatch() -> String? {
    guard let expected = tree["expect"] else { return "nothing is expected" }
    let program: Program
    switch environment.compile(expression) {
    case .success(let compiled): program = compiled
    case .failure(let list):
      return expected["error"] != nil ? nil : "refused: \(list.diagnostics.map(\.problem.message))"
    }
    if let type = expected["type"]?.string, program.resultType.description != type {
      return "type \(program.resultType), expected \(type)"
    }
    if tree["check_only"]?.isTrue == true { return nil }
    var builder = FactsArena.Builder()
    let values = bindings.map { ($0.key, TaggedValue(vector: $0.value)) }
      .map { ($0.0, builder.value($0.1)) }
    var names = Bindings()
    for (name, value) in values { names.bind(name, to: value) }
    switch program.evaluate(in: builder.finish(), bindings: names).result {
    case .failure(let error): return expected["error"] != nil ? nil : "error: \(error)"
    case .success(let value):
      guard let wanted = expected["value"] else {
        return "\(value.tagged() as Any), expected an error"
      }
      let found = value.tagged() ?? .null
      return found.agrees(with: TaggedValue(vector: wanted))
        ? nil : "\(found), expected \(TaggedValue(vector: wanted))"
    }
  }
}

extension TaggedValue {
  /// Reads a value in the suite's tagged form, such as `{"int": "1"}`.
  init(vector tree: JSONTree) {
    guard case .object(let members) = tree, let (tag, content) = members.first else {
      self = .null
      return
    }
    let text = content.string ?? ""
    switch tag {
    case "bool": self = .bool(content.isTrue)
    case "int": self = .int(Int64(text) ?? 0)
    case "uint": self = .uint(UInt64(text) ?? 0)
    case "double": self = .double(Double(text) ?? 0)
    case "string": self = .string(text)
    case "bytes": self = .bytes(Data(base64Encoded: text).map { [UInt8]($0) } ?? [])
    case "timestamp":
      self = TimeText.moment(text).map { .timestamp($0) } ?? .null
    case "duration": self = TimeText.duration(text).map { .duration(nanoseconds: $0) } ?? .null
    case "type": self = .type(text)
    case "list": self = .list(content.array.map(TaggedValue.init(vector:)))
    case "map":
      self = .map(
        content.array.map {
          Entry(key: TaggedValue(vector: $0.array[0]), value: TaggedValue(vector: $0.array[1]))
        }
      )
    default: self = .null
    }
  }

  /// Whether two results are the same as far as the suite distinguishes them.
  func agrees(with other: TaggedValue) -> Bool {
    switch (self, other) {
    case (.double(let one), .double(let two)):
      one.bitPattern == two.bitPattern || one.isNaN && two.isNaN
    case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.agrees(with: $1) }
    case (.map(let one), .map(let two)):
      one.count == two.count
        && one.allSatisfy { entry in
          two.contains {
            entry.key.agrees(with: $0.key) && entry.value.agrees(with: $0.value)
          }
        }
    default: self == other
    }
  }
}

extension TimeZoneSource {
  /// The zone files of the machine that runs the tests.
  static let systemFiles = TimeZoneSource { name in
    guard !name.contains("..") else { return nil }
    return (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))).map { [UInt8]($0) }
  }
}
