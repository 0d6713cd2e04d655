//! The names of verdicts, statuses, effects and the like.

use super::Words;
use crate::external::{Said, SetAside, Standing};
use crate::finding::{Effect, Judgement, Rejection};
use crate::outcome::{Check, CheckResult, Status};
use crate::report::model::ResultReport;
use crate::score::{DecidedBy, Verdict};
use crate::text::Language;

impl Words {
    pub(crate) fn either(&self, chinese: &'static str, english: &'static str) -> &'static str {
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

    /// How a check ended.
    #[must_use]
    pub fn check(&self, check: &Check) -> &'static str {
        match check.result() {
            CheckResult::Information => self.either("仅供参考", "information"),
            CheckResult::Met => self.either("符合", "met"),
            CheckResult::NoEvidence => self.either("无证据", "no evidence"),
            CheckResult::NotMet => self.either("不符合", "not met"),
        }
    }

    /// What decided a verdict.
    #[must_use]
    pub fn decided_by(&self, decided_by: Option<DecidedBy>) -> &'static str {
        match decided_by {
            Some(DecidedBy::Mandatory) => self.either("必要项", "mandatory clauses"),
            Some(DecidedBy::Score) => self.either("得分", "score"),
            None => self.either("未决", "open"),
        }
    }

    /// A verdict, and whether it is none under 7.4.
    #[must_use]
    pub fn verdict(&self, result: &ResultReport) -> String {
        let name = self.verdict_name(result.verdict);
        if !result.not_under_7_4 {
            return name.to_owned();
        }
        let note = self.either("（非 7.4 意义上的结论）", " (not a conclusion under 7.4)");
        format!("{name}{note}")
    }

    /// The heading of clauses that do not apply, where they count or are left out.
    #[must_use]
    pub fn absent_section(&self, left_out: bool) -> &'static str {
        if left_out {
            self.either(
                "不适用的条款（{}，不计入）",
                "Clauses that do not apply ({}, left out)",
            )
        } else {
            self.either(
                "不适用的条款（{}，计为满足）",
                "Clauses that do not apply ({}, counted as satisfied)",
            )
        }
    }

    /// A pack of rules.
    #[must_use]
    pub fn packs(&self) -> &'static str {
        self.either("规则包", "Pack")
    }

    /// The heading of what a report comes from.
    #[must_use]
    pub fn basis(&self) -> &'static str {
        self.either("评价依据", "Basis")
    }

    /// The program that evaluated.
    #[must_use]
    pub fn program(&self) -> &'static str {
        self.either("程序", "Program")
    }

    /// The assessment plan.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        self.either("评价方案", "Scheme")
    }

    /// What was asked for.
    #[must_use]
    pub fn options(&self) -> &'static str {
        self.either("选项", "Options")
    }

    /// How many dossiers there was no room to give the digests of.
    #[must_use]
    pub fn sources_left_out(&self) -> &'static str {
        self.either(
            "篇幅所限，另有 {} 份卷宗的摘要未列",
            "digests of {} more dossiers are left out for want of space",
        )
    }

    /// What was noticed that no clause asks about.
    #[must_use]
    pub fn remarks_section(&self) -> &'static str {
        self.either("提示（不改变结果）", "Warnings (they change no result)")
    }

    /// How many remarks or places are not shown.
    #[must_use]
    pub fn remarks_left_out(&self) -> &'static str {
        self.either("另有 {} 项；--all 全部列出", "{} more; --all shows them")
    }

    /// Where an evaluation deviates from the standard.
    #[must_use]
    pub fn deviations(&self) -> &'static str {
        self.either("与标准的偏离", "Deviates from the standard")
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
            Rejection::NoExpert => self.either(
                "判定人不是评价方案所列专家",
                "whoever made it is no expert of the scheme",
            ),
            Rejection::Overruled => self.either(
                "同一条款另有下调判定",
                "another finding lowers the same clause",
            ),
        }
    }

    /// What a conclusion says.
    #[must_use]
    pub fn said(&self, said: Said) -> &'static str {
        match said {
            Said::Pass => self.either("通过", "pass"),
            Said::Fail => self.either("不通过", "fail"),
        }
    }

    /// What the conclusions on a class amount to.
    #[must_use]
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::PassInForce => {
                self.either("通过，基准日在有效期内", "pass, valid on the reference date")
            }
            Standing::Fail => self.either(
                "最近一次结论为不通过",
                "the last conclusion is negative",
            ),
            Standing::Expired => self.either(
                "曾通过，基准日已过有效期",
                "pass, but no longer valid on the reference date",
            ),
            Standing::ValidityNotStated => self.either(
                "通过，但未载明有效期，基准日是否有效无法确认",
                "pass, but without an end of validity: whether it is valid on the reference date is open",
            ),
            Standing::Missing => self.either(
                "未提供截至基准日依据该标准作出的评价结论",
                "no conclusion reached under that standard by the reference date is given",
            ),
            Standing::NotUsed => self.either(
                "不采用，该服务类不由其他标准评价",
                "not used: no other standard evaluates this class",
            ),
        }
    }

    /// The same in a table.
    #[must_use]
    pub fn standing_in_short(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::PassInForce => self.either("外部结论：通过", "external: pass"),
            Standing::Fail => self.either("外部结论：不通过", "external: fail"),
            Standing::Expired => self.either("外部结论：已过期", "external: expired"),
            Standing::ValidityNotStated => {
                self.either("外部结论：有效期不明", "external: validity open")
            }
            Standing::Missing => self.either("外部结论：未提供", "external: none given"),
            Standing::NotUsed => self.either("外部结论：不采用", "external: not used"),
        }
    }

    /// Why a conclusion is set aside.
    #[must_use]
    pub fn objection(&self, set_aside: SetAside) -> &'static str {
        match set_aside {
            SetAside::NotExternal => self.either(
                "该服务类不由其他标准评价",
                "no other standard evaluates this class",
            ),
            SetAside::OtherStandard => self.either(
                "所依据的不是该服务类的评价标准",
                "it was not reached under the standard of this class",
            ),
            SetAside::AfterReferenceDate => self.either(
                "作出日期晚于基准日",
                "it was reached after the reference date",
            ),
            SetAside::Superseded => self.either(
                "同日或其后另有不通过的结论",
                "a negative conclusion of the same day or later holds",
            ),
        }
    }
}
