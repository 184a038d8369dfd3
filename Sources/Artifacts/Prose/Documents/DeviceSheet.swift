// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Tells the data sheet of a device or a service from that of a dataset.
enum DeviceSheet {
  /// Whether the headings and tables speak of electricity, mechanics or machines, and hardly any of data.
  static func isOne(_ document: MarkdownDocument) -> Bool {
    let headings = document.sections.map { FoldedText.words($0.title) }
    let rows = document.sections.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .table(let table) = block.content else { return [] }
      return ([table.header] + table.rows).compactMap { $0.first.map { FoldedText.words($0.text) } }
    }
    let device = (headings + rows).count { holds($0, of: deviceWords) }
    // Datasets of sensors have tables of them too, and sections on where the data comes from.
    return device > 1 && headings.count { holds($0, of: dataWords) } < 2
  }

  private static func holds(_ text: String, of words: Set<Substring>) -> Bool {
    text.split(separator: " ").contains { words.contains($0) }
  }

  private static let deviceWords: Set<Substring> = [
    "electrical", "pinout", "pin", "pins", "gpio", "voltage", "current", "power", "mechanical",
    "dimensions", "thermal", "temperature", "firmware", "schematic", "connector", "connectors",
    "mounting", "enclosure", "battery", "antenna", "microcontroller", "mcu", "soc", "pcb", "clock",
    "registers", "timing", "wiring", "hardware", "interface", "interfaces", "sensor", "sensors",
    "vcpu", "vcpus", "memory", "bandwidth", "throughput", "ordering", "absolute", "operating",
    "weight", "flash", "sram", "ram", "gpu", "cpu", "bom",
  ]
  private static let dataWords: Set<Substring> = [
    "dataset", "datasets", "data", "motivation", "composition", "collection", "annotation",
    "annotations", "annotators", "preprocessing", "instances", "subpopulations", "consent",
    "distribution", "maintenance", "uses", "labels", "labeling", "labelling", "splits", "bias",
    "biases", "privacy", "license", "licensing", "provenance", "limitations",
  ]
}
