//! `ciieval check`: paths to dossiers to evaluations to reports.

mod messages;
mod outputs;

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use super::places::{self, cannot_write};
use super::{Exit, Failure, Out};
use crate::across::Across;
use crate::attachments::{self, Attachments};
use crate::beside::beside;
use crate::cache::Cache;
use crate::cli::{CheckArgs, Format};
use crate::dossier::{Glob, Globs, STDIN, Search};
use crate::engine::{Engine, limits};
use crate::evaluation;
use crate::interrupt::{Drafts, Interrupt};
use crate::pipeline::order::{Next, Results};
use crate::pipeline::sink::Sink;
use crate::pipeline::work::{Context, Done};
use crate::pipeline::{self, Step};
use crate::profile::Profile;
use crate::progress::Progress;
use crate::report::counts::Counts;
use crate::report::format::End;
use crate::report::model::{Head, LimitsReport, OptionsReport};
use crate::schema::Schema;
use crate::scheme::{Attached, Scheme};
use messages::Messages;
use outputs::List;

/// How long to wait before looking whether something else is to do.
const PATIENCE: Duration = Duration::from_millis(100);

pub fn run(args: &CheckArgs, out: &mut Out, err: &mut dyn Write) -> Result<Exit, Failure> {
    outputs::check(args)?;
    let drafts = Drafts::default();
    let interrupt = Interrupt::listen(&drafts);
    let places = places::open(args.format, Format::Text, &args.output, &drafts)?;
    outputs::refuse_terminals(&places)?;
    let list = args.passed_over.as_deref();
    let list = list.map(|path| List::open(path, &drafts)).transpose()?;
    let pack = Arc::new(super::open(&args.policies, args.no_builtin)?.consistent()?);
    for class in &args.class {
        evaluation::class(&pack, class).map_err(|error| Failure::new(&error.to_string()))?;
    }
    let plan = args.scheme.as_deref();
    let plan = plan.map(|path| Scheme::read(path, &pack)).transpose()?;
    demand_attachments(args, plan.as_ref())?;
    let classes = classes(args, plan.as_ref())?;
    let head = Head::new(&pack)
        .with(options(args, plan.as_ref()))
        .under(plan.as_ref());
    let writes_to_stdout = places.iter().any(|(_, place)| place.path().is_none());
    let own = places.iter().filter_map(|(_, place)| place.path());
    let own = own
        .chain(list.as_ref().and_then(List::path))
        .map(Into::into);
    let own: Vec<std::path::PathBuf> = own.collect();
    // Where the shell sends standard output to a file, the system knows which.
    let redirected = writes_to_stdout.then(|| std::fs::canonicalize("/dev/stdout").ok());
    let own: Vec<_> = own.into_iter().chain(redirected.flatten()).collect();
    let attachments = attachments(args, &own)?;
    let search = search(args, own)?;
    let places: Vec<_> = places
        .into_iter()
        .map(|(format, place)| {
            let styled = out.styled && place.path().is_none();
            let told = place.path().is_none() && !args.quiet;
            let format = outputs::format(format, args, &pack, &head, styled, !told)?;
            Ok((format, place))
        })
        .collect::<Result<_, Failure>>()?;
    limits::set_memory(args.max_memory.as_u64());
    let (schema, engine) = beside(|| Schema::new(&pack), || Engine::new(&pack, args.timeout));
    let schema = schema.unwrap_or_else(|_| Err("the schema cannot be built".to_owned()));
    let context = Arc::new(Context {
        engine: engine?,
        schema: schema.map_err(|error| Failure::new(&error))?,
        attachments,
        across: args.across,
        cache: cache(args, &head, &classes)?,
        classes,
        scheme: plan,
        formats: places
            .iter()
            .map(|(format, _)| Arc::clone(format))
            .collect(),
        profile: args.profile.then(|| Profile::new(&pack)).transpose()?,
        pack,
    });
    // The program ends after this: to take the rules apart would only take time.
    std::mem::forget(context.engine.clone());
    let progress = if args.quiet || !Progress::is_seen(writes_to_stdout) {
        Progress::hidden()
    } else {
        let (paths, search) = (args.paths.clone(), search.clone());
        Progress::new(move || pipeline::count(&paths, &search))
    };
    let jobs = args.jobs.map_or_else(all_cores, NonZeroUsize::get);
    let results = pipeline::start(Arc::clone(&context), args.paths.clone(), search, jobs);
    let results = results.map_err(|error| Failure::new(&format!("no threads: {error}")))?;
    let check = Check {
        sink: Sink::new(places, out.stream),
        messages: Messages::new(err, args.quiet, progress),
        list,
        counts: Counts::default(),
        done: 0,
        kept: 0,
        across: Across::default(),
        across_error: None,
        reads_stdin: args.paths.iter().any(|path| path.as_os_str() == STDIN),
    };
    check.run(results, &interrupt, &context)
}

fn all_cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

fn search(args: &CheckArgs, reports: Vec<std::path::PathBuf>) -> Result<Search, Failure> {
    let wrong = |error: String| Failure::new(&error);
    Ok(Search {
        include: Globs::new(&args.include).map_err(wrong)?,
        exclude: Globs::new(&args.exclude).map_err(wrong)?,
        hidden: args.hidden,
        follow_links: args.follow_links,
        stdin: args.stdin_format,
        reports,
        limits: args.limits.limits(),
    })
}

/// What was asked for and bears on the results.
fn options(args: &CheckArgs, scheme: Option<&Scheme>) -> OptionsReport {
    let patterns = |globs: &[Glob]| globs.iter().map(ToString::to_string).collect();
    OptionsReport {
        classes: args.class.clone(),
        scheme: scheme.map(|scheme| scheme.sha256.clone()),
        no_builtin: args.no_builtin,
        include: patterns(&args.include),
        exclude: patterns(&args.exclude),
        hidden: args.hidden,
        follow_links: args.follow_links,
        attachments: args.attachments.as_deref().map(attachments::shown),
        across: args.across,
        limits: LimitsReport {
            max_memory: Some(args.max_memory.as_u64()).filter(|bytes| *bytes != limits::MEMORY),
            dossier: args.limits.limits().changed(),
            ..LimitsReport::default().with_timeout(args.timeout)
        },
    }
}

/// The classes to evaluate: those asked for, else those of the scheme; none for those applied for.
fn classes(args: &CheckArgs, scheme: Option<&Scheme>) -> Result<Vec<String>, Failure> {
    let planned = scheme.map_or(&[][..], |scheme| &scheme.plan.classes);
    let other = |class: &&String| !planned.is_empty() && !planned.contains(class);
    if let Some(class) = args.class.iter().find(other) {
        return Err(Failure::new(&format!(
            "the scheme does not evaluate class `{class}`: it has {}",
            planned.join(", ")
        )));
    }
    Ok(if args.class.is_empty() {
        planned.to_vec()
    } else {
        args.class.clone()
    })
}

/// A scheme that asks for verified attachments takes a folder where they are.
fn demand_attachments(args: &CheckArgs, scheme: Option<&Scheme>) -> Result<(), Failure> {
    let is_asked = scheme.is_some_and(|scheme| scheme.plan.attachments == Attached::Verified);
    if is_asked && args.attachments.is_none() {
        return Err(Failure::new(
            "the scheme asks for verified attachments: add `--attachments DIR` with the folder where they are",
        ));
    }
    Ok(())
}

/// The attachments, where somebody looks at them; reports of the run are none.
fn attachments(
    args: &CheckArgs,
    reports: &[std::path::PathBuf],
) -> Result<Option<Attachments>, Failure> {
    let Some(folder) = &args.attachments else {
        return Ok(None);
    };
    super::open_attachments(folder, reports.to_vec()).map(Some)
}

fn cache(args: &CheckArgs, head: &Head, classes: &[String]) -> Result<Option<Cache>, Failure> {
    let Some(folder) = &args.cache else {
        return Ok(None);
    };
    let limits = args.limits.limits();
    let cache = Cache::open(folder, args.cache_size.as_u64(), head, classes, &limits);
    let cache = cache.map(|cache| {
        if args.across {
            cache.with_claims()
        } else {
            cache
        }
    });
    cache.map(Some).map_err(|error| {
        let folder = folder.display();
        Failure::new(&format!("results cannot be kept in `{folder}`: {error}"))
    })
}

/// A run over dossiers.
struct Check<'r> {
    sink: Sink<'r>,
    messages: Messages<'r>,
    list: Option<List>,
    counts: Counts,
    done: u64,
    kept: u64,
    /// What dossiers claim, and why that could not be kept.
    across: Across,
    across_error: Option<io::Error>,
    reads_stdin: bool,
}

/// Why a run ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// Everything is done.
    Done,
    /// Somebody asked to stop.
    Interrupted,
    /// Nobody is left to write for.
    Deaf,
}

impl Check<'_> {
    fn run(
        mut self,
        results: Results<Step>,
        interrupt: &Interrupt,
        context: &Context,
    ) -> Result<Exit, Failure> {
        self.sink.begin();
        let ended = self.take_all(results, interrupt);
        let mut remarks = Vec::new();
        let compared = self
            .across_error
            .take()
            .map_or_else(|| self.across.remarks(), Err);
        let compared = compared.map(|found| remarks.extend(found));
        // Of a part of the dossiers nobody can say what no dossier names.
        if let Some(attachments) = context
            .attachments
            .as_ref()
            .filter(|_| ended == Ended::Done)
        {
            remarks.extend(attachments.orphaned());
        }
        let Self {
            sink,
            mut messages,
            list,
            counts,
            ..
        } = self;
        messages.end(list.is_some());
        messages.say_if_nothing_is_evaluated(&counts);
        if let Some(profile) = &context.profile {
            messages.table(&profile.table(&context.pack));
        }
        if let Some(cache) = &context.cache {
            messages.kept(self.kept, self.done, cache.failures());
        }
        let end = End {
            counts,
            partial: ended == Ended::Interrupted,
            across: remarks,
        };
        let mut failures = sink.end(&end).err().unwrap_or_default();
        if let Err(error) = compared {
            return Err(Failure::new(&format!(
                "what dossiers claim cannot be compared: {error}"
            )));
        }
        failures.extend(list.and_then(|list| list.end().err()));
        if !failures.is_empty() {
            let failures = failures.iter();
            let lines = failures.flat_map(|(path, error)| cannot_write(path.as_deref(), error).0);
            return Err(Failure(lines.collect()));
        }
        Ok(match ended {
            Ended::Interrupted => Exit::Interrupted,
            Ended::Deaf => Exit::Incomplete,
            Ended::Done if counts.is_incomplete() => Exit::Incomplete,
            Ended::Done if counts.all_pass() => Exit::Pass,
            Ended::Done => Exit::Fail,
        })
    }

    fn take_all(&mut self, mut results: Results<Step>, interrupt: &Interrupt) -> Ended {
        loop {
            match results.next(&interrupt.stop, PATIENCE) {
                Next::Result(step) => self.take(step),
                Next::Lost(path) => self.add(&pipeline::lost(&path)),
                Next::Waiting => {}
                Next::Stopped => {
                    results.finished().for_each(|step| self.take(step));
                    return Ended::Interrupted;
                }
                Next::End => return Ended::Done,
            }
            self.messages.tick(self.done, &self.counts);
            if self.is_pointless() {
                return Ended::Deaf;
            }
        }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Done(done) => self.add(&done),
            Step::PassedOver(path, why) => {
                if let Some(list) = &mut self.list {
                    list.add(&path, why);
                }
                self.messages.passed_over(path, why);
            }
        }
    }

    fn add(&mut self, done: &Done) {
        self.done += 1;
        self.kept += u64::from(done.is_kept);
        self.counts.add_counts(&done.counts);
        self.messages.errors(&done.errors);
        if self.across_error.is_none() {
            self.across_error = self.across.add(&done.claims, &done.claimant).err();
        }
        let Self { sink, messages, .. } = self;
        messages.aside(|| sink.add(done));
    }

    /// Whether what is left would change nothing. Where whoever read has left, the exit code still
    /// tells about all dossiers; but a stream has no end to wait for.
    fn is_pointless(&self) -> bool {
        let settled = self.reads_stdin || self.counts.is_incomplete();
        self.sink.is_deaf() && self.list.is_none() && (settled || self.sink.has_failed())
    }
}
