//! Evaluates the dossiers of a report again and writes the report anew.

use crossbeam_channel::never;
use serde_json::Value;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::basis;
use super::compare;
use super::errors::{Errors, Whose};
use super::model::{Difference, Kind, Taken, Verification};
use super::reported::{Entry, Reported};
use super::sources::{Sources, moved};
use super::writing;
use crate::across::Across;
use crate::attachments::Attachments;
use crate::dossier::{Limits, Search, Source};
use crate::pipeline;
use crate::pipeline::order::{self, Next};
use crate::pipeline::work::{Context, Done, Worker};
use crate::report::model::Head;
use crate::report::remark::Remark;

/// How long to wait before looking again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where it stands in a report what was noticed over all dossiers.
pub(super) const ACROSS: &str = "/across";

/// What a report is held against.
pub struct Given {
    /// Everything that evaluates; its only format is that of the report.
    pub context: Arc<Context>,
    /// What the head of the report should be.
    pub head: Head,
    /// Where the dossiers are.
    pub dossiers: Vec<PathBuf>,
    /// What lies among them and is none: the report, and where results go.
    pub others: Vec<PathBuf>,
    /// The limits on reading that the report was made with.
    pub limits: Limits,
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
        reports: given.others.clone(),
        limits: given.limits,
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
    let known: HashSet<String> = tasks.iter().flat_map(paths).collect();
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
    let claimed = errors.claim(report, &known, &mut verification);
    others.retain(|source| !errors.is_claimed(&source.path));
    verification.not_evaluated.extend(errors.of_paths());
    verification.not_in_report = others.into_iter().map(|source| source.path).collect();
    let is_complete = verification.missing.is_empty() && verification.not_evaluated.is_empty();
    let across = if is_complete {
        across(&given.context, &again)?
    } else {
        Vec::new()
    };
    if is_complete {
        let ours = serde_json::to_value(&across)?;
        verification
            .differences
            .extend(of_all(&report.across, &ours));
    }
    if verification.differences.is_empty() && is_complete {
        let written = writing::written(report, given, &again, &claimed, across)?;
        verification
            .differences
            .extend(writing::difference(&report.bytes, &written));
    }
    Ok(verification.judged())
}

/// What is noticed over all dossiers of the report, as at the end of a run.
fn across(context: &Context, again: &[Option<Done>]) -> std::io::Result<Vec<Remark>> {
    let mut across = Across::default();
    for done in again.iter().flatten() {
        across.add(&done.claims, &done.claimant)?;
    }
    let mut remarks = across.remarks()?;
    remarks.extend(context.attachments.as_ref().and_then(Attachments::orphaned));
    Ok(remarks)
}

/// The path of a dossier and those of its files.
fn paths(source: &Source) -> Vec<String> {
    let files = source.files.iter().map(|file| file.shown.clone());
    files.chain([source.path.clone()]).collect()
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

/// The differences of what was noticed over all dossiers.
fn of_all(reported: &[Value], evaluated: &Value) -> Vec<Difference> {
    let others = |remarks: &[Value]| -> Vec<Value> {
        let is_other = |remark: &&Value| {
            let kind = remark.get("kind").and_then(Value::as_str);
            !kind.is_some_and(|kind| kind.starts_with("attachment"))
        };
        remarks.iter().filter(is_other).cloned().collect()
    };
    let ours = evaluated.as_array().map(Vec::as_slice).unwrap_or_default();
    let kind = if others(reported) == others(ours) {
        Kind::Attachments
    } else {
        Kind::Result
    };
    let found = compare::values(ACROSS, &reported.into(), evaluated);
    found
        .into_iter()
        .map(|found| Difference { kind, ..found })
        .collect()
}

fn of_dossier(entry: &Entry, found: Difference) -> Difference {
    let kind = match found.key.as_str() {
        "sha256" if found.at == format!("{}/sha256", entry.at) => Kind::Dossier,
        _ if found.at.starts_with(&format!("{}/attachments", entry.at)) => Kind::Attachments,
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
