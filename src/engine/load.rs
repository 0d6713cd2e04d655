//! From a pack to a prepared engine, or to the trees of its rules.

use regorus::PolicyLengthConfig;
use serde_json::Value;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::limits::STACK;
use super::runner::Runner;
use super::spell::Spelling;
use super::trouble::Trouble;
use super::{Engine, Failure, forbidden, guards, limits, syntax};
use crate::beside::beside;
use crate::pack::source::SourceFile;
use crate::pack::{Pack, PackError};
use crate::rego::syntax::Module;
use crate::rego::{Program, recursion};

/// Builtins that the interpreter knows by name, with their arguments.
const SPECIAL: [(&str, Option<u8>); 2] = [("walk", Some(2)), ("print", None)];

impl Engine {
    /// An engine with the pack's rules, evaluating each dossier within `limit`.
    ///
    /// # Errors
    /// Every Rego file that does not parse, calls of what is not available, rules that lead back to
    /// themselves, and what the pack may not do to those below it.
    pub fn new(pack: &Pack, limit: Duration) -> Result<Self, Vec<PackError>> {
        let files: Vec<&SourceFile> = pack.modules.iter().collect();
        let (engine, program) = Self::with_files(&files, &pack.data, limit)?;
        let trespasses = pack.trespasses(&program);
        if trespasses.is_empty() {
            Ok(engine)
        } else {
            Err(trespasses)
        }
    }

    /// An engine with the rules of the files, tests or not, and the trees of these.
    ///
    /// # Errors
    /// Every Rego file that does not parse, calls of what is not available, and rules that lead back to
    /// themselves.
    pub fn with_files(
        files: &[&SourceFile],
        data: &Value,
        limit: Duration,
    ) -> Result<(Self, Program), Vec<PackError>> {
        limits::begin();
        let program = parse(files)?;
        let spelling = Spelling::new(&program, files, data);
        let modules = program.modules().iter().zip(files);
        let spelled: Vec<SourceFile> = modules
            .map(|(module, file)| spelling.file(module, file))
            .collect();
        // Loading the rules is most of what a short run takes: what is wrong with them is found out meanwhile.
        let look = || objections(&program);
        let (problems, inner) = beside(look, || with_rules(&spelled, &spelling));
        let problems = problems
            .unwrap_or_else(|_| vec![PackError::new("rules", "could not be looked through")]);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut inner = inner?;
        forbidden::make_fail(&mut inner);
        guards::put_up(&mut inner);
        // Printed as it is, a text could steer a terminal.
        inner.set_gather_prints(true);
        let added = inner
            .add_data(regorus::Value::from(data.clone()))
            .map_err(|error| pack_error("data", &error, &spelling));
        // Prepares the rules, which finds what the parser lets through, such as unsafe variables.
        let prepared = added.and_then(|()| {
            inner
                .eval_query("true".to_owned(), false)
                .map_err(|error| pack_error("rules", &error, &spelling))
        });
        prepared.map_err(|problem| vec![problem])?;
        let runner = Runner::new(inner);
        let spelling = Arc::new(spelling);
        let engine = Self {
            runner,
            spelling,
            limit,
        };
        Ok((engine, program))
    }
}

fn with_rules(
    files: &[SourceFile],
    spelling: &Spelling,
) -> Result<regorus::Engine, Vec<PackError>> {
    let mut inner = regorus::Engine::new();
    inner.set_policy_length_config(PolicyLengthConfig {
        max_col: NonZeroU32::MAX,
        ..PolicyLengthConfig::default()
    });
    add(&mut inner, files.iter(), spelling)?;
    Ok(inner)
}

/// What keeps rules from being evaluated.
fn objections(program: &Program) -> Vec<PackError> {
    let mut problems = forbidden::calls(program);
    problems.extend(entangled(program));
    problems
}

/// The trees of the files' rules.
///
/// # Errors
/// Every Rego file that does not parse.
pub fn parse(files: &[&SourceFile]) -> Result<Program, Vec<PackError>> {
    // Halves at a time: loading the rules is most of what a short run takes.
    let (first, second) = files.split_at(files.len() / 2);
    let (first, second) = thread::scope(|scope| {
        // A tree may be as high as its text is long, until it is known how high it is.
        let parse = |files| {
            thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, move || trees(files))
        };
        let (first, second) = (parse(first), parse(second));
        let trees = |thread: std::io::Result<thread::ScopedJoinHandle<'_, _>>| {
            let trees = thread.ok().and_then(|thread| thread.join().ok());
            trees.unwrap_or_else(|| Err(vec![PackError::new("rules", "the parser failed")]))
        };
        (trees(first), trees(second))
    });
    match (first, second) {
        (Ok(mut modules), Ok(more)) => {
            modules.extend(more);
            Ok(Program::new(modules))
        }
        (first, second) => Err([first.err(), second.err()]
            .into_iter()
            .flatten()
            .flatten()
            .collect()),
    }
}

fn trees(files: &[&SourceFile]) -> Result<Vec<Module>, Vec<PackError>> {
    let long: Vec<PackError> = files.iter().filter_map(|file| long_number(file)).collect();
    if !long.is_empty() {
        return Err(long);
    }
    let mut inner = regorus::Engine::new();
    add(&mut inner, files.iter().copied(), &Spelling::default())?;
    let mut problems = Vec::new();
    let mut modules = Vec::new();
    for module in inner.get_modules() {
        match syntax::module(module) {
            Ok(module) => modules.push(module),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(modules)
    } else {
        Err(problems)
    }
}

/// The engine makes numbers of all their digits.
fn long_number(file: &SourceFile) -> Option<PackError> {
    let found = guards::long_numbers()?.find(&file.text)?;
    let before = file.text.get(..found.start()).unwrap_or_default();
    let message = format!("has a number of more than {} digits", limits::DIGITS);
    Some(PackError::new(&file.path, &message).at(before.matches('\n').count() + 1))
}

/// The number of arguments that a builtin takes, `Some(None)` for any; `None` where there is no such
/// builtin.
#[must_use]
pub fn builtin_arguments(name: &str) -> Option<Option<usize>> {
    let special = SPECIAL.into_iter().find(|(known, _)| *known == name);
    if let Some((_, arguments)) = special {
        return Some(arguments.map(usize::from));
    }
    // Operators have functions of their own, which are no builtins of Rego.
    let known = regorus::unstable::BUILTINS
        .get(name)
        .filter(|_| !name.starts_with("__"));
    known.map(|(_, arguments)| Some(usize::from(*arguments)))
}

fn add<'f>(
    inner: &mut regorus::Engine,
    files: impl Iterator<Item = &'f SourceFile>,
    spelling: &Spelling,
) -> Result<(), Vec<PackError>> {
    let mut problems = Vec::new();
    for file in files {
        if let Err(error) = inner.add_policy(file.path.clone(), file.text.clone()) {
            problems.push(pack_error(&file.path, &error, spelling));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// The rules that lead back to themselves, or through too many others: either would abort the process.
fn entangled(program: &Program) -> Vec<PackError> {
    let rules = program.paths().count();
    if rules > limits::RULES {
        let message = format!("are {rules}, and the packs may have {}", limits::RULES);
        return vec![PackError::new("rules", &message)];
    }
    let Some(reads) = recursion::Reads::new(program, limits::READS) else {
        let message = "read each other in too many ways: read single rules, no whole packages";
        return vec![PackError::new("rules", message)];
    };
    let cycles: Vec<PackError> = reads.cycles().iter().map(circular).collect();
    if !cycles.is_empty() {
        return cycles;
    }
    let (longest, member) = reads.longest();
    let Some(member) = member.filter(|_| longest > limits::CHAIN) else {
        return Vec::new();
    };
    let message = format!(
        "`{}` reads a rule that reads a rule and so on, {longest} rules deep, and {} is the most",
        member.rule,
        limits::CHAIN
    );
    vec![PackError::new(&member.file, &message).at(member.line)]
}

fn circular(cycle: &recursion::Cycle) -> PackError {
    let [first, others @ ..] = cycle.0.as_slice() else {
        return PackError::new("rules", "a rule leads back to itself");
    };
    let way: Vec<String> = others
        .iter()
        .map(|member| format!("`{}` ({}:{})", member.rule, member.file, member.line))
        .chain([format!("`{}`", first.rule)])
        .collect();
    let message = format!(
        "`{}` leads back to itself, which Rego does not allow: it reads {}",
        first.rule,
        way.join(", which reads ")
    );
    PackError::new(&first.file, &message).at(first.line)
}

fn pack_error(file: &str, error: &Failure, spelling: &Spelling) -> PackError {
    match Trouble::of(error, spelling) {
        Trouble::Raised(complaint) => match complaint.place {
            Some(place) => PackError::new(&place.file, &complaint.message).at(place.line),
            None => PackError::new(file, &complaint.message),
        },
        trouble => PackError::new(file, &trouble.to_string()),
    }
}
