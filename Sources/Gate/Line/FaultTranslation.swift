// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

extension RunFailure {
  /// A system that the caller asked for and nobody declared.
  init(_ error: UnknownSystem) {
    self = .configuration(
      "there is no system '\(error.id)' in the checked tree",
      help: error.suggestion.map { "did you mean '\($0)'?" } ?? "see 'modelgate list systems'"
    )
  }
}

extension Survey {
  /// The systems that a request names, or all.
  func selected(by request: RunRequest) throws(RunFailure) -> Survey {
    do {
      return try selecting(request.systems)
    } catch {
      throw RunFailure(error)
    }
  }
}
