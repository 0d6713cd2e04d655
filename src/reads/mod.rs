//! What evidence a clause reads: the parts of a dossier, and the vocabulary words that its rule asks for.
//! It is read off the rules, so that it holds for packs of others too and is the same for every dossier.

mod model;

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::parse;
use crate::pack::catalogue::ClauseId;
use crate::pack::source::SourceFile;
use crate::pack::{Clause, Labels, Pack, PackError};
use crate::rego::Program;
use crate::rego::program::Definition;
use crate::rego::resolve::Target;
use crate::rego::syntax::Node;
use crate::rego::visit;
use crate::schema::published;
use crate::text::Text;
use model::Model;

/// What a clause reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Parts of a dossier, as `people` or `quality.internal_audits`; those that the rules of a class read
    /// to decide who counts (7.4) are not among them, nor is `assessment`, which every clause reads.
    pub parts: BTreeSet<String>,
    /// Words that the rule and the helpers of its package ask for, by vocabulary, as `document_kinds` to
    /// `service_process`.
    pub words: BTreeMap<String, BTreeSet<String>>,
}

impl Evidence {
    /// The top-level keys that it reads.
    #[must_use]
    pub fn registers(&self) -> BTreeSet<&str> {
        let top = |part: &'_ String| part.split('.').next().map(str::len);
        self.parts
            .iter()
            .filter_map(|part| part.get(..top(part)?))
            .collect()
    }

    /// Adds what another clause reads.
    pub fn add(&mut self, other: &Self) {
        self.parts.extend(other.parts.iter().cloned());
        for (vocabulary, words) in &other.words {
            let own = self.words.entry(vocabulary.clone()).or_default();
            own.extend(words.iter().cloned());
        }
    }
}

/// What the clauses of a pack read.
#[derive(Clone, Debug)]
pub struct Reads {
    clauses: BTreeMap<ClauseId, Evidence>,
    model: Model,
}

impl Reads {
    /// What each clause of the pack reads.
    ///
    /// # Errors
    /// Every Rego file that does not parse.
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let files: Vec<&SourceFile> = pack.modules.iter().collect();
        let program = parse(&files)?;
        let schema = published(pack);
        let reader = Reader {
            program: &program,
            model: Model::new(&schema),
            labels: &pack.labels,
            apart: pack.reuse.as_deref().map(path).map(|mut rule| {
                rule.pop();
                rule
            }),
        };
        let clauses = pack.catalogue.clauses.values();
        Ok(Self {
            clauses: clauses
                .map(|clause| (clause.id.clone(), reader.evidence(clause)))
                .collect(),
            model: reader.model,
        })
    }

    /// What a clause reads; nothing is known of one that the pack does not have.
    #[must_use]
    pub fn of(&self, clause: &ClauseId) -> Option<&Evidence> {
        self.clauses.get(clause)
    }

    /// What a part of a dossier is called.
    #[must_use]
    pub fn title(&self, part: &str) -> Option<&Text> {
        self.model.title(part)
    }

    /// Where in the parts that are read the words of a vocabulary stand, as `documents[].kind`.
    #[must_use]
    pub fn places(&self, read: &Evidence, vocabulary: &str) -> BTreeSet<&str> {
        self.model.places(&read.parts, vocabulary)
    }
}

fn path(dotted: &str) -> Vec<String> {
    dotted.split('.').map(str::to_owned).collect()
}

struct Reader<'p> {
    program: &'p Program,
    model: Model,
    labels: &'p Labels,
    /// The package that decides who counts (7.4): by it every clause that counts people would read what
    /// all others read.
    apart: Option<Vec<String>>,
}

impl Reader<'_> {
    fn evidence(&self, clause: &Clause) -> Evidence {
        let package = path(&clause.package);
        let mut start = package.clone();
        start.push(clause.rule.clone());
        let mut seen: BTreeSet<&Vec<String>> = BTreeSet::new();
        let mut texts = Texts::default();
        let mut parts = BTreeSet::new();
        let mut pending = self.program.read_by(&start);
        while let Some(rule) = pending.pop() {
            if !seen.insert(rule) {
                continue;
            }
            for definition in self.program.definitions(rule) {
                texts.add(definition, definition.module.package == package);
                for reference in &definition.rule.references {
                    match &reference.target {
                        Target::Input(path) => parts.extend(self.model.part(path)),
                        Target::Data(path) if !self.is_apart(path) => {
                            pending.extend(self.program.read_by(path));
                        }
                        _ => {}
                    }
                }
            }
        }
        let words = self
            .model
            .words(&parts, &texts.own, &self.vocabularies_of(&texts));
        Evidence { parts, words }
    }

    /// The vocabularies that the facts of checks name: by the pack's labels, or in the facts themselves.
    fn vocabularies_of<'t>(&'t self, texts: &'t Texts) -> BTreeSet<&'t str> {
        let labels = texts.all.iter().filter_map(|text| self.labels.of(text));
        let labelled = labels.filter_map(|label| label.vocabulary.as_deref());
        let named = texts.all.iter().flat_map(|text| self.model.named_in(text));
        labelled.chain(named).collect()
    }

    fn is_apart(&self, path: &[String]) -> bool {
        self.apart
            .as_ref()
            .is_some_and(|package| path.starts_with(package))
    }
}

/// The texts that stand in rules.
#[derive(Default)]
struct Texts<'p> {
    /// In those of the clause's package: lists, and single texts as lists of one.
    own: BTreeSet<Vec<&'p str>>,
    /// In all.
    all: BTreeSet<&'p str>,
}

impl<'p> Texts<'p> {
    fn add(&mut self, definition: Definition<'p>, is_own: bool) {
        // What is not meant is no evidence that is asked for; what a list has is seen with the list.
        let (mut unmeant, mut listed) = (BTreeSet::new(), BTreeSet::new());
        visit::exprs(definition.rule, &mut |expr| match &expr.node {
            Node::Inequality(sides) => unmeant.extend(sides.iter().map(|side| side.text.start)),
            Node::Collection(items) => {
                let texts = items.iter().filter_map(|item| match &item.node {
                    Node::String(text) => Some((item.text.start, text.as_str())),
                    _ => None,
                });
                let (starts, list): (Vec<usize>, Vec<&str>) = texts.unzip();
                listed.extend(starts);
                if is_own && !list.is_empty() {
                    self.own.insert(list);
                }
            }
            Node::String(text) if !unmeant.contains(&expr.text.start) => {
                self.all.insert(text);
                if is_own && !listed.contains(&expr.text.start) {
                    self.own.insert(vec![text]);
                }
            }
            _ => {}
        });
    }
}
