//! Evaluates the dossiers of a report again and writes the report anew.

use crossbeam_channel::never;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::basis;
use super::compare;
use super::model::{Difference, Kind, Taken, Verification};
use super::reported::{Entry, Line, Reported};
use super::sources::{Sources, moved};
use crate::dossier::{Search, Source};
use crate::pipeline;
use crate::pipeline::order::{self, Next};
use crate::pipeline::work::{Context, Done, Worker};
use crate::report::ErrorReport;
use crate::report::format::{End, Format};
use crate::report::json::Json;
use crate::report::model::Head;
use crate::report::ndjson::Ndjson;

/// How long to wait before looking again.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a report is held against.
pub struct Given {
    /// Everything that evaluates; its only format is that of the report.
    pub context: Arc<Context>,
    /// What the head of the report should be.
    pub head: Head,
    /// Where the dossiers are.
    pub dossiers: Vec<PathBuf>,
    /// How many threads evaluate.
    pub jobs: usize,
}

/// Evaluates what a report is about and compares: `verification` is added to.
///
/// # Errors
/// Threads that the system refuses, and results that cannot be written down.
pub fn verify(
    report: &Reported,
    given: &Given,
    mut verification: Verification,
) -> std::io::Result<Verification> {
    let search = Search {
        hidden: report.options.hidden,
        follow_links: report.options.follow_links,
        ..Search::default()
    };
    let mut sources = Sources::new(&given.dossiers, &search);
    let numbers: Vec<Option<usize>> = report
        .dossiers
        .iter()
        .map(|entry| sources.take(entry))
        .collect();
    verification.differences = basis::differences(&report.head, &head(report, given)?);
    let mut tasks = Vec::new();
    for (entry, number) in report.dossiers.iter().zip(&numbers) {
        let found = number.and_then(|number| sources.found.get(number));
        let Some(found) = found else {
            verification.missing.push(entry.path.clone());
            continue;
        };
        verification.dossiers.push(Taken {
            path: entry.path.clone(),
            found: found.source.path.clone(),
            sha256: found.sha256.clone(),
        });
        tasks.push(moved(&found.source, &entry.path));
    }
    let others = sources.found.iter().filter(|found| !found.used);
    let mut others: Vec<Source> = others.map(|found| found.source.clone()).collect();
    let of_report = tasks.len();
    // What the report could not evaluate it has no digest of: it must be among the others.
    if !report.errors.is_empty() {
        tasks.extend(others.iter().cloned());
    }
    let mut all = evaluated(&given.context, tasks, given.jobs)?;
    let rest = all.split_off(of_report.min(all.len()));
    let mut errors = Errors::default();
    errors.add(sources.problems, Whose::Path);
    for done in rest {
        errors.add(done.errors, Whose::Other);
    }
    let mut again: Vec<Option<Done>> = Vec::new();
    let mut all = all.into_iter();
    for (entry, number) in report.dossiers.iter().zip(&numbers) {
        let done = number.and_then(|_| all.next());
        let Some(done) = done else {
            again.push(None);
            continue;
        };
        let is_evaluated = !done.fragments.is_empty();
        let whose = if is_evaluated {
            Whose::Report
        } else {
            Whose::Open
        };
        errors.add(done.errors.clone(), whose);
        match value_of(&done, report.is_lines)? {
            Some(value) => {
                let found = compare::values(&entry.at, &entry.value, &value);
                let found = found.into_iter().map(|found| of_dossier(entry, found));
                verification.differences.extend(found);
            }
            None => verification.not_evaluated.extend(done.errors.clone()),
        }
        again.push(Some(done));
    }
    let claimed = errors.claim(report, &mut verification);
    others.retain(|source| !errors.is_claimed(&source.path));
    verification.not_evaluated.extend(errors.of_paths());
    verification.not_in_report = others.into_iter().map(|source| source.path).collect();
    let is_complete = verification.missing.is_empty() && verification.not_evaluated.is_empty();
    if verification.differences.is_empty() && is_complete {
        let written = written(report, given, &again, &claimed)?;
        verification
            .differences
            .extend(writing(&report.bytes, &written));
    }
    Ok(verification.judged())
}

/// The head of the report as it should be.
fn head(report: &Reported, given: &Given) -> std::io::Result<Value> {
    let mut head = serde_json::to_value(&given.head)?;
    if report.is_lines
        && let Some(head) = head.as_object_mut()
    {
        // A line has no more of it.
        head.retain(|key, _| ["tool", "packs", "pass_mark", "options"].contains(&key.as_str()));
        head.insert("schema".to_owned(), crate::report::ndjson::SCHEMA.into());
    }
    Ok(head)
}

fn of_dossier(entry: &Entry, found: Difference) -> Difference {
    let kind = match found.key.as_str() {
        "sha256" if found.at == format!("{}/sha256", entry.at) => Kind::Dossier,
        _ => Kind::Result,
    };
    Difference {
        kind,
        dossier: Some(entry.path.clone()),
        ..found
    }
}

/// All of them in their order.
fn evaluated(
    context: &Arc<Context>,
    tasks: Vec<Source>,
    jobs: usize,
) -> std::io::Result<Vec<Done>> {
    let feed = move |feeder: &order::Feeder<Source, Done>| {
        for source in tasks {
            if feeder.task(source.path.clone(), source).is_break() {
                break;
            }
        }
    };
    let context = Arc::clone(context);
    let worker = move || {
        let mut worker = Worker::new(Arc::clone(&context));
        move |source| worker.work(source)
    };
    let mut results = order::start(jobs, feed, worker)?;
    let mut all = Vec::new();
    loop {
        match results.next(&never(), PATIENCE) {
            Next::Result(done) => all.push(done),
            Next::Lost(path) => all.push(pipeline::lost(&path)),
            Next::Waiting => {}
            Next::End | Next::Stopped => return Ok(all),
        }
    }
}

/// The dossier as the report should have it; nothing where it could not be evaluated.
fn value_of(done: &Done, is_line: bool) -> std::io::Result<Option<Value>> {
    let Some(fragment) = done.fragments.first() else {
        return Ok(None);
    };
    let mut value: Value = serde_json::from_str(&fragment.body)?;
    Ok(Some(if is_line {
        value
            .get_mut("dossier")
            .map(Value::take)
            .unwrap_or_default()
    } else {
        value
    }))
}

/// Whose error it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Of a dossier that the report has and that was evaluated again.
    Report,
    /// Of one that could not be evaluated now.
    Open,
    /// Of a dossier that the report has no digest of.
    Other,
    /// Of a path that led to no dossier.
    Path,
}

/// What could not be evaluated, and which of it the report has.
#[derive(Default)]
struct Errors(Vec<Worked>);

/// An error that was worked out.
struct Worked {
    error: ErrorReport,
    whose: Whose,
    is_claimed: bool,
}

impl Errors {
    fn add(&mut self, errors: Vec<ErrorReport>, whose: Whose) {
        let worked = |error| Worked {
            error,
            whose,
            is_claimed: false,
        };
        self.0.extend(errors.into_iter().map(worked));
    }

    /// The errors of the report as they were worked out, in its order; what differs is told.
    fn claim(&mut self, report: &Reported, verification: &mut Verification) -> Vec<ErrorReport> {
        let mut claimed = Vec::new();
        for entry in &report.errors {
            match self.find(entry) {
                Some(error) => claimed.push(error),
                None => verification.differences.push(Difference {
                    kind: Kind::Error,
                    at: entry.at.clone(),
                    dossier: Some(entry.path.clone()),
                    class: None,
                    clause: None,
                    key: "errors".to_owned(),
                    reported: Some(entry.value.clone()),
                    evaluated: None,
                }),
            }
        }
        let left = self.left(Whose::Report);
        verification.differences.extend(left.filter_map(unreported));
        claimed
    }

    /// What the report does not have.
    fn left(&self, whose: Whose) -> impl Iterator<Item = &ErrorReport> {
        let left = self.0.iter();
        let left = left.filter(move |it| !it.is_claimed && it.whose == whose);
        left.map(|it| &it.error)
    }

    /// What is wrong with the paths given, other than the report says.
    fn of_paths(&self) -> Vec<ErrorReport> {
        self.left(Whose::Path).cloned().collect()
    }

    /// The error that an entry is: the same one, or the same at another path of a dossier that was moved.
    fn find(&mut self, entry: &Entry) -> Option<ErrorReport> {
        let is_same = |error: &ErrorReport| {
            serde_json::to_value(error).is_ok_and(|value| value == entry.value)
        };
        let moved = |error: &ErrorReport| ErrorReport {
            path: entry.path.clone(),
            dossier: error.dossier.as_ref().map(|_| entry.about.clone()),
            ..error.clone()
        };
        let free = |it: &Worked| !it.is_claimed;
        let here = self.0.iter().position(|it| free(it) && is_same(&it.error));
        let number = here.or_else(|| {
            let is_moved = |it: &Worked| it.whose == Whose::Other && is_same(&moved(&it.error));
            self.0.iter().position(|it| free(it) && is_moved(it))
        })?;
        let worked = self.0.get_mut(number)?;
        worked.is_claimed = true;
        Some(moved(&worked.error))
    }

    fn is_claimed(&self, path: &str) -> bool {
        let of_other = |it: &&Worked| it.is_claimed && it.whose == Whose::Other;
        self.0
            .iter()
            .filter(of_other)
            .any(|it| it.error.about() == path)
    }
}

fn unreported(error: &ErrorReport) -> Option<Difference> {
    Some(Difference {
        kind: Kind::Error,
        at: "/errors".to_owned(),
        dossier: Some(error.about().to_owned()),
        class: None,
        clause: None,
        key: "errors".to_owned(),
        reported: None,
        evaluated: Some(serde_json::to_value(error).ok()?),
    })
}

/// The report as it should be, byte for byte: dossiers and errors in the order of the report.
fn written(
    report: &Reported,
    given: &Given,
    again: &[Option<Done>],
    errors: &[ErrorReport],
) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let format: Box<dyn Format> = if report.is_lines {
        Box::new(Ndjson(given.head.clone()))
    } else {
        Box::new(Json(given.head.clone()))
    };
    let mut writer = format.writer();
    writer.begin(&mut out)?;
    let in_turn = (0..again.len()).map(Line::Dossier);
    let in_turn = in_turn.chain((0..errors.len()).map(Line::Error));
    let order: Vec<Line> = if report.is_lines {
        report.order.clone()
    } else {
        in_turn.collect()
    };
    for line in order {
        match line {
            Line::Dossier(number) => {
                let done = again.get(number).and_then(Option::as_ref);
                if let Some(fragment) = done.and_then(|done| done.fragments.first()) {
                    writer.dossier(fragment, &mut out)?;
                }
            }
            Line::Error(number) => {
                if let Some(error) = errors.get(number) {
                    writer.error(error, &mut out)?;
                }
            }
        }
    }
    writer.end(&End::default(), &mut out)?;
    Ok(out)
}

/// What is different where the content is the same.
fn writing(reported: &[u8], written: &[u8]) -> Option<Difference> {
    if reported == written {
        return None;
    }
    let line = |bytes: &[u8], number: usize| {
        let line = bytes.split(|byte| *byte == b'\n').nth(number);
        line.map(|line| Value::from(String::from_utf8_lossy(line).into_owned()))
    };
    let same = reported.iter().zip(written).take_while(|(a, b)| a == b);
    let before = reported.get(..same.count()).unwrap_or_default();
    let number = before.iter().filter(|byte| **byte == b'\n').count();
    Some(Difference {
        kind: Kind::Writing,
        at: format!("line {}", number + 1),
        dossier: None,
        class: None,
        clause: None,
        key: "bytes".to_owned(),
        reported: line(reported, number),
        evaluated: line(written, number),
    })
}
