//! The sheets of a workbook with their columns.

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// A sheet. They stand in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sheet {
    /// One row per class of each dossier.
    Summary,
    /// One row per clause that falls short.
    Gaps,
    /// One row per weighted summand of each class.
    Terms,
    /// One row per clause.
    Clauses,
    /// One row per check.
    Checks,
    /// One row per assessor's finding.
    Findings,
    /// One row per person who counts in fewer classes than they would.
    Reuse,
    /// One row per conclusion under another standard.
    External,
    /// One row per place of what was noticed that no clause asks about.
    Remarks,
    /// One row per problem of what could not be evaluated.
    Errors,
}

/// A column: its name in Chinese and English, and its width in characters.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    zh: &'static str,
    en: &'static str,
    /// How wide it is.
    pub width: u32,
}

const fn column(zh: &'static str, en: &'static str, width: u32) -> Column {
    Column { zh, en, width }
}

const PROVIDER: Column = column("服务机构", "Provider", 20);
const CLASS: Column = column("服务类", "Class", 17);
const CLAUSE: Column = column("条款", "Clause", 9);
const TITLE: Column = column("条款名称", "Clause title", 26);
const TERM: Column = column("评价项", "Term", 18);
const MANDATORY: Column = column("必要项", "Mandatory", 10);
const STATUS: Column = column("结果", "Status", 11);
const RULE_STATUS: Column = column("规则结果", "Rule's status", 11);
const PLACE: Column = column("卷宗内位置", "Place in the dossier", 26);
const LINE: Column = column("文件与行", "File and line", 26);
const JUDGED: Column = column("可由评价人员判断", "Assessor may settle", 10);
const DOSSIER: Column = column("卷宗", "Dossier", 28);

const SUMMARY: &[Column] = &[
    column("服务机构", "Provider", 24),
    CLASS,
    column("评价结论", "Verdict", 14),
    column("决定因素", "Decided by", 11),
    column("说明", "Reason", 24),
    column("得分", "Score", 8),
    column("得分（精确值）", "Exact score", 11),
    column("合格分", "Pass mark", 8),
    column("满足的必要项", "Mandatory satisfied", 10),
    column("必要项总数", "Mandatory clauses", 10),
    column("满足的合规项", "Clauses satisfied", 10),
    column("合规项总数", "Clauses in all", 10),
    column("不计人工判定", "Without findings", 24),
    column("与标准的偏离", "Deviations from the standard", 24),
    column("基准日", "Reference date", 11),
    column("卷宗摘要（SHA-256）", "Dossier digest (SHA-256)", 23),
    DOSSIER,
];
const GAPS: &[Column] = &[
    PROVIDER,
    CLASS,
    MANDATORY,
    CLAUSE,
    TITLE,
    STATUS,
    column(
        "条款要求（概述）",
        "What the clause asks for (in short)",
        34,
    ),
    column(
        "差距：现有与要求",
        "What falls short: found and required",
        50,
    ),
    PLACE,
    LINE,
    JUDGED,
    DOSSIER,
];
const TERMS: &[Column] = &[
    PROVIDER,
    CLASS,
    CLAUSE,
    TERM,
    column("权重", "Weight", 9),
    column("满足的条款", "Satisfied", 10),
    column("条款总数", "Clauses", 9),
    column("满足的必要项", "Mandatory satisfied", 10),
    column("必要项总数", "Mandatory clauses", 10),
    column("得分", "Points", 9),
    DOSSIER,
];
const CLAUSES: &[Column] = &[
    PROVIDER,
    CLASS,
    CLAUSE,
    TITLE,
    TERM,
    MANDATORY,
    STATUS,
    RULE_STATUS,
    column("规则说明", "Message", 30),
    column("人工判定", "Findings", 32),
    DOSSIER,
];
const CHECKS: &[Column] = &[
    PROVIDER,
    CLASS,
    CLAUSE,
    column("检查的事实", "Fact", 28),
    column("现有", "Found", 22),
    column("要求", "Required", 28),
    column("检查结果", "Result", 11),
    column("明细", "Details", 34),
    JUDGED,
    PLACE,
    LINE,
    DOSSIER,
];
const FINDINGS: &[Column] = &[
    PROVIDER,
    CLASS,
    CLAUSE,
    TITLE,
    column("判定日期", "Date", 11),
    column("评价人员", "Assessor", 14),
    column("判定", "Judgement", 11),
    column("作用", "Effect", 20),
    column("未采纳原因", "Why not applied", 24),
    column("理由", "Reason", 34),
    column("查阅的证据", "Evidence looked at", 28),
    RULE_STATUS,
    STATUS,
    DOSSIER,
];
const REUSE: &[Column] = &[
    PROVIDER,
    column("人员", "Person", 16),
    column("人员编号", "Person id", 14),
    column("依据", "Decided by", 26),
    column("计入的服务类", "Counted in", 34),
    column("不计入的服务类", "Not counted in", 34),
    column("须经认可方可计入", "Only if accepted", 24),
    DOSSIER,
];
const EXTERNAL: &[Column] = &[
    PROVIDER,
    CLASS,
    column("评价依据", "Evaluated under", 18),
    column("外部结论", "Conclusions amount to", 26),
    column("出具机构", "Issuer", 22),
    column("编号", "Number", 14),
    column("所依标准", "Reached under", 18),
    column("结论", "Result", 9),
    column("作出日期", "Concluded", 11),
    column("有效期至", "Valid until", 11),
    column("基准日效力", "On the reference date", 22),
    column("不采用的原因", "Why set aside", 24),
    DOSSIER,
];
const REMARKS: &[Column] = &[
    PROVIDER,
    column("事项", "About", 24),
    column("提示", "Warning", 60),
    LINE,
    PLACE,
    DOSSIER,
];
const ERRORS: &[Column] = &[
    column("卷宗或路径", "Dossier or path", 34),
    column("文件", "File", 34),
    column("行", "Line", 8),
    column("列", "Column", 8),
    column("位置", "Place", 28),
    column("问题", "Problem", 60),
];

impl Sheet {
    /// All sheets in their order.
    pub const ALL: [Self; 10] = [
        Self::Summary,
        Self::Gaps,
        Self::Terms,
        Self::Clauses,
        Self::Checks,
        Self::Findings,
        Self::Reuse,
        Self::External,
        Self::Remarks,
        Self::Errors,
    ];

    /// Whether it is there even if it has no rows.
    pub fn is_always_there(self) -> bool {
        self <= Self::Checks
    }

    /// Its name on the tab.
    pub fn title(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::Summary => ("汇总", "Summary"),
            Self::Gaps => ("待改进", "Gaps"),
            Self::Terms => ("评价项", "Terms"),
            Self::Clauses => ("条款", "Clauses"),
            Self::Checks => ("检查", "Checks"),
            Self::Findings => ("人工判定", "Findings"),
            Self::Reuse => ("人员复用", "Reuse of people"),
            Self::External => ("外部结论", "External conclusions"),
            Self::Remarks => ("提示", "Warnings"),
            Self::Errors => ("未能评价", "Not evaluated"),
        };
        match language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// Its columns.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Summary => SUMMARY,
            Self::Gaps => GAPS,
            Self::Terms => TERMS,
            Self::Clauses => CLAUSES,
            Self::Checks => CHECKS,
            Self::Findings => FINDINGS,
            Self::Reuse => REUSE,
            Self::External => EXTERNAL,
            Self::Remarks => REMARKS,
            Self::Errors => ERRORS,
        }
    }
}

impl Column {
    /// Its name.
    pub fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}
