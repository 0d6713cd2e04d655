//! Going through everything in a rule.

use super::syntax::{Expr, Key, Literal, Node, Query, Rule, Statement};

/// Calls `with` for every expression of the rule but its arguments, from the outside in.
pub fn exprs<'r>(rule: &'r Rule, with: &mut dyn FnMut(&'r Expr)) {
    for part in rule.keys.iter().chain(&rule.value) {
        expr(part, with);
    }
    for body in &rule.bodies {
        if let Some(value) = &body.value {
            expr(value, with);
        }
        query(&body.query, with);
    }
}

fn query<'r>(query: &'r Query, with: &mut dyn FnMut(&'r Expr)) {
    for statement in query {
        self::statement(statement, with);
    }
}

fn statement<'r>(statement: &'r Statement, with: &mut dyn FnMut(&'r Expr)) {
    match &statement.literal {
        Literal::Some(_) => {}
        Literal::SomeIn {
            patterns,
            collection,
        } => {
            for part in patterns.iter().chain([collection]) {
                expr(part, with);
            }
        }
        Literal::Expr(inner) | Literal::Not(inner) => expr(inner, with),
        Literal::Every { domain, query, .. } => {
            expr(domain, with);
            self::query(query, with);
        }
    }
    for replacement in &statement.with {
        expr(&replacement.target, with);
        expr(&replacement.value, with);
    }
}

fn expr<'r>(at: &'r Expr, with: &mut dyn FnMut(&'r Expr)) {
    with(at);
    match &at.node {
        Node::Comprehension { terms, query, .. } => {
            for term in terms {
                expr(term, with);
            }
            self::query(query, with);
        }
        Node::Call {
            function,
            arguments,
        } => {
            for part in std::iter::once(&**function).chain(arguments) {
                expr(part, with);
            }
        }
        Node::Ref { root, steps } => {
            expr(root, with);
            for step in steps {
                if let Key::Index(index) = &step.key {
                    expr(index, with);
                }
            }
        }
        _ => {
            for part in at.parts() {
                expr(part, with);
            }
        }
    }
}
