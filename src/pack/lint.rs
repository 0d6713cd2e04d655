//! Lint of a pack's Rego: what engines accept in silence and a reader would not want.
//!
//! Works on the text, rule by rule, see `module`.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{Module, Rule, mentions};
use super::{Pack, PackError};

/// Longest line Regorus takes.
const LONGEST_LINE: usize = 1024;

/// Everything to mend in the pack's Rego files, ordered by file and line.
#[must_use]
pub fn lint(pack: &Pack) -> Vec<PackError> {
    let modules: Vec<Module<'_>> = pack
        .modules
        .iter()
        .chain(&pack.tests)
        .map(Module::read)
        .collect();
    let mut functions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in &modules {
        for rule in &module.rules {
            names.entry(&module.package).or_default().insert(&rule.name);
            if rule.arguments.is_some() {
                functions
                    .entry(&module.package)
                    .or_default()
                    .insert(&rule.name);
            }
        }
    }
    let mut problems = Vec::new();
    for module in &modules {
        lines(module, &mut problems);
        for (alias, (path, line)) in &module.imports {
            if !module.rules.iter().any(|rule| mentions(&rule.text, alias)) {
                problems.push(
                    PackError::new(&module.file.path, &format!("import `{alias}` is not used"))
                        .at(*line),
                );
            }
            if let Some(package) = path
                .strip_prefix("data.")
                .filter(|package| package.starts_with("ciieval."))
                && !names.contains_key(package)
            {
                let message = format!("imports `{path}`, which no file declares");
                problems.push(PackError::new(&module.file.path, &message).at(*line));
            }
        }
        for rule in &module.rules {
            references(module, rule, &names, &functions, &mut problems);
            if !module.file.is_test() {
                comprehensions(module, rule, &mut problems);
            }
            arguments(module, rule, &mut problems);
        }
    }
    annotations(pack, &mut problems);
    problems.sort_by(|a, b| (&a.file, a.line, &a.message).cmp(&(&b.file, b.line, &b.message)));
    problems.dedup();
    problems
}

fn lines(module: &Module<'_>, problems: &mut Vec<PackError>) {
    for (index, line) in module.file.text.lines().enumerate() {
        let problem = if line.chars().count() > LONGEST_LINE {
            format!("line is longer than {LONGEST_LINE} columns, which Regorus does not read")
        } else if line.ends_with([' ', '\t']) {
            "line ends with white space".to_owned()
        } else if line.starts_with("  ") {
            "indent with tabs, as `opa fmt` does".to_owned()
        } else {
            continue;
        };
        problems.push(PackError::new(&module.file.path, &problem).at(index + 1));
    }
}

/// References through imports must exist; and in Regorus 0.14 a function does not see rules and data that
/// its package imports once another package has read one of its rules: it reads them through a rule of its own.
fn references(
    module: &Module<'_>,
    rule: &Rule,
    names: &BTreeMap<&str, BTreeSet<&str>>,
    functions: &BTreeMap<&str, BTreeSet<&str>>,
    problems: &mut Vec<PackError>,
) {
    for (alias, member, called, offset) in members(&rule.text) {
        let Some((path, _)) = module.imports.get(alias) else {
            continue;
        };
        let package = path.strip_prefix("data.").unwrap_or(path);
        let at = rule.line + line_breaks(&rule.text, offset);
        let problem = match names.get(package) {
            Some(known) if !known.contains(member) => {
                format!("`{alias}.{member}` does not exist: it would be undefined in silence")
            }
            known => {
                let function = functions
                    .get(package)
                    .is_some_and(|known| known.contains(member));
                if called && known.is_some() && !function {
                    format!("`{alias}.{member}` is called and is no function")
                } else if !function && rule.arguments.is_some() && !module.file.is_test() {
                    format!(
                        "function `{}` reads `{alias}.{member}` through an import: Regorus may not see it; read it through a rule of this package",
                        rule.name
                    )
                } else {
                    continue;
                }
            }
        };
        problems.push(PackError::new(&module.file.path, &problem).at(at));
    }
}

/// rego-cpp does not parse `some key, value in` inside set and array comprehensions.
fn comprehensions(module: &Module<'_>, rule: &Rule, problems: &mut Vec<PackError>) {
    let mut open: Vec<(char, bool, bool)> = Vec::new();
    let bytes = rule.text.as_bytes();
    for (offset, c) in rule.text.char_indices() {
        match c {
            '{' | '[' | '(' => open.push((c, false, false)),
            '}' | ']' | ')' => {
                open.pop();
            }
            ':' if bytes.get(offset + 1) != Some(&b'=') => {
                if let Some(last) = open.last_mut().filter(|last| !last.1) {
                    last.2 = true;
                }
            }
            '|' => {
                if let Some(last) = open.last_mut() {
                    last.1 = true;
                }
            }
            's' => {
                let rest = rule.text.get(offset..).unwrap_or_default();
                let inside = open
                    .last()
                    .is_some_and(|(bracket, bar, colon)| *bar && (*bracket == '[' || !colon));
                let head = rest.split(" in ").next().unwrap_or_default();
                if inside && rest.starts_with("some ") && head.contains(',') && !head.contains('\n')
                {
                    let at = rule.line + line_breaks(&rule.text, offset);
                    let message = "`some key, value in` inside a set or array comprehension, which rego-cpp does not parse: iterate the values";
                    problems.push(PackError::new(&module.file.path, message).at(at));
                }
            }
            _ => {}
        }
    }
}

/// `opa check --strict` rejects arguments that a function does not use.
fn arguments(module: &Module<'_>, rule: &Rule, problems: &mut Vec<PackError>) {
    let Some(arguments) = &rule.arguments else {
        return;
    };
    let body = rule.text.split_once(')').map_or("", |(_, body)| body);
    for argument in arguments.split(',').map(str::trim) {
        let name = argument
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_');
        let literal = matches!(argument, "null" | "true" | "false" | "_" | "")
            || argument.starts_with(|c: char| c.is_ascii_digit());
        if name && !literal && !mentions(body, argument) {
            let message = format!(
                "function `{}` does not use its argument `{argument}`: write `_`",
                rule.name
            );
            problems.push(PackError::new(&module.file.path, &message).at(rule.line));
        }
    }
}

/// Both languages everywhere, and a title and an explanation for every clause.
fn annotations(pack: &Pack, problems: &mut Vec<PackError>) {
    for clause in pack.catalogue.clauses.values() {
        let texts = [
            Some(&clause.title),
            Some(&clause.description),
            clause.reading.as_ref(),
            clause.differs.as_ref(),
            clause.judgement.as_ref(),
        ];
        if texts
            .into_iter()
            .flatten()
            .any(|text| text.zh.trim().is_empty() || text.en.trim().is_empty())
        {
            let message = format!(
                "the annotation of clause {} lacks a text in one of the languages",
                clause.id
            );
            problems.push(PackError::new(&clause.file, &message).at(clause.line));
        }
    }
}

/// The `alias.member` pairs of a text, whether a call follows, and where they start.
fn members(text: &str) -> Vec<(&str, &str, bool, usize)> {
    let mut found = Vec::new();
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut rest = 0;
    while let Some(start) = text
        .get(rest..)
        .and_then(|tail| tail.find(word))
        .map(|at| rest + at)
    {
        let tail = text.get(start..).unwrap_or_default();
        let first = tail.find(|c| !word(c)).unwrap_or(tail.len());
        rest = start + first;
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let Some(after) = text.get(rest..).and_then(|tail| tail.strip_prefix('.')) else {
            continue;
        };
        let length = after.find(|c| !word(c)).unwrap_or(after.len());
        if before != Some('.') && length > 0 {
            let called = after
                .get(length..)
                .is_some_and(|next| next.starts_with('('));
            let pair = (text.get(start..rest), after.get(..length));
            if let (Some(alias), Some(member)) = pair {
                found.push((alias, member, called, start));
            }
        }
    }
    found
}

fn line_breaks(text: &str, offset: usize) -> usize {
    text.get(..offset)
        .map_or(0, |head| head.matches('\n').count())
}
