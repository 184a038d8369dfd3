// SPDX-License-Identifier: Apache-2.0

/// A program that keeps the hooks of a repository; what it does not know of, it removes or ignores.
enum HookKeeper: CaseIterable {
  case husky
  case lefthook
  case preCommit

  /// The files that tell that it is used, from the root of the work tree.
  var marks: [String] {
    switch self {
    case .husky: [".husky"]
    case .lefthook:
      ["lefthook.yml", ".lefthook.yml", "lefthook.yaml", ".lefthook.yaml", "lefthook.toml"]
    case .preCommit: [".pre-commit-config.yaml"]
    }
  }

  /// What to write into its files.
  func snippet(for kind: HookInstallation.Kind) -> String {
    switch self {
    case .husky:
      """
      husky: add this line to .husky/\(kind.rawValue)

        modelgate hook \(kind.rawValue) "$@"

      """
    case .lefthook:
      """
      lefthook: add this to lefthook.yml

        \(kind.rawValue):
          commands:
            modelgate:
              run: modelgate hook \(kind.rawValue)
              use_stdin: true

      """
    case .preCommit:
      """
      pre-commit: add this to 'repos' in .pre-commit-config.yaml

        - repo: local
          hooks:
            - id: modelgate
              name: modelgate
              entry: modelgate hook \(kind.rawValue)
              language: system
              pass_filenames: false
              always_run: true
              stages: [\(kind.rawValue)]

      """
    }
  }
}
