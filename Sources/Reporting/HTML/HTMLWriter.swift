// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// HTML and SVG, with every text escaped and every element closed.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes an element with what the body writes into it.
  mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    bytes += "</\(name)>".utf8
  }

  /// Writes an element with a text in it.
  mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that is never closed, such as `meta`.
  mutating func void(_ name: String, _ attributes: [(String, String)]) { open(name, attributes) }

  /// Writes a text.
  mutating func text(_ text: String, limit: Int = 2_000) {
    bytes += Self.escaped(VisibleText.line(text, limit: limit)).utf8
  }

  /// Writes markup of our own.
  mutating func markup(_ markup: String) { bytes += markup.utf8 }

  mutating func lineBreak() { bytes.append(ASCII.lineFeed) }

  /// Writes a page of its own: no script, no link, nothing from elsewhere.
  mutating func document(title: String, main: (inout HTMLWriter) -> Void) {
    markup("<!doctype html>\n")
    element("html", [("lang", "en")]) { page in
      page.head(title: title)
      page.lineBreak()
      page.element("body") { $0.element("main", [], main) }
    }
    lineBreak()
  }

  private mutating func head(title: String) {
    element("head") { page in
      page.void("meta", [("charset", "utf-8")])
      page.void(
        "meta",
        [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]
      )
      page.void(
        "meta",
        [
          ("http-equiv", "Content-Security-Policy"),
          ("content", "default-src 'none'; style-src 'unsafe-inline'"),
        ]
      )
      page.element("title", text: title)
      page.element("style") { $0.markup(PageStyle.sheet) }
    }
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      let value = Self.escaped(VisibleText.line(value, limit: 2_000))
      bytes += " \(name)=\"\(value)\"".utf8
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      // Runners take ##[ for a command wherever it stands in a log.
      case "#" where escaped.unicodeScalars.last == "#": escaped += "&#35;"
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), ASCII.quote, UInt8(ascii: "'"),
      UInt8(ascii: "#"):
      true
    default: false
    }
  }
}

/// Numbers as plots and pages print them: without locale, and the same on every processor.
enum PlotNumber {
  /// A number with a fixed count of decimals.
  static func fixed(_ number: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled.isFinite, scaled < 1e15 else { return "–" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// A fraction as a whole percentage, such as `95 %`.
  static func percent(_ fraction: Double) -> String {
    let percent = fraction * 100
    let isWhole = percent == percent.rounded()
    return "\(fixed(percent, isWhole ? 0 : 1)) %"
  }
}
