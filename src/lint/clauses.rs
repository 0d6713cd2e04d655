//! The contract of clause rules: a rule with one value, which is an outcome, and an annotation that says
//! in both languages what it asks for.

use std::collections::BTreeSet;

use super::Linted;
use super::values::Given;
use crate::pack::{Clause, PackError, annotation};
use crate::rego::program::{Definition, path};
use crate::rego::resolve::Target;
use crate::rego::syntax::Kind;

pub(super) fn problems(linted: Linted<'_>) -> Vec<PackError> {
    let mut problems = Vec::new();
    for clause in linted.pack.catalogue.clauses.values() {
        texts(clause, &mut problems);
        linted.contract(clause, &mut problems);
    }
    linted.forgotten(&mut problems);
    problems
}

/// Both languages everywhere, and a title and an explanation for every clause.
fn texts(clause: &Clause, problems: &mut Vec<PackError>) {
    let texts = [
        Some(&clause.title),
        Some(&clause.description),
        clause.reading.as_ref(),
        clause.differs.as_ref(),
        clause.judgement.as_ref(),
    ];
    let lacks = |text: &str| text.trim().is_empty();
    if texts
        .into_iter()
        .flatten()
        .any(|text| lacks(&text.zh) || lacks(&text.en))
    {
        let message = format!(
            "the annotation of clause {} lacks a text in one of the languages",
            clause.id
        );
        problems.push(PackError::new(&clause.file, &message).at(clause.line));
    }
}

/// The path of a clause's rule below `data`.
fn path_of(clause: &Clause) -> Vec<String> {
    let package = clause.package.split('.');
    package
        .chain([clause.rule.as_str()])
        .map(str::to_owned)
        .collect()
}

impl Linted<'_> {
    fn contract(self, clause: &Clause, problems: &mut Vec<PackError>) {
        let path = path_of(clause);
        if self.program.definitions(&path).next().is_none() {
            let what = if self.program.read_by(&path).is_empty() {
                "is not there: the annotation stands before no rule"
            } else {
                "is an object of several entries: give it one value"
            };
            let message = format!(
                "`{}`, the rule of clause {}, {what}",
                clause.rule, clause.id
            );
            problems.push(PackError::new(&clause.file, &message).at(clause.line));
        }
        for definition in self.program.definitions(&path) {
            let Definition { module, rule } = definition;
            let what = match rule.kind {
                Kind::Function => "is a function, and nobody calls it".to_owned(),
                Kind::Partial => {
                    "is a set or an object of several entries: give it one value".to_owned()
                }
                Kind::Complete => match self.given_by_definition(definition) {
                    Given::Other(given) => format!(
                        "gives {given}, and no outcome: build it with `data.ciieval.lib.outcomes`"
                    ),
                    Given::Outcome | Given::Unknown => continue,
                },
            };
            let message = format!(
                "`{}`, the rule of clause {}, {what}",
                clause.rule, clause.id
            );
            problems.push(PackError::new(&module.file, &message).at(rule.line));
        }
    }

    /// Rules among those of clauses that give an outcome nobody reads: their annotation was forgotten.
    fn forgotten(self, problems: &mut Vec<PackError>) {
        let annotated = self.annotated();
        let terms = self.pack.catalogue.terms.iter();
        let areas: BTreeSet<&str> = terms
            .flat_map(|term| &term.areas)
            .map(|area| area.package.as_str())
            .collect();
        let modules = self.program.modules().iter();
        let modules = modules.filter(|module| areas.contains(module.package.join(".").as_str()));
        for module in modules {
            for rule in module
                .rules
                .iter()
                .filter(|rule| rule.kind == Kind::Complete)
            {
                let path = path(module, rule);
                if annotated.contains(&path)
                    || self.given_by(&path) != Given::Outcome
                    || self.is_read(&path)
                {
                    continue;
                }
                let message = format!(
                    "`{}` gives an outcome and has no annotation, so that it decides no clause",
                    rule.name.join(".")
                );
                problems.push(PackError::new(&module.file, &message).at(rule.line));
            }
        }
    }

    /// The paths of all rules with an annotation, those that other packs override among them.
    fn annotated(self) -> BTreeSet<Vec<String>> {
        let files = self.pack.modules.iter();
        files
            .flat_map(|file| {
                let package = annotation::package(&file.text).unwrap_or_default();
                let found = annotation::read(&file.path, &file.text).unwrap_or_default();
                found.into_iter().map(move |found| {
                    let package = package.split('.');
                    package
                        .chain([found.rule.as_str()])
                        .map(str::to_owned)
                        .collect()
                })
            })
            .collect()
    }

    /// Whether a rule of the pack other than tests reads the rule.
    fn is_read(self, path: &[String]) -> bool {
        let modules = self.program.modules().iter();
        let mut references = modules
            .filter(|module| {
                self.pack
                    .modules
                    .iter()
                    .any(|file| file.path == module.file)
            })
            .flat_map(|module| &module.rules)
            .flat_map(|rule| &rule.references);
        references.any(|reference| match &reference.target {
            Target::Data(target) => target.starts_with(path),
            _ => false,
        })
    }
}
