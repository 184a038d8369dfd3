// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// What a manifest says of its pack.
struct PackManifest: Sendable {
  var id: String
  var version: String
  var title: String
  var summary: String
  var law: String?
  var statusDay: CalendarDate?

  init(
    id: String,
    version: String,
    title: String,
    summary: String,
    law: String?,
    statusDay: CalendarDate?
  ) {
    (self.id, self.version, self.title, self.summary) = (id, version, title, summary)
    (self.law, self.statusDay) = (law, statusDay)
  }

  /// Reads a manifest; nil where something is missing, which its shape reports.
  init?(_ root: NodeCursor) {
    guard let id = root["id"]?.text, let version = root["version"]?.text,
      let title = root["title"]?.text, let summary = root["summary"]?.text
    else { return nil }
    (self.id, self.version, self.title, self.summary) = (id, version, title, summary)
    law = root["law"]?.text
    statusDay = root.day("status_day")
  }

  /// What the manifest of a pack said.
  init(_ pack: RulePack) {
    (id, version, title, summary) = (pack.id, pack.version, pack.title, pack.summary)
    (law, statusDay) = (pack.law, pack.statusDay)
  }
}
