// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Metrics by slice of TensorFlow Model Analysis, as its JSON forms hold them.
  static let tfma = evaluation(
    "tfma",
    summary: "metrics by slice of TensorFlow Model Analysis (JSON)",
    fileNames: ["**/*tfma*.json", "**/*slicing[-_]metrics*.json"],
    detect: { root in
      SlicedMetrics.slices(in: root).isEmpty
        ? .no(reason: "it has no metrics by slice of TensorFlow Model Analysis")
        : .evaluation(.likely, because: "it has metrics by slice of TensorFlow Model Analysis")
    },
    fill: { root, artifact in
      for slice in SlicedMetrics.slices(in: root) { slice.add(to: &artifact) }
    }
  )

  /// The evaluation of a model that Vertex AI keeps in its registry.
  static let vertexEvaluation = evaluation(
    "vertex-evaluation",
    summary: "an evaluation of a model in Vertex AI (JSON of its API)",
    fileNames: ["**/*vertex*.json"],
    detect: { root in
      let first = root.node.isList ? root.elements.first : root
      return first?["metricsSchemaUri"] != nil
        && (first?["metrics"]?.node.isMap == true || root["slicedMetrics"]?.node.isList == true)
        ? .evaluation(.certain, because: "it has the metrics and their schema of Vertex AI")
        : .no(reason: "it has no metrics of Vertex AI")
    },
    fill: addVertex
  )

  /// The numbers of the whole model or of one slice, and those of the slices listed beside them; what is
  /// listed by threshold is named as not read.
  private static func addVertex(_ root: NodeCursor, to artifact: inout Artifact) {
    // The API lists the slices of a model one by one.
    for part in root.node.isList ? root.elements : [root] {
      addVertex(part["metrics"], of: vertexSlice(part["slice"]), to: &artifact)
    }
    for element in root["slicedMetrics"]?.elements ?? [] {
      let slice = vertexSlice(element["singleOutputSlicingSpec"] ?? element["slice"])
      addVertex(element["metrics"], of: slice, to: &artifact)
    }
  }

  /// What a slice of Vertex AI is of: a class of the target, or the values of columns.
  private static func vertexSlice(_ slice: NodeCursor?) -> [SlicePair] {
    guard let slice, !slice.members.isEmpty else { return [] }
    let columns = (slice["sliceSpec"]?["configs"]?.members ?? []).compactMap { name, config in
      vertexValue(config["value"]).map { SlicePair(attribute: name, group: $0) }
    }
    if !columns.isEmpty { return columns.sorted() }
    let value = vertexValue(slice) ?? "unnamed"
    return [SlicePair(attribute: SliceReader.classAttribute, group: value)]
  }

  private static func vertexValue(_ value: NodeCursor?) -> String? {
    ["value", "stringValue", "floatValue", "bytesValue"].lazy.compactMap { value?[$0]?.text }.first
  }

  private static func addVertex(
    _ metrics: NodeCursor?,
    of slice: [SlicePair],
    to artifact: inout Artifact
  ) {
    for (key, value) in metrics?.members ?? [] {
      if value.node.double != nil, let found = Measurement(key, at: value, slice: slice) {
        artifact.measurements.append(found)
      } else if key == "confusionMatrix" || value.node.isList {
        artifact.addUnreadThresholds(key, at: value.source)
      } else if value.node.isMap {
        // Pipelines write those of a kind of model below its name, such as `classification`.
        addVertex(value, of: slice, to: &artifact)
      }
    }
  }
}

extension Artifact {
  /// Keeps that numbers which a tool lists by threshold or by pair of classes are not read.
  fileprivate mutating func addUnreadThresholds(_ name: String, at source: SourceReference) {
    addIssue(
      "unread-numbers",
      .warning,
      "the numbers by threshold or class in '\(Excerpt.line(name))' are not read; state those of the "
        + "threshold in use in an evaluation of their own",
      at: source
    )
  }
}

/// The metrics of one slice: `{"slice": "sex:F", "metrics": {"accuracy": {"doubleValue": 0.9}}}`, or
/// the pair of a slice and its metrics by output and class that `load_eval_result` gives.
struct SlicedMetrics {
  private let pairs: [SlicePair]
  private let metrics: NodeCursor

  /// The slices of a file; none where it holds no numbers as Protocol Buffers write them.
  static func slices(in root: NodeCursor) -> [SlicedMetrics] {
    let list = root.node.isList ? root : root["slicingMetrics"] ?? root["slicing_metrics"]
    var slices = (list?.elements ?? [root]).compactMap { SlicedMetrics($0) }
    if root.members.contains(where: { $0.value["doubleValue"] != nil }) {
      slices = [SlicedMetrics(pairs: [], metrics: root)]
    } else if root.members.first?.key.hasPrefix("(") == true {
      // `get_metrics_for_all_slices()` has Python's tuples for keys: `(('sex', 'F'),)`.
      slices = root.members.map { SlicedMetrics(pairs: pairs(in: $0.key), metrics: $0.value) }
    }
    return slices.contains { !$0.numbers.isEmpty } ? slices : []
  }

  private static func pairs(in key: String) -> [SlicePair] {
    var texts: [String] = []
    var quote: Character?
    for character in key {
      if character == quote {
        quote = nil
      } else if quote != nil {
        texts[texts.count - 1].append(character)
      } else if character == "'" || character == "\"" {
        quote = character
        texts.append("")
      }
    }
    return stride(from: 0, to: texts.count - 1, by: 2).map {
      SlicePair(attribute: texts[$0], group: texts[$0 + 1])
    }
  }

  private init(pairs: [SlicePair], metrics: NodeCursor) {
    self.pairs = pairs
    self.metrics = metrics
  }

  private init?(_ element: NodeCursor) {
    if let metrics = element["metrics"], metrics.node.isMap, let name = element["slice"]?.text {
      self.metrics = metrics
      // `Overall` is the slice of everything.
      let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
      pairs = parts.count == 2 ? [SlicePair(attribute: parts[0], group: parts[1])] : []
    } else if element.node.isList, element.elements.count == 2,
      element.elements[0].node.isList, element.elements[1].node.isMap
    {
      metrics = element.elements[1]
      let key = element.elements[0]
      let named =
        key.elements.contains(where: \.node.isList) ? key.elements.map(\.texts) : [key.texts]
      pairs = named.filter { $0.count == 2 }.map { SlicePair(attribute: $0[0], group: $0[1]) }
    } else if let list = element["metricKeysAndValues"], list.node.isList {
      // `MetricsForSlice` of the Protocol Buffers, as their JSON form is.
      metrics = list
      pairs = (element["sliceKey"]?["singleSliceKeys"]?.elements ?? []).compactMap { key in
        guard let column = key["column"]?.text else { return nil }
        let bytes = key["bytesValue"]?.text.map(Base64Text.decoded)
        let number = (key["int64Value"] ?? key["floatValue"])?.text
        return SlicePair(attribute: column, group: bytes ?? number ?? "")
      }
    } else {
      return nil
    }
  }

  /// A number with its name and, where it was drawn again and again, the bounds of its interval.
  private struct Number {
    let name: String
    let value: NodeCursor
    var interval: Uncertainty?

    /// A number, or one with bounds, as Protocol Buffers write them.
    init?(_ name: String, _ value: NodeCursor) {
      guard let number = value["doubleValue"] ?? value["boundedValue"] else { return nil }
      self.name = name
      self.value = number["value"] ?? number
      if let lower = number["lowerBound"]?.node.double,
        let upper = number["upperBound"]?.node.double
      {
        interval = Uncertainty(lower: lower, upper: upper)
      }
    }
  }

  /// The numbers with their names; those of outputs and classes stand below more keys.
  private var numbers: [Number] {
    guard metrics.node.isList else { return Self.numbers(below: metrics) }
    return metrics.elements.compactMap { pair in
      guard let name = pair["key"]?["name"]?.text, let value = pair["value"] else { return nil }
      return Number(name, value)
    }
  }

  private static func numbers(below map: NodeCursor) -> [Number] {
    map.members.flatMap { key, value -> [Number] in
      if let number = Number(key, value) { return [number] }
      return value.node.isMap ? numbers(below: value) : []
    }
  }

  /// Curves and matrices, which have many numbers to a name.
  private static func matrices(below map: NodeCursor) -> [(name: String, place: NodeCursor)] {
    map.members.flatMap { key, value -> [(name: String, place: NodeCursor)] in
      guard value.node.isMap, Number(key, value) == nil else { return [] }
      let isMatrix = value.members.contains { kind, content in
        kind == "arrayValue" || content["matrices"]?.node.isList == true
      }
      return isMatrix ? [(key, value)] : matrices(below: value)
    }
  }

  func add(to artifact: inout Artifact) {
    let numbers = numbers
    let n = numbers.first { SettingName.isCaseCount($0.name) || $0.name == "example_count" }
      .flatMap { $0.value.node.double }.flatMap { Int(exactly: $0) }
    for number in numbers where number.name != "example_count" {
      guard var found = Measurement(number.name, at: number.value, slice: pairs.sorted(), n: n)
      else { continue }
      found.uncertainty = number.interval
      artifact.measurements.append(found)
    }
    // Those of slices are named with those of the whole.
    guard pairs.isEmpty else { return }
    for matrix in Self.matrices(below: metrics) {
      artifact.addUnreadThresholds(matrix.name, at: matrix.place.source)
    }
  }
}

/// The text of bytes that the JSON form of Protocol Buffers writes in Base64 (RFC 4648, section 4).
private enum Base64Text {
  static func decoded(_ text: String) -> String {
    var (bits, count, bytes): (UInt32, Int, [UInt8]) = (0, 0, [])
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      guard let digit = alphabet.firstIndex(of: byte) else { return text }
      bits = (bits << 6 | UInt32(digit)) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> UInt32(count) & 0xFF))
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )
}
