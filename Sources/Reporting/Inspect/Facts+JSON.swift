// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension JSONValue {
  static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }

  static func number(_ number: Int?) -> JSONValue? { number.map(JSONValue.int) }

  /// A number that JSON has a form for; NaN and the infinities count as not stated.
  static func number(_ number: Double?) -> JSONValue? {
    number.flatMap { $0.isFinite ? .double($0) : nil }
  }

  static func flag(_ flag: Bool?) -> JSONValue? { flag.map(JSONValue.bool) }
}

extension SourceReference {
  var json: JSONValue {
    .object(present: [
      ("path", .string(path)),
      ("blob", .text(blob?.hex)),
      ("pointer", .text(pointer)),
      ("headingPath", headingPath.isEmpty ? nil : .strings(headingPath)),
      ("line", .int(position.line)),
      ("column", .int(position.column)),
      ("endLine", .int(endLine)),
    ])
  }
}

extension StatedDate {
  var json: JSONValue {
    .object(present: [
      ("raw", .string(raw)),
      ("date", .text(date?.description)),
      ("source", source.json),
    ])
  }
}

extension Statement {
  var json: JSONValue {
    .object(present: [
      ("topic", .string(topic.rawValue)),
      ("question", .text(question)),
      ("text", .string(text)),
      ("state", .string(state.rawValue)),
      ("items", .strings(items)),
      ("source", source.json),
    ])
  }
}

extension SlicePair {
  var json: JSONValue { ["attribute": .string(attribute), "group": .string(group)] }
}

extension Uncertainty {
  var json: JSONValue {
    .object(present: [
      ("standardError", .number(standardError)),
      ("lower", .number(lower)),
      ("upper", .number(upper)),
      ("level", .number(level)),
      ("method", .string(method.rawValue)),
    ])
  }
}

extension RunFacts {
  var json: JSONValue {
    .object(present: [
      ("id", .text(id)),
      ("commit", .text(commit)),
      ("startedAt", startedAt?.json),
      ("status", .text(status)),
      ("partial", .flag(isPartial)),
    ])
  }
}

extension Measurement {
  var json: JSONValue {
    .object(present: [
      ("metric", .string(metric)),
      ("value", .number(value)),
      ("raw", .string(raw)),
      ("unit", .string(unit.rawValue)),
      ("kind", .string(kind.rawValue)),
      ("dataset", .text(dataset)),
      ("split", .text(split)),
      ("slice", .array(slice.map(\.json))),
      ("reference", reference.isEmpty ? nil : .array(reference.map(\.json))),
      ("aggregation", .text(aggregation?.rawValue)),
      ("n", .number(n)),
      ("numerator", .number(numerator)),
      ("denominator", .number(denominator)),
      ("uncertainty", uncertainty?.json),
      ("higherIsBetter", .flag(higherIsBetter)),
      ("decisionThreshold", .number(decisionThreshold)),
      ("task", .text(task)),
      ("run", run?.json),
      ("verified", .flag(isVerified)),
      ("source", source.json),
    ])
  }
}

extension PairedCounts {
  var json: JSONValue {
    .object(present: [
      ("metric", .string(metric)),
      ("against", .string(against.rawValue)),
      ("name", .text(name)),
      ("slice", .array(slice.map(\.json))),
      ("both", .int(both)),
      ("thisOnly", .int(thisOnly)),
      ("otherOnly", .int(otherOnly)),
      ("neither", .int(neither)),
      ("source", source.json),
    ])
  }
}

extension GroupCounts {
  var json: JSONValue {
    let counts: [(String, JSONValue?)] =
      switch counts {
      case .confusion(let tp, let fp, let tn, let fn):
        [("tp", .int(tp)), ("fp", .int(fp)), ("tn", .int(tn)), ("fn", .int(fn))]
      case .selection(let selected, let n): [("selected", .int(selected)), ("n", .int(n))]
      }
    return .object(
      present: [("slice", .array(slice.map(\.json))), ("source", source.json)] + counts
    )
  }
}
