// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Where the log of an inspect-ai file stands: in the file, or in the `header.json` of an archive.
enum InspectContainer {
  case log(NodeCursor)
  /// An archive with a header that cannot be read, and why.
  case broken(reason: String)
  case other(reason: String)

  /// The largest header that is read, in bytes; a header holds no samples.
  private static let maximumHeader = 16 << 20
  private static let headerName = "header.json"

  init(_ file: ParsedFile) {
    if let root = file.root {
      self =
        InspectReading.isLog(root)
        ? .log(root) : .other(reason: "it has no 'status' and 'eval' with task and model")
    } else if case .binary(let bytes) = file.content {
      let container = Self.archive(bytes, file.file)
      // Weights are archives too: only the name makes an unreadable one a log.
      if case .broken(let reason) = container, TreePath.fileExtension(of: file.path) != "eval" {
        self = .other(reason: reason)
      } else {
        self = container
      }
    } else {
      self = .other(reason: "it is neither JSON nor an archive")
    }
  }

  static func detect(_ file: ParsedFile) -> Detection {
    switch InspectContainer(file) {
    case .log: .evaluation(.certain, because: "it is a log of inspect-ai")
    case .broken: .evaluation(.likely, because: "it is an archive with a header.json")
    case .other(let reason): .no(reason: reason)
    }
  }

  private static func archive(_ bytes: [UInt8], _ file: FileIdentity) -> Self {
    do {
      let directory = try ZIPDirectory(bytes)
      guard directory.has(headerName) else {
        return .other(reason: "it is an archive without a header.json")
      }
      let header = try directory.contents(of: headerName, maximumSize: maximumHeader)
      return log(in: header, file)
    } catch .noArchive {
      return .other(reason: "it is no ZIP archive")
    } catch {
      return .broken(
        reason: "the header.json of the archive cannot be read: \(error.reason); "
          + "commit the log as JSON (inspect log convert --to json)"
      )
    }
  }

  private static func log(in header: [UInt8], _ file: FileIdentity) -> Self {
    do {
      let root = NodeCursor(try JSONReader.read(header), of: file)
      return InspectReading.isLog(root)
        ? .log(root) : .other(reason: "its header.json is no log of inspect-ai")
    } catch {
      return .broken(
        reason: "its header.json is broken in line \(error.position.line): \(error.message)"
      )
    }
  }
}
