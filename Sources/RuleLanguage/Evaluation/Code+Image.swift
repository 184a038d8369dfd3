// SPDX-License-Identifier: Apache-2.0

internal import Texts

extension Code {
  /// Writes the tables, for `CodeTables.init(_:functions:)`.
  func write(to image: inout ImageWriter) {
    image.add(rootNames) { $0.add($1) }
    image.add(variableCount)
    image.add(root)
    image.add(steps) { $1.write(to: &$0) }
    image.add(lists) { $0.add(Int($1)) }
    image.add(bytes: constantStorage.storage.bytes)
    image.add(constantStorage.storage.values) { $1.write(to: &$0) }
    image.add(constants) { $1.write(to: &$0) }
    image.add(fields) { image, field in
      image.add(Int(field.offset))
      image.add(Int(field.count))
    }
    image.add(calls) { image, call in
      image.add(call.name)
      image.add(call.isMember ? 1 : 0)
      image.add(call.count)
      image.add(Int(call.patternConstant))
    }
  }
}

extension CodeTables {
  /// Reads what `write` wrote.
  ///
  /// - Parameters:
  ///   - image: Where from.
  ///   - functions: The functions that may be called.
  /// - Throws: When the image holds something else.
  init(_ image: inout ImageReader, functions: FunctionTable) throws(ImageReader.Damage) {
    rootNames = try image.elements { image throws(ImageReader.Damage) in try image.text() }
    variableCount = try image.number()
    root = try image.number()
    steps = try image.elements { image throws(ImageReader.Damage) in try Step(&image) }
    lists = try image.elements { image throws(ImageReader.Damage) in
      Int32(truncatingIfNeeded: try image.number())
    }
    storage.bytes = Array(try image.textBytes())
    storage.values = try image.elements { image throws(ImageReader.Damage) in try Value(&image) }
    let constants = try image.elements { image throws(ImageReader.Damage) in try Value(&image) }
    fields = try image.elements { image throws(ImageReader.Damage) in
      StorageRange(offset: try image.number(), count: try image.number())
    }
    let bytes = storage.bytes
    calls = try image.elements { image throws(ImageReader.Damage) in
      var call = Code.Call(
        name: try image.text(),
        isMember: try image.number() == 1,
        count: try image.number(),
        in: functions
      )
      let number = try image.number()
      call.patternConstant = Int32(truncatingIfNeeded: number)
      if constants.indices.contains(number) {
        let range = constants[number].range.indices
        guard range.upperBound <= bytes.count else { throw ImageReader.Damage() }
        call.pattern = Pattern.deferred(Array(bytes[range]))
      }
      return call
    }
    self.constants = constants
    guard steps.indices.contains(root), image.isAtEnd else { throw ImageReader.Damage() }
  }
}

extension Step {
  /// What is added to the number of an operation whose flag is set.
  private static let flagged = 100

  /// Writes the operation and its numbers; those behind the last unusual one are left out.
  fileprivate func write(to image: inout ImageWriter) {
    var numbers = [
      Int(operation.rawValue) + (flag ? Self.flagged : 0), Int(a), Int(b), Int(c), Int(slot),
    ]
    for usual in [0, -1, 0, 0] {
      guard numbers.last == usual else { break }
      numbers.removeLast()
    }
    for number in numbers.dropLast() { image.add(number) }
    if let last = numbers.last { image.add(last, end: ";") }
  }

  fileprivate init(_ image: inout ImageReader) throws(ImageReader.Damage) {
    let first = try image.number()
    let isFlagged = first >= Self.flagged
    let number = UInt8(truncatingIfNeeded: isFlagged ? first - Self.flagged : first)
    guard let operation = Operation(rawValue: number) else { throw ImageReader.Damage() }
    let a = try Self.next(0, &image)
    let b = try Self.next(0, &image)
    let c = try Self.next(-1, &image)
    let slot = try Self.next(0, &image)
    self.init(operation: operation, flag: isFlagged, a: a, b: b, c: c, slot: slot)
  }

  /// The next number of a step, or what is usual where there is none.
  private static func next(
    _ usual: Int32,
    _ image: inout ImageReader
  ) throws(ImageReader.Damage) -> Int32 {
    image.hasEnded(with: ";") ? usual : Int32(truncatingIfNeeded: try image.number())
  }
}

extension Value {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(Int(truncatingIfNeeded: head))
    image.add(Int(truncatingIfNeeded: bits))
  }

  fileprivate init(_ image: inout ImageReader) throws(ImageReader.Damage) {
    let head = try image.number()
    let bits = try image.number()
    self.init(head: UInt64(truncatingIfNeeded: head), bits: UInt64(truncatingIfNeeded: bits))
  }
}
