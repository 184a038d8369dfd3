// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Files that show results to people and hold them in no form that can be read for certain.
struct ExportAdvice {
  /// What the file is, with an article.
  let what: String
  /// What to write in its place.
  let help: String

  /// The advice for a file by its name; nil for every other file.
  init?(for path: String) {
    switch TreePath.fileExtension(of: path) {
    case "ipynb":
      what = "a notebook"
      help =
        "export its numbers as JSON or CSV, or its text as Markdown "
        + "(jupyter nbconvert --to markdown), and declare that file"
    case "html", "htm":
      what = "an HTML page"
      help =
        "export it as JSON, CSV or Markdown (most tools that write reports can), and declare "
        + "that file"
    case "jsonl", "ndjson":
      what = "a log of one JSON text a line"
      help =
        "export what the run amounts to as one JSON or CSV file with a name and a value for each "
        + "metric, and declare that file"
    case "xlsx", "xls", "ods", "parquet", "pkl", "pickle", "npz", "tfrecord":
      what = "a file for programs"
      help = "export its numbers as JSON or CSV, and declare that file"
    default: return nil
    }
  }

  /// Why the file is not read, as a lower-case phrase.
  var reason: String { "it is \(what), which is not read: \(help)" }
}
