//! The rule that decides a clause, as it stands in its file.

use serde::Serialize;
use std::collections::BTreeSet;

use crate::pack::{Clause, Pack};
use crate::rego::Program;
use crate::rego::program::{Definition, path};
use crate::rego::resolve::Target;

/// A rule as it is written.
#[derive(Clone, Debug, Serialize)]
pub struct RuleText {
    /// Its file.
    pub file: String,
    /// The line that it begins in, from 1.
    pub line: usize,
    /// Its text, all its definitions.
    pub text: String,
    /// The rules of the same package that it reads, directly or by others.
    pub helpers: Vec<Helper>,
}

/// A rule that another reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Helper {
    /// Its file.
    pub file: String,
    /// The line that it begins in, from 1.
    pub line: usize,
    /// Its name.
    pub name: String,
}

/// The text of the rule of a clause.
pub(super) fn of(pack: &Pack, program: &Program, clause: &Clause) -> RuleText {
    let rule: Vec<String> = clause
        .package
        .split('.')
        .chain([clause.rule.as_str()])
        .map(str::to_owned)
        .collect();
    let definitions: Vec<Definition> = program.definitions(&rule).collect();
    let texts: Vec<&str> = definitions
        .iter()
        .filter_map(|definition| text(pack, definition))
        .collect();
    let first = definitions.first();
    RuleText {
        file: clause.file.clone(),
        line: first.map_or(clause.line, |definition| definition.rule.line),
        text: texts.join("\n\n"),
        helpers: helpers(program, &rule),
    }
}

fn text<'p>(pack: &'p Pack, definition: &Definition) -> Option<&'p str> {
    let mut files = pack.modules.iter();
    let file = files.find(|file| file.path == definition.module.file)?;
    file.text.get(definition.rule.text.clone())
}

fn helpers(program: &Program, rule: &[String]) -> Vec<Helper> {
    let package = rule.split_last().map_or(&[][..], |(_, package)| package);
    let mut seen: BTreeSet<Vec<String>> = BTreeSet::from([rule.to_vec()]);
    let mut pending = vec![rule.to_vec()];
    let mut found = BTreeSet::new();
    while let Some(at) = pending.pop() {
        for definition in program.definitions(&at) {
            for reference in &definition.rule.references {
                let Target::Data(target) = &reference.target else {
                    continue;
                };
                for read in program.read_by(target) {
                    let own = program
                        .definitions(read)
                        .find(|other| other.module.package == package);
                    let Some(own) = own.filter(|_| seen.insert(read.clone())) else {
                        continue;
                    };
                    found.insert(Helper {
                        file: own.module.file.clone(),
                        line: own.rule.line,
                        name: own.rule.name.join("."),
                    });
                    pending.push(path(own.module, own.rule));
                }
            }
        }
    }
    found.into_iter().collect()
}
