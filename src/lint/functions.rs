//! Arguments that are not used, and what rego-cpp does not take.

use std::collections::{BTreeMap, BTreeSet};

use super::Linted;
use crate::pack::PackError;
use crate::rego::resolve::variables;
use crate::rego::syntax::{Kind, Literal, Module, Node, Rule};
use crate::rego::visit::exprs;

pub(super) fn problems(linted: Linted<'_>) -> Vec<PackError> {
    let mut problems = Vec::new();
    for module in linted.program.modules() {
        let tests = linted.is_of_tests(module);
        for rule in &module.rules {
            let mut say = |line: usize, message: &str| {
                problems.push(PackError::new(&module.file, message).at(line));
            };
            if rule.kind == Kind::Function {
                let name = rule.name.join(".");
                for argument in unused(rule) {
                    let message = format!(
                        "function `{name}` does not use its argument `{argument}`: write `_`"
                    );
                    say(rule.line, &message);
                }
            }
            if !tests {
                for line in pairs_in_comprehensions(rule) {
                    let message = "`some key, value in` inside a set or array comprehension, which rego-cpp does not parse: iterate the values";
                    say(line, message);
                }
            }
        }
    }
    problems.extend(different_arguments(linted));
    problems
}

/// rego-cpp takes functions of one name for one function, whatever their packages, and breaks down where
/// they have different numbers of arguments.
fn different_arguments(linted: Linted<'_>) -> Vec<PackError> {
    let mut known: BTreeMap<&[String], (&Module, &Rule)> = BTreeMap::new();
    let mut problems = Vec::new();
    let modules = linted.program.modules().iter();
    let modules = modules.filter(|module| !linted.is_of_tests(module));
    let functions = modules.flat_map(|module| {
        let functions = module.rules.iter();
        let functions = functions.filter(|rule| rule.kind == Kind::Function);
        functions.map(move |rule| (module, rule))
    });
    for (module, rule) in functions {
        let (other, first) = *known.entry(&rule.name).or_insert((module, rule));
        // Within a package no engine takes it.
        if other.package != module.package && first.arguments.len() != rule.arguments.len() {
            let message = format!(
                "function `{}` has another number of arguments than in {}:{}, and rego-cpp does not tell the two apart: rename one",
                rule.name.join("."),
                other.file,
                first.line
            );
            problems.push(PackError::new(&module.file, &message).at(rule.line));
        }
    }
    problems
}

/// `opa check --strict` rejects arguments that a function does not use.
fn unused(rule: &Rule) -> BTreeSet<&str> {
    let mut arguments = BTreeSet::new();
    for argument in &rule.arguments {
        variables(argument, &mut arguments);
    }
    exprs(rule, &mut |expr| {
        if let Node::Var(name) = &expr.node {
            arguments.remove(name.as_str());
        }
    });
    arguments.retain(|name| !name.starts_with('_'));
    arguments
}

/// The lines of `some key, value in` inside comprehensions of values.
fn pairs_in_comprehensions(rule: &Rule) -> Vec<usize> {
    let mut lines = Vec::new();
    exprs(rule, &mut |expr| {
        if let Node::Comprehension {
            of_values: true,
            query,
            ..
        } = &expr.node
        {
            let pairs = query.iter().filter(|statement| {
                matches!(&statement.literal, Literal::SomeIn { patterns, .. } if patterns.len() == 2)
            });
            lines.extend(pairs.map(|statement| statement.line));
        }
    });
    lines
}
