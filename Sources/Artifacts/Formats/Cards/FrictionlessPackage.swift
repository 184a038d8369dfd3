// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Data Package 1.0 and 2.0: the descriptor of a dataset's files.
  static let frictionless = ArtifactFormat(
    name: "frictionless",
    summary: "Frictionless data package (JSON, datapackage.json 1.0 and 2.0)",
    fileNames: ["**/{datapackage,*.datapackage}.{json,yaml,yml}", "**/dataset-metadata.json"],
    detect: FrictionlessPackage.detect,
    read: { file, kind in file.artifacts(kind, "frictionless", FrictionlessPackage.read) }
  )
}

/// Reads a data package descriptor, after the profiles of the Data Package standard.
///
/// The standard has no field for bias, consent or personal data, so that no statement on these
/// comes from it.
enum FrictionlessPackage {
  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON or YAML map") }
    if let profile = root["$schema"]?.text, profile.contains("datapackage.org/profiles") {
      return .yes(
        kind: .datasheet,
        reason: "'$schema' is \(Excerpt.line(profile))",
        confidence: .certain
      )
    }
    // Kaggle asks for the description of the files only once there are any.
    let isKaggle = TreePath.name(of: file.path).lowercased() == "dataset-metadata.json"
    if isKaggle, root.has("title", "id", "licenses") {
      return .yes(
        kind: .datasheet,
        reason: "it has the title, id and licenses of Kaggle's dataset-metadata.json",
        confidence: .likely
      )
    }
    guard let resources = root["resources"], !resources.elements.isEmpty,
      resources.elements.allSatisfy({ $0.hasAny("path", "data", "url") })
    else { return .no(reason: "it has no 'resources' with a 'path' or 'data' each") }
    let isNamed = TreePath.name(of: file.path).lowercased().split(separator: ".").contains(
      "datapackage"
    )
    return .yes(
      kind: .datasheet,
      reason: "it lists 'resources' as data packages do",
      confidence: isNamed || root["profile"] != nil ? .likely : .weak
    )
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    artifact.title = artifact.text(root["title"]) ?? artifact.text(root["name"])
    artifact.formatVersion = version(of: root)
    if let version = artifact.formatVersion, let profile = root["$schema"],
      !["1.0", "2.0"].contains(version)
    {
      artifact.addUnknownVersion(profile, known: "Data Package 1.0 and 2.0")
    }
    artifact.created = root["created"].flatMap { artifact.statedDate($0) }
    artifact.addStatement(.dataComposition, from: root["description"], question: "description")
    artifact.datasets = [package(root, &artifact)] + sources(root, &artifact)
    for contributor in artifact.sections(root["contributors"]) {
      for party in parties(contributor, &artifact) { artifact.addParty(party) }
    }
    let resources = artifact.sections(root["resources"])
    for resource in resources where resource["name"] != nil || resource["title"] != nil {
      artifact.datasets.append(self.resource(resource, &artifact))
    }
  }

  /// The version of the profile: 2.0 writes it into `$schema`; 1.0 has `profile` at most.
  private static func version(of root: NodeCursor) -> String? {
    guard let profile = root["$schema"]?.text else { return root["profile"] == nil ? nil : "1.0" }
    return profile.split(separator: "/").dropLast().last.map(String.init)
  }

  private static func package(_ root: NodeCursor, _ artifact: inout Artifact) -> DatasetRecord {
    DatasetRecord(
      name: artifact.text(root["name"]) ?? artifact.text(root["title"]),
      id: artifact.text(root["id"]),
      version: artifact.text(root["version"]),
      licenses: licenses(root, &artifact),
      source: root.source
    )
  }

  private static func resource(_ cursor: NodeCursor, _ artifact: inout Artifact) -> DatasetRecord {
    DatasetRecord(
      name: artifact.text(cursor["name"]) ?? artifact.text(cursor["title"]),
      licenses: licenses(cursor, &artifact),
      hash: artifact.text(cursor["hash"]),
      source: cursor.source
    )
  }

  private static func sources(_ root: NodeCursor, _ artifact: inout Artifact) -> [DatasetRecord] {
    artifact.sections(root["sources"]).map { cursor in
      DatasetRecord(
        name: artifact.text(cursor["title"]),
        id: artifact.text(cursor["path"]),
        version: artifact.text(cursor["version"]),
        role: .source,
        source: cursor.source
      )
    }
  }

  private static func licenses(_ cursor: NodeCursor, _ artifact: inout Artifact) -> [String] {
    guard let licenses = cursor["licenses"] else { return artifact.texts(cursor["license"]) }
    return artifact.sections(licenses).compactMap { license in
      artifact.text(license["name"]) ?? artifact.text(license["path"])
        ?? artifact.text(license["title"])
    }
  }

  /// A contributor with each role; 1.0 has one `role`, 2.0 has `roles`.
  private static func parties(_ cursor: NodeCursor, _ artifact: inout Artifact) -> [Party] {
    let given = [artifact.text(cursor["givenName"]), artifact.text(cursor["familyName"])]
    let name = artifact.text(cursor["title"]) ?? given.compactMap { $0 }.joined(separator: " ")
    let stated = artifact.texts(cursor["roles"]) + artifact.texts(cursor["role"])
    let roles = (stated.isEmpty ? ["contributor"] : stated).map(role)
    return roles.map { role in
      Party(
        role: role,
        name: name.isEmpty ? nil : name,
        organization: artifact.text(cursor["organization"]),
        contact: artifact.text(cursor["email"]) ?? artifact.text(cursor["path"]),
        source: cursor.source
      )
    }
  }

  /// The roles that the standard suggests; any other one wrote or gathered the data.
  private static func role(_ text: String) -> Party.Role {
    switch FoldedText.words(text) {
    case "publisher", "distributor", "funder", "rightsholder", "rights holder": .provider
    case "owner": .owner
    case "maintainer", "contact", "contact person": .contact
    case "steward", "data steward", "data manager": .steward
    case "custodian": .custodian
    default: .author
    }
  }
}
