// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A node of a JSON or YAML document, with its place in the text.
public struct Node: Hashable, Sendable {
  /// What the node is, as far as the syntax tells.
  public enum Value: Hashable, Sendable {
    /// JSON `null`, or a YAML null (`~`, `null`, nothing).
    case null
    /// JSON `true` or `false`.
    case bool(Bool)
    /// A JSON number as written, `NaN`, `Infinity` and `-Infinity` included.
    case number(String)
    /// A JSON string, or a quoted or block scalar of YAML.
    case string(String)
    /// A plain scalar of YAML as written: `no` stays `no`, `1.10` stays `1.10`.
    case plain(String)
    case list([Node])
    /// The members in the order of the text; keys are unique.
    case map([Member])
  }

  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// Where the key starts.
    public var keyPosition: SourcePosition
    /// The value.
    public var value: Node

    /// Creates a member.
    public init(key: String, keyPosition: SourcePosition, value: Node) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// What the node is.
  public var value: Value
  /// Where the node starts.
  public var position: SourcePosition
  /// The last line, in as many bits as positions have.
  private var storedEndLine: Int32

  /// The last line of the node.
  public var endLine: Int {
    get { Int(storedEndLine) }
    set { storedEndLine = Int32(clamping: newValue) }
  }

  /// Creates a node; `endLine` defaults to the line of `position`.
  public init(_ value: Value, at position: SourcePosition, endLine: Int? = nil) {
    self.value = value
    self.position = position
    storedEndLine = Int32(clamping: endLine ?? position.line)
  }
}

extension Node {
  /// Whether the node is a null.
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// The text of a scalar as written: a string, a plain scalar, a number or a truth value.
  public var text: String? {
    switch value {
    case .string(let text), .plain(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .list, .map: nil
    }
  }

  /// A truth value: JSON `true` or `false`, or the plain YAML scalars of the same name.
  public var bool: Bool? {
    switch value {
    case .bool(let flag): flag
    case .plain("true"): true
    case .plain("false"): false
    default: nil
    }
  }

  /// A number: JSON numbers and plain YAML scalars; `NaN` and infinities are returned as such.
  ///
  /// Strings are never taken for numbers here; readers that allow that say so.
  public var double: Double? {
    switch value {
    case .number(let text), .plain(let text): NumberText.double(text)
    default: nil
    }
  }

  /// An integer that a JSON number or a plain YAML scalar states exactly (`3`, `3.0`).
  public var int: Int? {
    switch value {
    case .number(let text), .plain(let text):
      if let count = NumberText.count(text) { return count }
    default: return nil
    }
    guard let double else { return nil }
    // From 2^53 on a double no longer tells neighbours apart.
    guard double.magnitude < 0x1p53 else { return text.flatMap { Int($0) } }
    // `Int(exactly:)` would need the C math library, which nothing here links.
    let int = Int(double)
    return Double(int) == double ? int : nil
  }

  /// The elements of a list, or nil for anything else.
  public var list: [Node]? {
    guard case .list(let elements) = value else { return nil }
    return elements
  }

  /// The members of a map, or nil for anything else.
  public var map: [Member]? {
    guard case .map(let members) = value else { return nil }
    return members
  }

  /// The value of a key, or nil when the node is no map or has no such key.
  public subscript(key: String) -> Node? {
    guard case .map(let members) = value else { return nil }
    return Self.index(of: key, in: members).map { members[$0].value }
  }

  /// Whether the node is a map with a value for a key that is not null.
  public func has(_ key: String) -> Bool {
    guard case .map(let members) = value else { return false }
    return Self.index(of: key, in: members).map { !members[$0].value.isNull } ?? false
  }

  /// Where a key stands; indexing spares the copy of every member that a closure would be given.
  private static func index(of key: String, in members: [Member]) -> Int? {
    let count = key.utf8.count
    // A key of another length is another key, and is not worth asking for its normal form.
    for index in members.indices
    where members[index].key.utf8.count == count && members[index].key == key {
      return index
    }
    return nil
  }

  /// The node that a path of keys leads to.
  public func at(_ keys: String...) -> Node? {
    var node: Node? = self
    for key in keys { node = node?[key] }
    return node
  }
}
