//! What the result applies to and for how long (7.3 g).

use serde::Serialize;

use super::{Field, plan, planned};
use crate::report::model::DossierReport;
use crate::report::view::phrase::{Phrase, say};
use crate::report::view::speaker::Speaker;
use crate::scheme::Validity;

/// Scope and validity of the result.
#[derive(Debug, Serialize)]
pub struct Scope {
    pub said: Vec<Phrase>,
    pub fields: Vec<Field>,
}

impl Scope {
    pub fn new(speaker: &Speaker, dossier: &DossierReport) -> Self {
        let ids = dossier
            .evaluations
            .iter()
            .map(|evaluation| evaluation.class.clone());
        let classes = speaker.classes(&ids.collect::<Vec<_>>());
        let (name, day) = (&dossier.provider.name, &dossier.reference_date);
        let mut said = vec![
            say(
                &format!(
                    "结果适用于 {name} 的以下服务类：{}。未评价的服务类不在其内。",
                    classes.zh
                ),
                &format!(
                    "The result applies to {name} in these classes: {}. It says nothing about others.",
                    classes.en
                ),
            ),
            say(
                &format!("结果依据摘要所示的卷宗，反映基准日 {day} 的情况；此后的变化不在其内。"),
                &format!(
                    "It rests on the dossier with the digest given, and on how things were on {day}; later changes are not in it."
                ),
            ),
        ];
        if !dossier.external.is_empty() {
            said.push(say(
                "由其他标准评价的服务类只列出已有结论，本结果不对其作评价。",
                "Of classes that other standards evaluate, existing conclusions are shown; this result does not judge them.",
            ));
        }
        for evaluation in &dossier.evaluations {
            let title = &evaluation.title;
            if let Some(items) = evaluation.deviation("items") {
                said.push(say(
                    &format!("{}：{}", title.zh, items.text.zh),
                    &format!("{}: {}", title.en, items.text.en),
                ));
            }
        }
        let validity = plan(dossier).map(|plan| &plan.validity);
        let told = |text: fn(&Validity) -> &Option<String>| {
            validity.and_then(|validity| planned(text(validity).as_ref()))
        };
        Self {
            said,
            fields: vec![
                Field::of(
                    "scope.use",
                    say("结果的用途和使用范围", "What the result may be used for"),
                    told(|validity| &validity.purpose),
                ),
                Field::of(
                    "scope.valid_from",
                    say("有效期开始", "Valid from"),
                    told(|validity| &validity.valid_from),
                ),
                Field::of(
                    "scope.valid_until",
                    say("有效期截止", "Valid until"),
                    told(|validity| &validity.valid_until),
                ),
                Field::of(
                    "scope.conditions",
                    say("须重新评价的情形", "When a new evaluation is due"),
                    told(|validity| &validity.conditions),
                ),
            ],
        }
    }
}
