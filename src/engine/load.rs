//! From a pack to a prepared engine, or to the trees of its rules.

use regorus::PolicyLengthConfig;
use serde_json::Value;
use std::num::NonZeroU32;
use std::thread;
use std::time::Duration;

use super::complaint::Complaint;
use super::spell::spelled;
use super::{Engine, Failure, syntax};
use crate::pack::source::SourceFile;
use crate::pack::{Pack, PackError};
use crate::rego::syntax::Module;
use crate::rego::{Program, recursion};

/// Builtins that read the clock, the network or chance: calling one fails, because the same dossier
/// must give the same result.
const FORBIDDEN: [(&str, u8); 4] = [
    ("time.now_ns", 0),
    ("rand.intn", 2),
    ("http.send", 1),
    ("opa.runtime", 0),
];

/// Builtins that the interpreter knows by name, with their arguments.
const SPECIAL: [(&str, Option<u8>); 2] = [("walk", Some(2)), ("print", None)];

impl Engine {
    /// An engine with the pack's rules, evaluating each dossier within `limit`.
    ///
    /// # Errors
    /// Every Rego file that does not parse, and rules that lead back to themselves.
    pub fn new(pack: &Pack, limit: Duration) -> Result<Self, Vec<PackError>> {
        let files: Vec<&SourceFile> = pack.modules.iter().collect();
        let (engine, _) = Self::with_files(&files, &pack.data, limit)?;
        Ok(engine)
    }

    /// An engine with the rules of the files, tests or not, and the trees of these.
    ///
    /// # Errors
    /// Every Rego file that does not parse, and rules that lead back to themselves.
    pub fn with_files(
        files: &[&SourceFile],
        data: &Value,
        limit: Duration,
    ) -> Result<(Self, Program), Vec<PackError>> {
        let program = parse(files)?;
        let cycles = recursive(&program);
        if !cycles.is_empty() {
            return Err(cycles);
        }
        let modules = program.modules().iter().zip(files);
        let spelled: Vec<SourceFile> = modules
            .map(|(module, file)| spelled(module, file))
            .collect();
        let mut inner = regorus::Engine::new();
        inner.set_policy_length_config(PolicyLengthConfig {
            max_col: NonZeroU32::MAX,
            ..PolicyLengthConfig::default()
        });
        add(&mut inner, spelled.iter())?;
        for (name, arguments) in FORBIDDEN {
            let fail = move |_: Vec<regorus::Value>| {
                Err::<regorus::Value, _>(std::io::Error::other(forbidden(name)).into())
            };
            let _ = inner.add_extension(name.to_owned(), arguments, Box::new(fail));
        }
        let added = inner
            .add_data(regorus::Value::from(data.clone()))
            .map_err(|error| pack_error("data", &error));
        // Prepares the rules, which finds what the parser lets through, such as unsafe variables.
        let prepared = added.and_then(|()| {
            inner
                .eval_query("true".to_owned(), false)
                .map_err(|error| pack_error("rules", &error))
        });
        prepared.map_err(|problem| vec![problem])?;
        Ok((Self { inner, limit }, program))
    }
}

/// The trees of the files' rules.
///
/// # Errors
/// Every Rego file that does not parse.
pub fn parse(files: &[&SourceFile]) -> Result<Program, Vec<PackError>> {
    // Halves at a time: loading the rules is most of what a short run takes.
    let (first, second) = files.split_at(files.len() / 2);
    let (first, second) = thread::scope(|scope| {
        let first = scope.spawn(|| trees(first));
        let second = trees(second);
        (first.join(), second)
    });
    let first = first.unwrap_or_else(|_| Err(vec![PackError::new("rules", "the parser failed")]));
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
    let mut inner = regorus::Engine::new();
    add(&mut inner, files.iter().copied())?;
    let modules = inner.get_modules().iter();
    Ok(modules.map(|module| syntax::module(module)).collect())
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

/// Whether a builtin is one that results may not depend on.
#[must_use]
pub fn is_forbidden(builtin: &str) -> bool {
    FORBIDDEN.iter().any(|(name, _)| *name == builtin)
}

fn forbidden(name: &str) -> String {
    format!("`{name}` is not available: results depend on the dossier alone")
}

fn add<'f>(
    inner: &mut regorus::Engine,
    files: impl Iterator<Item = &'f SourceFile>,
) -> Result<(), Vec<PackError>> {
    let mut problems = Vec::new();
    for file in files {
        if let Err(error) = inner.add_policy(file.path.clone(), file.text.clone()) {
            problems.push(pack_error(&file.path, &error));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// The rules that lead back to themselves: a function that calls itself would abort the process.
fn recursive(program: &Program) -> Vec<PackError> {
    recursion::cycles(program).iter().map(circular).collect()
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

fn pack_error(file: &str, error: &Failure) -> PackError {
    let complaint = Complaint::read(&format!("{error:#}"));
    match complaint.place {
        Some(place) => PackError::new(&place.file, &complaint.message).at(place.line),
        None => PackError::new(file, &complaint.message),
    }
}
