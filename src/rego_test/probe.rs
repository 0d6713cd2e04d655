//! Which statement of a test is not met. Beside the test, rules are written with its first statement,
//! its first two and so on: the shortest that does not hold ends in the statement looked for. Further
//! rules give the values of that statement's parts.

use std::fmt::Write as _;

use crate::engine::Engine;
use crate::pack::source::SourceFile;
use crate::rego::program::Definition;
use crate::rego::syntax::{Body, Expr, Literal, Node, Range, Statement};

use super::model::{Part, Unmet};

/// Characters of a value that are shown.
const LONGEST_VALUE: usize = 300;

/// A way in which a test can give true: a body of one of its definitions.
pub(super) struct Way {
    file: String,
    package: Vec<String>,
    statements: Vec<Probed>,
    value: Option<Probed>,
    /// The rules to be written beside the test.
    pub rules: String,
}

/// A statement, or the value in the rule's head, with the rules that ask about it.
struct Probed {
    line: usize,
    source: String,
    /// The rule that holds if the statement and all before it do.
    holds: String,
    /// The statement's parts, and the rules that give their values.
    parts: Vec<(String, String)>,
}

/// The ways of a definition; `number` sets the rules for it apart from those for other tests.
pub(super) fn ways(definition: Definition<'_>, text: &str, number: &str) -> Vec<Way> {
    let Definition { module, rule } = definition;
    let bodies: Vec<Option<&Body>> = match rule.bodies.as_slice() {
        [] => vec![None],
        [first, ..] if first.is_else => std::iter::once(None)
            .chain(rule.bodies.iter().map(Some))
            .collect(),
        bodies => bodies.iter().map(Some).collect(),
    };
    let ways = bodies.into_iter().enumerate().map(|(index, body)| {
        let mut writer = Writer {
            text,
            name: format!("ciieval_probe_{number}_{index}"),
            before: String::new(),
            rules: String::new(),
        };
        let query = body.map(|body| body.query.as_slice()).unwrap_or_default();
        let statements = query.iter().enumerate();
        let statements = statements
            .map(|(at, it)| writer.statement(at, it))
            .collect();
        let value = match body {
            Some(body) if body.is_else => body.value.as_ref(),
            _ => rule.value.as_ref(),
        };
        let value = value.map(|value| writer.value(query.len(), value));
        Way {
            file: module.file.clone(),
            package: module.package.clone(),
            statements,
            value,
            rules: writer.rules,
        }
    });
    ways.collect()
}

impl Way {
    /// What of this way is not met.
    fn outcome(&self, engine: &mut Engine) -> Outcome {
        let mut ask = |rule: &str| {
            let path: Vec<String> = self
                .package
                .iter()
                .cloned()
                .chain([rule.to_owned()])
                .collect();
            engine.ask(&path).answer
        };
        // What holds with more statements holds with fewer.
        let holding = self
            .statements
            .partition_point(|statement| matches!(ask(&statement.holds), Ok(Some(_))));
        let statement = self.statements.get(holding);
        let unmet = statement.or(self.value.as_ref()).map(|unmet| {
            let values = unmet.parts.iter().filter_map(|(expression, rule)| {
                // A part with several values has no one value to show.
                let value = ask(rule).ok()?;
                Some(Part {
                    expression: expression.clone(),
                    value: value.map(|value| shortened(&value.to_string())),
                })
            });
            Unmet {
                file: self.file.clone(),
                line: unmet.line,
                source: unmet.source.clone(),
                values: values.collect(),
            }
        });
        Outcome {
            holds: statement.is_none(),
            unmet,
        }
    }
}

/// What came of a way.
struct Outcome {
    /// Whether all its statements hold, so that its value is that of the definition.
    holds: bool,
    unmet: Option<Unmet>,
}

/// What keeps the ways of a definition from giving true, as far as it can be found out: `else` is
/// of no account where what stands before it holds.
pub(super) fn unmet(ways: &[Way], engine: &mut Engine) -> Vec<Unmet> {
    let mut found = Vec::new();
    for way in ways {
        let outcome = way.outcome(engine);
        found.extend(outcome.unmet);
        if outcome.holds {
            break;
        }
    }
    found
}

/// Writes the rules for one way.
struct Writer<'t> {
    text: &'t str,
    name: String,
    /// The statements so far.
    before: String,
    rules: String,
}

impl Writer<'_> {
    fn statement(&mut self, at: usize, statement: &Statement) -> Probed {
        let source = self.slice(&statement.text);
        let with = statement.with.first().map_or("", |first| {
            self.slice(&(first.text.start..statement.text.end))
        });
        let parts = match &statement.literal {
            Literal::Some(_) => Vec::new(),
            Literal::Expr(expr) | Literal::Not(expr) => parts(expr),
            Literal::SomeIn { collection, .. } => vec![collection],
            Literal::Every { domain, .. } => vec![domain],
        };
        let (source, with) = (source.to_owned(), with.to_owned());
        let parts = self.parts(at, &parts, &with);
        let _ = writeln!(self.before, "\t{source}");
        let holds = format!("{}_{at}", self.name);
        let _ = write!(self.rules, "\n{holds} if {{\n{}}}\n", self.before);
        Probed {
            line: statement.line,
            source,
            holds,
            parts,
        }
    }

    fn value(&mut self, at: usize, value: &Expr) -> Probed {
        Probed {
            line: value.line,
            source: self.slice(&value.text).to_owned(),
            holds: String::new(),
            parts: self.parts(at, &parts(value), ""),
        }
    }

    fn parts(&mut self, at: usize, parts: &[&Expr], with: &str) -> Vec<(String, String)> {
        let mut written = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let expression = self.slice(&part.text).to_owned();
            let rule = format!("{}_{at}_{index}", self.name);
            let _ = write!(
                self.rules,
                "\n{rule} := ciieval_value if {{\n{}\tciieval_value := {expression} {with}\n}}\n",
                self.before
            );
            written.push((expression, rule));
        }
        written
    }

    fn slice(&self, range: &Range) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// The parts of an expression whose values explain it.
fn parts(expr: &Expr) -> Vec<&Expr> {
    match &expr.node {
        Node::Comparison(operands) | Node::Equality(operands) | Node::Inequality(operands) => {
            operands.iter().filter(|it| !is_constant(it)).collect()
        }
        Node::Declaration(_, right) => vec![right],
        // A name may be what the statement itself gives a value.
        Node::Unification(left, right) => [left, right]
            .into_iter()
            .map(|side| &**side)
            .filter(|side| !is_constant(side) && !matches!(side.node, Node::Var(_)))
            .collect(),
        _ if is_constant(expr) => Vec::new(),
        _ => vec![expr],
    }
}

fn is_constant(expr: &Expr) -> bool {
    match &expr.node {
        Node::String(_) | Node::Scalar => true,
        Node::Collection(_) | Node::Object(_) => expr.parts().into_iter().all(is_constant),
        _ => false,
    }
}

fn shortened(value: &str) -> String {
    match value.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or(value)),
        None => value.to_owned(),
    }
}

/// The files with the rules of the ways written beside their tests.
pub(super) fn with_rules(files: &[&SourceFile], ways: &[&Way]) -> Vec<SourceFile> {
    let extended = files.iter().map(|file| {
        let mut file = SourceFile::clone(file);
        for way in ways.iter().filter(|way| way.file == file.path) {
            file.text.push_str(&way.rules);
        }
        file
    });
    extended.collect()
}
