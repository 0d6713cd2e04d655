//! Rego modules as trees.

use super::resolve::Reference;

/// A Rego file.
#[derive(Clone, Debug)]
pub struct Module {
    /// Path of the file.
    pub file: String,
    /// The package it declares, as `[ciieval, lib, people]`.
    pub package: Vec<String>,
    /// The text of its name in the file.
    pub package_text: Range,
    /// Its imports, `rego.v1` among them.
    pub imports: Vec<Import>,
    /// Its rules; each definition of a rule with several is one of its own.
    pub rules: Vec<Rule>,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What is imported, as `[data, ciieval, lib, people]`.
    pub path: Vec<String>,
    /// The name it has in the file.
    pub alias: String,
    /// The line, from 1.
    pub line: usize,
    /// The whole text in the file.
    pub text: Range,
}

/// What a rule makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One value.
    Complete,
    /// A value for arguments.
    Function,
    /// One member of a set or an entry of an object.
    Partial,
}

/// A definition of a rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name; `a.b` has two parts.
    pub name: Vec<String>,
    /// What it makes.
    pub kind: Kind,
    /// Whether it is the default of a rule.
    pub default: bool,
    /// The arguments of a function.
    pub arguments: Vec<Expr>,
    /// Keys of an entry, the member of a set.
    pub keys: Vec<Expr>,
    /// Its value; without one it is `true`.
    pub value: Option<Expr>,
    /// Its bodies; with none it always holds.
    pub bodies: Vec<Body>,
    /// Line of its name, from 1.
    pub line: usize,
    /// Its text in the file.
    pub text: Range,
    /// What it reads and calls; found out where the module becomes part of a program.
    pub references: Vec<Reference>,
}

/// Bytes of a file.
pub type Range = std::ops::Range<usize>;

/// A body of a rule.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether it follows `else`.
    pub is_else: bool,
    /// The value after `else`.
    pub value: Option<Expr>,
    /// What must hold.
    pub query: Query,
}

/// Statements that must all hold.
pub type Query = Vec<Statement>;

/// One statement of a query.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its first line, from 1.
    pub line: usize,
    /// Its text in the file, `with` included.
    pub text: Range,
    /// What it states.
    pub literal: Literal,
    /// What it replaces while it is evaluated.
    pub with: Vec<With>,
}

/// `with target as value`.
#[derive(Clone, Debug)]
pub struct With {
    /// What is replaced.
    pub target: Expr,
    /// By what.
    pub value: Expr,
    /// The whole text in the file.
    pub text: Range,
}

/// What a statement states.
#[derive(Clone, Debug)]
pub enum Literal {
    /// `some a, b`.
    Some(Vec<String>),
    /// `some key, value in collection`; the patterns are key and value.
    SomeIn {
        /// Key, if asked for, and value.
        patterns: Vec<Expr>,
        /// What is gone through.
        collection: Expr,
    },
    /// An expression that must be neither false nor undefined.
    Expr(Expr),
    /// An expression that must be false or undefined.
    Not(Expr),
    /// `every key, value in domain { query }`.
    Every {
        /// Names of key, if asked for, and value.
        names: Vec<String>,
        /// What is gone through.
        domain: Expr,
        /// What must hold of each.
        query: Query,
    },
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// The line, from 1; that of the operator where there is one.
    pub line: usize,
    /// Its text in the file.
    pub text: Range,
    /// What it is.
    pub node: Node,
}

/// Kinds of expressions.
#[derive(Clone, Debug)]
pub enum Node {
    /// A string.
    String(String),
    /// A number, a truth value or null.
    Scalar,
    /// A name.
    Var(String),
    /// What stands in something: `root.field["field"][index]`.
    Ref {
        /// Where it starts.
        root: Box<Expr>,
        /// The way from there.
        steps: Vec<Step>,
    },
    /// A call; the function is a name or a reference.
    Call {
        /// The function.
        function: Box<Expr>,
        /// Its arguments.
        arguments: Vec<Expr>,
    },
    /// An array or a set.
    Collection(Vec<Expr>),
    /// An object.
    Object(Vec<(Expr, Expr)>),
    /// A comprehension.
    Comprehension {
        /// Whether it makes an array or a set, and no object.
        of_values: bool,
        /// What is collected: a term, or key and value.
        terms: Vec<Expr>,
        /// For what.
        query: Query,
    },
    /// `a < b` and the like, or `x in xs`: true or false.
    Comparison(Vec<Expr>),
    /// `a == b`.
    Equality(Vec<Expr>),
    /// `a != b`: what it names is what is not meant.
    Inequality(Vec<Expr>),
    /// Arithmetic, unions and intersections.
    Arithmetic(Vec<Expr>),
    /// `:=`, which declares the names on its left.
    Declaration(Box<Expr>, Box<Expr>),
    /// `=`, which makes both sides equal.
    Unification(Box<Expr>, Box<Expr>),
}

/// A step of a reference.
#[derive(Clone, Debug)]
pub struct Step {
    /// The line, from 1.
    pub line: usize,
    /// Where it leads.
    pub key: Key,
}

/// Where a step leads.
#[derive(Clone, Debug)]
pub enum Key {
    /// To a name that is written there.
    Field(String),
    /// To what an expression gives.
    Index(Expr),
}

impl Expr {
    /// The expressions directly in this one, those of comprehensions left out.
    #[must_use]
    pub fn parts(&self) -> Vec<&Expr> {
        match &self.node {
            Node::String(_) | Node::Scalar | Node::Var(_) | Node::Comprehension { .. } => {
                Vec::new()
            }
            Node::Ref { root, steps } => {
                let indices = steps.iter().filter_map(|step| match &step.key {
                    Key::Index(index) => Some(index),
                    Key::Field(_) => None,
                });
                std::iter::once(&**root).chain(indices).collect()
            }
            Node::Call { arguments, .. } => arguments.iter().collect(),
            Node::Collection(items)
            | Node::Comparison(items)
            | Node::Equality(items)
            | Node::Inequality(items)
            | Node::Arithmetic(items) => items.iter().collect(),
            Node::Object(entries) => entries
                .iter()
                .flat_map(|(key, value)| [key, value])
                .collect(),
            Node::Declaration(left, right) | Node::Unification(left, right) => vec![left, right],
        }
    }
}

impl Import {
    /// Whether it is one of rules or data, and not of the input or a version of Rego.
    #[must_use]
    pub fn is_of_data(&self) -> bool {
        self.path.first().is_some_and(|root| root == "data")
    }
}

impl Rule {
    /// Whether it is a definition of `name`.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        matches!(self.name.as_slice(), [only] if only == name)
    }
}
