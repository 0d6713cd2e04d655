//! `ciieval explain`: everything about one clause, and about it in a dossier.

use std::io::Write;
use std::path::Path;

use super::{Exit, Failure, Out, places};
use crate::cli::{ExplainArgs, ExplainFormat, Lang};
use crate::dossier::{self, Dossier, Limits, Search};
use crate::engine::Engine;
use crate::explain;
use crate::interrupt::{self, Drafts};
use crate::pack::Pack;
use crate::report::ErrorReport;
use crate::report::json;
use crate::report::text::safe::safe;
use crate::schema::Schema;

pub(super) fn run(args: &ExplainArgs, out: &mut Out, err: &mut dyn Write) -> Result<Exit, Failure> {
    let wrong = |error: &str| Failure::new(error);
    let pack = Pack::load(&args.policies)?;
    let clause = explain::find(&pack, &args.clause).map_err(|error| wrong(&error))?;
    let schema = Schema::new(&pack).map_err(|error| wrong(&error))?;
    let dossier = match args
        .path
        .as_deref()
        .map(|path| read(path, args.limits.limits(), &schema))
    {
        None => None,
        Some(Ok(dossier)) => Some(dossier),
        Some(Err(Unread::Wrong(failure))) => return Err(failure),
        Some(Err(Unread::Problems(problems))) => {
            for problem in problems {
                let _ = writeln!(err, "{}", safe(&problem.to_string()));
            }
            return Ok(Exit::Incomplete);
        }
    };
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    let places = places::open(args.format, ExplainFormat::Text, &args.output, &drafts)?;
    let mut engine = Engine::new(&pack, args.timeout)?;
    let mut explanation = explain::explain(&pack, clause, &mut engine, &schema)?;
    if let Some(dossier) = &dossier {
        match explain::in_dossier(&pack, clause, &mut engine, dossier) {
            Ok(found) => explanation.dossier = found,
            Err(error) => {
                let error = ErrorReport::new(&dossier.path, &error.to_string());
                let _ = writeln!(err, "{}", safe(&error.to_string()));
                return Ok(Exit::Incomplete);
            }
        }
    }
    let language = Lang::or_locale(args.lang);
    for (format, place) in places {
        let styled = out.styled && place.path().is_none();
        let text = match format {
            ExplainFormat::Text => explain::text(&explanation, &pack, language, styled),
            ExplainFormat::Json => json::render(&explanation)?,
        };
        places::write(place, &text, out.stream)?;
    }
    Ok(Exit::Pass)
}

enum Unread {
    /// The path leads to no dossier, or to several.
    Wrong(Failure),
    /// The dossier is not valid.
    Problems(Vec<ErrorReport>),
}

fn read(path: &Path, limits: Limits, schema: &Schema) -> Result<Dossier, Unread> {
    let search = Search {
        limits,
        ..Search::default()
    };
    let found = dossier::find_with(&[path.to_owned()], &search);
    let shown = path.display();
    let reports = |problems: Vec<dossier::Problem>| {
        Unread::Problems(problems.into_iter().map(ErrorReport::from).collect())
    };
    if !found.problems.is_empty() {
        return Err(reports(found.problems));
    }
    match found.sources.as_slice() {
        [one] => dossier::read(one, schema).map_err(reports),
        [] => Err(Unread::Wrong(Failure::new(&format!(
            "there is no dossier at `{shown}`"
        )))),
        several => Err(Unread::Wrong(Failure::new(&format!(
            "there are {} dossiers at `{shown}`: name one, such as `{}`",
            several.len(),
            several.first().map_or("", |source| &source.path)
        )))),
    }
}
