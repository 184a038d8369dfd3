// SPDX-License-Identifier: Apache-2.0

/// The distribution of the one-sample Kolmogorov–Smirnov statistic D_n.
///
/// The choice of methods follows Simard & L'Ecuyer, *Computing the Two-Sided Kolmogorov–Smirnov
/// Distribution*, Journal of Statistical Software 39 (2011).
struct KolmogorovDistribution {
  let n: Int

  /// P(D_n ≥ d).
  func upperTail(_ d: Double) -> Double {
    let size = Double(n)
    guard n > 0, d > 0.5 / size else { return 1 }
    guard d < 1 else { return 0 }
    let scaled = size * d * d
    if scaled >= 370 { return 0 }
    if d >= 0.5 || scaled > (n <= 140 ? 4 : 2.2) { return min(1, 2 * oneSidedTail(d)) }
    let isMatrixSmall = n <= 140 || (n <= 100_000 && size * pow(d, 1.5) <= 1.4)
    let body = isMatrixSmall ? matrixCumulative(d) : seriesCumulative(d)
    return min(1, max(0, 1 - body))
  }

  /// P(D⁺_n ≥ d), the sum of Smirnov (1944).
  ///
  /// Twice this value is exact for the two-sided statistic from d = ½, and close where n·d² is
  /// large.
  private func oneSidedTail(_ d: Double) -> Double {
    let size = Double(n)
    guard n <= 100_000 else { return exp(-2 * size * d * d - 2 * d / 3) }
    var sum = 0.0
    for j in 0...Int(size * (1 - d)) {
      let place = Double(j)
      let rate = d + place / size
      guard rate < 1 else { continue }
      sum += SaddlePoint.binomial(place, of: size, rate: rate) * d / rate
    }
    return sum
  }

  /// P(D_n < d) from a power of a matrix (Marsaglia, Tsang & Wang 2003).
  private func matrixCumulative(_ d: Double) -> Double {
    let k = Int(Double(n) * d) + 1
    let h = Double(k) - Double(n) * d
    let size = 2 * k - 1
    var factorials = [1.0]
    for i in 1...size + 1 { factorials.append(factorials[i - 1] * Double(i)) }
    var matrix = SquareMatrix(size: size)
    for row in 0..<size {
      for column in 0..<min(size, row + 2) {
        matrix[row, column] = 1 / factorials[row - column + 1]
      }
    }
    for row in 0..<size {
      let reach = pow(h, Double(row + 1)) / factorials[row + 1]
      matrix[row, 0] -= reach
      matrix[size - 1, size - 1 - row] -= reach
    }
    if h > 0.5 { matrix[size - 1, 0] += pow(2 * h - 1, Double(size)) / factorials[size] }
    let power = matrix.power(n)
    let logFactorial = SaddlePoint.logGamma(Double(n) + 1) - Double(n) * log(Double(n))
    return power.matrix[k - 1, k - 1] * exp(logFactorial + power.logScale)
  }

  /// P(D_n ≤ d) from the expansion of Pelz & Good (1976) in powers of 1/√n.
  private func seriesCumulative(_ d: Double) -> Double {
    let size = Double(n)
    let z = d * size.squareRoot()
    let w = z * z
    let half = (0...40).map { PelzGoodTerm(.pi * (Double($0) + 0.5), z) }
    let whole = (1...40).map { PelzGoodTerm(.pi * Double($0), z) }
    func sum(_ terms: [PelzGoodTerm], _ polynomial: (Double) -> Double) -> Double {
      2 * terms.reduce(0) { $0 + polynomial($1.square) * $1.weight }
    }
    let root = (Double.pi / 2).squareRoot()
    let k0 = root / z * sum(half) { _ in 1 }
    let k1 = root / (6 * w * w) * sum(half) { $0 - w }
    let k2 =
      root / (72 * pow(z, 7))
      * sum(half) {
        6 * w * w * w + 2 * w * w + (2 * w * w - 5 * w) * $0 + (1 - 2 * w) * $0 * $0
      } - root / (36 * z * w) * sum(whole) { $0 }
    let k3 =
      root / (6480 * pow(z, 10))
      * sum(half) {
        (5 - 30 * w) * $0 * $0 * $0 + (-60 * w + 212 * w * w) * $0 * $0
          + (135 * w * w - 96 * w * w * w) * $0 - 30 * w * w * w - 90 * w * w * w * w
      } + root / (216 * pow(w, 3)) * sum(whole) { 3 * w * $0 - $0 * $0 }
    return k0 + k1 / size.squareRoot() + k2 / size + k3 / (size * size.squareRoot())
  }

  /// One summand of the expansion.
  private struct PelzGoodTerm {
    let square: Double
    let weight: Double

    init(_ argument: Double, _ z: Double) {
      square = argument * argument
      weight = exp(-square / (2 * z * z))
    }
  }
}

/// A square matrix of doubles.
struct SquareMatrix {
  let size: Int
  private var cells: [Double]

  init(size: Int) {
    self.size = size
    cells = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * size + column] }
    set { cells[row * size + column] = newValue }
  }

  /// The n-th power, scaled so that nothing overflows, and the logarithm of the scale.
  func power(_ n: Int) -> (matrix: SquareMatrix, logScale: Double) {
    var result = SquareMatrix(size: size)
    for i in 0..<size { result[i, i] = 1 }
    var (logScale, baseScale, base, rest) = (0.0, 0.0, self, n)
    while rest > 0 {
      if rest % 2 == 1 {
        result = result.times(base)
        logScale += baseScale + result.normalize()
      }
      base = base.times(base)
      baseScale = 2 * baseScale + base.normalize()
      rest /= 2
    }
    return (result, logScale)
  }

  private func times(_ other: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(size: size)
    for i in 0..<size {
      for k in 0..<size where self[i, k] != 0 {
        for j in 0..<size { product[i, j] += self[i, k] * other[k, j] }
      }
    }
    return product
  }

  /// Divides by the largest cell and returns the logarithm of the divisor.
  private mutating func normalize() -> Double {
    let largest = cells.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite else { return 0 }
    for index in cells.indices { cells[index] /= largest }
    return log(largest)
  }
}
