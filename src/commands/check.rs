//! `ciieval check`: paths to dossiers to evaluations to reports.

use std::io::{self, Write};
use std::sync::Arc;

use super::target::{self, Target};
use super::{Exit, Failure, Out};
use crate::cli::{CheckArgs, Format, Lang};
use crate::dossier::{self, Dossier, Source};
use crate::engine::Engine;
use crate::evaluation;
use crate::pack::Pack;
use crate::pack::manifest::Class;
use crate::report::html::{self, Html};
use crate::report::json;
use crate::report::model::{DossierReport, ErrorReport, Report};
use crate::report::text::{self, Options, safe::safe};
use crate::schema::Schema;

pub fn run(args: &CheckArgs, out: &mut Out, err: &mut dyn Write) -> Result<Exit, Failure> {
    let targets = target::open(args.format, Format::Text, &args.output)?;
    let pack = Pack::load(&args.policies)?;
    let engine = Engine::new(&pack, args.timeout)?;
    let asked = args.class.iter().map(|id| evaluation::class(&pack, id));
    let asked: Vec<&Class> = asked
        .collect::<Result<_, _>>()
        .map_err(|error| Failure::new(&error.to_string()))?;
    let schema = Schema::new(&pack).map_err(|error| Failure::new(&error))?;
    let mut check = Check {
        pack: &pack,
        engine,
        schema,
        asked,
        report: Report::new(&pack),
    };
    let found = dossier::find(&args.paths);
    check
        .report
        .errors
        .extend(found.problems.into_iter().map(ErrorReport::from));
    say(err, &check.report.errors);
    for source in found.sources {
        let known = check.report.errors.len();
        check.evaluate(&source);
        say(err, check.report.errors.get(known..).unwrap_or_default());
    }
    pass_over(err, &found.passed_over);
    let report = check.report;
    say_if_nothing_is_evaluated(err, &report);
    for target in targets {
        write(target, &report, &pack, args, out)?;
    }
    Ok(if report.is_incomplete() {
        Exit::Incomplete
    } else if report.all_pass() {
        Exit::Pass
    } else {
        Exit::Fail
    })
}

/// A run over dossiers.
struct Check<'p> {
    pack: &'p Pack,
    engine: Engine,
    schema: Schema,
    asked: Vec<&'p Class>,
    report: Report,
}

impl<'p> Check<'p> {
    /// Evaluates one dossier into the report.
    fn evaluate(&mut self, source: &Source) {
        let dossier = match dossier::read(source, &self.schema) {
            Ok(dossier) => dossier,
            Err(problems) => {
                return self
                    .report
                    .errors
                    .extend(problems.into_iter().map(ErrorReport::from));
            }
        };
        let classes = if self.asked.is_empty() {
            self.applied_for(&dossier)
        } else {
            self.asked.clone()
        };
        match evaluation::evaluate(&mut self.engine, self.pack, &dossier.evidence, &classes) {
            Ok(evaluated) => {
                let Dossier {
                    path,
                    sha256,
                    evidence,
                    ..
                } = &dossier;
                self.report
                    .dossiers
                    .push(DossierReport::new(path, sha256, evidence, &evaluated));
            }
            Err(error) => self
                .report
                .errors
                .push(ErrorReport::new(&dossier.path, &error.to_string())),
        }
    }

    /// The classes that the dossier applies for; those that cannot be evaluated are errors.
    fn applied_for(&mut self, dossier: &Dossier) -> Vec<&'p Class> {
        let mut classes = Vec::new();
        for (index, id) in evaluation::applied_for(&dossier.evidence)
            .iter()
            .enumerate()
        {
            match evaluation::class(self.pack, id) {
                Ok(class) => classes.push(class),
                Err(error) => {
                    let place = format!("assessment.classes[{index}]");
                    let location = dossier.locate(&place);
                    self.report.errors.push(ErrorReport {
                        path: location
                            .as_ref()
                            .map_or(&dossier.path, |location| &location.file)
                            .clone(),
                        message: error.to_string(),
                        line: location.as_ref().map(|location| location.line),
                        column: location.as_ref().map(|location| location.column),
                        place: Some(place),
                    });
                }
            }
        }
        classes
    }
}

/// Says which files in folders are no dossiers.
fn pass_over(err: &mut dyn Write, files: &[String]) {
    if let Some(first) = files.first() {
        let more = if files.len() > 1 {
            format!(" and {} more", files.len() - 1)
        } else {
            String::new()
        };
        let _ = writeln!(
            err,
            "note: passed over as no dossier: `{}`{more}",
            safe(first)
        );
    }
}

/// Says that an exit code of 0 means nothing where every class is one that another standard evaluates.
fn say_if_nothing_is_evaluated(err: &mut dyn Write, report: &Report) {
    let elsewhere = report
        .dossiers
        .iter()
        .any(|dossier| !dossier.external.is_empty());
    if elsewhere && report.evaluations().next().is_none() {
        let _ = writeln!(
            err,
            "note: nothing was evaluated: other standards evaluate the classes asked for, and the exit code says nothing about them"
        );
    }
}

fn say(err: &mut dyn Write, errors: &[ErrorReport]) {
    for error in errors {
        // The report has the errors too; a closed stderr is no reason to stop.
        let _ = writeln!(err, "{}", safe(&error.to_string()));
    }
}

fn write(
    target: Target<Format>,
    report: &Report,
    pack: &Pack,
    args: &CheckArgs,
    out: &mut Out,
) -> Result<(), Failure> {
    let styled = out.styled;
    target.write(out.stream, |format, to_stdout| match format {
        Format::Json => json::render(report).map_err(io::Error::from),
        Format::Text => {
            let language = Lang::or_locale(args.lang);
            let options = Options {
                language,
                all: args.all,
                styled: styled && to_stdout,
                // Stderr has the messages already.
                messages: !to_stdout,
            };
            Ok(text::render(report, pack, &options))
        }
        Format::Html => {
            let html = Html::new(Arc::new(pack.clone()), Lang::or_locale(args.lang));
            let mut page = Vec::new();
            html::write(&mut page, report, &html)?;
            String::from_utf8(page).map_err(io::Error::other)
        }
    })
}
