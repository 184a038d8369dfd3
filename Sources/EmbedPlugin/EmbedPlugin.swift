// SPDX-License-Identifier: Apache-2.0

import Foundation
import PackagePlugin

/// Writes a folder of the package into one Swift file, so that the program is a single file.
///
/// Resources in a bundle would have to travel beside the binary; string literals do not.
@main
struct EmbedPlugin: BuildToolPlugin {
  /// The folder that each target embeds.
  private let folders = ["RulePacks": "gates", "Gate": "templates"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folder = folders[target.name] else { return [] }
    let root = context.package.directoryURL.appending(path: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embed \(folder)/",
        executable: try context.tool(named: "embed-files").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: try Self.files(below: root),
        outputFiles: [output]
      )
    ]
  }

  private static func files(below root: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))
      // What runs beside a registry is a package of its own, and no template of a file.
      .filter { !$0.hasPrefix("registry/") }
      .map { root.appending(path: $0) }
      .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
      .sorted { $0.path < $1.path }
  }
}
