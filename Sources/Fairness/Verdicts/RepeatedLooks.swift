// SPDX-License-Identifier: Apache-2.0

/// How the error of a pass is shared by repeated evaluations of one model on one data set.
///
/// Who evaluates until it passes gets a pass in the end: at the limit, each interval of 95 % passes in 2.5 %
/// of samples, 50 of them together in 72 %. So a pass at look k may be wrong with α/(k(k+1)) only; these
/// shares sum to α over any number of looks, since 1/(k(k+1)) = 1/k − 1/(k+1) (a spending of α over looks that
/// need no number in advance; Lan and DeMets 1983 name the idea). A pass needs one end of an interval, whose
/// error is half of 1 − level: α/2 = α/(1·2) is that of the first look, which keeps its level.
package enum RepeatedLooks {
  /// The largest look that is told apart; later ones are judged like it.
  package static let largest = 100_000

  /// The level of the interval at a look.
  ///
  /// - Parameters:
  ///   - level: That of the first look, 1 − α.
  ///   - look: The number of the look, from 1.
  /// - Returns: 1 − 2α/(k(k+1)).
  package static func level(_ level: Double, atLook look: Int) -> Double {
    let k = Double(min(max(1, look), largest))
    return k == 1 ? level : 1 - 2 * (1 - level) / (k * (k + 1))
  }
}
