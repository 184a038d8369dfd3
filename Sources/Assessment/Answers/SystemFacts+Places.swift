// SPDX-License-Identifier: Apache-2.0

internal import Survey

/// What the declared places mean for the law of the Union; a code that is no place fails closed.
extension SystemFacts {
  /// Whether the places of use, or their absence, leave room for the AI Act, or a deployer is
  /// established in the Union (Article 2(1)(a) to (c)).
  var mayConcernUnion: Bool {
    let places = union(.deployedTo, .outputUsedIn)
    return places.isEmpty || places.contains(where: Self.mayBeInUnion)
      || hasRole("deployer") && isEstablishedInUnion
  }

  /// Whether provider or deployer says that it is established in the Union.
  var isEstablishedInUnion: Bool { union(.establishedIn).contains(where: Self.mayBeInUnion) }

  /// Whether no place of use is one of the Union.
  var isUsedOutsideUnion: Bool {
    !union(.deployedTo, .outputUsedIn).contains(where: Self.mayBeInUnion)
  }

  /// Whether the system is used elsewhere, and only its output in the Union.
  var isLedInByOutputAlone: Bool {
    let places = union(.deployedTo)
    return !places.isEmpty && !places.contains(where: Self.mayBeInUnion) && !isUsedOutsideUnion
  }

  /// Whether the only places of use that lead into scope are Iceland, Liechtenstein and Norway.
  var isUsedOnlyInOtherEEA: Bool {
    let leading = union(.deployedTo, .outputUsedIn).filter(Self.mayBeInUnion)
    return !leading.isEmpty && leading.allSatisfy { Place($0)?.isInOtherEEA ?? false }
  }

  /// Whether the GDPR applies by place: people, use or an establishment in the Union or the EEA
  /// (Article 3(1) and (2)).
  var isWithinReachOfGDPR: Bool {
    union(.deployedTo, .outputUsedIn, .dataSubjectsIn, .establishedIn)
      .contains { Place($0)?.isUnderGDPR ?? true }
  }

  /// The same, where a system of which nobody says where it is counts as one in reach.
  var mayBeWithinReachOfGDPR: Bool {
    union(.deployedTo, .outputUsedIn, .dataSubjectsIn).isEmpty || isWithinReachOfGDPR
  }

  static func mayBeInUnion(_ code: String) -> Bool { Place(code)?.mayBeInUnion ?? true }
}
