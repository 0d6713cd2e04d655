//! `ciieval convert`: a dossier as a workbook, YAML or JSON.

use std::io::Write;
use std::path::Path;

use super::places::{new_file, write_file};
use super::{Exit, Failure};
use crate::cli::{ConvertArgs, Lang};
use crate::dossier::{self, Limits, Problem, Search};
use crate::pack::Pack;
use crate::report::text::safe::safe;
use crate::schema::Schema;
use crate::workbook;

const FORMATS: [&str; 4] = ["xlsx", "yaml", "yml", "json"];

pub(super) fn run(args: &ConvertArgs, err: &mut dyn Write) -> Result<Exit, Failure> {
    let pack = Pack::open(&args.policies)?;
    let schema = Schema::new(&pack).map_err(|error| Failure::new(&error))?;
    let place = new_file(&args.to, &FORMATS, args.force)?;
    let evidence = match read(&args.from, args.limits.limits(), &schema) {
        Ok(evidence) => evidence,
        Err(problems) => return Ok(say(&problems, err)),
    };
    let shown = args.from.display().to_string();
    let bytes = match ending(&args.to).as_str() {
        "xlsx" => match workbook::write(&schema, &evidence, Lang::or_locale(args.lang)) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(say(&[Problem::new(&shown, error)], err)),
        },
        "json" => format!("{evidence:#}\n").into_bytes(),
        _ => serde_yaml::to_string(&evidence)
            .map_err(|error| {
                Failure::new(&format!("`{shown}` cannot be written as YAML: {error}"))
            })?
            .into_bytes(),
    };
    write_file(place, &bytes)?;
    Ok(Exit::Pass)
}

/// The evidence of the one dossier at a path.
fn read(from: &Path, limits: Limits, schema: &Schema) -> Result<serde_json::Value, Vec<Problem>> {
    let search = Search {
        limits,
        ..Search::default()
    };
    let mut found = dossier::find_with(&[from.to_owned()], &search);
    if !found.problems.is_empty() {
        return Err(found.problems);
    }
    if let (Some(source), true) = (found.sources.pop(), found.sources.is_empty()) {
        return Ok(dossier::read(&source, schema)?.evidence);
    }
    let message = "holds several dossiers: name one of them";
    Err(vec![Problem::new(&from.display().to_string(), message)])
}

fn say(problems: &[Problem], err: &mut dyn Write) -> Exit {
    for problem in problems {
        // Nowhere is left to say that stderr is closed.
        let _ = writeln!(err, "error: {}", safe(&problem.to_string()));
    }
    Exit::Incomplete
}

fn ending(path: &Path) -> String {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.unwrap_or_default().to_ascii_lowercase()
}
