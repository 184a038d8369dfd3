// SPDX-License-Identifier: Apache-2.0

internal import CYAML
internal import GateModel

/// The events of one YAML text; owns libyaml's parser.
struct YAMLEventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let marks: YAMLMarks

  /// Starts to parse a buffer, which must outlive the stream.
  init(_ buffer: UnsafeBufferPointer<UInt8>, marks: YAMLMarks) throws(Problem) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw YAMLFlaw.outOfMemory.error(at: marks.start)
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    self.parser = parser
    self.marks = marks
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; after the end of the stream, the end again.
  func next() throws(Problem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw flaw }
    defer { yaml_event_delete(&event) }
    let (start, end) = (Int(event.start_mark.index), Int(event.end_mark.index))
    return YAMLEvent(
      step: YAMLEvent.Step(event) ?? .streamEnd,
      position: marks.position(ofCharacter: start),
      endLine: end > start ? marks.endLine(from: start, upTo: end) : nil
    )
  }

  private var flaw: Problem {
    switch parser.pointee.error {
    case YAML_MEMORY_ERROR: return YAMLFlaw.outOfMemory.error(at: marks.start)
    case YAML_READER_ERROR:
      let position = marks.position(ofByte: Int(parser.pointee.problem_offset))
      return YAMLFlaw.controlCharacter.error(at: position)
    default:
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
      return YAMLFlaw.syntax(problem).error(
        at: marks.position(ofCharacter: Int(parser.pointee.problem_mark.index)),
        since: marks.position(ofCharacter: Int(parser.pointee.context_mark.index))
      )
    }
  }
}
