//! Opinions of experts and evaluator, and the places for their signatures and seal (7.3 f).

use serde::Serialize;

use super::course::assessors;
use super::parties::evaluator_name;
use super::{Field, plan};
use crate::report::model::DossierReport;
use crate::report::view::phrase::{Phrase, say};

/// How many experts there is room for at least.
const PLACES: usize = 3;

/// What experts and evaluator say and sign.
#[derive(Debug, Serialize)]
pub struct Opinions {
    /// The opinions, each a place to write in.
    pub places: Vec<Field>,
    pub experts: Vec<Expert>,
    /// What the evaluator signs and seals.
    pub evaluator: Vec<Field>,
}

/// A place for an expert's signature.
#[derive(Debug, Serialize)]
pub struct Expert {
    /// The name; `None` for a place without one.
    pub name: Option<Phrase>,
}

impl Opinions {
    pub fn new(dossier: &DossierReport) -> Self {
        let mut names: Vec<&str> = Vec::new();
        let planned = plan(dossier).map_or(&[][..], |plan| &plan.experts);
        let planned = planned.iter().map(|expert| expert.name.as_str());
        for name in planned.chain(assessors(dossier).into_keys()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let expert = |name| Expert {
            name: Some(Phrase::evidence(name)),
        };
        let mut experts: Vec<Expert> = names.into_iter().map(expert).collect();
        experts.resize_with(experts.len().max(PLACES), || Expert { name: None });
        Self {
            places: vec![
                Field::empty(
                    "opinions.experts",
                    say("评价专家意见", "Opinion of the experts"),
                ),
                Field::empty(
                    "opinions.evaluator",
                    say("评价主体意见", "Opinion of the evaluator"),
                ),
            ],
            experts,
            evaluator: vec![
                Field::of(
                    "signature.evaluator",
                    say("评价主体", "Evaluator"),
                    evaluator_name(dossier),
                ),
                Field::empty(
                    "signature.leader",
                    say("负责人签字", "Signature of the head"),
                ),
                Field::empty("signature.seal", say("盖章", "Seal")),
                Field::empty("signature.date", say("日期", "Date")),
            ],
        }
    }
}
