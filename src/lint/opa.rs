//! What OPA understands otherwise than it reads: rules with the names of operators, and negated
//! comparisons and calls of what may be missing.

use super::Linted;
use crate::pack::PackError;
use crate::rego::Program;
use crate::rego::program::Definition;
use crate::rego::resolve::Target;
use crate::rego::syntax::{Expr, Key, Kind, Literal, Module, Node, Query, Range, Rule};

/// What OPA calls operators. In a package with a rule of such a name, the operator means that rule.
const OPERATORS: [&str; 15] = [
    "and", "assign", "div", "eq", "equal", "gt", "gte", "lt", "lte", "minus", "mul", "neq", "or",
    "plus", "rem",
];

pub(super) fn problems(linted: Linted<'_>) -> Vec<PackError> {
    let mut problems = Vec::new();
    for module in linted.program.modules() {
        let named = module.rules.iter().filter(|rule| {
            let name = rule.name.first().map(String::as_str);
            name.is_some_and(|name| OPERATORS.contains(&name))
        });
        problems.extend(named.map(|rule| {
            let name = rule.name.join(".");
            let message = format!(
                "rule `{name}` has the name of an operator, whose place OPA gives it in this package: rename it"
            );
            PackError::new(&module.file, &message).at(rule.line)
        }));
        let mut files = linted.pack.modules.iter();
        if let Some(file) = files.find(|file| file.path == module.file) {
            for rule in &module.rules {
                let mut search = Search {
                    program: linted.program,
                    module,
                    rule,
                    text: &file.text,
                    found: Vec::new(),
                };
                search.rule();
                problems.append(&mut search.found);
            }
        }
    }
    problems
}

/// Looks for what is read below `not` and may be missing. OPA reads what is compared or handed to a function
/// before it comes to `not` (its issue 8387): what is missing ends the rule, instead of making `not` hold.
struct Search<'p> {
    program: &'p Program,
    module: &'p Module,
    rule: &'p Rule,
    text: &'p str,
    found: Vec<PackError>,
}

impl<'p> Search<'p> {
    fn rule(&mut self) {
        let head: Vec<&Expr> = self.rule.keys.iter().chain(&self.rule.value).collect();
        for part in &head {
            self.inside(part, &[]);
        }
        for body in &self.rule.bodies {
            let value: Vec<&Expr> = body.value.iter().collect();
            for part in &value {
                self.inside(part, &[]);
            }
            let terms = if body.is_else { &value } else { &head };
            self.query(&body.query, terms, &[]);
        }
    }

    /// A query with what it is for; where it is evaluated, `read` is there.
    fn query(&mut self, query: &'p Query, terms: &[&'p Expr], read: &[&'p str]) {
        let mut read = read.to_vec();
        for term in terms {
            self.reads(term, &mut read);
        }
        for statement in query {
            match &statement.literal {
                Literal::Some(_) | Literal::Not(_) => {}
                Literal::Expr(part)
                | Literal::SomeIn {
                    collection: part, ..
                }
                | Literal::Every { domain: part, .. } => self.reads(part, &mut read),
            }
        }
        for statement in query {
            match &statement.literal {
                Literal::Some(_) => {}
                Literal::Expr(part)
                | Literal::SomeIn {
                    collection: part, ..
                } => self.inside(part, &read),
                Literal::Every { domain, query, .. } => {
                    self.inside(domain, &read);
                    self.query(query, &[], &read);
                }
                Literal::Not(part) => {
                    self.inside(part, &read);
                    self.negated(part, &read);
                }
            }
        }
    }

    /// The queries of comprehensions in an expression.
    fn inside(&mut self, expr: &'p Expr, read: &[&'p str]) {
        if let Node::Comprehension { terms, query, .. } = &expr.node {
            let terms: Vec<&Expr> = terms.iter().collect();
            for term in &terms {
                self.inside(term, read);
            }
            self.query(query, &terms, read);
        }
        for part in expr.parts() {
            self.inside(part, read);
        }
    }

    /// The references in an expression, as they are written.
    fn reads(&self, expr: &'p Expr, read: &mut Vec<&'p str>) {
        if matches!(expr.node, Node::Ref { .. }) {
            read.push(self.written(&expr.text));
        }
        for part in expr.parts() {
            self.reads(part, read);
        }
    }

    /// What stands below `not`: OPA leaves where it is what is no operand, and what `==` compares.
    fn negated(&mut self, expr: &'p Expr, read: &[&'p str]) {
        match &expr.node {
            Node::Ref { root, steps } => {
                if matches!(root.node, Node::Call { .. }) {
                    self.operand(root, read);
                }
                for step in steps {
                    if let Key::Index(index) = &step.key {
                        self.operand(index, read);
                    }
                }
            }
            Node::Equality(sides) => {
                for side in sides {
                    match &side.node {
                        Node::Ref { .. } => self.negated(side, read),
                        _ => self.operand(side, read),
                    }
                }
            }
            _ => {
                for part in expr.parts() {
                    self.operand(part, read);
                }
            }
        }
    }

    fn operand(&mut self, expr: &'p Expr, read: &[&'p str]) {
        let may_be_missing = match &expr.node {
            Node::Var(_) => self.may_be_undefined(&expr.text),
            Node::Ref { root, .. } => {
                self.may_be_missing(expr, &root.text) && !self.is_read(expr, read)
            }
            Node::Call { function, .. } => {
                let name = match &function.node {
                    Node::Ref { root, .. } => &root.text,
                    _ => &function.text,
                };
                self.may_be_undefined(name)
            }
            _ => false,
        };
        if may_be_missing {
            let message = format!(
                "OPA evaluates `{}` before `not`, and where it is undefined the rule ends there: say what stands for it, as `object.get` does, or ask in a rule of its own",
                self.written(&expr.text)
            );
            self.found
                .push(PackError::new(&self.module.file, &message).at(expr.line));
        }
        for part in expr.parts() {
            self.operand(part, read);
        }
    }

    /// Whether what a reference leads to can be undefined; `root` is the name it starts with.
    fn may_be_missing(&self, expr: &Expr, root: &Range) -> bool {
        let Some(Target::Data(path)) = self.target(root) else {
            return true;
        };
        let is_computed = matches!(&expr.node, Node::Ref { steps, .. }
            if steps.iter().any(|step| matches!(step.key, Key::Index(_))));
        // A name in the value of a rule may be missing; one in the pack's data is there.
        let is_in_rule = || match self.program.read_by(path).as_slice() {
            [rule] => *rule != path,
            _ => false,
        };
        is_computed || is_in_rule() || self.may_be_undefined(root)
    }

    /// Whether a name leads to a rule or function that has no value in some cases: it has none by default,
    /// is no set, and has conditions wherever it is defined.
    fn may_be_undefined(&self, name: &Range) -> bool {
        let Some(Target::Data(path)) = self.target(name) else {
            return false;
        };
        let mut definitions = self.program.definitions(path).peekable();
        definitions.peek().is_some()
            && !definitions.any(|Definition { rule, .. }| {
                rule.default
                    || rule.kind == Kind::Partial
                    || rule.bodies.is_empty()
                    || rule.bodies.iter().any(|body| body.query.is_empty())
            })
    }

    fn target(&self, name: &Range) -> Option<&'p Target> {
        let mut references = self.rule.references.iter();
        let found = references.find(|reference| reference.name == *name);
        found.map(|reference| &reference.target)
    }

    /// Whether it, or something in it, is read outside `not` as well.
    fn is_read(&self, expr: &Expr, read: &[&str]) -> bool {
        let wanted = self.written(&expr.text);
        read.iter()
            .filter_map(|text| text.strip_prefix(wanted))
            .any(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    fn written(&self, range: &Range) -> &'p str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}
