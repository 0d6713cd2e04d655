//! Why tests failed: the lines that are not met, or that raised.

use std::collections::BTreeMap;
use std::time::Duration;

use super::find::Test;
use super::model::Unmet;
use super::probe::{self, Way, ways, with_rules};
use crate::engine::{Engine, Raised};
use crate::pack::Pack;
use crate::pack::source::SourceFile;
use crate::rego::Program;

/// Lines written beside tests at once: the engine takes files of 20,000.
const LINES: usize = 10_000;

/// A test that failed, by its number, with the ways in which its definitions could have given true.
type Candidate = (usize, Vec<Vec<Way>>);

/// The unmet statements of tests that gave something else than true, by the number of the test.
pub(super) fn unmet(
    pack: &Pack,
    program: &Program,
    failed: &[(usize, &Test)],
    limit: Duration,
) -> BTreeMap<usize, Vec<Unmet>> {
    let files: Vec<&SourceFile> = pack.files().collect();
    let mut found = BTreeMap::new();
    let mut batch: Vec<Candidate> = Vec::new();
    let mut lines = 0;
    for (number, test) in failed {
        let ways = ways_of(program, &files, *number, test);
        let more: usize = ways
            .iter()
            .flatten()
            .map(|way| way.rules.lines().count())
            .sum();
        if lines + more > LINES {
            explain(&files, pack, &batch, limit, &mut found);
            batch.clear();
            lines = 0;
        }
        lines += more;
        batch.push((*number, ways));
    }
    explain(&files, pack, &batch, limit, &mut found);
    found
}

fn ways_of(program: &Program, files: &[&SourceFile], number: usize, test: &Test) -> Vec<Vec<Way>> {
    let path = test.path();
    let definitions = program.definitions(&path).enumerate();
    definitions
        .map(|(index, definition)| {
            let file = files
                .iter()
                .find(|file| file.path == definition.module.file);
            let source = file.map(|file| file.text.as_str()).unwrap_or_default();
            ways(definition, source, &format!("{number}_{index}"))
        })
        .collect()
}

fn explain(
    files: &[&SourceFile],
    pack: &Pack,
    batch: &[Candidate],
    limit: Duration,
    found: &mut BTreeMap<usize, Vec<Unmet>>,
) {
    if batch.is_empty() {
        return;
    }
    let ways: Vec<&Way> = batch.iter().flat_map(|(_, ways)| ways).flatten().collect();
    let extended = with_rules(files, &ways);
    let all: Vec<&SourceFile> = extended.iter().collect();
    match Engine::with_files(&all, &pack.data, limit) {
        Ok((mut engine, _)) => {
            engine.set_input(&serde_json::json!({}));
            for (number, ways) in batch {
                let unmet = ways.iter().flat_map(|ways| probe::unmet(ways, &mut engine));
                found.insert(*number, unmet.collect());
            }
        }
        // A statement may need what stands after it; then its test goes without an explanation.
        Err(_) if batch.len() > 1 => {
            let (left, right) = batch.split_at(batch.len() / 2);
            explain(files, pack, left, limit, found);
            explain(files, pack, right, limit, found);
        }
        Err(_) => {}
    }
}

/// The line that raised, as it is written.
pub(super) fn raised(pack: &Pack, raised: &Raised) -> Vec<Unmet> {
    let unmet = raised.place.as_ref().and_then(|(path, line)| {
        let file = pack.files().find(|file| file.path == *path)?;
        let source = file.text.lines().nth(line.checked_sub(1)?)?;
        Some(Unmet {
            file: path.clone(),
            line: *line,
            source: source.trim().to_owned(),
            values: Vec::new(),
        })
    });
    unmet.into_iter().collect()
}
