// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Texts

/// A checked expression, ready to be evaluated any number of times.
package struct Program: Sendable {
  /// The text it was made from.
  package let source: String
  private let form: Form
  /// The condition as an English phrase, where it was put into words before.
  private let words: String?

  private enum Form: Sendable {
    case code(Code)
    case deferred(Deferred<Code>)
  }

  init(code: Code) {
    source = code.source
    words = nil
    form = .code(code)
  }

  /// An expression that was checked before and had no mistakes, such as one that is part of the program;
  /// it is checked again where somebody first needs its value.
  package init(
    tested source: String,
    in environment: RuleEnvironment,
    expecting type: ValueType?,
    locals: [FactsSchema.Field]
  ) {
    self.source = source
    words = nil
    form = .deferred(
      Deferred {
        switch environment.compile(source, expecting: type, locals: locals) {
        case .success(let program): program.code
        case .failure(let list): preconditionFailure("mistakes in a tested condition: \(list)")
        }
      }
    )
  }

  /// An expression that was planned before, such as one that is part of the program.
  ///
  /// - Parameters:
  ///   - image: What `write` wrote.
  ///   - names: What it may use.
  ///   - type: The type that its value must have; nil for any.
  /// - Throws: When the image holds something else.
  package init(
    _ image: inout ImageReader,
    using names: PlannedNames,
    expecting type: ValueType?
  ) throws(ImageReader.Damage) {
    let source = try image.text()
    words = try image.optionalText()
    let plan = try image.part()
    self.source = source
    let compiled = Deferred { names.compiled(source, expecting: type).code }
    form = .deferred(
      Deferred {
        var plan = plan
        do throws(ImageReader.Damage) {
          return Code(
            try CodeTables(&plan, functions: names.functions.functionTable),
            source: source,
            environment: names.functions,
            reading: Deferred { compiled.value.syntax }
          )
        } catch {
          return compiled.value
        }
      }
    )
  }

  /// Writes the expression as it was planned.
  ///
  /// - Parameters:
  ///   - image: Where to.
  ///   - isPhrased: Whether its English phrase is written too.
  package func write(to image: inout ImageWriter, isPhrased: Bool) {
    image.add(source)
    image.add(isPhrased ? english() : nil)
    var plan = ImageWriter()
    code.write(to: &plan)
    image.add(bytes: plan.bytes)
    image.endLine()
  }

  var code: Code {
    switch form {
    case .code(let code): code
    case .deferred(let code): code.value
    }
  }

  /// Whether it mentions a declared name.
  package func mentions(root: String) -> Bool {
    source.offset(of: root) != nil && code.rootNames.contains(root)
  }

  /// Whether it mentions a dotted path from a declared name.
  package func mentions(field path: String) -> Bool {
    path.parts { $0 == UInt8(ascii: ".") }.allSatisfy { source.offset(of: String($0)) != nil }
      && referencedFields.contains(path)
  }

  /// The type of its value.
  package var resultType: ValueType { code.checked.resultType }

  /// The declared names that it mentions, each once.
  package var referencedRoots: [String] { code.rootNames }

  /// The dotted paths from declared names that it mentions, such as `system.tier`.
  package var referencedFields: Set<String> { FieldPaths.all(in: code.checked) }

  /// The names of the functions that it calls.
  package var calledFunctions: Set<String> {
    var names: Set<String> = []
    func visit(_ part: Expression) {
      if case .call(let name, _, _) = part.form { names.insert(name.text) }
      for child in part.children { visit(child) }
    }
    visit(code.checked.root)
    return names
  }

  /// The value of the expression over an arena.
  package func evaluate(in arena: FactsArena, bindings: Bindings) -> Evaluation {
    var evaluator = Evaluator(over: arena)
    return evaluator.evaluate(self, bindings: bindings)
  }

  /// Why the expression has the value it has: the parts that decided it and what they saw.
  package func explain(in arena: FactsArena, bindings: Bindings) -> Explanation {
    var evaluator = Evaluator(over: arena)
    return evaluator.explain(self, bindings: bindings)
  }

  /// The condition as an English phrase.
  package func english() -> String {
    if let words { return words }
    let syntax = code.syntax
    return English(syntax.checked, syntax.environment).phrase(syntax.checked.root)
  }

  /// The expression, printed from its syntax tree.
  package func formatted() -> String { Printer.text(code.checked.root) }

  /// Every program that differs from this one in one comparison, quantifier or connective.
  package func mutations() -> [Mutation] { Mutation.all(of: code) }
}
