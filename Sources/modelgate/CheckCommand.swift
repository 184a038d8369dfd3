// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate check`: the main job.
struct CheckCommand: AsyncParsableCommand {
  static let name = "check"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Judge a commit by rule packs.",
    discussion: """
      EXAMPLES
        modelgate check
        modelgate check --repo /srv/git/models.git --rev v2.3.0
        modelgate check --path services/credit --pack essentials
        modelgate check --output junit=out/junit.xml --output json=-
        modelgate check --evidence out/evidence.tar --as-of 2026-11-21
        modelgate check --base origin/main --only-changed

      FORMATS
        console (default), json, junit, markdown, html, sarif, codequality, github,
        csv (a row per check), prometheus (counts), oscal (assessment results)
        FORMAT=PATH writes a file, FORMAT or FORMAT=- writes to standard output.
        github also adds to GITHUB_STEP_SUMMARY and GITHUB_OUTPUT.

      EXIT STATUS
        0 pass   1 fail   2 usage, policy or rule pack error   3 undecided
      """
  )

  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var scope: ScopeOptions

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "A report and where it goes; may be given often.",
      valueName: "format[=path]"
    )
  )
  var outputs: [OutputTarget] = []

  @Option(
    help: ArgumentHelp(
      "Write an evidence bundle: PATH.tar, PATH.tar.gz or a folder.",
      valueName: "path"
    )
  )
  var evidence: String?

  @Option(
    help: ArgumentHelp(
      "The bundle of the release before, which the new one names and goes on from.",
      valueName: "bundle"
    )
  )
  var previous: String?

  @Option(
    name: .customLong("redact"),
    help: ArgumentHelp(
      "Leave the bytes of these inputs out of the bundle, a kind or a glob; may be given often.",
      valueName: "kind|glob"
    )
  )
  var redacted: [String] = []

  @Option(
    name: .customLong("sign-key"),
    help: ArgumentHelp(
      "Sign the bundle with this private key in PEM, or env:NAME; may be given often.",
      valueName: "pem"
    )
  )
  var signingKeys: [String] = []

  @Option(
    name: .customLong("junit-profile"),
    help: ArgumentHelp(
      "rich has file and line; strict validates against the schemas of Jenkins and Ant.",
      valueName: "profile"
    )
  )
  var junitProfile = JUnitProfile.rich

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The lowest severity that fails the run: block, error, warn or never (default: error).",
      valueName: "severity"
    )
  )
  var failOn: FailureThreshold?

  @Flag(help: "Show requirement, seen values and the steps of each decision.")
  var explain = false

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "Put findings together by pack, control, owner or artifact.",
      valueName: "what"
    )
  )
  var grouping: ConsoleStyle.Grouping?

  @Flag(help: "Print nothing but what --output asks for.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "Print no colours.")
  var noColor = false

  func validate() throws {
    if let partial = scope.partial, evidence != nil {
      throw ValidationError(
        "\(partial) makes no bundle: it judges a part only, or by another commit."
      )
    }
    guard signingKeys.isEmpty || evidence != nil else {
      throw ValidationError("--sign-key signs a bundle: give --evidence as well.")
    }
    guard redacted.isEmpty || evidence != nil else {
      throw ValidationError("--redact leaves inputs out of a bundle: give --evidence as well.")
    }
    guard previous == nil || evidence != nil else {
      throw ValidationError("--previous is what a new bundle follows: give --evidence as well.")
    }
    let toStandardOutput = outputs.filter { $0.path == nil }
    guard toStandardOutput.count <= 1 else {
      throw ValidationError("only one --output can go to standard output; give the others a path")
    }
    guard let evidence else { return }
    let archives = [".zip", ".tgz", ".gz", ".7z", ".xz", ".bz2", ".zst", ".rar"]
    guard
      !archives.contains(where: evidence.lowercased().hasSuffix)
        || evidence.hasSuffix(".tar.gz")
    else {
      throw ValidationError(
        "--evidence cannot write '\(evidence)'; name a .tar, a .tar.gz or a folder"
      )
    }
  }

  func run() async throws {
    var request = try RunRequest(repository, policy)
    request.failOn = failOn
    request.previousBundle = previous
    request.redaction = try Redaction(redacted)
    try scope.apply(to: &request)
    let signer = signingKeys.isEmpty ? nil : try BundleSigner(keys: signingKeys)
    let record = try await ProgressLine.during(request, isQuiet: quiet) {
      try await GateRun($0).run(collectsEvidence: evidence != nil)
    }
    if !quiet {
      for remark in record.remarks { Terminal.printError(Page(lines: "note: \(remark)\n")) }
    }
    try record.write(
      outputs: targets,
      evidence: evidence,
      style: style,
      junitProfile: junitProfile,
      toStandardOutput: Terminal.printOutput
    )
    if let signer, let evidence {
      _ = try await signer.sign(evidence, repository: redacted.isEmpty ? nil : request.repository)
    }
    if outputs.contains(where: { $0.format == .github }) {
      try WorkflowStep().append(record)
    }
    // What was judged goes with the process, which is faster than taking it apart.
    withExtendedLifetime(record) { endProcess(ExitStatus(record.report.verdict).rawValue) }
  }

  private var style: ConsoleStyle {
    var style = Terminal.style(noColor: noColor)
    style.explains = explain
    style.grouping = grouping
    return style
  }

  /// The console report is the default; `--quiet` takes it away.
  private var targets: [OutputTarget] {
    guard !quiet, !outputs.contains(where: { $0.path == nil }) else { return outputs }
    return outputs + [OutputTarget(format: .console, path: nil)]
  }
}
