//! What rules give, as far as it can be seen without evaluating them.

use std::collections::BTreeSet;

use super::Linted;
use crate::rego::program::Definition;
use crate::rego::resolve::Target;
use crate::rego::syntax::{Expr, Key, Kind, Literal, Node, Query, Rule};

/// What an expression or a rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// An outcome: an object with `status` and `checks`.
    Outcome,
    /// Certainly something else, which is named.
    Other(String),
    /// It cannot be seen.
    Unknown,
}

impl Given {
    fn other(what: &str) -> Self {
        Self::Other(what.to_owned())
    }
}

impl Linted<'_> {
    /// What the rule with that path gives: something else than an outcome as soon as one definition does.
    pub(super) fn given_by(self, path: &[String]) -> Given {
        Look {
            linted: self,
            seen: BTreeSet::new(),
        }
        .rule(path)
    }

    /// What one definition of a rule gives.
    pub(super) fn given_by_definition(self, definition: Definition<'_>) -> Given {
        Look {
            linted: self,
            seen: BTreeSet::new(),
        }
        .definition(definition)
    }
}

/// A look through rules and functions, none of them twice.
struct Look<'p> {
    linted: Linted<'p>,
    seen: BTreeSet<Vec<String>>,
}

impl Look<'_> {
    fn rule(&mut self, path: &[String]) -> Given {
        if !self.seen.insert(path.to_vec()) {
            return Given::Unknown;
        }
        let program = self.linted.program;
        let found: Vec<Given> = program
            .definitions(path)
            .map(|definition| self.definition(definition))
            .collect();
        together(&found)
    }

    fn definition(&mut self, definition: Definition<'_>) -> Given {
        let rule = definition.rule;
        if rule.kind == Kind::Partial {
            return Given::other("a set or an object of several entries");
        }
        let empty = Query::new();
        let first = rule.bodies.first().map_or(&empty, |body| &body.query);
        let mut found = vec![match &rule.value {
            Some(value) => self.expr(rule, first, value),
            None => Given::other("`true`"),
        }];
        for body in rule.bodies.iter().filter(|body| body.is_else) {
            found.push(match &body.value {
                Some(value) => self.expr(rule, &body.query, value),
                None => Given::other("`true`"),
            });
        }
        together(&found)
    }

    fn expr(&mut self, rule: &Rule, query: &Query, expr: &Expr) -> Given {
        match &expr.node {
            Node::String(_) => Given::other("a string"),
            Node::Scalar => Given::other("a number, a truth value or null"),
            Node::Comparison(_) | Node::Equality(_) | Node::Inequality(_) => {
                Given::other("true or false")
            }
            Node::Arithmetic(_) => Given::other("a number or a set"),
            Node::Collection(_)
            | Node::Comprehension {
                of_values: true, ..
            } => Given::other("an array or a set"),
            Node::Object(entries) => object(entries),
            Node::Call { function, .. } => self.reference(rule, function),
            Node::Var(name) => match declared_as(query, name) {
                Some(value) => self.expr(rule, query, value),
                None => self.reference(rule, expr),
            },
            _ => self.reference(rule, expr),
        }
    }

    /// What a reference to a rule, or a call of a function, gives.
    fn reference(&mut self, rule: &Rule, expr: &Expr) -> Given {
        let root = match &expr.node {
            // What is looked up in a rule's value is not that value.
            Node::Ref { steps, .. } if steps.iter().any(|it| matches!(it.key, Key::Index(_))) => {
                return Given::Unknown;
            }
            Node::Ref { root, .. } => root,
            _ => expr,
        };
        let found = rule
            .references
            .iter()
            .find(|reference| reference.name.start == root.text.start);
        match found.map(|reference| &reference.target) {
            Some(Target::Data(path)) if self.linted.program.definitions(path).next().is_some() => {
                self.rule(path)
            }
            _ => Given::Unknown,
        }
    }
}

/// What a rule gives whose definitions give these.
fn together(found: &[Given]) -> Given {
    if let Some(other) = found.iter().find(|it| matches!(it, Given::Other(_))) {
        other.clone()
    } else if !found.is_empty() && found.iter().all(|it| *it == Given::Outcome) {
        Given::Outcome
    } else {
        Given::Unknown
    }
}

fn object(entries: &[(Expr, Expr)]) -> Given {
    let keys: Vec<&str> = entries
        .iter()
        .filter_map(|(key, _)| match &key.node {
            Node::String(key) => Some(key.as_str()),
            _ => None,
        })
        .collect();
    if keys.contains(&"status") && keys.contains(&"checks") {
        Given::Outcome
    } else if keys.len() == entries.len() {
        Given::other("an object without `status` and `checks`")
    } else {
        Given::Unknown
    }
}

/// What `name := value` of the query says the name is.
fn declared_as<'q>(query: &'q Query, name: &str) -> Option<&'q Expr> {
    query.iter().find_map(|statement| match &statement.literal {
        Literal::Expr(Expr {
            node: Node::Declaration(left, right),
            ..
        }) if matches!(&left.node, Node::Var(declared) if declared == name) => Some(&**right),
        _ => None,
    })
}
