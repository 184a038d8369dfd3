// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
internal import Reporting
internal import Texts

/// The first thing that a person reads in a bundle: what it says, and how to check it alone.
struct BundleReadme {
  let report: Report
  let evidence: EvidenceInputs

  var bytes: [UInt8] { Array(text.utf8) }

  private var text: String {
    """
    # Evidence of a modelgate check

    **Verdict: \(report.verdict.rawValue.uppercased())** (\(words)). It speaks of evidence that is
    present, missing or inconsistent, and of nothing else.

    | | |
    |---|---|
    | commit | `\(evidence.commit)` |
    | checked folder | \(evidence.root.isEmpty ? "the whole tree" : code(evidence.root)) |
    | day of the check | \(report.asOf) |
    | made by | \(report.tool.name) \(report.tool.version) |
    | policy digest | `sha256:\(report.policy.digest)` |
    \(systems)\(models)\(packs)\(previous)
    ## What is here

    - `data/index.html`: the report for people; `data/report.json`: every check with its outcome;
      `data/reports/`: the same for CI systems (JUnit), for comments (Markdown) and for code scanning (SARIF).
    - `data/inputs/files/`: the files that were read, under their own paths (odd bytes as `=XX`);
      `data/inputs/index.json`: path, git blob, SHA-256, size, role and format of each.\(redacted)
    - `data/policy/files/`: policy, waivers and rules, byte for byte; `data/policy/index.json`.
    - `data/facts.json`: the request, and what the evaluation saw beyond these files.
    - `data/repo/objects.pack`: the commit, its trees and the blobs of the inputs. The names of other
      files of the checked folder are in it, because they prove that nothing was left out; their
      contents are not.
    \(log)- `attestations/`: signatures, if there are any, over the SHA-256 of `manifest-sha256.txt`.

    ## How to check it

    Complete and unchanged:

        sha256sum --check --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt
        bagit.py --validate .

    Each artifact belongs to the commit (stock git):

        PROOF=$(mktemp -d) && git init -q --bare "$PROOF"
        git -C "$PROOF" unpack-objects -q < data/repo/objects.pack
        git -C "$PROOF" ls-tree -r \(evidence.commit)\(folder)
    \(example)
    Who signed (DSSE envelopes in `attestations/`, and a seal over this folder by each P-256 key; `KEY` is
    the signer's public key, from a source you trust):

        KEY=../gate.pub
        ID=$(openssl pkey -pubin -in "$KEY" -outform DER | sha256sum | cut -c 1-12)
        for F in attestations/*."$ID".dsse.json; do
          sed 's/.*"payload":"\\([^"]*\\)".*/\\1/' "$F" | base64 -d > "$PROOF/payload"
          sed 's/.*"sig":"\\([^"]*\\)".*/\\1/' "$F" | base64 -d > "$PROOF/sig"
          (printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < "$PROOF/payload")"
            cat "$PROOF/payload") > "$PROOF/signed"
          openssl pkeyutl -verify -pubin -inkey "$KEY" -rawin -in "$PROOF/signed" -sigfile "$PROOF/sig"
        done
        model_signing verify key . --signature "attestations/seal.$ID.oms.sig" --public_key "$KEY"
        modelgate verify . --public-key "$KEY" --require-signed 1

    `securesystemslib` and other DSSE verifiers find the key by the id that they compute themselves. What is
    signed names the digest of `manifest-sha256.txt`, which `sha256sum manifest-sha256.txt` prints.

    Everything, and the verdict judged again from these files alone:

        modelgate verify .
        modelgate verify . --repo ../repository    # a clone: also what data/facts.json says of the history

    """
  }

  private var words: String {
    let summary = report.summary
    return "\(summary.passed) passed, \(summary.failed) failed, \(summary.undecided) undecided, "
      + "\(summary.waived) waived"
  }

  private var systems: String {
    report.systems.map { "| system | \(code($0.id)), \($0.tier.rawValue) |\n" }.joined()
  }

  private var models: String {
    evidence.models.map { model in
      let digest = model.sha256.map { "`sha256:\($0)` (\(model.origin.rawValue))" } ?? "no digest"
      return "| model | \(code(model.name)) \(code(model.version ?? "")), \(digest) |\n"
    }.joined()
  }

  private var packs: String {
    report.packs.map {
      "| rule pack | \(code($0.id)) \(code($0.version)), `sha256:\($0.digest)` |\n"
    }
    .joined()
  }

  private var redacted: String {
    let count = evidence.inputs.filter(\.isRedacted).count
    guard count > 0 else { return "" }
    return """

        \(count) of them are named there by their digests alone (entries without `file`): their bytes
        were left out of this bundle, of the git pack and of what the reports quote. Only with the
        repository can everything be judged again.
      """
  }

  private var previous: String {
    evidence.chain.map { "| previous evidence | `sha256:\($0.previous.evidence)` |\n" } ?? ""
  }

  private var log: String {
    guard evidence.chain != nil else { return "" }
    return """
      - `data/log/`: the checkpoint of the log of all bundles before this one (RFC 6962), and the proofs
        that the previous one is its last entry and that it goes on from the log before.

      """
  }

  private var folder: String {
    evidence.root.isEmpty || !isPlain(evidence.root) ? "" : ":\(evidence.root)"
  }

  /// A command that prints one artifact; one with a plain path, because shells read the others.
  private var example: String {
    let held = evidence.inputs.filter { !$0.isRedacted && isPlain($0.path) }
    guard let input = held.first(where: { $0.role != "system" }) ?? held.first else {
      return ""
    }
    return """
          git -C "$PROOF" cat-file blob \(input.blob) | cmp - data/inputs/files/\(input.path)

      """
  }

  private func isPlain(_ path: String) -> Bool {
    path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"):
        true
      case UInt8(ascii: "."), UInt8(ascii: "-"): true
      default: false
      }
    } && !path.hasPrefix("-") && !path.contains("/.") && !path.hasPrefix(".")
  }

  /// Text of the repository as code: nothing in it is markup.
  private func code(_ text: String) -> String {
    let plain = VisibleText.line(text).filter { $0 != "`" && $0 != "|" }
    return "`\(plain)`"
  }
}
