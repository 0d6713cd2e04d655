//! What came of it, for people.

use serde::Deserialize;
use serde_json::Value;

use super::advice;
use super::again::ACROSS;
use super::model::{Difference, Kind, Verdict as Outcome, Verification};
use crate::outcome::Status;
use crate::report::text::page::{Page, Tone};
use crate::report::text::words::{Words, fill};
use crate::score::Verdict;
use crate::text::Language;

/// How many differences are shown.
const SHOWN: usize = 30;

/// How much of a value is shown, in characters.
const LENGTH: usize = 120;

/// What came of it in `language`; `styled` says whether there may be colours.
#[must_use]
pub fn render(verification: &Verification, language: Language, styled: bool) -> String {
    let words = Words::of(language);
    let mut page = Page::new(styled);
    let (verdict, tone) = verdict(words, verification.verdict);
    let heading = format!("{}{}{verdict}", verification.report, words.colon);
    page.line(0, &heading, tone);
    page.line(2, &format!("sha256:{}", verification.sha256), Tone::Faint);
    if let Some(signed) = &verification.signature {
        let said = words.either(
            "签名有效，密钥 {}，说明：{}",
            "the signature is right; key {}, comment: {}",
        );
        page.line(2, &fill(said, &[&signed.key, &signed.comment]), Tone::Good);
    }
    dossiers(&mut page, words, verification);
    differences(&mut page, words, verification);
    list(
        &mut page,
        words.either(
            "报告中有、但未给出的卷宗（{}）",
            "Dossiers of the report that were not given ({})",
        ),
        &verification.missing,
    );
    let errors = verification.not_evaluated.iter();
    let errors: Vec<String> = errors.map(ToString::to_string).collect();
    list(&mut page, words.errors_section, &errors);
    list(
        &mut page,
        words.either(
            "给出了、但报告未提及的卷宗（{}，不影响结论）",
            "Dossiers given that the report says nothing about ({}; no difference)",
        ),
        &verification.not_in_report,
    );
    advice::section(&mut page, words, verification);
    page.into_text()
}

fn verdict(words: &Words, verdict: Outcome) -> (&'static str, Tone) {
    match verdict {
        Outcome::Follows => (
            words.either(
                "报告由证据得出：重新评价后逐字节一致",
                "follows from the evidence: evaluated again, it is the same byte for byte",
            ),
            Tone::Good,
        ),
        Outcome::DoesNotFollow => (
            words.either(
                "报告不能由给出的证据得出",
                "does not follow from the evidence given",
            ),
            Tone::Bad,
        ),
        Outcome::NotEvaluated => (
            words.either(
                "无法核实：部分证据缺失或未能评价；其余部分一致",
                "cannot be said: evidence is missing or could not be evaluated; the rest is the same",
            ),
            Tone::Open,
        ),
        Outcome::Signed => (
            words.either(
                "自签名以来未被改动；未与证据核对",
                "was not changed since it was signed; it was not held against evidence",
            ),
            Tone::Good,
        ),
    }
}

/// Which dossiers were evaluated again; where they lie now, if that is elsewhere.
fn dossiers(page: &mut Page, words: &Words, verification: &Verification) {
    let all = verification.dossiers.len();
    if all == 0 {
        return;
    }
    let count = words.either("重新评价的卷宗（{}）", "Dossiers evaluated again ({})");
    page.gap();
    page.line(0, &fill(count, &[&all.to_string()]), Tone::Heading);
    for taken in verification.dossiers.iter().take(SHOWN) {
        let mut line = taken.path.clone();
        if taken.found != taken.path {
            let now = words.either("（现位于 {}）", " (now at {})");
            line += &fill(now, &[&taken.found]);
        }
        page.line(2, &line, Tone::Plain);
    }
    more(page, words, all);
}

fn differences(page: &mut Page, words: &Words, verification: &Verification) {
    let all = &verification.differences;
    if all.is_empty() {
        return;
    }
    let count = words.either("差异（{}）", "Differences ({})");
    page.gap();
    page.line(0, &fill(count, &[&all.len().to_string()]), Tone::Heading);
    for difference in all.iter().take(SHOWN) {
        page.line(2, &place(words, difference), Tone::Bad);
        let nothing = words.either("（无）", "(nothing)");
        let shown = |value: &Option<Value>| {
            let value = value.as_ref();
            value.map_or_else(
                || nothing.to_owned(),
                |value| said(words, &difference.key, value),
            )
        };
        let values = [
            (words.either("报告", "reported"), &difference.reported),
            (words.either("核实", "evaluated"), &difference.evaluated),
        ];
        for (name, value) in values {
            let value = shown(value);
            page.line(6, &format!("{name}{}{value}", words.colon), Tone::Plain);
        }
    }
    more(page, words, all.len());
}

/// Where a difference is: dossier, class, clause and what of it, and the place in the report.
fn place(words: &Words, difference: &Difference) -> String {
    let named =
        |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name} {value}"));
    let mut parts: Vec<String> = [
        named(words.dossier, &difference.dossier),
        named(words.class, &difference.class),
        named(words.clause, &difference.clause),
    ]
    .into_iter()
    .flatten()
    .collect();
    parts.push(what(words, difference));
    format!("{} [{}]", parts.join(words.comma), difference.at)
}

fn what(words: &Words, difference: &Difference) -> String {
    let key = &difference.key;
    match difference.kind {
        Kind::Tool => words.either("程序", "program").to_owned(),
        Kind::Pack => format!("{} {key}", words.either("规则包", "pack")),
        Kind::Scheme => words.either("评价方案", "scheme").to_owned(),
        Kind::Options => format!("{} {key}", words.either("选项", "option")),
        Kind::Dossier => words
            .either("卷宗内容（摘要）", "its content (digest)")
            .to_owned(),
        Kind::Error => words
            .either("未能评价之处", "what could not be evaluated")
            .to_owned(),
        Kind::Writing => words
            .either(
                "内容相同、写法不同",
                "the same content, written in another way",
            )
            .to_owned(),
        Kind::Attachments => words.either("附件", "attachments").to_owned(),
        Kind::Result if difference.at.starts_with(ACROSS) => words
            .either("卷宗之间的提示", "what was noticed across the dossiers")
            .to_owned(),
        Kind::Result => named(words, key),
    }
}

/// What people call a key of the report.
fn named(words: &Words, key: &str) -> String {
    let name = match key {
        "verdict" => words.either("结论", "verdict"),
        "decided_by" => words.either("结论依据", "what decided"),
        "score" | "score_exact" => words.either("得分", "score"),
        "points" => words.either("评价项得分", "points"),
        "weight" => words.either("权重", "weight"),
        "satisfied" => words.either("满足数", "number satisfied"),
        "total" => words.either("总数", "number in all"),
        "status" => words.either("结果", "status"),
        "rule_status" => words.either("规则结果", "status of the rule"),
        "mandatory" => words.either("必要项", "mandatory"),
        "clauses" => words.either("条款", "clauses"),
        "evaluations" => words.either("服务类评价", "evaluations"),
        "checks" => words.either("检查", "checks"),
        "actual" => words.either("现有值", "what was found"),
        "expected" => words.either("要求值", "what is required"),
        "ok" => words.either("是否符合", "whether it is met"),
        "findings" => words.either("人工判定", "findings"),
        "effect" => words.either("判定的效力", "effect of the finding"),
        "assessor" => words.either("评价人员", "assessor"),
        "reason" => words.either("理由", "reason"),
        "reference_date" => words.either("基准日", "reference date"),
        "name" => words.either("名称", "name"),
        "title" | "zh" | "en" => words.either("文字", "text"),
        other => return other.to_owned(),
    };
    if name == key {
        return name.to_owned();
    }
    format!("{name} `{key}`")
}

/// A value as people call it, with what the report calls it.
fn said(words: &Words, key: &str, value: &Value) -> String {
    let name = match key {
        "verdict" => Verdict::deserialize(value)
            .ok()
            .map(|it| words.verdict_name(it)),
        "status" | "rule_status" => Status::deserialize(value).ok().map(|it| words.status(it)),
        _ => None,
    };
    match name {
        Some(name) => format!("{name} `{}`", shown(value)),
        None => shown(value),
    }
}

/// A value in one line.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() <= LENGTH {
        return text;
    }
    let cut: String = text.chars().take(LENGTH).collect();
    format!("{cut}…")
}

fn list(page: &mut Page, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    page.gap();
    page.line(
        0,
        &fill(heading, &[&lines.len().to_string()]),
        Tone::Heading,
    );
    for line in lines {
        page.line(2, line, Tone::Plain);
    }
}

fn more(page: &mut Page, words: &Words, all: usize) {
    if all > SHOWN {
        let text = words.either(
            "…… 另有 {} 项，`--format json` 列出全部",
            "… and {} more: `--format json` lists all of them",
        );
        page.line(2, &fill(text, &[&(all - SHOWN).to_string()]), Tone::Faint);
    }
}
