//! Attachments: that files are there, inside of the folder and as stated; what they are used for; what
//! nobody names; and what a scheme makes of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{Ran, check, ciieval, evidence, write};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let bytes: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.concat()
}

/// A folder with a dossier `one.json` whose first person has these attachments, and a folder of files.
struct Case {
    folder: TempDir,
    files: PathBuf,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("files");
        fs::create_dir(&files).unwrap();
        Self { folder, files }
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.files.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        sha256(text.as_bytes())
    }

    fn dossier(&self, name: &str, patch: &Value) -> String {
        write(self.folder.path(), name, &evidence(patch))
    }

    fn attached(&self, attachments: &Value) -> String {
        let patch = json!({"people": [{"id": "a", "name": "张三", "nationality": "CN", "attachments": attachments}]});
        self.dossier("one.json", &patch)
    }

    fn report(&self, dossiers: &[&str]) -> Value {
        let ran = self.run(dossiers, &["--format", "json", "-q"]);
        let report: Value =
            serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        assert_eq!(report["errors"], json!([]));
        report
    }

    fn run(&self, dossiers: &[&str], more: &[&str]) -> Ran {
        let mut all = vec!["--attachments", self.files.to_str().unwrap()];
        all.extend(dossiers);
        all.extend(more);
        check(&all)
    }
}

fn kinds(remarks: &Value) -> Vec<&str> {
    let remarks = remarks.as_array().map(Vec::as_slice).unwrap_or_default();
    remarks
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect()
}

/// The kinds found on the attachments of the only dossier.
fn found(report: &Value) -> Vec<&str> {
    kinds(&report["dossiers"][0]["attachments"]["remarks"])
}

#[test]
fn what_is_there_as_stated_is_verified() {
    let case = Case::new();
    let digest = case.file("a.pdf", "x");
    case.file("deep/b.pdf", "y");
    let dossier = case.attached(&json!([
        {"file": "a.pdf", "sha256": digest}, {"file": "./deep/b.pdf"},
    ]));
    let report = case.report(&[&dossier]);
    let attachments = &report["dossiers"][0]["attachments"];
    assert_eq!(
        *attachments,
        json!({"named": 2, "verified": 1, "without_digest": 1, "remarks": []})
    );
    assert!(report.get("across").is_none(), "{report}");
    let text = case.run(&[&dossier], &["--lang", "en"]).out;
    assert!(text.contains("Attachments are named 2 times"), "{text}");
}

#[test]
fn missing_changed_and_orphaned_files_are_listed_with_their_places() {
    let case = Case::new();
    case.file("changed.pdf", "new");
    case.file("nobody/names.pdf", "z");
    case.file(".hidden", "z");
    let dossier = case.attached(&json!([
        {"file": "changed.pdf", "sha256": sha256(b"old")}, {"file": "missing.pdf", "sha256": sha256(b"x")},
    ]));
    let report = case.report(&[&dossier]);
    assert_eq!(found(&report), ["attachment_changed", "attachment_missing"]);
    let remarks = &report["dossiers"][0]["attachments"]["remarks"];
    assert!(
        remarks[0]["text"]["en"]
            .as_str()
            .unwrap()
            .contains(&sha256(b"new"))
    );
    let place = &remarks[1]["places"][0];
    assert_eq!(place["where"], "people[0].attachments[1]");
    assert!(
        place["file"] == json!(dossier) && place["line"].is_u64(),
        "{place}"
    );
    assert_eq!(kinds(&report["across"]), ["attachments_orphaned"]);
    let orphans = report["across"][0]["places"].as_array().unwrap();
    let orphan = format!("{}/nobody/names.pdf", case.files.display());
    assert_eq!(orphans, &[json!({ "file": orphan })]);
    // Warnings only.
    assert_eq!(case.run(&[&dossier], &[]).code, 0);
}

#[test]
fn nothing_outside_of_the_folder_is_read() {
    let case = Case::new();
    fs::write(case.folder.path().join("secret"), "x").unwrap();
    fs::create_dir(case.files.join("inside")).unwrap();
    let outside = case.folder.path().join("secret");
    let names = [
        "../secret",
        outside.to_str().unwrap(),
        "inside/../../secret",
    ];
    let dossier = case.attached(&json!(names.map(|file| json!({ "file": file }))));
    assert_eq!(found(&case.report(&[&dossier])), ["attachment_outside"; 3]);
    // A folder, a name that cannot be, and nothing at all.
    let long = "x".repeat(5_000);
    let names = ["inside", ".", "a\u{0}b", &long, "inside/no/such"];
    let dossier = case.attached(&json!(names.map(|file| json!({ "file": file }))));
    let report = case.report(&[&dossier]);
    let kinds = found(&report);
    assert_eq!(kinds[..2], ["attachment_no_file"; 2]);
    assert_eq!(kinds[2..], ["attachment_missing"; 3]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_and_pipes_are_not_read() {
    use std::os::unix::fs::symlink;
    let case = Case::new();
    let digest = case.file("a.pdf", "x");
    fs::write(case.folder.path().join("secret"), "x").unwrap();
    symlink("../secret", case.files.join("out")).unwrap();
    symlink("..", case.files.join("folder_out")).unwrap();
    symlink("a.pdf", case.files.join("in")).unwrap();
    symlink("loop", case.files.join("loop")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(case.files.join("pipe"))
        .status();
    assert!(made.unwrap().success());
    let names = ["out", "folder_out/secret", "in", "loop", "pipe"];
    let files = names.map(|file| json!({"file": file, "sha256": digest}));
    let dossier = case.attached(&json!(files));
    let report = case.report(&[&dossier]);
    assert_eq!(
        found(&report),
        [
            "attachment_outside",
            "attachment_outside",
            "attachment_unreadable",
            "attachment_no_file"
        ]
    );
    assert_eq!(report["dossiers"][0]["attachments"]["verified"], 1);
}

#[test]
fn a_dossier_has_the_folder_of_its_name_if_there_is_one() {
    let case = Case::new();
    let own = case.file("one/a.pdf", "own");
    let shared = case.file("a.pdf", "shared");
    case.file("third/a.pdf", "of a dossier that is not in the run");
    let of = |digest: &str| json!({"people": [{"id": "a", "name": "张三", "attachments": [{"file": "a.pdf", "sha256": digest}]}]});
    let one = case.dossier("one.json", &of(&own));
    let two = case.dossier("two.json", &of(&shared));
    let report = case.report(&[&one, &two]);
    for dossier in report["dossiers"].as_array().unwrap() {
        assert_eq!(dossier["attachments"]["verified"], 1, "{dossier}");
    }
    // Alone, a dossier with a folder of its own says nothing about those of others.
    let report = case.report(&[&one]);
    assert!(report.get("across").is_none(), "{report}");
    // Without one, all of the folder is its own.
    let report = case.report(&[&two]);
    assert_eq!(report["across"][0]["places"].as_array().unwrap().len(), 2);
}

/// The kinds found where two certificates, or a certificate and a document, name files.
fn uses(entries: &Value) -> Vec<String> {
    let case = Case::new();
    for name in ["a.pdf", "copy.pdf", "b.pdf", "all.zip"] {
        case.file(name, if name == "copy.pdf" { "a.pdf" } else { name });
    }
    let dossier = case.dossier("one.json", entries);
    let report = case.report(&[&dossier]);
    found(&report)
        .iter()
        .map(|kind| (*kind).to_owned())
        .collect()
}

fn certificates(a: Value, b: Value) -> Value {
    let person = |id: &str, attachment: Value, number: &str| {
        json!({"id": id, "name": id, "employment": {"from": "2020-01-01"}, "certificates": [
            {"kind": "cisp", "number": number, "valid_from": "2020-01-01", "attachments": [attachment]}]})
    };
    json!({"people": [person("a", a, "1"), person("b", b, "2")]})
}

#[test]
fn one_page_is_not_two_certificates() {
    let twice = ["attachment_two_proofs"];
    let file = |name: &str| json!({ "file": name });
    assert_eq!(uses(&certificates(file("a.pdf"), file("./a.pdf"))), twice);
    // A copy under another name is told by the digest.
    let digest = sha256(b"a.pdf");
    let stated = |name: &str| json!({"file": name, "sha256": digest});
    assert_eq!(
        uses(&certificates(stated("a.pdf"), stated("copy.pdf"))),
        twice
    );
    assert!(uses(&certificates(file("a.pdf"), file("b.pdf"))).is_empty());
    // Archives hold many, and so do the pages of a scan.
    assert!(uses(&certificates(file("all.zip"), file("all.zip"))).is_empty());
    let page = |page: &str| json!({"file": "a.pdf", "page": page});
    assert!(uses(&certificates(page("1"), page("2"))).is_empty());
    assert_eq!(uses(&certificates(page("1"), page("1"))), twice);
    // One certificate under two heads is one fact; so are a project and its team.
    let person = |attachment: Value| json!({"id": "a", "name": "a", "attachments": [attachment]});
    let project = json!({"id": "p", "name": "p", "services": ["alpha.first"], "status": "completed",
        "from": "2020-01-01", "until": "2021-01-01", "attachments": [file("a.pdf")]});
    assert!(uses(&json!({"people": [person(file("a.pdf"))], "projects": [project]})).is_empty());
}

#[test]
fn a_document_is_no_certificate_and_has_one_approval() {
    let twice = ["attachment_two_proofs"];
    let document = |id: &str, approved_on: &str| {
        json!({"id": id, "kind": "policy.of.staff", "title": id, "approved_on": approved_on,
               "attachments": [{"file": "a.pdf"}]})
    };
    // A handbook may be several documents.
    assert!(
        uses(&json!({"documents": [document("a", "2024-01-01"), document("b", "2024-01-01")]}))
            .is_empty()
    );
    assert_eq!(
        uses(&json!({"documents": [document("a", "2024-01-01"), document("b", "2024-01-02")]})),
        twice
    );
    let mut both = certificates(json!({"file": "a.pdf"}), json!({"file": "b.pdf"}));
    both["documents"] = json!([document("a", "2024-01-01")]);
    assert_eq!(uses(&both), twice);
}

#[test]
fn one_file_has_one_digest() {
    let stated = |name: &str, text: &str| json!({"file": name, "sha256": sha256(text.as_bytes())});
    let both = |a, b| uses(&json!({"people": [{"id": "a", "name": "a", "attachments": [a, b]}]}));
    assert!(both(stated("a.pdf", "a.pdf"), stated("./a.pdf", "a.pdf")).is_empty());
    assert_eq!(
        both(stated("a.pdf", "a.pdf"), stated("a.pdf", "other")),
        ["attachment_changed", "attachment_two_digests"]
    );
}

#[test]
fn the_report_is_the_same_with_threads_and_has_every_format() {
    let case = Case::new();
    let shared = case.file("shared.pdf", &"x".repeat(1 << 20));
    for number in 0..20 {
        let patch = json!({"people": [{"id": "a", "name": "张三", "attachments": [
            {"file": "shared.pdf", "sha256": shared}, {"file": format!("{number}.pdf")}]}]});
        case.dossier(&format!("{number:02}.json"), &patch);
    }
    let dossiers: Vec<String> = (0..20)
        .map(|number| {
            case.folder
                .path()
                .join(format!("{number:02}.json"))
                .display()
                .to_string()
        })
        .collect();
    let dossiers: Vec<&str> = dossiers.iter().map(String::as_str).collect();
    for format in ["json", "text", "markdown", "sarif"] {
        let run = |jobs| {
            case.run(&dossiers, &["-q", "--format", format, "--jobs", jobs])
                .out
        };
        let alone = run("1");
        assert!(alone.contains("7.pdf"), "{format}");
        assert_eq!(alone, run("4"), "{format}");
    }
}

#[test]
fn what_cannot_be_done_is_said() {
    let case = Case::new();
    let dossier = case.attached(&json!([]));
    let ran = check(&[&dossier, "--attachments", "no/such"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`no/such`"), "{}", ran.err);
    // Files may change: nothing of such a run is kept.
    let ran = case.run(&[&dossier], &["--cache", "c"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--cache"), "{}", ran.err);
}

/// The exemplary dossier, in which everything that the clauses rest on names an attachment.
fn documented(folder: &Path, files: &Path, digest: impl Fn(&str) -> String) -> String {
    let text = fs::read_to_string("fixtures/dossiers/huaheng.yaml").unwrap();
    let mut evidence: Value = serde_yaml::from_str(&text).unwrap();
    for (register, entries) in evidence.as_object_mut().unwrap() {
        let file = format!("{register}.pdf");
        fs::write(files.join(&file), register).unwrap();
        let attachments = json!([{"file": file, "sha256": digest(register)}]);
        if ["people", "projects", "documents", "agreements"].contains(&register.as_str()) {
            for entry in entries.as_array_mut().unwrap() {
                entry["attachments"] = attachments.clone();
            }
        }
    }
    write(folder, "dossier.json", &evidence)
}

#[test]
fn a_scheme_can_demand_verified_attachments() {
    let case = Case::new();
    let plan = case.folder.path().join("plan.yaml");
    let under = |scheme: &str, dossier: &str, more: &[&str]| {
        fs::write(&plan, format!("schema: ciieval/scheme/v1\n{scheme}")).unwrap();
        let mut all = vec!["check", dossier, "-q", "--format", "json", "--scheme"];
        all.push(plan.to_str().unwrap());
        all.extend(more);
        ciieval(&all)
    };
    let satisfied = |ran: &Ran| {
        let report: Value =
            serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        report["dossiers"][0]["evaluations"][0]["compliance"]["satisfied"]
            .as_u64()
            .unwrap()
    };
    let with = ["--attachments", case.files.to_str().unwrap()];
    let good = documented(case.folder.path(), &case.files, |register| {
        sha256(register.as_bytes())
    });
    let named = satisfied(&under("minimum_evidence: documented\n", &good, &[]));
    let demand = "minimum_evidence: documented\nattachments: verified\n";
    let ran = under(demand, &good, &with);
    assert_eq!(satisfied(&ran), named);
    assert!(
        ran.out
            .contains("of which the file is there with the digest stated")
    );
    // Without the folder nobody can say.
    let ran = under(demand, &good, &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("add `--attachments DIR`"), "{}", ran.err);
    // The files of people are others than stated: their clauses have no evidence.
    let bad = documented(case.folder.path(), &case.files, |register| match register {
        "people" => sha256(b"other"),
        register => sha256(register.as_bytes()),
    });
    assert_eq!(
        satisfied(&under("minimum_evidence: documented\n", &bad, &[])),
        named
    );
    assert_eq!(
        satisfied(&under("minimum_evidence: documented\n", &bad, &with)),
        named
    );
    let ran = under(demand, &bad, &with);
    assert!(satisfied(&ran) < named, "{named}");
    // It takes a grade to demand.
    let ran = under("attachments: verified\n", &bad, &with);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("minimum_evidence: documented"),
        "{}",
        ran.err
    );
}
