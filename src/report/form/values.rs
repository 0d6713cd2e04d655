//! How values are assigned to the indicators (7.3 c, f).

use serde::Serialize;

use crate::outcome::Status;
use crate::report::model::{DossierReport, EvaluationReport};
use crate::report::view::phrase::{Phrase, say};
use crate::report::view::speaker::{Speaker, status_key};

/// How values are assigned.
#[derive(Debug, Serialize)]
pub struct Values {
    pub statuses: Vec<StatusValue>,
    pub rules: Vec<Phrase>,
}

/// What a clause of a status counts.
#[derive(Debug, Serialize)]
pub struct StatusValue {
    pub key: &'static str,
    pub status: Phrase,
    /// 1 or 0, or a dash where it is in neither numerator nor denominator.
    pub value: &'static str,
    pub meaning: Phrase,
}

impl Values {
    pub fn new(speaker: &Speaker, dossier: &DossierReport) -> Self {
        let statuses = [
            Status::Satisfied,
            Status::NotApplicable,
            Status::NotSatisfied,
            Status::NoEvidence,
            Status::Error,
        ];
        let left_out = dossier.evaluations.iter().any(EvaluationReport::leaves_out);
        Self {
            statuses: statuses
                .into_iter()
                .map(|status| StatusValue {
                    key: status_key(status),
                    status: speaker.status(status),
                    value: match status {
                        Status::NotApplicable if left_out => "–",
                        status if status.counts() => "1",
                        _ => "0",
                    },
                    meaning: meaning(status),
                })
                .collect(),
            rules: rules(speaker.pack.pass_mark, dossier),
        }
    }
}

fn meaning(status: Status) -> Phrase {
    match status {
        Status::Satisfied => say(
            "条款的每一项检查都达到要求",
            "every check of the clause is met",
        ),
        Status::NotApplicable => say(
            "已声明不涉及该条款的情形，且没有相反事实",
            "it is declared that its condition does not arise, and no fact speaks against it",
        ),
        Status::NotSatisfied => say("有一项检查未达到要求", "a check falls short"),
        Status::NoEvidence => say("卷宗没有说明", "the dossier is silent"),
        Status::Error => say("规则运行出错，待查", "the rule failed, to be looked into"),
    }
}

fn rules(pass_mark: u32, dossier: &DossierReport) -> Vec<Phrase> {
    let mut rules = vec![
        say(
            "先看必要项：任何一项必要项不满足，结论即为不通过，得分仅供参考。",
            "Mandatory clauses come first: where one is not satisfied the verdict is fail, and the score is for information only.",
        ),
        say(
            "评价项得分 = 满足的条款数 ÷ 条款总数 × 权重；总分为各评价项得分之和，满分 100。",
            "Points of a term = satisfied clauses ÷ all its clauses × weight; the score is the sum over the terms, 100 at most.",
        ),
        say(
            &format!(
                "总分达到 {pass_mark} 分（含）为通过。计算不取近似值，显示时截去第三位以后的小数。"
            ),
            &format!(
                "A score of {pass_mark} or more passes. It is computed exactly, and cut to two places where it is shown."
            ),
        ),
        say(
            "评价人员的判定随时可以下调条款；只有条款确需人工判断、且未达要求的检查项均属判断事项时，才可以上调。",
            "A finding of an assessor can always lower a clause. It can raise one only where the clause takes judgement and every check that falls short is a matter of judgement.",
        ),
        say(
            "年限、有效期和在职情况都以评价基准日计算，首日和末日包括在内。",
            "Durations, validity and employment are computed from the reference date; first and last days are included.",
        ),
    ];
    if let Some(reuse) = &dossier.reuse {
        let most = reuse.most_classes;
        rules.push(say(
            &format!("同一人可计入一个服务类的多个服务项，计入的服务类不超过 {most} 个。"),
            &format!("A person may count for any number of items of a class, and in {most} classes at most."),
        ));
    }
    rules
}
