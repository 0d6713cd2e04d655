//! What the tests of the formats for build servers share: one run over dossiers that pass, fall short, are
//! a folder, stand on lines of a file and cannot be evaluated, and a dossier full of texts that could act.

use regex::Regex;
use serde_json::{Value, json};
use std::path::Path;

use super::{GOOD, Ran, check, evidence, finding, write};

/// The dossiers of the run.
pub const FOLDER: &str = "tests/dossiers/ci";

/// A text in which everything could act somewhere.
pub const HOSTILE: &str = "<script>alert(1)</script>=cmd|' /C calc'!A0\u{202e}\u{1b}[31m\0]]>::error::x##[error]y\
    `|``\\|@someone #1 GH-2 0123456789abcdef0123456789abcdef01234567 [a](http://evil.example/b) \
    ![c](http://evil.example/d.png) <img src=x onerror=e> https://evil.example www.evil.example \
    a@evil.example &lt; *b* _i_ ~~s~~ $x$ :smile: </summary></details>\r\n::error::z\n# head\n| a | b |\n\u{ffff}";

/// The run in a format.
pub fn run(format: &str, more: &[&str]) -> Ran {
    let mut arguments = vec![GOOD, FOLDER, "--format", format];
    arguments.extend(more);
    check(&arguments)
}

/// The JSON report of the same run.
pub fn json(more: &[&str]) -> Value {
    serde_json::from_str(&run("json", more).out).unwrap()
}

/// Every evaluation of a report with its dossier.
pub fn evaluations(report: &Value) -> Vec<(&Value, &Value)> {
    let dossiers = report["dossiers"].as_array().unwrap().iter();
    dossiers
        .flat_map(|dossier| {
            let evaluations = dossier["evaluations"].as_array().unwrap().iter();
            evaluations.map(move |evaluation| (dossier, evaluation))
        })
        .collect()
}

/// The clauses of an evaluation with one of the statuses.
pub fn clauses<'v>(evaluation: &'v Value, statuses: &[&str]) -> Vec<&'v Value> {
    let clauses = evaluation["clauses"].as_array().unwrap().iter();
    clauses
        .filter(|clause| statuses.contains(&clause["status"].as_str().unwrap()))
        .collect()
}

pub const SHORT: &[&str] = &["not_satisfied", "no_evidence", "error"];

/// Compares a report with what is committed; versions and digests of packs do not count.
#[track_caller]
pub fn golden(name: &str, text: &str) {
    let version = env!("CARGO_PKG_VERSION");
    let text = text
        .replace(&format!("ciieval {version}"), "ciieval 0.0.0")
        .replace(&format!("ersion\":\"{version}\""), "ersion\":\"0.0.0\"");
    // The digests of dossiers and fingerprints stay: they are what the contents make them.
    let digests =
        Regex::new("(standard 9.9.9 |sha256:|9.9.9\",\"sha256\":\")[0-9a-f]{12,64}").unwrap();
    let text = digests.replace_all(&text, "${1}…");
    let path = Path::new("tests/golden").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text.as_bytes()).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "{} is out of date: run the test with UPDATE=1 and look at the difference",
        path.display()
    );
}

/// A dossier with the hostile text wherever a text can stand that reports show.
pub fn hostile(folder: &Path) -> String {
    let mut evidence = evidence(&json!({
        "provider": {
            "name": HOSTILE, "registered_capital_yuan": 1, "ownership_disputes": [HOSTILE],
        },
        "positions": [],
        "people": [{"id": "p-01", "name": HOSTILE}, {"id": "p-02", "name": HOSTILE}],
        "absences": [{"subject": "remote", "stated_on": "2025-06-01", "stated_by": "x", "reason": HOSTILE}],
    }));
    let mut judged = finding("1.d", "not_satisfied");
    judged["reason"] = json!(HOSTILE);
    judged["assessor"] = json!(HOSTILE);
    judged["evidence"] = json!([HOSTILE]);
    evidence["findings"] = json!([judged]);
    write(folder, "hostile`|<b>@x #1.json", &evidence)
}

/// Characters that would turn or hide what stands around them, or that a terminal acts on.
#[track_caller]
pub fn assert_no_hazards(text: &str) {
    let hazard = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{ffff}".contains(c);
    assert!(!text.contains(hazard), "{text:?}");
}

/// The report is the same whatever the number of threads.
#[track_caller]
pub fn assert_same_for_any_jobs(format: &str) {
    let one = run(format, &["--jobs", "1"]);
    let many = run(format, &["--jobs", "4"]);
    assert_eq!((one.code, one.out), (many.code, many.out));
}

/// What a format says of a run that was interrupted before anything was finished.
pub fn partial(format: &dyn ciieval::report::format::Format) -> String {
    let mut out = Vec::new();
    let mut writer = format.writer();
    let end = ciieval::report::format::End {
        partial: true,
        ..Default::default()
    };
    writer.begin(&mut out).unwrap();
    writer.end(&end, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
