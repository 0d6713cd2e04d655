//! Every text of the text format that comes from no pack, in both languages.

use crate::finding::{Effect, Judgement, Rejection};
use crate::outcome::Status;
use crate::score::Verdict;
use crate::text::Language;

/// The texts of one language. `{}` stands for what `fill` puts in.
#[derive(Debug)]
#[allow(missing_docs)] // each is named for what it says
pub struct Words {
    pub dossier: &'static str,
    pub reference_date: &'static str,
    pub class: &'static str,
    pub verdict: &'static str,
    pub score: &'static str,
    pub mandatory: &'static str,
    pub compliance: &'static str,
    pub without_findings: &'static str,
    pub provider: &'static str,
    pub not_computed: &'static str,
    pub score_of: &'static str,
    pub for_information: &'static str,
    pub count_of: &'static str,
    pub mandatory_short: &'static str,
    pub below_mark: &'static str,
    pub rules_failed: &'static str,
    pub undecided: &'static str,
    pub clause: &'static str,
    pub term: &'static str,
    pub satisfied: &'static str,
    pub points: &'static str,
    pub weight: &'static str,
    pub total: &'static str,
    pub mandatory_section: &'static str,
    pub other_section: &'static str,
    pub findings_section: &'static str,
    pub absent_section: &'static str,
    pub satisfied_section: &'static str,
    pub summary_section: &'static str,
    pub errors_section: &'static str,
    pub all_satisfied: &'static str,
    pub mandatory_mark: &'static str,
    pub rule_said: &'static str,
    pub found: &'static str,
    pub found_of: &'static str,
    pub required: &'static str,
    pub nothing: &'static str,
    pub none: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub one_of: &'static str,
    pub all: &'static str,
    pub all_of_number: &'static str,
    pub covers: &'static str,
    pub recorded: &'static str,
    pub declared: &'static str,
    pub lacking: &'static str,
    pub counted: &'static str,
    pub failing: &'static str,
    pub unknown: &'static str,
    pub claimed: &'static str,
    pub more: &'static str,
    pub place: &'static str,
    pub judged: &'static str,
    pub no_value: &'static str,
    pub rule_error: &'static str,
    pub assessed: &'static str,
    pub reason: &'static str,
    pub evidence: &'static str,
    pub problems: &'static str,
    pub not_evaluated: &'static str,
    pub totals: &'static str,
    pub partial: &'static str,
    pub colon: &'static str,
    pub semicolon: &'static str,
    pub comma: &'static str,
    pub list: &'static str,
    language: Language,
}

impl Words {
    /// The texts in `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &CHINESE,
            Language::English => &ENGLISH,
        }
    }

    /// The language of these texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    fn either(&self, chinese: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => chinese,
            Language::English => english,
        }
    }

    /// A verdict.
    #[must_use]
    pub fn verdict_name(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => self.either("通过", "PASS"),
            Verdict::Fail => self.either("不通过", "FAIL"),
            Verdict::Undetermined => self.either("无法判定", "UNDETERMINED"),
        }
    }

    /// A clause's status.
    #[must_use]
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Satisfied => self.either("满足", "satisfied"),
            Status::NotSatisfied => self.either("不满足", "not satisfied"),
            Status::NotApplicable => self.either("不适用", "not applicable"),
            Status::NoEvidence => self.either("无证据", "no evidence"),
            Status::Error => self.either("规则出错", "rule failed"),
        }
    }

    /// What an assessor judged.
    #[must_use]
    pub fn judgement(&self, judgement: Judgement) -> &'static str {
        match judgement {
            Judgement::Satisfied => self.status(Status::Satisfied),
            Judgement::NotSatisfied => self.status(Status::NotSatisfied),
        }
    }

    /// What a finding did.
    #[must_use]
    pub fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Confirmed => self.either("与规则结果一致", "confirms the rule"),
            Effect::Raised => self.either("已采纳，条款上调", "applied, raises the clause"),
            Effect::Lowered => self.either("已采纳，条款下调", "applied, lowers the clause"),
            Effect::Rejected => self.either("未采纳", "not applied"),
        }
    }

    /// Why a finding was rejected.
    #[must_use]
    pub fn rejection(&self, rejection: Rejection) -> &'static str {
        match rejection {
            Rejection::NotAJudgementClause => self.either(
                "该条款不属于需人工判断的条款",
                "the clause is not one for an assessor's judgement",
            ),
            Rejection::HardCheck => self.either(
                "未达要求的检查项中有不可人工判断的事实",
                "a check that falls short is a fact and no matter of judgement",
            ),
            Rejection::NoChecks => self.either(
                "规则未给出可供判断的检查项",
                "the rule gave no check that could be settled",
            ),
            Rejection::Error => self.either("规则运行出错", "the rule failed"),
            Rejection::Overruled => self.either(
                "同一条款另有下调判定",
                "another finding lowers the same clause",
            ),
        }
    }
}

/// The template with each `{}` replaced by the next of `values`.
#[must_use]
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut values = values.iter();
    for part in parts {
        text.push_str(values.next().copied().unwrap_or_default());
        text.push_str(part);
    }
    text
}

static CHINESE: Words = Words {
    dossier: "卷宗",
    reference_date: "基准日",
    class: "服务类",
    verdict: "评价结论",
    score: "得分",
    mandatory: "必要项",
    compliance: "合规项",
    without_findings: "不计人工判定",
    provider: "服务机构",
    not_computed: "N/A",
    score_of: "{}（合格分 {}）",
    for_information: "N/A（仅供参考：{}；合格分 {}）",
    count_of: "满足 {}/{}",
    mandatory_short: "必要项不满足 {} 项",
    below_mark: "得分低于 {}",
    rules_failed: "规则出错 {} 项，不计为满足",
    undecided: "规则出错 {} 项，结论取决于其结果",
    clause: "条款",
    term: "评价项",
    satisfied: "满足",
    points: "得分",
    weight: "权重",
    total: "合计",
    mandatory_section: "不满足的必要项（{}）",
    other_section: "其他不满足的合规项（{}）",
    findings_section: "评价人员判定（{}）",
    absent_section: "不适用的条款（{}，计为满足）",
    satisfied_section: "满足的条款（{}）",
    summary_section: "汇总",
    errors_section: "未能评价（{}）",
    all_satisfied: "全部条款满足",
    mandatory_mark: "必要项",
    rule_said: "规则结果：{}",
    found: "现有 {}",
    found_of: "现有 {}/{}",
    required: "要求 {}",
    nothing: "无记录",
    none: "无",
    yes: "是",
    no: "否",
    one_of: "其中之一：{}",
    all: "全部",
    all_of_number: "全部 {}",
    covers: "涵盖 {}",
    recorded: "有记录",
    declared: "理由：{}",
    lacking: "缺少",
    counted: "计入",
    failing: "不符合",
    unknown: "证据未说明",
    claimed: "声称等效、待判断",
    more: "等 {} 项",
    place: "位置",
    judged: "可由评价人员判断",
    no_value: "规则未给出结果",
    rule_error: "规则运行出错：{}",
    assessed: "{}，{}：{}，{}",
    reason: "理由",
    evidence: "查阅",
    problems: "{} 个问题",
    not_evaluated: "未评价",
    totals: "卷宗 {} 份，评价 {} 项：通过 {}，不通过 {}，无法判定 {}；未能评价 {}",
    partial: "评价中断：本报告不完整，只包含中断前完成的卷宗",
    colon: "：",
    semicolon: "；",
    comma: "，",
    list: "、",
    language: Language::Chinese,
};

static ENGLISH: Words = Words {
    dossier: "Dossier",
    reference_date: "Reference date",
    class: "Class",
    verdict: "Verdict",
    score: "Score",
    mandatory: "Mandatory",
    compliance: "All clauses",
    without_findings: "Without findings",
    provider: "Provider",
    not_computed: "N/A",
    score_of: "{} (pass mark {})",
    for_information: "N/A (for information: {}; pass mark {})",
    count_of: "{} of {}",
    mandatory_short: "mandatory clauses not satisfied: {}",
    below_mark: "the score is below {}",
    rules_failed: "rules that failed and do not count: {}",
    undecided: "rules that failed and could turn the result: {}",
    clause: "Clause",
    term: "Term",
    satisfied: "Satisfied",
    points: "Points",
    weight: "Weight",
    total: "Total",
    mandatory_section: "Mandatory clauses not satisfied ({})",
    other_section: "Other clauses not satisfied ({})",
    findings_section: "Findings of assessors ({})",
    absent_section: "Clauses that do not apply ({}, counted as satisfied)",
    satisfied_section: "Satisfied clauses ({})",
    summary_section: "Summary",
    errors_section: "Not evaluated ({})",
    all_satisfied: "Every clause is satisfied",
    mandatory_mark: "mandatory",
    rule_said: "rule: {}",
    found: "found {}",
    found_of: "found {} of {}",
    required: "required {}",
    nothing: "nothing on record",
    none: "none",
    yes: "yes",
    no: "no",
    one_of: "one of: {}",
    all: "all",
    all_of_number: "all {}",
    covers: "to cover {}",
    recorded: "on record",
    declared: "reason: {}",
    lacking: "lacking",
    counted: "counted",
    failing: "falling short",
    unknown: "evidence silent about",
    claimed: "claimed equivalent, to be judged",
    more: "… {} in all",
    place: "at",
    judged: "an assessor may settle this",
    no_value: "the rule gave no value",
    rule_error: "the rule failed: {}",
    assessed: "{}, {}: {}, {}",
    reason: "reason",
    evidence: "evidence",
    problems: "problems: {}",
    not_evaluated: "not evaluated",
    totals: "Dossiers: {}; evaluations: {}, of which pass: {}, fail: {}, undetermined: {}; not evaluated: {}",
    partial: "Interrupted: this report is partial and has only what was finished before",
    colon: ": ",
    semicolon: "; ",
    comma: ", ",
    list: ", ",
    language: Language::English,
};

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn fills_in_order_and_once() {
        assert_eq!(fill("{} of {}", &["{}", "2"]), "{} of 2");
        assert_eq!(fill("plain", &["1"]), "plain");
    }
}
