//! The work on one dossier: read, check, evaluate, render. Each thread has an engine of its own.

use std::sync::Arc;

use super::noticed::Noticed;
use crate::across::{Claim, Claimant};
use crate::attachments::Attachments;
use crate::cache::{Cache, Key};
use crate::dossier::{Dossier, Loaded, Places, Source};
use crate::engine::Engine;
use crate::evaluation::{self, ClassError};
use crate::pack::Pack;
use crate::pack::manifest::Class;
use crate::profile::{Phase, Profile};
use crate::report::counts::Counts;
use crate::report::format::{Format, Fragment};
use crate::report::{DossierReport, ErrorReport};
use crate::schema::Schema;
use crate::scheme::{Plan, Scheme};

/// What is the same for every dossier.
pub struct Context {
    /// The rules.
    pub pack: Arc<Pack>,
    /// The engine that each thread takes a clone of.
    pub engine: Engine,
    /// The schema of dossiers.
    pub schema: Schema,
    /// The classes to evaluate; none for those that a dossier applies for.
    pub classes: Vec<String>,
    /// The scheme to follow.
    pub scheme: Option<Scheme>,
    /// What to render.
    pub formats: Vec<Arc<dyn Format>>,
    /// The folder of attachments, if they are looked at.
    pub attachments: Option<Attachments>,
    /// Whether dossiers leave claims, to be compared with those of others.
    pub across: bool,
    /// Results of earlier runs.
    pub cache: Option<Cache>,
    /// Where times are noted, if anybody wants to know them.
    pub profile: Option<Profile>,
}

impl Context {
    fn time<T>(&self, phase: Phase, work: impl FnOnce() -> T) -> T {
        match &self.profile {
            Some(profile) => profile.time(phase, work),
            None => work(),
        }
    }
}

/// What became of a dossier, or of a path that led to none.
#[derive(Debug, Default)]
pub struct Done {
    /// The dossier in each of the formats; nothing where it could not be evaluated.
    pub fragments: Vec<Fragment>,
    /// What could not be evaluated.
    pub errors: Vec<ErrorReport>,
    /// What it comes to.
    pub counts: Counts,
    /// What it claims, and for whom.
    pub claims: Vec<Claim>,
    /// Its provider.
    pub claimant: Claimant,
    /// Whether an earlier run had evaluated it.
    pub is_kept: bool,
}

impl Done {
    /// Nothing but errors.
    #[must_use]
    pub fn failed(errors: Vec<ErrorReport>) -> Self {
        let mut counts = Counts::default();
        counts.add_errors(&errors);
        Self {
            errors,
            counts,
            ..Self::default()
        }
    }
}

/// A dossier, if it could be evaluated, and what could not.
type Evaluated = (Option<DossierReport>, Vec<ErrorReport>);

/// One thread's means.
pub struct Worker {
    context: Arc<Context>,
    engine: Engine,
}

impl Worker {
    /// A worker with an engine of its own.
    #[must_use]
    pub fn new(context: Arc<Context>) -> Self {
        let engine = context.engine.clone();
        Self { context, engine }
    }

    /// Everything from the files of a dossier to what reports say about it.
    pub fn work(&mut self, source: Source) -> Done {
        let path = source.path.clone();
        let loaded = self.context.time(Phase::Read, || Loaded::new(source));
        let cache = self.context.cache.as_ref().filter(|_| loaded.is_whole());
        let key = cache.map(|cache| cache.key(&loaded));
        let mut formats = self.context.formats.iter();
        let places = if formats.any(|format| format.needs_places()) {
            Places::new(&loaded, &self.context.schema)
        } else {
            Places::default()
        };
        let kept = cache
            .zip(key.as_ref())
            .and_then(|(cache, key)| cache.get(key, &loaded.source));
        let is_kept = kept.is_some();
        let (dossier, errors) = match kept {
            Some((dossier, errors)) => (Some(dossier), errors),
            None => self.evaluate_and_keep(loaded, key),
        };
        let errors = errors.into_iter().map(|error| error.of(&path)).collect();
        let mut done = Done {
            is_kept,
            ..Done::failed(errors)
        };
        if let Some(mut dossier) = dossier {
            done.claims = std::mem::take(&mut dossier.claims);
            done.claimant = Claimant::from(&dossier.provider);
            let render = || self.render(&dossier, &places, &mut done);
            self.context.time(Phase::Report, render);
        }
        done
    }

    fn render(&self, dossier: &DossierReport, places: &Places, done: &mut Done) {
        done.counts.add(dossier);
        for format in &self.context.formats {
            match format.render(dossier, places) {
                Ok(fragment) => done.fragments.push(fragment),
                Err(error) => {
                    let message = format!("the result cannot be written down: {error}");
                    let error = ErrorReport::new(&dossier.path, &message).of(&dossier.path);
                    *done = Done::failed(vec![error]);
                    return;
                }
            }
        }
    }

    fn evaluate_and_keep(&mut self, loaded: Loaded, key: Option<Key>) -> Evaluated {
        // What it is made of is gone after the evaluation; where it is from is little.
        let source = loaded.source.clone();
        let (dossier, errors) = self.evaluate(loaded, &source);
        if let (Some(cache), Some(key), Some(dossier)) = (&self.context.cache, key, &dossier) {
            cache.put(&key, dossier, &errors, &source);
        }
        (dossier, errors)
    }

    fn evaluate(&mut self, loaded: Loaded, source: &Source) -> Evaluated {
        let Self { context, engine } = self;
        let dossier = match context.time(Phase::Check, || loaded.check(&context.schema)) {
            Ok(dossier) => dossier,
            Err(problems) => return (None, problems.into_iter().map(ErrorReport::from).collect()),
        };
        let (classes, mut errors) = classes(context, &dossier);
        let evidence = &dossier.evidence;
        if let Some(error) = other_day(context, &dossier) {
            return (None, vec![error]);
        }
        let scheme = context.scheme.as_ref();
        let noticed = match Noticed::new(context, &dossier, source) {
            Ok(noticed) => noticed,
            Err(contradictions) => return (None, contradictions),
        };
        let files = noticed.verified();
        let plan = scheme.map_or_else(Plan::default, |scheme| scheme.plan.clone());
        let evaluate =
            || evaluation::evaluate_under(&plan, files, engine, &context.pack, evidence, &classes);
        match context.time(Phase::Evaluate, evaluate) {
            Ok(evaluated) => {
                if let Some(profile) = &context.profile {
                    profile.rules(engine, &context.pack, evidence, &classes);
                }
                let Dossier { path, sha256, .. } = &dossier;
                let report = DossierReport::new(path, sha256, evidence, &evaluated);
                (Some(noticed.added_to(report.under(scheme))), errors)
            }
            Err(error) => {
                errors.push(ErrorReport::new(&dossier.path, &error.to_string()));
                (None, errors)
            }
        }
    }
}

/// The classes to evaluate. Those asked for are known to be in the pack; those that the dossier applies
/// for and cannot be evaluated are errors.
fn classes<'c>(context: &'c Context, dossier: &Dossier) -> (Vec<&'c Class>, Vec<ErrorReport>) {
    let find = |id: &String| evaluation::class(&context.pack, id);
    if !context.classes.is_empty() {
        return (context.classes.iter().flat_map(find).collect(), Vec::new());
    }
    let mut classes = Vec::new();
    let mut errors = Vec::new();
    for (index, id) in evaluation::applied_for(&dossier.evidence)
        .iter()
        .enumerate()
    {
        match find(id) {
            Ok(class) => classes.push(class),
            Err(error) => errors.push(class_error(dossier, index, &error)),
        }
    }
    (classes, errors)
}

fn class_error(dossier: &Dossier, index: usize, error: &ClassError) -> ErrorReport {
    placed(
        dossier,
        format!("assessment.classes[{index}]"),
        &error.to_string(),
    )
}

/// What is wrong with a dossier of another reference date than the scheme's.
fn other_day(context: &Context, dossier: &Dossier) -> Option<ErrorReport> {
    let asked = context.scheme.as_ref()?.plan.reference_date.as_ref()?;
    let place = "assessment.reference_date";
    let day = dossier
        .evidence
        .pointer("/assessment/reference_date")?
        .as_str()?;
    let message = format!("is {day}, and the scheme asks for {asked}");
    (day != asked).then(|| placed(dossier, place.to_owned(), &message))
}

fn placed(dossier: &Dossier, place: String, message: &str) -> ErrorReport {
    let location = dossier.places.locate(&place);
    let location = location.as_ref();
    ErrorReport {
        sheet: location.and_then(|location| location.sheet.clone()),
        line: location.map(|location| location.line),
        column: location.map(|location| location.column),
        place: Some(place),
        ..ErrorReport::new(
            location.map_or(&dossier.path, |location| &location.file),
            message,
        )
    }
}
