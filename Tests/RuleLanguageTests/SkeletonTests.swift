// SPDX-License-Identifier: Apache-2.0

import RuleLanguage
import Testing

@Test func `a type prints as it is written`() {
  #expect(ValueType("map(string, list(int))")?.description == "map(string, list(int))")
}
