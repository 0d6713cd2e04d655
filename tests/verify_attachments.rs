//! `ciieval verify` of reports that looked at attachments, compared providers, or had other limits than the usual
//! ones: these are held against the evidence too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{Ran, ciieval, evidence, write};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const PACK: [&str; 2] = ["--policies", "tests/packs/standard"];

/// Two dossiers of two providers that both claim one person, with an attachment, and a file that nobody names.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["dossiers", "scans"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("scans/a.pdf"), "x").unwrap();
        fs::write(folder.path().join("scans/nobody.pdf"), "y").unwrap();
        let digest = Sha256::digest("x");
        let digest: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let digest = digest.concat();
        for (name, provider) in [("a.json", "甲"), ("b.json", "乙")] {
            let people = json!([{
                "id": "p", "name": "张三", "nationality": "CN", "identity_number": "110101199003074514",
                "attachments": [{"file": "a.pdf", "sha256": digest}],
            }]);
            let mut evidence = evidence(&json!({"people": people}));
            evidence["provider"]["name"] = provider.into();
            write(&folder.path().join("dossiers"), name, &evidence);
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        let path: PathBuf = self.folder.path().join(name);
        path.to_str().unwrap().to_owned()
    }

    /// Evaluates both into a report and returns its path.
    fn report(&self, format: &str, more: &[&str]) -> String {
        let file = self.path(&format!("report.{format}"));
        let output = format!("{format}={file}");
        let dossiers = self.path("dossiers");
        let arguments = ["check", &dossiers, "-q", "-o", &output];
        let ran = ciieval(&[&arguments[..], &PACK, more].concat());
        assert!(ran.code < 2, "{}", ran.err);
        file
    }

    fn verify(&self, report: &str, more: &[&str]) -> Ran {
        let dossiers = self.path("dossiers");
        let arguments = ["verify", report, "--lang", "en", "--dossier", &dossiers];
        ciieval(&[&arguments[..], &PACK, more].concat())
    }
}

#[test]
fn attachments_and_claims_are_held_against_the_evidence() {
    let case = Case::new();
    let scans = case.path("scans");
    for format in ["json", "ndjson"] {
        let report = case.report(format, &["--attachments", &scans, "--across"]);
        let text = fs::read_to_string(&report).unwrap();
        assert!(text.contains("person_of_two_providers"), "{text}");
        assert!(text.contains("attachments_orphaned"), "{text}");
        // The folder may be another one by now.
        fs::rename(&scans, case.path("moved")).unwrap();
        let ran = case.verify(&report, &["--attachments", &case.path("moved")]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        fs::rename(case.path("moved"), &scans).unwrap();

        let forged = text.replace("person_of_two_providers", "certificate_of_two_providers");
        fs::write(&report, forged).unwrap();
        let ran = case.verify(&report, &["--attachments", &scans]);
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        assert!(ran.out.contains("/across/"), "{}", ran.out);
        assert!(ran.out.contains("after it was written"), "{}", ran.out);
        fs::write(&report, &text).unwrap();

        fs::write(case.path("scans/a.pdf"), "z").unwrap();
        let ran = case.verify(&report, &["--attachments", &scans]);
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        assert!(ran.out.contains("attachment_changed"), "{}", ran.out);
        assert!(ran.out.contains("has changed since"), "{}", ran.out);
        assert!(!ran.out.contains("after it was written"), "{}", ran.out);
        fs::write(case.path("scans/a.pdf"), "x").unwrap();
    }
}

#[test]
fn a_report_that_looked_at_attachments_needs_their_folder() {
    let case = Case::new();
    let scans = case.path("scans");
    let report = case.report("json", &["--attachments", &scans]);
    let ran = case.verify(&report, &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("name their folder"), "{}", ran.err);
    let report = case.report("json", &[]);
    let ran = case.verify(&report, &["--attachments", &scans]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("leave out"), "{}", ran.err);
    assert_eq!(case.verify(&report, &[]).code, 0);
}

#[test]
fn limits_are_those_that_the_report_names() {
    let case = Case::new();
    let limits = [
        "--max-depth",
        "9",
        "--max-problems",
        "7",
        "--max-memory",
        "2GiB",
    ];
    let report = case.report("json", &limits);
    let text = fs::read_to_string(&report).unwrap();
    assert!(text.contains("\"max-depth\": 9"), "{text}");
    assert_eq!(case.verify(&report, &[]).code, 0);
    let low = text.replace("\"max-depth\": 9", "\"max-depth\": 1");
    fs::write(&report, low).unwrap();
    let ran = case.verify(&report, &[]);
    assert_eq!(ran.code, 3, "{}", ran.out);
    assert!(ran.out.contains("--max-depth"), "{}", ran.out);
    let unknown = text.replace("\"max-depth\": 9", "\"max-height\": 9");
    fs::write(&report, unknown).unwrap();
    let ran = case.verify(&report, &[]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("max-height"), "{}", ran.err);
}
