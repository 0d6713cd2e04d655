//! The engine's syntax trees as those of `rego::syntax`. What the engine offers here is not promised to
//! stay: `Cargo.toml` pins its version.

use regorus::unstable::{
    AssignOp, BoolOp, Expr as Tree, Literal as TreeLiteral, LiteralStmt, Module as TreeModule,
    Query as TreeQuery, Ref, Rule as TreeRule, RuleAssign, RuleBody, RuleHead, Span,
};

use std::cell::Cell;

use super::limits::EXPRESSION_LEVELS;
use crate::pack::PackError;
use crate::rego::syntax::{
    Body, Expr, Import, Key, Kind, Literal, Module, Node, Query, Range, Rule, Statement, Step, With,
};

thread_local! {
    /// Levels of expressions around the one that is read, and the line where they became too many.
    static LEVELS: Cell<(usize, Option<usize>)> = const { Cell::new((0, None)) };
}

/// The module, unless it has expressions in too many levels: whatever goes through them, the engine too,
/// calls itself for each level.
pub(super) fn module(tree: &TreeModule) -> Result<Module, PackError> {
    LEVELS.set((0, None));
    let module = read(tree);
    match LEVELS.get() {
        (_, None) => Ok(module),
        (_, Some(line)) => {
            let message = format!(
                "has expressions within expressions in more than {EXPRESSION_LEVELS} levels: give parts names of their own"
            );
            Err(PackError::new(&module.file, &message).at(line))
        }
    }
}

fn read(tree: &TreeModule) -> Module {
    let imports = tree.imports.iter().map(|import| {
        let path = name(&import.refr);
        let alias = match &import.r#as {
            Some(alias) => alias.text().to_owned(),
            None => path.last().cloned().unwrap_or_default(),
        };
        Import {
            path,
            alias,
            line: line(&import.span),
            text: range(&import.span),
        }
    });
    Module {
        file: tree.package.span.source.get_path().clone(),
        package: name(&tree.package.refr),
        package_text: range(tree.package.refr.span()),
        imports: imports.collect(),
        rules: tree.policy.iter().map(|rule| self::rule(rule)).collect(),
    }
}

fn rule(tree: &TreeRule) -> Rule {
    let span = tree.span();
    let line = line(span);
    match tree {
        TreeRule::Default {
            refr, args, value, ..
        } => {
            let (name, keys) = head(refr);
            let kind = if args.is_empty() {
                Kind::Complete
            } else {
                Kind::Function
            };
            Rule {
                name,
                kind,
                default: true,
                arguments: exprs(args),
                keys,
                value: Some(expr(value)),
                bodies: Vec::new(),
                line,
                text: range(span),
                references: Vec::new(),
            }
        }
        TreeRule::Spec { head, bodies, .. } => {
            let (kind, refr, arguments, key, value) = match head {
                RuleHead::Compr { refr, assign, .. } => {
                    (Kind::Complete, refr, &[][..], None, assign)
                }
                RuleHead::Set { refr, key, .. } => {
                    (Kind::Partial, refr, &[][..], key.as_ref(), &None)
                }
                RuleHead::Func {
                    refr, args, assign, ..
                } => (Kind::Function, refr, args.as_slice(), None, assign),
            };
            let (name, mut keys) = self::head(refr);
            let kind = if keys.is_empty() { kind } else { Kind::Partial };
            keys.extend(key.map(expr));
            Rule {
                name,
                kind,
                default: false,
                arguments: exprs(arguments),
                keys,
                value: assigned(value.as_ref()),
                bodies: bodies.iter().map(body).collect(),
                line,
                text: range(span),
                references: Vec::new(),
            }
        }
    }
}

/// The name of a rule, and from its first computed part on the keys: `a.b[id]` is `[a, b]` and `id`.
fn head(refr: &Ref<Tree>) -> (Vec<String>, Vec<Expr>) {
    let mut name = Vec::new();
    let mut keys = Vec::new();
    match expr(refr).node {
        Node::Var(only) => name.push(only),
        Node::Ref { root, steps } => {
            if let Node::Var(first) = root.node {
                name.push(first);
            }
            for step in steps {
                match step.key {
                    Key::Field(field) if keys.is_empty() => name.push(field),
                    Key::Field(_) => {}
                    Key::Index(index) => keys.push(index),
                }
            }
        }
        _ => {}
    }
    (name, keys)
}

/// A path as it is written, as `[data, ciieval, lib]`.
fn name(refr: &Ref<Tree>) -> Vec<String> {
    head(refr).0
}

fn body(tree: &RuleBody) -> Body {
    Body {
        is_else: tree.is_else,
        value: assigned(tree.assign.as_ref()),
        query: query(&tree.query),
    }
}

fn assigned(tree: Option<&RuleAssign>) -> Option<Expr> {
    tree.map(|assign| expr(&assign.value))
}

fn query(tree: &TreeQuery) -> Query {
    tree.stmts.iter().map(statement).collect()
}

fn statement(tree: &LiteralStmt) -> Statement {
    let literal = match &tree.literal {
        TreeLiteral::SomeVars { vars, .. } => Literal::Some(texts(vars)),
        TreeLiteral::SomeIn {
            key,
            value,
            collection,
            ..
        } => Literal::SomeIn {
            patterns: key.iter().chain([value]).map(expr).collect(),
            collection: expr(collection),
        },
        TreeLiteral::Expr { expr: inner, .. } => Literal::Expr(expr(inner)),
        TreeLiteral::NotExpr { expr: inner, .. } => Literal::Not(expr(inner)),
        TreeLiteral::Every {
            key,
            value,
            domain,
            query: inner,
            ..
        } => Literal::Every {
            names: texts(key.iter().chain([value])),
            domain: expr(domain),
            query: query(inner),
        },
    };
    let with = tree.with_mods.iter().map(|with| With {
        target: expr(&with.refr),
        value: expr(&with.r#as),
        text: range(&with.span),
    });
    Statement {
        line: line(&tree.span),
        text: range(&tree.span),
        literal,
        with: with.collect(),
    }
}

fn expr(tree: &Ref<Tree>) -> Expr {
    let (levels, too_many) = LEVELS.get();
    let node = if levels < EXPRESSION_LEVELS {
        LEVELS.set((levels + 1, too_many));
        let node = node(tree);
        LEVELS.set((levels, LEVELS.get().1));
        node
    } else {
        LEVELS.set((levels, too_many.or(Some(line(tree.span())))));
        Node::Scalar
    };
    Expr {
        line: line(tree.span()),
        text: range(tree.span()),
        node,
    }
}

fn node(tree: &Ref<Tree>) -> Node {
    match tree.as_ref() {
        Tree::String { value, .. } | Tree::RawString { value, .. } => {
            let text = value.as_string().map(ToString::to_string);
            text.map_or(Node::Scalar, Node::String)
        }
        Tree::Number { .. } | Tree::Bool { .. } | Tree::Null { .. } => Node::Scalar,
        Tree::Var { span, .. } => Node::Var(span.text().to_owned()),
        Tree::Array { items, .. } | Tree::Set { items, .. } => Node::Collection(exprs(items)),
        Tree::Object { fields, .. } => {
            let entries = fields
                .iter()
                .map(|(_, key, value)| (expr(key), expr(value)));
            Node::Object(entries.collect())
        }
        Tree::ArrayCompr { term, query, .. } | Tree::SetCompr { term, query, .. } => {
            Node::Comprehension {
                of_values: true,
                terms: vec![expr(term)],
                query: self::query(query),
            }
        }
        Tree::ObjectCompr {
            key, value, query, ..
        } => Node::Comprehension {
            of_values: false,
            terms: vec![expr(key), expr(value)],
            query: self::query(query),
        },
        Tree::Call { fcn, params, .. } => Node::Call {
            function: Box::new(expr(fcn)),
            arguments: exprs(params),
        },
        Tree::RefDot { .. } | Tree::RefBrack { .. } => reference(tree),
        Tree::UnaryExpr { expr: inner, .. } => Node::Arithmetic(vec![expr(inner)]),
        Tree::BinExpr { lhs, rhs, .. } | Tree::ArithExpr { lhs, rhs, .. } => {
            Node::Arithmetic(vec![expr(lhs), expr(rhs)])
        }
        Tree::BoolExpr { op, lhs, rhs, .. } => {
            let sides = vec![expr(lhs), expr(rhs)];
            match op {
                BoolOp::Eq => Node::Equality(sides),
                BoolOp::Ne => Node::Inequality(sides),
                _ => Node::Comparison(sides),
            }
        }
        Tree::Membership {
            key,
            value,
            collection,
            ..
        } => Node::Comparison(key.iter().chain([value, collection]).map(expr).collect()),
        Tree::AssignExpr { op, lhs, rhs, .. } => {
            let (left, right) = (Box::new(expr(lhs)), Box::new(expr(rhs)));
            match op {
                AssignOp::ColEq => Node::Declaration(left, right),
                AssignOp::Eq => Node::Unification(left, right),
            }
        }
    }
}

/// A reference, step by step; it may be longer than the stack is deep.
fn reference(tree: &Ref<Tree>) -> Node {
    let mut steps = Vec::new();
    let mut at = tree;
    loop {
        let line = line(at.span());
        let (inner, key) = match at.as_ref() {
            Tree::RefDot { refr, field, .. } => (refr, Key::Field(field.0.text().to_owned())),
            Tree::RefBrack { refr, index, .. } => match expr(index) {
                Expr {
                    node: Node::String(field),
                    ..
                } => (refr, Key::Field(field)),
                index => (refr, Key::Index(index)),
            },
            _ => break,
        };
        steps.push(Step { line, key });
        at = inner;
    }
    steps.reverse();
    Node::Ref {
        root: Box::new(expr(at)),
        steps,
    }
}

fn exprs(trees: &[Ref<Tree>]) -> Vec<Expr> {
    trees.iter().map(expr).collect()
}

fn texts<'t>(spans: impl IntoIterator<Item = &'t Span>) -> Vec<String> {
    spans
        .into_iter()
        .map(|span| span.text().to_owned())
        .collect()
}

fn line(span: &Span) -> usize {
    usize::try_from(span.line).unwrap_or(usize::MAX)
}

/// The text of a span; where it starts or ends with a string, the engine leaves out the quote.
fn range(span: &Span) -> Range {
    let byte = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let (start, end) = (byte(span.start), byte(span.end));
    let text = span.source.get_contents().as_bytes();
    let is_quote = |at: usize| matches!(text.get(at), Some(b'"' | b'`'));
    let start = start
        .checked_sub(1)
        .filter(|before| is_quote(*before))
        .unwrap_or(start);
    start..end + usize::from(is_quote(end))
}
