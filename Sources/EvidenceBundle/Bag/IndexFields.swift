// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Takes the fields of one JSON object apart, and knows which are left over.
struct IndexFields {
  private let subject: String
  private var remaining: [String: JSONValue] = [:]

  init(_ json: JSONValue, of subject: String) throws(MalformedBytes) {
    guard case .object(let members) = json else { throw MalformedBytes("\(subject) is no object") }
    self.subject = subject
    for member in members { remaining[member.name] = member.value }
  }

  func has(_ name: String) -> Bool { remaining[name] != nil }

  mutating func string(_ name: String) throws(MalformedBytes) -> String {
    guard case .string(let text)? = remaining.removeValue(forKey: name) else {
      throw MalformedBytes("\(subject) has no text \"\(name)\"")
    }
    return text
  }

  mutating func integer(_ name: String) throws(MalformedBytes) -> Int {
    guard case .int(let number)? = remaining.removeValue(forKey: name) else {
      throw MalformedBytes("\(subject) has no number \"\(name)\"")
    }
    return number
  }

  mutating func array(_ name: String) throws(MalformedBytes) -> [JSONValue] {
    guard case .array(let elements)? = remaining.removeValue(forKey: name) else {
      throw MalformedBytes("\(subject) has no list \"\(name)\"")
    }
    return elements
  }

  mutating func object(_ name: String) throws(MalformedBytes) -> JSONValue {
    guard case .object(let members)? = remaining.removeValue(forKey: name) else {
      throw MalformedBytes("\(subject) has no object \"\(name)\"")
    }
    return .object(members)
  }

  mutating func digests(_ name: String) throws(MalformedBytes) -> [ContentDigest] {
    var digests: [ContentDigest] = []
    for element in try array(name) {
      guard case .string(let text) = element, let digest = ContentDigest(hex: text) else {
        throw MalformedBytes("\(subject) lists something else than SHA-256 as \"\(name)\"")
      }
      digests.append(digest)
    }
    return digests
  }

  mutating func objectID(_ name: String) throws(MalformedBytes) -> ObjectID {
    guard let id = ObjectID(hex: try string(name)) else {
      throw MalformedBytes("\(subject) has no git object id as \"\(name)\"")
    }
    return id
  }

  mutating func digest(_ name: String) throws(MalformedBytes) -> ContentDigest {
    guard let digest = ContentDigest(hex: try string(name)) else {
      throw MalformedBytes("\(subject) has no SHA-256 as \"\(name)\"")
    }
    return digest
  }

  mutating func requireSchema(_ schema: String) throws(MalformedBytes) {
    guard try string("schema") == schema else {
      throw MalformedBytes("\(subject) is not of the schema \(schema)")
    }
  }

  func requireNoOthers() throws(MalformedBytes) {
    guard let other = remaining.keys.min() else { return }
    throw MalformedBytes("\(subject) has an unknown field \"\(other)\"")
  }
}
