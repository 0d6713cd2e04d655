//! The weights of the indicators (7.3 b, f).

use serde::Serialize;

use super::{Field, plan};
use crate::report::model::DossierReport;
use crate::report::view::phrase::{Phrase, say};
use crate::score::Tally;

/// The weights.
#[derive(Debug, Serialize)]
pub struct Weights {
    pub said: Phrase,
    pub terms: Vec<WeightedTerm>,
    /// Whether terms count in some classes only.
    pub differ: bool,
    pub fields: Vec<Field>,
}

/// The weight of a term.
#[derive(Debug, Serialize)]
pub struct WeightedTerm {
    pub clause: String,
    pub title: Phrase,
    /// In per cent.
    pub weight: u32,
    /// How many clauses it has, and how many of them are mandatory.
    pub total: u64,
    pub mandatory: u64,
    /// The classes that it counts in.
    pub classes: Vec<Phrase>,
    /// Whether it counts in all of those evaluated.
    pub in_all: bool,
}

impl Weights {
    pub fn new(dossier: &DossierReport) -> Self {
        let terms = terms(dossier);
        Self {
            said: say(
                "各评价项的权重取自规则包，以百分数表示；一个服务类各评价项的权重之和为 100。同一评价项内各条款权重相同。",
                "The weights of the terms are those of the rule packs, in per cent; those of a class add up to 100. The clauses within a term weigh the same.",
            ),
            differ: terms.iter().any(|term| !term.in_all),
            terms,
            fields: vec![Field::of(
                "weights.adjusted",
                say(
                    "权重调整及理由（如有）",
                    "Weights adjusted, and why (if any)",
                ),
                adjusted(dossier),
            )],
        }
    }
}

/// How weights are adjusted in the classes; a scheme that leaves them as they are says so.
fn adjusted(dossier: &DossierReport) -> Option<Phrase> {
    plan(dossier)?;
    let mut said: Vec<Phrase> = Vec::new();
    for evaluation in &dossier.evaluations {
        if let Some(weights) = evaluation.deviation("weights") {
            let title = &evaluation.title;
            said.push(say(
                &format!("{}：{}", title.zh, weights.text.zh),
                &format!("{}: {}", title.en, weights.text.en),
            ));
        }
    }
    if said.is_empty() {
        return Some(say("无", "none"));
    }
    let joined = |text: fn(&Phrase) -> &str| {
        let said: Vec<&str> = said.iter().map(text).collect();
        said.join(" ")
    };
    Some(say(&joined(|it| &it.zh), &joined(|it| &it.en)))
}

fn terms(dossier: &DossierReport) -> Vec<WeightedTerm> {
    let mut weights: Vec<WeightedTerm> = Vec::new();
    for evaluation in &dossier.evaluations {
        for term in &evaluation.terms {
            let Tally {
                total: mandatory, ..
            } = term.mandatory;
            let title = Phrase::from(&term.title);
            let same = weights.iter_mut().find(|weight| {
                (&weight.clause, &weight.title) == (&term.clause, &title)
                    && (weight.weight, weight.total, weight.mandatory)
                        == (term.weight, term.total, mandatory)
            });
            let class = Phrase::from(&evaluation.title);
            match same {
                Some(weight) => weight.classes.push(class),
                None => weights.push(WeightedTerm {
                    clause: term.clause.clone(),
                    title,
                    weight: term.weight,
                    total: term.total,
                    mandatory,
                    classes: vec![class],
                    in_all: false,
                }),
            }
        }
    }
    let all = dossier.evaluations.len();
    for weight in &mut weights {
        weight.in_all = weight.classes.len() == all;
    }
    weights.sort_by_key(|weight| !weight.in_all);
    weights
}
