//! Where an evaluation deviates from what the standard says. Every report lists it.

use serde::{Deserialize, Serialize};

use super::plan::{Attached, Grade, NotApplicable, Plan};
use crate::pack::Pack;
use crate::pack::manifest::{Area, Class, Term};
use crate::text::Text;

/// Something that is done otherwise than the standard says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// Which one it is: `overrides`, `additions`, `items`, `not_applicable`, `weights` or
    /// `minimum_evidence`.
    pub id: String,
    /// Whether the verdict is still one under 7.4. Weights may be adjusted (7.3 b), and methods chosen
    /// (7.3 a); what is evaluated and how it is counted may not.
    pub under_7_4: bool,
    /// What it is.
    pub text: Text,
}

impl Deviation {
    fn new(id: &str, under_7_4: bool, zh: &str, en: &str) -> Self {
        Self {
            id: id.to_owned(),
            under_7_4,
            text: Text {
                zh: zh.to_owned(),
                en: en.to_owned(),
            },
        }
    }
}

impl Plan {
    /// How the evaluation of a class deviates, by the plan and by the packs.
    #[must_use]
    pub fn deviations(&self, pack: &Pack, class: &Class) -> Vec<Deviation> {
        let found = [
            overrides(pack, class),
            additions(pack, class),
            self.items_left_out(pack, class),
            (self.not_applicable == NotApplicable::LeftOut).then(left_out),
            self.weights(pack, class),
            self.evidence(),
        ];
        found.into_iter().flatten().collect()
    }

    fn items_left_out(&self, pack: &Pack, class: &Class) -> Option<Deviation> {
        let terms: Vec<&Term> = pack.catalogue.terms_of(class).collect();
        let all = terms.iter().flat_map(|term| &term.areas);
        let kept: Vec<&Area> = terms.iter().flat_map(|term| self.areas_of(term)).collect();
        if all.count() == kept.len() {
            return None;
        }
        let kept = kept.into_iter().filter(|area| area.service.is_some());
        let kept: Vec<_> = kept.map(|area| (&area.clause, &area.title)).collect();
        let named = |name: fn(&Text) -> &str, between: &str| {
            let named = kept
                .iter()
                .map(|(clause, title)| format!("{clause} {}", name(title)));
            named.collect::<Vec<_>>().join(between)
        };
        Some(Deviation::new(
            "items",
            false,
            &format!(
                "只评价以下服务项：{}；其他服务项的条款不参与评价。",
                named(|it| &it.zh, "、")
            ),
            &format!(
                "Only these service items are evaluated: {}; clauses of others have no part in it.",
                named(|it| &it.en, ", ")
            ),
        ))
    }

    fn weights(&self, pack: &Pack, class: &Class) -> Option<Deviation> {
        let terms = pack.catalogue.terms_of(class);
        let of_pack = |term| pack.catalogue.weight_of(class, term);
        let terms = terms.map(|term| (term, self.weight_of(pack, class, term)));
        let changed: Vec<_> = terms
            .filter(|(term, weight)| of_pack(term) != *weight)
            .collect();
        if changed.is_empty() {
            return None;
        }
        let named = |name: fn(&Text) -> &str, between: &str| {
            let named = changed.iter().map(|(term, weight)| {
                let Term { clause, title, .. } = term;
                let own = of_pack(term);
                format!("{clause} {} {own} % → {weight} %", name(title))
            });
            named.collect::<Vec<_>>().join(between)
        };
        let mut reasons: Vec<&str> = Vec::new();
        for weights in self.weights_of(&class.id) {
            if !reasons.contains(&weights.reason.as_str()) {
                reasons.push(&weights.reason);
            }
        }
        Some(Deviation::new(
            "weights",
            true,
            &format!(
                "权重经调整（7.3 b）：{}。理由：{}",
                named(|it| &it.zh, "、"),
                reasons.join("；")
            ),
            &format!(
                "Weights are adjusted (7.3 b): {}. Reason: {}",
                named(|it| &it.en, ", "),
                reasons.join("; ")
            ),
        ))
    }

    fn evidence(&self) -> Option<Deviation> {
        let is_verified = self.attachments == Attached::Verified;
        let (zh, en) = match self.minimum_evidence {
            Grade::Declared => return None,
            Grade::Documented if is_verified => (
                "证据至少须有附件，且附件经核对存在并与写明的摘要一致；否则不计入（评价方法，7.3 a）。",
                "Evidence takes an attachment at least, of which the file is there with the digest stated; other evidence does not count (a method, 7.3 a).",
            ),
            Grade::Documented => (
                "证据至少须有附件；只有声明的不计入（评价方法，7.3 a）。",
                "Evidence takes an attachment at least; what is only declared does not count (a method, 7.3 a).",
            ),
            Grade::Verified => (
                "证据须经评价人员核验；未核验的不计入（评价方法，7.3 a）。",
                "Evidence takes verification by an assessor; what is not verified does not count (a method, 7.3 a).",
            ),
        };
        Some(Deviation::new("minimum_evidence", true, zh, en))
    }
}

fn left_out() -> Deviation {
    Deviation::new(
        "not_applicable",
        false,
        "不适用的条款不计入分子和分母；全部条款均不适用的评价项，其权重按比例分给其他评价项。",
        "Clauses that do not apply are in neither numerator nor denominator; a term of which no clause applies leaves its weight to the others in proportion.",
    )
}

/// The clauses of the class that a pack decides otherwise.
fn overrides(pack: &Pack, class: &Class) -> Option<Deviation> {
    let terms = pack.catalogue.terms_of(class);
    let clauses = terms.flat_map(|term| pack.catalogue.clauses_of(term));
    let replaced: Vec<String> = clauses
        .filter(|clause| clause.replaces)
        .map(|clause| clause.id.to_string())
        .collect();
    if replaced.is_empty() {
        return None;
    }
    Some(Deviation::new(
        "overrides",
        false,
        &format!("以下条款由扩展规则包另行判定：{}。", replaced.join("、")),
        &format!(
            "Packs decide these clauses otherwise: {}.",
            replaced.join(", ")
        ),
    ))
}

/// The terms that packs add to the class, and the weights that change by it.
fn additions(pack: &Pack, class: &Class) -> Option<Deviation> {
    let catalogue = &pack.catalogue;
    let extensions = catalogue.extensions_of(class);
    let added: Vec<&String> = extensions.flat_map(|added| &added.terms).collect();
    let mut changes: Vec<(&Term, String)> = Vec::new();
    for term in catalogue.terms_of(class) {
        let (before, after) = (term.weight, catalogue.weight_of(class, term));
        if added.contains(&&term.id) {
            changes.push((term, format!("{after} %")));
        } else if before != after {
            changes.push((term, format!("{before} % → {after} %")));
        }
    }
    if changes.is_empty() {
        return None;
    }
    let named = |name: fn(&Text) -> &str, between: &str| {
        let named = changes.iter().map(|(term, weight)| {
            let Term { clause, title, .. } = term;
            format!("{clause} {} {weight}", name(title))
        });
        named.collect::<Vec<_>>().join(between)
    };
    Some(Deviation::new(
        "additions",
        false,
        &format!(
            "扩展规则包为该服务类增加评价项，权重随之改变：{}。",
            named(|it| &it.zh, "、")
        ),
        &format!(
            "Packs add terms to the class, and weights change with them: {}.",
            named(|it| &it.en, ", ")
        ),
    ))
}
