// SPDX-License-Identifier: Apache-2.0

internal import CYAML
internal import GateModel

/// A step of a YAML stream, copied out of the library's memory.
struct YAMLEvent {
  enum Step {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(YAMLScalar)
    case listStart(YAMLProperties)
    case mapStart(YAMLProperties)
    case containerEnd
  }

  let step: Step
  let position: SourcePosition
  /// The line of the last character, or nil for an event that has no text of its own.
  let endLine: Int?
}

/// What may stand before a YAML node.
struct YAMLProperties {
  let anchor: String?
  let tag: String?
}

/// A scalar with everything that decides what it means.
struct YAMLScalar {
  let text: String
  /// Whether the scalar has neither quotes nor a block indicator.
  let isPlain: Bool
  let properties: YAMLProperties
}

extension YAMLEvent.Step {
  /// Copies an event; nil for the kind that a finished stream reports.
  init?(_ event: yaml_event_t) {
    switch event.type {
    case YAML_STREAM_START_EVENT: self = .streamStart
    case YAML_STREAM_END_EVENT: self = .streamEnd
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_DOCUMENT_END_EVENT: self = .documentEnd
    case YAML_ALIAS_EVENT: self = .alias(YAMLProperties.text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: self = .scalar(YAMLScalar(event))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      self = .listStart(YAMLProperties(anchor: start.anchor, tag: start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      self = .mapStart(YAMLProperties(anchor: start.anchor, tag: start.tag))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .containerEnd
    default: return nil
    }
  }
}

extension YAMLScalar {
  fileprivate init(_ event: yaml_event_t) {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    text = String(decoding: bytes, as: UTF8.self)
    isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    properties = YAMLProperties(anchor: scalar.anchor, tag: scalar.tag)
  }
}

extension YAMLProperties {
  fileprivate init(
    anchor: UnsafeMutablePointer<yaml_char_t>?,
    tag: UnsafeMutablePointer<yaml_char_t>?
  ) {
    self.anchor = Self.text(anchor)
    self.tag = Self.text(tag)
  }

  fileprivate static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
