//! The numbers of an evaluation are the same in every format: one run writes them all.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use common::{command, evidence};
use regex::Regex;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use workbook::said;

const FORMATS: [&str; 11] = [
    "text", "json", "ndjson", "html", "docx", "xlsx", "csv", "junit", "sarif", "github", "markdown",
];

/// What an evaluation comes to.
struct Numbers {
    verdict: String,
    score: String,
    exact: String,
    mandatory: [String; 2],
    all: [String; 2],
    /// Whether the score decides nothing.
    is_for_information: bool,
}

impl Numbers {
    fn of(evaluation: &Value) -> Self {
        let tally = |key: &str| ["satisfied", "total"].map(|it| evaluation[key][it].to_string());
        let text = |key: &str| evaluation[key].as_str().unwrap().to_owned();
        Self {
            verdict: text("verdict"),
            score: text("score"),
            exact: text("score_exact"),
            mandatory: tally("mandatory"),
            all: tally("compliance"),
            is_for_information: evaluation["decided_by"] == "mandatory",
        }
    }

    /// The score with two decimal places.
    fn two_places(&self) -> String {
        format!("{:.2}", self.score.parse::<f64>().unwrap())
    }

    /// The score against the pass mark, in words.
    fn against_the_pass_mark(&self) -> String {
        if self.is_for_information {
            format!("N/A (for information: {}; pass mark 65)", self.score)
        } else {
            format!("{} (pass mark 65)", self.score)
        }
    }

    /// The last line of the table of terms, with what stands between both numbers of a tally.
    fn total(&self) -> String {
        let [mandatory, all] = [&self.mandatory, &self.all].map(|tally| tally.join("/"));
        format!("Total {mandatory} {all} {} 100", self.two_places())
    }

    /// Verdict, score and tallies in a sentence.
    fn sentence(&self) -> String {
        format!(
            "{}, Score {}, Mandatory {}, All clauses {}",
            self.verdict.to_uppercase(),
            self.against_the_pass_mark(),
            self.mandatory.join(" of "),
            self.all.join(" of ")
        )
    }
}

/// Text without markup, with single spaces.
fn plain(markup: &str) -> String {
    let hidden = Regex::new(r"(?s)<(script|style)\b.*?</(script|style)>|<[^>]*>").unwrap();
    let text = hidden.replace_all(markup, " ");
    let spaces = Regex::new(r"\s+").unwrap();
    spaces.replace_all(&text, " ").into_owned()
}

fn in_archive(file: &Path, part: &str) -> String {
    let mut archive = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive
        .by_name(part)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The clauses bear out the tallies.
fn in_csv(file: &Path, numbers: &Numbers) {
    let mut lines = csv::Reader::from_path(file).unwrap();
    let head = lines.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|it| it.ends_with(name)).unwrap();
    let (status, is_mandatory) = (
        head.iter().position(|it| it == "status").unwrap(),
        column("mandatory"),
    );
    let clauses: Vec<csv::StringRecord> = lines
        .records()
        .map(Result::unwrap)
        .filter(|line| &line[0] == "clause")
        .collect();
    let count = |of: &dyn Fn(&csv::StringRecord) -> bool| {
        clauses.iter().filter(|line| of(line)).count().to_string()
    };
    let counts =
        |line: &csv::StringRecord| ["satisfied", "not_applicable"].contains(&&line[status]);
    let mandatory = |line: &csv::StringRecord| &line[is_mandatory] == "true";
    assert_eq!([count(&counts), count(&|_| true)], numbers.all);
    let both = |line: &csv::StringRecord| mandatory(line) && counts(line);
    assert_eq!([count(&both), count(&mandatory)], numbers.mandatory);
    for line in &clauses {
        assert_eq!(line[column("verdict")], numbers.verdict);
        assert_eq!(line[column("score_exact")], numbers.exact);
    }
}

fn in_workbook(file: &Path, numbers: &Numbers) {
    let sheets = workbook::sheets(file);
    let summary = &sheets[0];
    let cell = |name: &str| said(summary.column(name)[0]);
    assert_eq!(cell("Verdict"), numbers.verdict.to_uppercase());
    assert_eq!(cell("Score"), numbers.score);
    assert_eq!(cell("Exact score"), numbers.exact);
    assert_eq!(
        [cell("Mandatory satisfied"), cell("Mandatory clauses")],
        numbers.mandatory
    );
    assert_eq!(
        [cell("Clauses satisfied"), cell("Clauses in all")],
        numbers.all
    );
}

#[test]
fn every_format_has_the_numbers_of_the_json_report() {
    let short = json!({"provider": {"registered_capital_yuan": 1}});
    let by_score = json!({"people": [], "documents": [], "projects": [], "agreements": []});
    let mut verdicts = Vec::new();
    for patch in [json!({}), short, by_score] {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("a.json");
        std::fs::write(&dossier, evidence(&patch).to_string()).unwrap();
        let file = |format: &str| folder.path().join(format!("report.{format}"));
        let mut run = command(&[
            "check",
            "--policies",
            "tests/packs/standard",
            "--lang",
            "en",
        ]);
        run.arg(&dossier);
        for format in FORMATS {
            run.args(["-o", &format!("{format}={}", file(format).display())]);
        }
        run.output().unwrap();
        let read = |format: &str| std::fs::read_to_string(file(format)).unwrap();
        let report: Value = serde_json::from_str(&read("json")).unwrap();
        let evaluation = &report["dossiers"][0]["evaluations"][0];
        let numbers = Numbers::of(evaluation);
        verdicts.push((numbers.verdict.clone(), numbers.is_for_information));
        let holds = |format: &str, text: &str, needle: &str| {
            assert!(text.contains(needle), "{format} lacks `{needle}`: {text}");
        };

        let line: Value = serde_json::from_str(&read("ndjson")).unwrap();
        assert_eq!(line["dossier"], report["dossiers"][0]);

        let text = plain(&read("text"));
        holds("text", &text, &numbers.total());
        holds(
            "text",
            &text,
            &format!("Score {}", numbers.against_the_pass_mark()),
        );
        let html = plain(&read("html"));
        holds("html", &html, &numbers.total());
        holds("html", &html, &numbers.against_the_pass_mark());
        let word = plain(&in_archive(&file("docx"), "word/document.xml"));
        holds("docx", &word, &numbers.total());
        holds("docx", &word, &numbers.against_the_pass_mark());
        holds("github", &read("github"), &numbers.sentence());
        let [mandatory, all] = [&numbers.mandatory, &numbers.all].map(|tally| tally.join("/"));
        let score = if numbers.is_for_information {
            "N/A".to_owned()
        } else {
            numbers.two_places()
        };
        holds(
            "markdown",
            &read("markdown"),
            &format!("| {score} | {mandatory} | {all} |"),
        );

        let junit = read("junit");
        for (name, value) in [
            ("verdict", &numbers.verdict),
            ("score", &numbers.score),
            ("score_exact", &numbers.exact),
            ("mandatory", &mandatory),
            ("compliance", &all),
        ] {
            holds(
                "junit",
                &junit,
                &format!("name=\"{name}\" value=\"{value}\""),
            );
        }

        let sarif: Value = serde_json::from_str(&read("sarif")).unwrap();
        let found = &sarif["runs"][0]["properties"]["evaluations"][0];
        for (key, name) in [
            ("verdict", "verdict"),
            ("score", "score"),
            ("score_exact", "scoreExact"),
            ("mandatory", "mandatory"),
            ("compliance", "compliance"),
        ] {
            assert_eq!(found[name], evaluation[key], "{name}");
        }

        in_csv(&file("csv"), &numbers);
        in_workbook(&file("xlsx"), &numbers);
    }
    let verdicts: Vec<(&str, bool)> = verdicts.iter().map(|(it, by)| (it.as_str(), *by)).collect();
    assert_eq!(verdicts[..2], [("pass", false), ("fail", true)]);
}
