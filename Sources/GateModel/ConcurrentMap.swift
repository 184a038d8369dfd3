// SPDX-License-Identifier: Apache-2.0

/// Transforms elements on several cores; the results are in the order of the elements.
///
/// At most `width` transformations run at once. The order never depends on scheduling.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  width: Int,
  _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  guard width > 1, elements.count > 1 else { return elements.map(transform) }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    var next = 0
    func start() {
      guard next < elements.count else { return }
      let index = next
      next += 1
      group.addTask { (index, transform(elements[index])) }
    }
    for _ in 0..<width { start() }
    while let (index, result) = await group.next() {
      results[index] = result
      start()
    }
    return results.compactMap { $0 }
  }
}
