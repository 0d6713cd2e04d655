//! Which lines of rules an engine evaluated.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::Engine;
use crate::rego::syntax::{Body, Expr, Literal, Module, Node, Query, Rule};

/// Lines by file, from 1.
pub type Lines = BTreeMap<String, BTreeSet<usize>>;

impl Engine {
    /// Notes from now on which lines are evaluated; clones note their own.
    pub fn note_coverage(&mut self) {
        self.runner
            .change(|engine| engine.set_enable_coverage(true));
    }

    /// The lines evaluated since `note_coverage`; none where rules could not be stopped.
    #[must_use]
    pub fn covered(&mut self) -> Lines {
        let lines = self.runner.run(Duration::from_secs(60), |engine| {
            // The engine cannot fail here, for all that its signature says.
            let files = engine.get_coverage_report().unwrap_or_default().files;
            files
                .into_iter()
                .map(|file| (file.path, file.covered.into_iter().map(line).collect()))
                .collect()
        });
        lines.unwrap_or_default()
    }
}

fn line(line: u32) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

/// The lines of a module that the engine can say it evaluated: those with an expression. The engine's
/// own report leaves out files of which nothing was evaluated.
#[must_use]
pub fn lines_of_module(module: &Module) -> BTreeSet<usize> {
    module.rules.iter().flat_map(lines_of_rule).collect()
}

/// The same for a rule. The engine leaves out values after `else`.
#[must_use]
pub fn lines_of_rule(rule: &Rule) -> BTreeSet<usize> {
    let mut lines = BTreeSet::new();
    let mut of_expr = |expr: &Expr| in_expr(expr, &mut lines);
    rule.value.iter().for_each(&mut of_expr);
    if rule.value.is_none() {
        rule.keys.iter().for_each(&mut of_expr);
    }
    for Body { query, .. } in &rule.bodies {
        in_query(query, &mut lines);
    }
    lines
}

fn in_query(query: &Query, lines: &mut BTreeSet<usize>) {
    for statement in query {
        match &statement.literal {
            Literal::Some(_) => {}
            Literal::SomeIn {
                patterns,
                collection,
            } => patterns
                .last()
                .into_iter()
                .chain([collection])
                .for_each(|expr| in_expr(expr, lines)),
            Literal::Expr(expr) | Literal::Not(expr) => in_expr(expr, lines),
            Literal::Every { domain, query, .. } => {
                in_expr(domain, lines);
                in_query(query, lines);
            }
        }
    }
}

fn in_expr(expr: &Expr, lines: &mut BTreeSet<usize>) {
    if let Node::Comprehension { query, .. } = &expr.node {
        return in_query(query, lines);
    }
    lines.insert(expr.line);
    if let Node::Ref { steps, .. } = &expr.node {
        lines.extend(steps.iter().map(|step| step.line));
    }
    expr.parts()
        .into_iter()
        .for_each(|part| in_expr(part, lines));
}
