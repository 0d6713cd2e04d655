//! How rules are written for the engine. Lines stay as they are, and so does what the rules mean:
//!
//! - Imports are written out: `dates.reference` as `data.ciieval.lib.dates.reference`. The engine treats
//!   the two differently: what is read through an import has every rule of its package evaluated, and
//!   functions read it as undefined once another package has read one of their rules.
//! - Packages have one short name each: `data.package_7.reference`. The engine goes through the parts of
//!   a name one by one wherever it reads a rule or calls a function, which takes a third of its time.
//!   A package keeps its name where a rule could tell: where it is read by its path, stands in another
//!   package, or where the pack has data.

use regex::{Captures, Regex};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::ask::written;
use crate::pack::source::SourceFile;
use crate::rego::Program;
use crate::rego::resolve::Target;
use crate::rego::syntax::{Import, Module};

/// What short names start with, unless the rules or the data use it themselves.
const SHORT: &str = "package_";

/// What packages are called for the engine.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    /// Short names by package.
    short: BTreeMap<Vec<String>, String>,
    /// Packages by short name.
    long: BTreeMap<String, String>,
    /// Short names in a text.
    names: Option<Regex>,
}

impl Spelling {
    /// Short names for the packages of a program in which no rule can tell.
    pub fn new(program: &Program, files: &[&SourceFile], data: &Value) -> Self {
        let known = known(program, files);
        let packages: BTreeSet<&Vec<String>> = program
            .modules()
            .iter()
            .map(|module| &module.package)
            .collect();
        let start = start(files, data);
        let mut short = BTreeMap::new();
        for package in &packages {
            let is_apart = |other: &Vec<String>| !touch(package, other);
            if known.iter().all(is_apart)
                && packages
                    .iter()
                    .all(|other| other == package || is_apart(other))
                && !holds(data, package)
            {
                short.insert((*package).clone(), format!("{start}{}", short.len()));
            }
        }
        let long = short.iter();
        let long = long.map(|(package, short)| (short.clone(), package.join(".")));
        Self {
            long: long.collect(),
            short,
            names: Regex::new(&format!(r"\b{start}[0-9]+\b")).ok(),
        }
    }

    /// The file as it is written for the engine.
    pub fn file(&self, module: &Module, file: &SourceFile) -> SourceFile {
        let mut changes = BTreeMap::new();
        if let Some(short) = self.short.get(&module.package) {
            let name = &module.package_text;
            changes.insert(name.start, (name.end, short.clone()));
        }
        for import in module.imports.iter().filter(|import| is_left_out(import)) {
            let text = file.text.get(import.text.clone()).unwrap_or_default();
            let lines = "\n".repeat(text.matches('\n').count());
            changes.insert(import.text.start, (import.text.end, lines));
        }
        for reference in module.rules.iter().flat_map(|rule| &rule.references) {
            let import = reference.import.and_then(|at| module.imports.get(at));
            if let Some(path) = import.and_then(|import| self.of(import)) {
                changes.insert(reference.name.start, (reference.name.end, path));
            }
        }
        let mut text = file.text.clone();
        for (start, (end, name)) in changes.into_iter().rev() {
            text.replace_range(start..end, &name);
        }
        SourceFile {
            path: file.path.clone(),
            text,
        }
    }

    /// A path below `data` as the engine knows it.
    pub fn path<'p>(&self, path: &'p [String]) -> Cow<'p, [String]> {
        let of_package = |length| {
            let package = path.get(..length)?;
            Some((self.short.get(package)?, path.get(length..)?))
        };
        match (0..=path.len()).find_map(of_package) {
            Some((short, rest)) => {
                let short = std::iter::once(short);
                Cow::Owned(short.chain(rest).cloned().collect())
            }
            None => Cow::Borrowed(path),
        }
    }

    /// The same for a path whose parts are names with dots between them.
    pub fn dotted(&self, path: &str) -> String {
        let parts: Vec<String> = path.split('.').map(str::to_owned).collect();
        self.path(&parts).join(".")
    }

    /// What the engine says, with the packages as their authors call them.
    pub fn read<'t>(&self, said: &'t str) -> Cow<'t, str> {
        let Some(names) = &self.names else {
            return Cow::Borrowed(said);
        };
        names.replace_all(said, |found: &Captures| {
            let short = found.get(0).map_or("", |found| found.as_str());
            let long = self.long.get(short);
            long.map_or(short, String::as_str).to_owned()
        })
    }

    /// The path that an import stands for, as the engine knows it.
    fn of(&self, import: &Import) -> Option<String> {
        let (root, path) = import.path.split_first()?;
        match root.as_str() {
            "data" => Some(written("data", &self.path(path))),
            "input" => Some(written("input", path)),
            _ => None,
        }
    }
}

/// Whether nothing needs an import once what goes through it is written out. `rego.v1` is what the engine
/// takes rules for anyway.
fn is_left_out(import: &Import) -> bool {
    let root = import.path.first().map(String::as_str);
    matches!(root, Some("data" | "input")) || import.path == ["rego", "v1"]
}

/// The paths that rules read otherwise than in their own package or through an import of another.
fn known(program: &Program, files: &[&SourceFile]) -> BTreeSet<Vec<String>> {
    let mut known = BTreeSet::new();
    for (module, file) in program.modules().iter().zip(files) {
        let references = module.rules.iter().flat_map(|rule| &rule.references);
        for reference in references {
            let Target::Data(path) = &reference.target else {
                continue;
            };
            let import = reference.import.and_then(|at| module.imports.get(at));
            let is_apart = match import.and_then(|import| import.path.get(1..)) {
                Some(path) => (1..=path.len())
                    .filter_map(|length| path.get(..length))
                    .any(|path| program.has_package(path)),
                None => file.text.get(reference.name.clone()) != Some("data"),
            };
            if !is_apart {
                known.insert(path.clone());
            }
        }
    }
    known
}

/// Whether one path leads to the other, or into it.
fn touch(one: &[String], other: &[String]) -> bool {
    one.iter().zip(other).all(|(one, other)| one == other)
}

/// Whether data stand where the package does.
fn holds(data: &Value, package: &[String]) -> bool {
    let mut at = Some(data);
    for part in package {
        at = match at {
            Some(Value::Object(entries)) => entries.get(part),
            Some(_) => return true,
            None => return false,
        };
    }
    at.is_some()
}

/// What short names start with: nothing that is written in the rules or is a name in the data.
fn start(files: &[&SourceFile], data: &Value) -> String {
    let mut start = SHORT.to_owned();
    let names = data.as_object().into_iter().flat_map(|data| data.keys());
    let names: Vec<&String> = names.collect();
    while files.iter().any(|file| file.text.contains(&start))
        || names.iter().any(|name| name.starts_with(&start))
    {
        start.push('_');
    }
    start
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Spelling;
    use crate::engine::parse;
    use crate::pack::source::SourceFile;
    use serde_json::json;

    fn spelled(texts: &[&str]) -> (Spelling, Vec<String>) {
        let files: Vec<SourceFile> = texts
            .iter()
            .map(|text| SourceFile {
                path: "a.rego".to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        let files: Vec<&SourceFile> = files.iter().collect();
        let program = parse(&files).unwrap();
        let spelling = Spelling::new(&program, &files, &json!({"words": {"a": 1}}));
        let modules = program.modules().iter().zip(files);
        let texts = modules.map(|(module, file)| spelling.file(module, file).text);
        let texts = texts.collect();
        (spelling, texts)
    }

    #[test]
    fn lines_stay_and_imports_and_long_names_go() {
        let (_, texts) = spelled(&[
            "package a.b\n\nimport rego.v1\nimport data.c\n\tas other\nimport data.words\nimport input.x as given\n\n\
             r := [other.n, words.a, given.y, n]\n\nn := 1\n",
            "package c\n\nn := 2\n",
            "package words\n\nb := 3\n",
        ]);
        assert_eq!(
            texts,
            [
                "package package_0\n\n\n\n\n\n\n\nr := [data.package_1.n, data.words.a, input.x.y, n]\n\nn := 1\n",
                "package package_1\n\nn := 2\n",
                "package words\n\nb := 3\n",
            ]
        );
    }

    #[test]
    fn a_package_keeps_its_name_where_a_rule_could_tell() {
        let (spelling, _) = spelled(&[
            "package a\n\nimport data.b\n\nr := [data.c.n, b.n, data.deep]\n",
            "package b\n\nn := 1\n",
            "package c\n\nn := 1\n",
            "package deep.d\n\nn := 1\n",
            "package outer\n\nn := 1\n",
            "package outer.inner\n\nn := \"package_7\"\n",
        ]);
        let short = |package: &str| spelling.dotted(&format!("{package}.n"));
        assert_eq!(short("b"), "package__1.n");
        for package in ["c", "deep.d", "outer", "outer.inner", "words"] {
            assert_eq!(short(package), format!("{package}.n"));
        }
        assert_eq!(
            spelling.read("data.package__1.n, package__12, package_1"),
            "data.b.n, package__12, package_1"
        );
    }
}
