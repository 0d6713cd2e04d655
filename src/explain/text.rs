//! An explanation for people.

use serde_json::Value;
use std::fmt::Write as _;

use super::dossier::{InDossier, Place};
use super::{Explanation, RuleText};
use crate::catalog::{Row, evidence};
use crate::outcome::Check;
use crate::pack::Pack;
use crate::report::text::clauses::status_tone;
use crate::report::text::comparison::Comparison;
use crate::report::text::page::{Cell, Page, Side, Tone};
use crate::report::text::said;
use crate::report::text::sentences::Sentences;
use crate::report::text::words::{Words, fill};
use crate::text::{Language, Text};

/// How many entries of a list in the example are shown.
const SHOWN: usize = 2;

/// The explanation in `language`; `styled` says whether there may be colours.
#[must_use]
pub fn render(explanation: &Explanation, pack: &Pack, language: Language, styled: bool) -> String {
    let words = Words::of(language);
    let mut page = Page::new(styled);
    head(&mut page, words, &explanation.clause);
    asked(&mut page, words, &explanation.clause);
    if let Some(dossier) = &explanation.dossier {
        in_dossier(&mut page, &Sentences::new(pack, words), dossier);
    }
    rule(&mut page, words, &explanation.rule);
    example(&mut page, words, explanation.example.as_ref());
    page.into_text()
}

fn head(page: &mut Page, words: &Words, row: &Row) {
    let language = words.language();
    let mark = if row.mandatory {
        format!("{}{}", words.comma, words.mandatory_mark)
    } else {
        String::new()
    };
    page.line(
        0,
        &format!("{} {}{mark}", row.id, row.title.get(language)),
        Tone::Heading,
    );
    let mut rows = Vec::new();
    if let Some(counts) = &row.counts {
        let area = format!("{} {}", counts.area.clause, counts.area.title.get(language));
        rows.push((words.either("出处", "Source"), area));
        let worth = words.either(
            "{} {}，权重 {} %；该项共 {} 个条款，每满足一个得 {} 分",
            "{} {}, weight {} %; each of its {} clauses is worth {} points",
        );
        let worth = fill(
            worth,
            &[
                &counts.term.clause,
                counts.term.title.get(language),
                &counts.weight.to_string(),
                &counts.clauses.to_string(),
                &worth_of(&counts.points, &counts.points_exact),
            ],
        );
        rows.push((words.either("计入", "Counts in"), worth));
    }
    let classes: Vec<&str> = row
        .classes
        .iter()
        .map(|class| class.title.get(language))
        .collect();
    rows.push((words.class, classes.join(words.list)));
    rows.push((words.either("规则包", "Pack"), row.pack.clone()));
    let rows: Vec<Vec<Cell>> = rows
        .into_iter()
        .map(|(name, text)| vec![Cell::new(name, Tone::Faint), Cell::plain(&text)])
        .collect();
    page.table(2, &[Side::Left, Side::Left], &rows);
}

/// `0.5`, or `0.52 (12/23)` where the decimal is cut.
fn worth_of(decimal: &str, exact: &str) -> String {
    match exact.split_once('/') {
        Some(_) if decimal.len() > 3 => format!("{decimal} ({exact})"),
        _ => decimal.to_owned(),
    }
}

fn asked(page: &mut Page, words: &Words, row: &Row) {
    let language = words.language();
    section(page, words.either("要求", "What is asked for"));
    page.line(2, row.description.get(language), Tone::Plain);
    let notes: [(&str, &Option<Text>); 3] = [
        (words.either("理解", "How it is read"), &row.reading),
        (
            words.either(
                "标准自身的不一致之处",
                "Where the standard differs with itself",
            ),
            &row.differs,
        ),
        (
            words.either("由评价人员判断", "What an assessor judges"),
            &row.judgement,
        ),
    ];
    for (name, note) in notes {
        if let Some(note) = note {
            section(page, name);
            page.line(2, note.get(language), Tone::Plain);
        }
    }
    section(page, words.either("读取的证据", "Evidence it reads"));
    for line in evidence(&row.evidence, language) {
        page.line(2, &line, Tone::Plain);
    }
}

fn in_dossier(page: &mut Page, sentences: &Sentences, dossier: &InDossier) {
    let words = sentences.words;
    let clause = &dossier.result;
    let about = words.either("{} 的卷宗 {}（基准日 {}）", "{}, {} (reference date {})");
    section(
        page,
        &fill(
            about,
            &[&dossier.provider, &dossier.path, &dossier.reference_date],
        ),
    );
    if !dossier.applied_for {
        let note = words.either(
            "卷宗申请的服务类不含此条款，以下按服务类 {} 判定",
            "no class that the dossier applies for has this clause; it was evaluated for class {}",
        );
        page.line(2, &fill(note, &[&dossier.class]), Tone::Open);
    }
    page.line(2, &sentences.status(clause), status_tone(clause.status));
    if let Some(message) = sentences.message(clause) {
        page.line(4, &message, Tone::Open);
    }
    for (check, place) in clause.checks.iter().zip(&dossier.places) {
        let location = place.as_ref().map(Place::location);
        page.line(
            4,
            &sentences.check(check, clause.judgement, location.as_ref()),
            Tone::Plain,
        );
        for line in sentences.lists(check) {
            page.line(6, &line, Tone::Faint);
        }
    }
    for finding in &clause.findings {
        let [judged, details @ ..] = sentences.finding(finding);
        page.line(4, &judged, Tone::Plain);
        for line in details {
            page.line(6, &line, Tone::Faint);
        }
    }
    let needed: Vec<&Check> = dossier
        .needed
        .iter()
        .filter_map(|needed| clause.checks.get(needed.check))
        .collect();
    if needed.is_empty() {
        return;
    }
    section(
        page,
        words.either("满足此条款还需", "What would satisfy it"),
    );
    for check in needed {
        page.line(
            2,
            &required(sentences, check, clause.judgement),
            Tone::Plain,
        );
    }
}

/// What a check asks for, and what of it is lacking.
fn required(sentences: &Sentences, check: &Check, judgement: bool) -> String {
    let words = sentences.words;
    let fact = sentences.names.fact(&check.fact);
    let separator = said::separator(words, &fact);
    let comparison = Comparison::new(words, &sentences.names, check);
    let required = comparison.required.unwrap_or_default();
    let mut line = format!("- {fact}{separator}{}", fill(words.required, &[&required]));
    for (name, values) in sentences.named_lists(check) {
        if [words.lacking, words.failing, words.unknown].contains(&name) {
            let _ = write!(line, "{}{name}{}{values}", words.semicolon, words.colon);
        }
    }
    if check.may_be_settled(judgement) {
        line.push_str(words.semicolon);
        line.push_str(words.judged);
    }
    line
}

fn rule(page: &mut Page, words: &Words, rule: &RuleText) {
    let heading = words.either("规则 {}:{}", "The rule, {}:{}");
    section(page, &fill(heading, &[&rule.file, &rule.line.to_string()]));
    for line in rule.text.replace('\t', "    ").lines() {
        page.line(2, line, Tone::Plain);
    }
    if rule.helpers.is_empty() {
        return;
    }
    let helpers = rule
        .helpers
        .iter()
        .map(|helper| format!("{} ({}:{})", helper.name, helper.file, helper.line));
    let helpers: Vec<String> = helpers.collect();
    let line = words.either("同一文件包中的辅助规则：{}", "helpers of its package: {}");
    page.line(2, &fill(line, &[&helpers.join(words.list)]), Tone::Faint);
}

fn example(page: &mut Page, words: &Words, example: Option<&Value>) {
    let heading = words.either("满足要求的示例", "An example that satisfies it");
    section(page, heading);
    let Some(example) = example else {
        let none = words.either(
            "内置的范例卷宗不满足此条款，没有示例。",
            "The exemplary dossier inside the program does not satisfy the clause: there is no example.",
        );
        return page.line(2, none, Tone::Faint);
    };
    let about = words.either(
        "一份有效的卷宗，由范例卷宗删减至只剩必填内容和此条款所需；其日期和数值为刚好满足要求的值。",
        "A valid dossier, cut down from the exemplary one to what is required and what this clause needs; its dates and numbers are the last that are enough.",
    );
    page.line(2, about, Tone::Faint);
    for line in yaml(example, words).lines() {
        page.line(2, line, Tone::Plain);
    }
}

/// The example as YAML, of long lists the first entries.
fn yaml(example: &Value, words: &Words) -> String {
    let mut shown = example.clone();
    shorten(&mut shown, words);
    // What stands for the entries that are left out becomes a comment.
    let text = serde_yaml::to_string(&shown).unwrap_or_default();
    let comment = |line: &str| match line.split_once(LEFT_OUT) {
        Some((before, rest)) => {
            let indent = before.len() - before.trim_start().len();
            format!(
                "{}# {}\n",
                " ".repeat(indent),
                rest.trim_end_matches(['\'', '"'])
            )
        }
        None => format!("{line}\n"),
    };
    text.lines().map(comment).collect()
}

/// What no dossier has: the mark of what is left out.
const LEFT_OUT: &str = "…left out…";

fn shorten(value: &mut Value, words: &Words) {
    match value {
        Value::Array(entries) => {
            let more = entries.len().saturating_sub(SHOWN);
            if more > 1 && entries.iter().all(Value::is_object) {
                entries.truncate(SHOWN);
                let text = words.either("…… 另有 {} 条同样的记录", "… and {} more of the same");
                entries.push(format!("{LEFT_OUT}{}", fill(text, &[&more.to_string()])).into());
            }
            for entry in entries {
                shorten(entry, words);
            }
        }
        Value::Object(keys) => keys.values_mut().for_each(|inner| shorten(inner, words)),
        _ => {}
    }
}

fn section(page: &mut Page, heading: &str) {
    page.gap();
    page.line(0, heading, Tone::Heading);
}
