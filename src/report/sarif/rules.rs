//! Rules: the clauses of all packs with what their annotations say.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::model::{Configuration, Message, Rule, RuleProperties};
use crate::pack::manifest::Term;
use crate::pack::{Clause, Pack};
use crate::report::markdown::escape::prose;
use crate::report::text::words::Words;

/// The rule of what could not be evaluated. It comes first.
pub const NOT_EVALUATED: &str = "not_evaluated";

/// All rules, in the order in which results refer to them.
pub fn all(pack: &Pack, words: &Words) -> Vec<Rule> {
    let clauses = clauses(pack).map(|(term, clause)| rule(words, term, clause));
    std::iter::once(not_evaluated(words))
        .chain(clauses)
        .collect()
}

/// Where the rule of each clause stands among all rules.
#[derive(Clone, Debug)]
pub struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    /// Those of the pack's clauses.
    pub fn new(pack: &Pack) -> Self {
        let ids = clauses(pack).map(|(_, clause)| clause.id.to_string());
        Self(ids.zip(1..).collect())
    }

    /// The number of a clause's rule.
    pub fn of(&self, clause: &str) -> usize {
        self.0.get(clause).copied().unwrap_or_default()
    }
}

fn clauses(pack: &Pack) -> impl Iterator<Item = (&Term, &Clause)> {
    let terms = pack.catalogue.terms.iter();
    terms.flat_map(|term| {
        let clauses = pack.catalogue.clauses_of(term);
        clauses.map(move |clause| (term, clause))
    })
}

/// How bad it is where a clause falls short.
pub fn level(mandatory: bool) -> &'static str {
    if mandatory { "error" } else { "warning" }
}

fn not_evaluated(words: &Words) -> Rule {
    let text = words.not_evaluated_means();
    Rule {
        id: NOT_EVALUATED.to_owned(),
        name: "NotEvaluated".to_owned(),
        short_description: Message::plain(words.not_evaluated),
        full_description: Message::plain(text),
        help: Message::plain(text),
        default_configuration: Configuration { level: "error" },
        properties: None,
    }
}

fn rule(words: &Words, term: &Term, clause: &Clause) -> Rule {
    let language = words.language();
    let id = clause.id.as_str();
    let description = clause.description.get(language);
    let notes = words.notes().into_iter().zip([
        clause.reading.as_ref(),
        clause.differs.as_ref(),
        clause.judgement.as_ref(),
    ]);
    let mut text = description.to_owned();
    let mut markdown = prose(description);
    for (name, note) in notes {
        let Some(note) = note.map(|note| note.get(language)) else {
            continue;
        };
        let _ = write!(text, "\n{name}{}{note}", words.colon);
        let _ = write!(markdown, "\n\n**{name}**{}{}", words.colon, prose(note));
    }
    let mut tags = vec![term.id.clone()];
    if clause.mandatory {
        tags.push("mandatory".to_owned());
    }
    Rule {
        id: id.to_owned(),
        name: clause.rule.clone(),
        short_description: Message::plain(&format!("{id} {}", clause.title.get(language))),
        full_description: Message::plain(description),
        help: Message {
            markdown: Some(markdown),
            ..Message::plain(&text)
        },
        default_configuration: Configuration {
            level: level(clause.mandatory),
        },
        properties: Some(RuleProperties {
            clause: id.to_owned(),
            term: term.id.clone(),
            mandatory: clause.mandatory,
            tags,
        }),
    }
}
