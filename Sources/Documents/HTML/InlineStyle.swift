// SPDX-License-Identifier: Apache-2.0

/// The style attribute of an element, as far as it takes the content out of sight.
enum InlineStyle {
  /// Whether a style hides its element; one that is written so that it cannot be read does as well.
  static func hides(_ style: String) -> Bool {
    // An escape has no use in a style but to hide what it says.
    if style.contains("\\") { return true }
    return withoutComments(style.lowercased()).split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
        .map { $0.filter { !$0.isWhitespace } }
      return parts.count == 2
        && hides(parts[0], parts[1].replacing("!important", with: ""))
    }
  }

  private static func hides(_ property: String, _ value: String) -> Bool {
    switch property {
    case "display": value == "none"
    case "visibility": value != "visible"
    case "content-visibility", "clip", "clip-path", "mask", "mask-image", "transform", "scale",
      "filter", "zoom":
      !["none", "auto", "visible", "normal"].contains(value)
    case "text-decoration", "text-decoration-line": value.contains("line-through")
    case "opacity": isTiny(value, below: 0.2)
    case "font-size": isTiny(value, below: smallest(unit: value))
    case "height", "max-height", "width", "max-width", "line-height": isTiny(value, below: 0.1)
    case "color": isUnseen(color: value)
    case "left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top":
      value.hasPrefix("-")
    default: false
    }
  }

  /// Whether a colour leaves nothing to see, on any ground or on white.
  static func isUnseen(color: String) -> Bool {
    let white: Set<String> = ["white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent"]
    return white.contains(color) || color.hasSuffix(",0)") || color.hasSuffix(",0.0)")
      || color.hasSuffix("/0)")
  }

  /// The smallest size of letters that people can read, in the unit of a size.
  private static func smallest(unit value: String) -> Double {
    value.hasSuffix("px") || value.hasSuffix("pt") ? 4 : value.hasSuffix("%") ? 30 : 0.3
  }

  private static func isTiny(_ value: String, below limit: Double) -> Bool {
    let number = value.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    return Double(number).map { $0 < limit } ?? false
  }

  private static func withoutComments(_ style: String) -> String {
    var kept = ""
    var rest = style[...]
    while let start = rest.firstRange(of: "/*") {
      kept += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return kept }
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }
}
