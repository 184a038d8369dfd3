// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// One reference that a push changes.
package struct PushedReference: Hashable, Sendable {
  /// The full name of the reference in the receiving repository.
  package var name: String
  /// What it named before, or nil when it is new.
  package var old: ObjectID?
  /// What it is to name, a commit or a tag, or nil when it is deleted.
  package var new: ObjectID?

  /// Creates a change of a reference.
  package init(name: String, old: ObjectID?, new: ObjectID?) {
    (self.name, self.old, self.new) = (name, old, new)
  }
}

extension PushedReference {
  /// Reads what git tells `pre-push`: local reference, its object, remote reference, its object
  /// (githooks(5)); one change a line.
  package static func fromPush(_ input: [UInt8]) throws(RunFailure) -> [PushedReference] {
    var references: [PushedReference] = []
    for fields in lines(of: input) {
      guard fields.count == 4 else { throw unknown(fields) }
      references.append(try PushedReference(name: fields[2], old: fields[3], new: fields[1]))
    }
    return references
  }

  /// Reads what git tells `pre-receive`: old object, new object, reference (githooks(5)); one change
  /// a line.
  package static func fromReceive(_ input: [UInt8]) throws(RunFailure) -> [PushedReference] {
    var references: [PushedReference] = []
    for fields in lines(of: input) {
      guard fields.count == 3 else { throw unknown(fields) }
      references.append(try PushedReference(name: fields[2], old: fields[0], new: fields[1]))
    }
    return references
  }

  /// Takes a change as git's hooks tell it: an id of zeros stands for nothing.
  ///
  /// - Throws: When an object has no full id.
  package init(name: String, old: String, new: String) throws(RunFailure) {
    self.init(name: name, old: try Self.object(old), new: try Self.object(new))
  }

  private static func object(_ text: String) throws(RunFailure) -> ObjectID? {
    guard let id = ObjectID(hex: text) else { throw unknown([text]) }
    return text.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? nil : id
  }

  private static func lines(of input: [UInt8]) -> [[String]] {
    input.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func unknown(_ fields: [String]) -> RunFailure {
    .configuration(
      "'\(fields.joined(separator: " "))' is no change of a reference as git tells it to hooks",
      help: "let git call the hook; see 'modelgate hook --help'"
    )
  }
}
