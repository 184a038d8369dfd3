// SPDX-License-Identifier: Apache-2.0

/// What an expression may use that was planned before: its functions, and the names in it, which only those
/// need who explain or change the expression.
package final class PlannedNames: Sendable {
  /// Names, and the environment that declares the others.
  package typealias Reading = (environment: RuleEnvironment, locals: [FactsSchema.Field])

  /// The functions, limits and time zones.
  let functions: RuleEnvironment
  private let reading: Deferred<Reading>

  /// Creates what some expressions may use.
  ///
  /// - Parameters:
  ///   - functions: An environment with the functions.
  ///   - reading: The names, as the expressions were compiled with them.
  package init(functions: RuleEnvironment, _ reading: @escaping @Sendable () -> Reading) {
    self.functions = functions
    self.reading = Deferred(reading)
  }

  /// The expression the ordinary way.
  func compiled(_ source: String, expecting type: ValueType?) -> Program {
    Program(
      tested: source,
      in: reading.value.environment,
      expecting: type,
      locals: reading.value.locals
    )
  }
}
