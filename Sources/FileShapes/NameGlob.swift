// SPDX-License-Identifier: Apache-2.0

/// One element of a glob within a file name.
package enum GlobToken: Hashable, Sendable {
  case scalar(Unicode.Scalar)
  case anyScalar
  case anyRun
  case set(ranges: [ClosedRange<Unicode.Scalar>], isNegated: Bool)

  /// The tokens of one part of a path; a `[` that is never closed stands for itself.
  package static func tokens(of part: some StringProtocol) -> [GlobToken] {
    let scalars = Array(part.unicodeScalars)
    var tokens: [GlobToken] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "*": if tokens.last != .anyRun { tokens.append(.anyRun) }
      case "?": tokens.append(.anyScalar)
      case "[":
        if let (set, end) = bracket(in: scalars, from: index) {
          tokens.append(set)
          index = end
        } else {
          tokens.append(.scalar("["))
        }
      case let scalar: tokens.append(.scalar(scalar))
      }
      index += 1
    }
    return tokens
  }

  /// The scalar of a token that stands for itself.
  package var literal: Unicode.Scalar? {
    guard case .scalar(let scalar) = self else { return nil }
    return scalar
  }

  /// Whether tokens match a whole name: two pointers and the place of the last star.
  package static func match(_ tokens: [GlobToken], _ name: [Unicode.Scalar]) -> Bool {
    var (token, place) = (0, 0)
    var resume: (token: Int, place: Int)?
    while place < name.count {
      if token < tokens.count, tokens[token] == .anyRun {
        resume = (token + 1, place)
        token += 1
      } else if token < tokens.count, tokens[token].accepts(name[place]) {
        (token, place) = (token + 1, place + 1)
      } else if let last = resume {
        resume = (last.token, last.place + 1)
        (token, place) = (last.token, last.place + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .anyRun }
  }

  private func accepts(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .scalar(let own): own == scalar
    case .anyScalar: true
    case .anyRun: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }

  /// A bracket expression with the index of its `]`; a `]` right after the opening is a member.
  private static func bracket(
    in scalars: [Unicode.Scalar],
    from start: Int
  ) -> (GlobToken, end: Int)? {
    var index = start + 1
    let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
    if isNegated { index += 1 }
    let first = index
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while index < scalars.count {
      if scalars[index] == "]", index > first {
        return (.set(ranges: ranges, isNegated: isNegated), index)
      }
      let isRange =
        index + 2 < scalars.count && scalars[index + 1] == "-" && scalars[index + 2] != "]"
      let upper = isRange ? scalars[index + 2] : scalars[index]
      if scalars[index] <= upper { ranges.append(scalars[index]...upper) }
      index += isRange ? 3 : 1
    }
    return nil
  }
}
