//! `ciieval check`: paths to dossiers to evaluations to reports.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Exit, Failure, Out, unless_closed};
use crate::cli::{CheckArgs, Format, Lang};
use crate::dossier::{self, Dossier, Source};
use crate::engine::Engine;
use crate::evaluation;
use crate::pack::Pack;
use crate::pack::manifest::Class;
use crate::profile::{Phase, Profile};
use crate::report::json;
use crate::report::model::{DossierReport, ErrorReport, Report};
use crate::report::text::{self, Options, safe::safe};
use crate::schema::Schema;

pub fn run(args: &CheckArgs, out: &mut Out, err: &mut dyn Write) -> Result<Exit, Failure> {
    let targets = targets(args)?;
    let mut profile = Profile::default();
    let pack = profile.time(Phase::Start, || Pack::load(&args.policies))?;
    let engine = profile.time(Phase::Start, || Engine::new(&pack, args.timeout))?;
    let asked = args.class.iter().map(|id| evaluation::class(&pack, id));
    let asked: Vec<&Class> = asked
        .collect::<Result<_, _>>()
        .map_err(|error| Failure::new(&error.to_string()))?;
    let schema = profile
        .time(Phase::Start, || Schema::new(&pack))
        .map_err(|error| Failure::new(&error))?;
    let mut check = Check {
        pack: &pack,
        engine,
        schema,
        asked,
        report: Report::new(&pack),
        profile,
        profiles_rules: args.profile,
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
    let (report, mut profile) = (check.report, check.profile);
    profile.time(Phase::Report, || {
        let mut targets = targets.into_iter();
        targets.try_for_each(|target| target.write(&report, &pack, args, out))
    })?;
    if args.profile {
        let _ = write!(err, "{}", profile.table(&pack));
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
    profile: Profile,
    profiles_rules: bool,
}

impl<'p> Check<'p> {
    /// Evaluates one dossier into the report.
    fn evaluate(&mut self, source: &Source) {
        let opened = self.profile.time(Phase::Read, || dossier::open(source));
        let checked = self
            .profile
            .time(Phase::Validate, || opened.check(&self.schema));
        let dossier = match checked {
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
        let evaluated = self.profile.time(Phase::Evaluate, || {
            evaluation::evaluate(&mut self.engine, self.pack, &dossier.evidence, &classes)
        });
        match evaluated {
            Ok(evaluations) => {
                if self.profiles_rules {
                    let (engine, evidence) = (&self.engine, &dossier.evidence);
                    // The evaluation itself kept the limit; what is profiled is no result.
                    let _ = self.profile.rules(engine, self.pack, evidence, &classes);
                }
                let Dossier {
                    path,
                    sha256,
                    evidence,
                    ..
                } = &dossier;
                self.report
                    .dossiers
                    .push(DossierReport::new(path, sha256, evidence, &evaluations));
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

fn say(err: &mut dyn Write, errors: &[ErrorReport]) {
    for error in errors {
        // The report has the errors too; a closed stderr is no reason to stop.
        let _ = writeln!(err, "{}", safe(&error.to_string()));
    }
}

/// A report to be written, opened before any work starts, so that a bad path fails at once.
enum Target {
    Stdout(Format),
    File(Format, PathBuf, File),
}

fn targets(args: &CheckArgs) -> Result<Vec<Target>, Failure> {
    let default = args.output.is_empty().then_some(Format::Text);
    let mut targets: Vec<Target> = args
        .format
        .or(default)
        .into_iter()
        .map(Target::Stdout)
        .collect();
    let mut taken: Vec<&Path> = Vec::new();
    for (format, path) in &args.output {
        if path == Path::new("-") {
            targets.push(Target::Stdout(*format));
        } else if taken.contains(&path.as_path()) {
            return Err(Failure::new(&format!(
                "two reports go to `{}`",
                path.display()
            )));
        } else {
            taken.push(path);
            // What the file holds is kept until the report is there.
            let file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path);
            let file = file.map_err(|error| cannot_write(path, &error))?;
            targets.push(Target::File(*format, path.clone(), file));
        }
    }
    if targets
        .iter()
        .filter(|target| matches!(target, Target::Stdout(_)))
        .count()
        > 1
    {
        return Err(Failure::new("two reports go to stdout"));
    }
    Ok(targets)
}

impl Target {
    fn write(
        self,
        report: &Report,
        pack: &Pack,
        args: &CheckArgs,
        out: &mut Out,
    ) -> Result<(), Failure> {
        let render = |format: Format, styled: bool, messages: bool| match format {
            Format::Json => json::render(report).map_err(io::Error::from),
            Format::Text => {
                let language = Lang::or_locale(args.lang);
                let options = Options {
                    language,
                    all: args.all,
                    styled,
                    messages,
                };
                Ok(text::render(report, pack, &options))
            }
        };
        match self {
            // Stderr has the messages already.
            Self::Stdout(format) => {
                let text = render(format, out.styled, false)?;
                unless_closed(
                    out.stream
                        .write_all(text.as_bytes())
                        .and_then(|()| out.stream.flush()),
                )?;
            }
            Self::File(format, path, mut file) => {
                let text = render(format, false, true)?;
                let written = empty(&file).and_then(|()| file.write_all(text.as_bytes()));
                unless_closed(written).map_err(|error| cannot_write(&path, &error))?;
            }
        }
        Ok(())
    }
}

/// Empties a file; pipes and devices have nothing to empty.
fn empty(file: &File) -> io::Result<()> {
    if file.metadata()?.is_file() {
        file.set_len(0)
    } else {
        Ok(())
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::new(&format!("`{}` cannot be written: {error}", path.display()))
}
