//! The catalogue: terms, classes and clauses, put together from manifests and annotations. The
//! annotation of a rule is the only place where a clause's facts stand.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use super::PackError;
use super::annotation::{self, Annotation};
use super::consistency::{error, place};
use super::manifest::{Class, Extension, Manifest, Term};
use super::source::SourceFile;
use crate::text::Text;

/// A clause id such as `8.1.d`, ordered as the standard orders its clauses: 8.2 before 8.10.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId {
    /// The parts between the dots, each with its number: ids are compared more often than made.
    parts: Vec<(u64, String)>,
    text: String,
}

impl ClauseId {
    /// The id written as in the report.
    #[must_use]
    pub fn new(id: &str) -> Self {
        let part = |part: &str| (part.parse().unwrap_or(u64::MAX), part.to_owned());
        Self {
            parts: id.split('.').map(part).collect(),
            text: id.to_owned(),
        }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a clause of the area with that number, `8.1.d` of `8.1`.
    fn is_of(&self, area: &Self) -> bool {
        self.parts
            .split_last()
            .is_some_and(|(_, parts)| parts == area.parts)
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// One clause and the rule that decides it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Clause id.
    pub id: ClauseId,
    /// Rego package of its rule.
    pub package: String,
    /// Name of its rule.
    pub rule: String,
    /// Whether the clause is mandatory (必要项).
    pub mandatory: bool,
    /// Title.
    pub title: Text,
    /// What is asked for.
    pub description: Text,
    /// How an ambiguous wording is read.
    pub reading: Option<Text>,
    /// Where the standard differs with itself.
    pub differs: Option<Text>,
    /// What an assessor judges.
    pub judgement: Option<Text>,
    /// File of the rule.
    pub file: String,
    /// Line of its annotation.
    pub line: usize,
    /// Whether the rule replaces that of an earlier pack.
    pub replaces: bool,
}

/// Everything the packs hold, without the rules' texts.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Terms in the order of the manifests.
    pub terms: Vec<Term>,
    /// Terms that every class shares.
    pub common_terms: Vec<String>,
    /// Classes in the order of the manifests.
    pub classes: Vec<Class>,
    /// What packs add to classes of earlier ones, in the order of the manifests.
    pub extensions: Vec<Extension>,
    /// Clauses in the standard's order.
    pub clauses: BTreeMap<ClauseId, Clause>,
}

/// An annotated rule with its package and file.
#[derive(Debug)]
pub struct Found {
    package: String,
    file: String,
    annotation: Annotation,
}

/// The annotated clause rules of a Rego file.
///
/// # Errors
/// A file without a package, or with a wrong annotation.
pub fn annotated(file: &SourceFile) -> Result<Vec<Found>, PackError> {
    let package = annotation::package(&file.text)
        .ok_or_else(|| PackError::new(&file.path, "has no `package` line"))?;
    let found = annotation::read(&file.path, &file.text)?;
    Ok(found
        .into_iter()
        .map(|annotation| Found {
            package: package.clone(),
            file: file.path.clone(),
            annotation,
        })
        .collect())
}

impl Catalogue {
    /// Adds a pack's manifest and annotated rules; the problems found, if any.
    pub fn add(
        &mut self,
        file: &SourceFile,
        manifest: &Manifest,
        rules: Vec<Found>,
    ) -> Vec<PackError> {
        let mut problems = Vec::new();
        let overridden: BTreeSet<&str> = manifest.overrides.iter().map(String::as_str).collect();
        for id in &overridden {
            if !self.clauses.contains_key(&ClauseId::new(id)) {
                let message = format!("`overrides` names clause `{id}`, which no earlier pack has");
                let index = manifest.overrides.iter().position(|name| name == id);
                let place = place("overrides", index.unwrap_or_default());
                problems.push(error(file, &place, &message));
            }
        }
        let mut own = HashSet::new();
        for found in rules {
            let Found {
                file: at,
                annotation,
                ..
            } = &found;
            if let Some(mut clause) = clause(&found) {
                clause.replaces = overridden.contains(clause.id.as_str());
                let again = !own.insert(clause.id.clone());
                let stays = |_: &&Clause| again || !clause.replaces;
                if let Some(earlier) = self.clauses.get(&clause.id).filter(stays) {
                    let how = if again {
                        "a pack has one rule for it"
                    } else {
                        "list it under `overrides` in pack.yaml to replace that rule"
                    };
                    let message = format!(
                        "clause `{}` is already decided by {}:{}: {how}",
                        clause.id, earlier.file, earlier.line
                    );
                    problems.push(PackError::new(at, &message).at(annotation.line));
                } else {
                    self.clauses.insert(clause.id.clone(), clause);
                }
            }
        }
        self.common_terms
            .extend(manifest.common_terms.iter().cloned());
        self.terms.extend(manifest.terms.iter().cloned());
        self.classes.extend(manifest.classes.iter().cloned());
        self.extensions.extend(manifest.extends.iter().cloned());
        problems
    }

    /// The class with that id.
    #[must_use]
    pub fn class(&self, id: &str) -> Option<&Class> {
        self.classes.iter().find(|class| class.id == id)
    }

    /// The terms of a class: the common ones, its own, then those that packs add.
    pub fn terms_of<'a>(&'a self, class: &'a Class) -> impl Iterator<Item = &'a Term> {
        let added = self.extensions_of(class).flat_map(|added| &added.terms);
        self.common_terms
            .iter()
            .chain(&class.term)
            .chain(added)
            .filter_map(|id| self.terms.iter().find(|term| term.id == *id))
    }

    /// What packs add to a class.
    pub fn extensions_of<'a>(&'a self, class: &'a Class) -> impl Iterator<Item = &'a Extension> {
        let extensions = self.extensions.iter();
        extensions.filter(|added| added.class == class.id)
    }

    /// The weight of a term in a class, in per cent; of several that packs give, the last.
    #[must_use]
    pub fn weight_of(&self, class: &Class, term: &Term) -> u32 {
        let given = self.extensions_of(class);
        let given = given.filter_map(|added| added.weights.get(&term.id)).last();
        given.copied().unwrap_or(term.weight)
    }

    /// The clauses of an area, by the area's clause number.
    pub fn clauses_of_area<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Clause> {
        let area = ClauseId::new(area);
        let from = self.clauses.range(area.clone()..);
        // Whatever begins with the number of the area follows it at once, the clauses of areas inside it too.
        let within = area.clone();
        from.take_while(move |(id, _)| id.parts.starts_with(&within.parts))
            .filter(move |(id, _)| id.is_of(&area))
            .map(|(_, clause)| clause)
    }

    /// The clauses of a term, in the standard's order.
    pub fn clauses_of<'a>(&'a self, term: &'a Term) -> impl Iterator<Item = &'a Clause> {
        term.areas
            .iter()
            .flat_map(|area| self.clauses_of_area(&area.clause))
    }

    /// Whether rules decide every clause of the class.
    #[must_use]
    pub fn is_built(&self, class: &Class) -> bool {
        class.term.is_some()
            && self.terms_of(class).all(|term| {
                term.areas
                    .iter()
                    .all(|area| self.clauses_of_area(&area.clause).count() == area.clauses)
            })
    }
}

fn clause(found: &Found) -> Option<Clause> {
    let metadata = &found.annotation.metadata;
    let custom = metadata.custom.as_ref()?;
    Some(Clause {
        id: ClauseId::new(&custom.clause),
        package: found.package.clone(),
        rule: found.annotation.rule.clone(),
        mandatory: custom.mandatory,
        title: Text {
            zh: custom.title_zh.clone(),
            en: metadata.title.clone().unwrap_or_default(),
        },
        description: Text {
            zh: custom.description_zh.clone(),
            en: metadata.description.clone().unwrap_or_default(),
        },
        reading: custom.reading.clone(),
        differs: custom.differs.clone(),
        judgement: custom.judgement.clone(),
        file: found.file.clone(),
        line: found.annotation.line,
        replaces: false,
    })
}
