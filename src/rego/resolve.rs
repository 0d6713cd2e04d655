//! What the names in a rule lead to. A name is that of a variable where one is declared around it, else
//! of an import, of a rule of the package, or of a builtin.

use std::collections::BTreeSet;

use super::lookup;
use super::syntax::{Expr, Import, Key, Literal, Module, Node, Query, Range, Rule, Statement};

/// A place where a rule reads something or calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it leads to.
    pub target: Target,
    /// The import it goes through, by its place among those of the module.
    pub import: Option<usize>,
    /// The number of arguments where it is called.
    pub arguments: Option<usize>,
    /// Whether it is what `with` replaces.
    pub replaced: bool,
    /// The line, from 1.
    pub line: usize,
    /// The text of the name it starts with.
    pub name: Range,
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A path below `data`, up to where it is computed.
    Data(Vec<String>),
    /// A path below `input`, up to where it is computed; the keys that `object.get` looks up belong to it.
    Input(Vec<String>),
    /// A function that no module declares, as `json.patch`.
    Builtin(String),
    /// A name that is none of these and that nothing declares.
    Unknown {
        /// The name.
        name: String,
        /// Whether it gets a value where it stands, as `x` does in `[x, 1] = pair` and `list[x]`.
        bound_here: bool,
    },
}

/// Everything that a rule of the module reads and calls; `own` are the names of the package's rules.
#[must_use]
pub(super) fn references(own: &BTreeSet<String>, module: &Module, rule: &Rule) -> Vec<Reference> {
    let mut walk = Walk {
        own,
        imports: &module.imports,
        package: &module.package,
        scopes: Vec::new(),
        found: Vec::new(),
        replaced: false,
        binding: false,
    };
    walk.rule(rule);
    walk.found
}

/// The variables that an argument or the left side of `:=` declares.
pub fn variables<'p>(pattern: &'p Expr, found: &mut BTreeSet<&'p str>) {
    match &pattern.node {
        Node::Var(name) => {
            found.insert(name);
        }
        Node::Collection(items) => items.iter().for_each(|item| variables(item, found)),
        Node::Object(entries) => entries
            .iter()
            .for_each(|(_, value)| variables(value, found)),
        _ => {}
    }
}

/// The variables that the statements of a query declare.
#[must_use]
pub fn declared(query: &Query) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for statement in query {
        match &statement.literal {
            Literal::Some(vars) => names.extend(vars.iter().map(String::as_str)),
            Literal::SomeIn { patterns, .. } => {
                for pattern in patterns {
                    variables(pattern, &mut names);
                }
            }
            Literal::Expr(Expr {
                node: Node::Declaration(left, _),
                ..
            }) => variables(left, &mut names),
            _ => {}
        }
    }
    names
}

/// `walk` gives its last argument its values.
fn is_walk(function: &Expr) -> bool {
    matches!(&function.node, Node::Var(name) if name == "walk")
}

struct Walk<'a> {
    own: &'a BTreeSet<String>,
    imports: &'a [Import],
    package: &'a [String],
    scopes: Vec<BTreeSet<&'a str>>,
    found: Vec<Reference>,
    replaced: bool,
    binding: bool,
}

impl<'a> Walk<'a> {
    fn rule(&mut self, rule: &'a Rule) {
        let mut arguments = BTreeSet::new();
        for argument in &rule.arguments {
            variables(argument, &mut arguments);
        }
        self.scopes.push(arguments);
        let head = || rule.keys.iter().chain(&rule.value);
        if !rule.bodies.iter().any(|body| !body.is_else) {
            self.exprs(head());
        }
        for body in &rule.bodies {
            self.scopes.push(declared(&body.query));
            if body.is_else {
                self.exprs(&body.value);
            } else {
                self.exprs(head());
            }
            self.statements(&body.query);
            self.scopes.pop();
        }
        self.scopes.pop();
    }

    fn query(&mut self, query: &'a Query) {
        self.scopes.push(declared(query));
        self.statements(query);
        self.scopes.pop();
    }

    fn statements(&mut self, query: &'a Query) {
        for statement in query {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &'a Statement) {
        match &statement.literal {
            Literal::Some(_) => {}
            Literal::SomeIn {
                patterns,
                collection,
            } => {
                self.exprs(patterns);
                self.expr(collection);
            }
            Literal::Expr(expr) | Literal::Not(expr) => self.expr(expr),
            Literal::Every {
                names,
                domain,
                query,
            } => {
                self.expr(domain);
                self.scopes.push(names.iter().map(String::as_str).collect());
                self.query(query);
                self.scopes.pop();
            }
        }
        for with in &statement.with {
            self.replaced = true;
            self.expr(&with.target);
            self.replaced = false;
            // It may be the name of a builtin.
            self.pattern(&with.value);
        }
    }

    fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a Expr>) {
        for expr in exprs {
            self.expr(expr);
        }
    }

    fn expr(&mut self, expr: &'a Expr) {
        match &expr.node {
            Node::Var(_) | Node::Ref { .. } => self.reference(expr, None),
            Node::Call {
                function,
                arguments,
            } => {
                self.reference(function, Some(arguments.len()));
                match arguments.split_last() {
                    Some((default, [base, key])) if lookup::is_lookup(function) => {
                        let at = self.found.len();
                        self.expr(base);
                        if let Some(found) = self.found.get_mut(at) {
                            lookup::lengthen(&mut found.target, base, key);
                        }
                        self.exprs([key, default]);
                    }
                    Some((last, others)) if is_walk(function) => {
                        self.exprs(others);
                        self.pattern(last);
                    }
                    _ => self.exprs(arguments),
                }
            }
            Node::Unification(left, right) => {
                self.pattern(left);
                self.pattern(right);
            }
            Node::Comprehension { terms, query, .. } => {
                self.scopes.push(declared(query));
                self.exprs(terms);
                self.statements(query);
                self.scopes.pop();
            }
            _ => self.exprs(expr.parts()),
        }
    }

    /// An expression whose names get a value where they stand.
    fn pattern(&mut self, expr: &'a Expr) {
        match &expr.node {
            Node::Var(_) => {
                self.binding = true;
                self.reference(expr, None);
                self.binding = false;
            }
            Node::Collection(items) => {
                for item in items {
                    self.pattern(item);
                }
            }
            Node::Object(entries) => {
                for (key, value) in entries {
                    self.expr(key);
                    self.pattern(value);
                }
            }
            _ => self.expr(expr),
        }
    }

    fn reference(&mut self, expr: &'a Expr, arguments: Option<usize>) {
        let (root, steps) = match &expr.node {
            Node::Ref { root, steps } => (&**root, steps.as_slice()),
            _ => (expr, &[][..]),
        };
        for step in steps {
            if let Key::Index(index) = &step.key {
                self.pattern(index);
            }
        }
        let Node::Var(name) = &root.node else {
            return self.expr(root);
        };
        if self
            .scopes
            .iter()
            .any(|scope| scope.contains(name.as_str()))
        {
            return;
        }
        let fields = steps.iter().map_while(|step| match &step.key {
            Key::Field(field) => Some(field.clone()),
            Key::Index(_) => None,
        });
        let import = self.imports.iter().position(|import| import.alias == *name);
        let target = if name == "data" {
            Target::Data(fields.collect())
        } else if name == "input" {
            Target::Input(fields.collect())
        } else if let Some(import) = import.and_then(|at| self.imports.get(at)) {
            match import.path.split_first() {
                Some((root, path)) if root == "data" => {
                    Target::Data(path.iter().cloned().chain(fields).collect())
                }
                Some((_, path)) => Target::Input(path.iter().cloned().chain(fields).collect()),
                None => Target::Input(fields.collect()),
            }
        } else if self.own.contains(name) {
            let own = self.package.iter().chain([name]).cloned();
            Target::Data(own.chain(fields).collect())
        } else if arguments.is_some() {
            let path: Vec<String> = std::iter::once(name.clone()).chain(fields).collect();
            Target::Builtin(path.join("."))
        } else {
            Target::Unknown {
                name: name.clone(),
                bound_here: self.binding,
            }
        };
        self.found.push(Reference {
            target,
            import,
            arguments,
            replaced: self.replaced,
            line: expr.line,
            name: root.text.clone(),
        });
    }
}
