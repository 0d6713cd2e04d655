//! Headings and labels of a written report.

use serde::Serialize;

use crate::report::view::phrase::{Phrase, say};

macro_rules! texts {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// Headings and labels by name.
        #[derive(Debug, Serialize)]
        pub struct Texts {
            $(pub $name: Phrase,)*
        }

        impl Texts {
            /// All of them.
            pub fn new() -> Self {
                Self { $($name: say($zh, $en),)* }
            }
        }
    };
}

texts! {
    title: "安全服务能力评价报告", "Security service capability evaluation report";
    report_number: "报告编号", "Report No.";
    issued_on: "签发日期", "Issued on";
    contents: "目录", "Contents";
    annex: "附录", "Annex";

    parties: "参评机构与评价主体", "Evaluated body and evaluator";
    evaluated: "参评机构", "Evaluated body";
    evaluator: "评价主体", "Evaluator";
    course: "评价活动基本情况", "Course of the evaluation";
    steps: "评价流程", "Steps";
    step: "步骤", "Step";
    what_was_done: "情况", "What was done";
    weights: "评价指标的权重", "Weights of the indicators";
    values: "评价指标的赋值方法", "How values are assigned to the indicators";
    value: "赋值", "Counts";
    meaning: "含义", "Meaning";
    results: "评价结果", "Results";
    all_classes: "各服务类一览", "All classes";
    terms: "各评价项得分", "Points by term";
    mandatory_short: "不满足的必要项", "Mandatory clauses not satisfied";
    other_short: "其他不满足的合规项", "Other clauses not satisfied";
    all_satisfied: "全部条款满足。", "Every clause is satisfied.";
    findings: "评价人员判定", "Findings of assessors";
    findings_said: "下表并列规则结果与计入判定后的结果。", "The rule's outcome and the one that counts, side by side.";
    external: "外部评价结论", "Conclusions under other standards";
    external_said: "以下服务类由其他标准评价，结论仅列示，不参与计分。", "Other standards evaluate these classes. Their conclusions are shown and never scored.";
    reuse: "人员复用", "Reuse of people";
    reuse_nobody: "无人因此少计服务类。", "Nobody counts in fewer classes than they would.";
    opinions: "评价专家与评价主体的意见", "Opinions of experts and evaluator";
    scope: "结果的作用范围与时效", "Scope and validity of the result";
    signatures: "签字与盖章", "Signatures and seal";
    experts: "评价专家", "Experts";
    name: "姓名", "Name";
    name_of: "名称", "Name";
    organization: "单位及职务", "Organization and position";
    signature: "签字", "Signature";
    seal: "盖章", "Seal";
    date: "日期", "Date";
    clauses: "逐条结果", "Clause by clause";
    same_as: "逐条结果与以下服务类相同：", "Clause by clause as for ";
    basis: "依据与说明", "Basis and notes";
    contradictions: "标准自身不一致之处", "Where the standard contradicts itself";
    contradiction: "不一致之处及处理", "What it says, and what is done";
    contradictions_none: "所评条款未见标准自身不一致。", "None in the clauses that were evaluated.";

    provider: "服务机构", "Provider";
    class: "服务类", "Class";
    in_classes: "适用服务类", "In";
    in_all_classes: "全部", "all";
    verdict: "评价结论", "Verdict";
    decided: "结论依据", "Decided by";
    score: "得分", "Score";
    pass_mark: "合格分", "Pass mark";
    mandatory: "必要项", "Mandatory";
    compliance: "合规项", "All clauses";
    satisfied: "满足", "Satisfied";
    clause_count: "条款数", "Clauses";
    points: "得分", "Points";
    weight: "权重", "Weight";
    total: "合计", "Total";
    clause: "条款", "Clause";
    term: "评价项", "Term";
    status: "状态", "Status";
    checks: "检查", "Checks";
    found: "现有", "Found";
    required: "要求", "Required";
    requires: "要求 ", "required ";
    place: "位置", "Place";
    rule_result: "规则结果", "Rule";
    counts_as: "计入结果", "Counts as";
    finding: "判定", "Finding";
    material: "查阅：", "Evidence: ";
    without_findings: "不计人工判定", "Without findings";
    deviations: "与标准的偏离", "Deviates from the standard";
    judged: "可由评价人员判断", "an assessor may settle this";
    for_information: "仅供参考", "for information";
    not_computed: "N/A", "N/A";
    colon: "：", ": ";
    semicolon: "；", "; ";
    comma: "，", ", ";
    list_comma: "、", ", ";

    reference_date: "评价基准日", "Reference date";
    dossier: "卷宗", "Dossier";
    dossier_digest: "卷宗摘要 SHA-256", "SHA-256 of the dossier";
    standard: "评价依据", "Evaluated against";
    pack: "规则包", "Rule pack";
    scheme_digest: "评价方案摘要", "Digest of the scheme";
    options: "选项", "Options";
    program: "程序", "Program";

    list: "评价报告目录", "Reports in this document";
    reports: "卷宗数", "Dossiers";
    errors: "未能评价", "Not evaluated";
    not_evaluated: "未评价", "not evaluated";
    partial: "本次评价被中断，报告不完整，仅含已完成的部分。", "The run was interrupted: this report is partial and holds what was finished.";
    page_column: "页码", "Page";
    page: "第 ", "Page ";
    page_of: " 页，共 ", " of ";
    page_end: " 页", "";
}
