//! Mutation: each number, comparison and mandatory mark in the rules is flipped, one at a time, and the
//! cases of `fixtures/cases/` must notice. `make mutants` runs it; it takes too long for every change.
//!
//! A number becomes one more and one less, a comparison its neighbour or its opposite. A mandatory mark
//! is held against Appendix C. Survivors are listed with what `tests/mutants/explained.yaml` says of
//! them. `MUTANTS=policies/response cargo test …` takes the files whose path begins so.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod common;

use ciieval::cases::{self, Case};
use ciieval::engine::Engine;
use ciieval::pack::Pack;
use ciieval::pack::catalogue::ClauseId;
use ciieval::pack::source::SourceFile;
use common::appendix_c::APPENDIX_C;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const LEAST_CAUGHT: f64 = 0.95;

/// What each comparison is flipped to.
const COMPARISONS: [(&str, &str); 6] = [
    (">=", ">"),
    ("<=", "<"),
    ("==", "!="),
    ("!=", "=="),
    (">", ">="),
    ("<", "<="),
];

struct Mutant {
    file: usize,
    line: usize,
    from: String,
    to: String,
    text: String,
}

impl Mutant {
    /// What it is called in lists: file, source line without indentation, change.
    fn name(&self, files: &[SourceFile]) -> String {
        let file = &files[self.file];
        let source = file
            .text
            .lines()
            .nth(self.line - 1)
            .unwrap_or_default()
            .trim();
        format!(
            "{}: `{source}`: `{}` to `{}`",
            file.path, self.from, self.to
        )
    }
}

/// The mutants of one file.
fn mutants(number: usize, file: &SourceFile) -> Vec<Mutant> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, line) in file.text.split_inclusive('\n').enumerate() {
        let mut add = |place: usize, from: &str, to: &str| {
            let mut text = file.text.clone();
            text.replace_range(start + place..start + place + from.len(), to);
            let (from, to) = (from.to_owned(), to.to_owned());
            found.push(Mutant {
                file: number,
                line: index + 1,
                from,
                to,
                text,
            });
        };
        if line.starts_with('#') {
            for (from, to) in [
                ("mandatory: true", "mandatory: false"),
                ("mandatory: false", "mandatory: true"),
            ] {
                if let Some(place) = line.find(from) {
                    add(place, from, to);
                }
            }
        } else {
            for (place, from, to) in flips(line) {
                add(place, &from, &to);
            }
        }
        start += line.len();
    }
    found
}

/// Numbers and comparisons of a line of code, outside strings and comments.
fn flips(line: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let bytes = line.as_bytes();
    let mut at = 0;
    let mut in_string = false;
    while at < bytes.len() {
        let rest = &line[at..];
        let first = bytes[at];
        if first == b'"' {
            in_string = !in_string;
        } else if in_string && first == b'\\' {
            at += 1;
        } else if !in_string && first == b'#' {
            break;
        } else if !in_string {
            let pair = COMPARISONS.iter().find(|(from, _)| rest.starts_with(from));
            if let Some((from, to)) = pair.filter(|_| at == 0 || bytes[at - 1] != b':') {
                found.push((at, (*from).to_owned(), (*to).to_owned()));
                at += from.len();
                continue;
            }
            let begins = first.is_ascii_digit()
                && !(at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_'));
            if begins {
                let end = rest
                    .find(|c: char| !(c.is_ascii_digit() || c == '.'))
                    .unwrap_or(rest.len());
                let number = &rest[..end];
                if let Ok(value) = number.parse::<i64>() {
                    found.push((at, number.to_owned(), (value + 1).to_string()));
                    if value > 0 {
                        found.push((at, number.to_owned(), (value - 1).to_string()));
                    }
                } else if let Ok(value) = number.parse::<f64>() {
                    found.push((at, number.to_owned(), format!("{:.3}", value + 0.01)));
                    found.push((at, number.to_owned(), format!("{:.3}", value - 0.01)));
                }
                at += end;
                continue;
            }
        }
        at += 1;
        while !line.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// The packages that see a package, itself among them.
fn seen_by(pack: &Pack) -> BTreeMap<String, BTreeSet<String>> {
    let package = |file: &SourceFile| ciieval::pack::annotation::package(&file.text).unwrap();
    let imports: BTreeMap<String, Vec<String>> = pack
        .modules
        .iter()
        .map(|file| {
            let lines = file
                .text
                .lines()
                .filter_map(|line| line.strip_prefix("import data."));
            (
                package(file),
                lines.map(|line| line.trim().to_owned()).collect(),
            )
        })
        .collect();
    imports
        .keys()
        .map(|start| {
            let mut seers = BTreeSet::from([start.clone()]);
            loop {
                let more: Vec<String> = imports
                    .iter()
                    .filter(|(one, of)| {
                        !seers.contains(*one) && of.iter().any(|it| seers.contains(it))
                    })
                    .map(|(one, _)| one.clone())
                    .collect();
                if more.is_empty() {
                    break (start.clone(), seers);
                }
                seers.extend(more);
            }
        })
        .collect()
}

/// A case with its dossier.
struct Ready<'a> {
    case: &'a Case,
    dossier: Value,
}

fn is_caught(
    mutant: &Mutant,
    pack: &Pack,
    cases: &[Ready],
    seers: &BTreeMap<String, BTreeSet<String>>,
) -> bool {
    let file = &pack.modules[mutant.file];
    if mutant.from.starts_with("mandatory") {
        return !has_the_marks_of_appendix_c(&file.path, &mutant.text);
    }
    let mut changed = pack.clone();
    changed.modules[mutant.file].text.clone_from(&mutant.text);
    let Ok(engine) = Engine::new(&changed, Duration::from_secs(20)) else {
        return true;
    };
    let package = ciieval::pack::annotation::package(&file.text).unwrap();
    // A fresh engine for each case would be slower; outcomes do not depend on what went before.
    let mut engine = engine;
    cases.iter().any(|ready| {
        let clause = &pack.catalogue.clauses[&ClauseId::new(&ready.case.clause)];
        seers[&package].contains(&clause.package)
            && match engine.evaluate(&ready.dossier, &[clause]) {
                Ok(outcomes) => ready.case.difference(&outcomes[0]).is_some(),
                Err(_) => true,
            }
    })
}

fn has_the_marks_of_appendix_c(path: &str, text: &str) -> bool {
    let annotations = ciieval::pack::annotation::read(path, text).unwrap();
    annotations.iter().all(|annotation| {
        let custom = annotation.metadata.custom.as_ref().unwrap();
        let (area, letter) = custom.clause.rsplit_once('.').unwrap();
        let (_, _, _, letters) = APPENDIX_C.iter().find(|(_, _, it, _)| *it == area).unwrap();
        let marked = letters
            .split(' ')
            .any(|it| it.strip_suffix('*') == Some(letter));
        custom.mandatory == marked
    })
}

#[test]
#[ignore = "takes minutes: `make mutants`"]
fn the_cases_catch_flipped_rules() {
    let wanted = std::env::var("MUTANTS").unwrap_or_default();
    let pack = Pack::load(&["policies".into()]).unwrap();
    let cases = cases::load(Path::new("fixtures/cases")).unwrap();
    let ready: Vec<Ready> = cases
        .cases
        .iter()
        .map(|case| Ready {
            case,
            dossier: case.dossier(&cases.exemplary).unwrap(),
        })
        .collect();
    let seers = seen_by(&pack);
    let all: Vec<Mutant> = pack
        .modules
        .iter()
        .enumerate()
        .filter(|(_, file)| file.path.starts_with(&wanted))
        .flat_map(|(number, file)| mutants(number, file))
        .collect();
    let next = AtomicUsize::new(0);
    let survivors = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(mutant) = all.get(number) else {
                        break;
                    };
                    if !is_caught(mutant, &pack, &ready, &seers) {
                        let name = mutant.name(&pack.modules);
                        println!("{number} of {}: {name}", all.len());
                        survivors.lock().unwrap().push(name);
                    }
                }
            });
        }
    });
    let mut survivors = survivors.into_inner().unwrap();
    survivors.sort();
    let explained = std::fs::read_to_string("tests/mutants/explained.yaml").unwrap();
    let explained: BTreeMap<String, String> = serde_yaml::from_str(&explained).unwrap();
    for survivor in &survivors {
        let why = explained
            .get(survivor)
            .map_or("NOT EXPLAINED", String::as_str);
        println!("survived: {survivor}: {why}");
    }
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let caught = 1.0 - count(survivors.len()) / count(all.len());
    println!(
        "{} mutants, {} survived, {:.2} % caught",
        all.len(),
        survivors.len(),
        caught * 100.0
    );
    // Of some files a smaller share may be caught.
    assert!(caught >= LEAST_CAUGHT || !wanted.is_empty());
    assert!(
        survivors
            .iter()
            .all(|survivor| explained.contains_key(survivor))
    );
}
