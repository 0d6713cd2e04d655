//! The text report: what it shows, in both languages, aligned and harmless.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::report::model::{ErrorReport, OptionsReport, Report};
use ciieval::report::text::{Options, render};
use ciieval::text::Language;
use common::{evidence, finding, pack, report};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

const ENGLISH: Options = Options {
    language: Language::English,
    all: false,
    summary: false,
    styled: false,
    messages: true,
};
const CHINESE: Options = Options {
    language: Language::Chinese,
    ..ENGLISH
};

fn text(patch: &Value, findings: &Value, options: Options) -> String {
    let pack = pack(&[]);
    let mut evidence = evidence(patch);
    evidence["findings"] = findings.clone();
    render(&report(&pack, &evidence), &pack, &options).unwrap()
}

fn short() -> Value {
    json!({
        "provider": {"registered_capital_yuan": 1_000_000, "legal_form": null},
        "positions": [{"post": "engineer"}],
        "people": (1..=12).map(|n| json!({"id": format!("p-{n:02}")})).collect::<Vec<_>>(),
    })
}

#[track_caller]
fn assert_has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in\n{text}");
    }
}

#[test]
fn shows_what_is_short_with_what_was_found_and_required() {
    assert_has(
        &text(&short(), &json!([]), ENGLISH),
        &[
            "Verdict         FAIL: mandatory clauses not satisfied: 1\n",
            "Score           N/A (for information: 60; pass mark 65)\n",
            "Mandatory       1 of 2\n",
            "Mandatory clauses not satisfied (1)\n  1.a  Registered capital  not satisfied\n",
            "✗ registered capital: found 1,000,000 yuan, required ≥ 5,000,000 yuan [at provider.registered_capital_yuan]\n",
            "✗ posts in the policy: staff policy; found 1 of 2, required to cover engineer, archivist [at positions, an assessor may settle this]\n",
            "        lacking: archivist\n",
            "✗ people with recorded nationality: found 0 people, required all 12 people",
            "        falling short: p-01, p-02, p-03, p-04, p-05, p-06, p-07, p-08 … 12 in all\n",
            "  2.b  Legal form    no evidence\n      the rule gave no value\n",
            "Clauses that do not apply (1, counted as satisfied)\n  2.c  Remote service  declared absent: remote service; reason: 不提供远程服务\n",
        ],
    );
}

#[test]
fn says_the_same_in_chinese() {
    let text = text(&short(), &json!([finding("1.b", "satisfied")]), CHINESE);
    assert_has(
        &text,
        &[
            "评价结论      不通过：必要项不满足 1 项\n",
            "得分          N/A（仅供参考：70；合格分 65）\n",
            "不计人工判定  不通过，得分 N/A（仅供参考：60；合格分 65），必要项 满足 1/2，合规项 满足 6/10\n",
            "不满足的必要项（1）\n  1.a  注册资金  不满足\n",
            "✗ 注册资金：现有 1,000,000 元，要求 ≥ 5,000,000 元 [位置 provider.registered_capital_yuan]\n",
            "        不符合：p-01、p-02、p-03、p-04、p-05、p-06、p-07、p-08 等 12 项\n",
            "评价人员判定（1）\n  1.b  人员制度  满足，规则结果：不满足\n",
            "      2025-06-20，赵六：满足，已采纳，条款上调\n        理由：现场核验\n        查阅：访谈记录\n",
        ],
    );
    // Apart from names that the test pack and the evidence leave in Latin letters, nothing is English.
    for word in [
        "found",
        "required",
        "Score",
        "clause",
        "satisfied",
        "reason",
        "none",
    ] {
        assert!(!text.contains(word), "`{word}` in\n{text}");
    }
}

#[test]
fn shows_satisfied_clauses_only_when_asked() {
    let some = text(&json!({}), &json!([]), ENGLISH);
    assert_has(
        &some,
        &[
            "Verdict         PASS\n",
            "Score           100 (pass mark 65)\n",
            "Every clause is satisfied\n",
        ],
    );
    assert!(!some.contains("registered capital"), "{some}");
    let all = text(
        &json!({}),
        &json!([]),
        Options {
            all: true,
            ..ENGLISH
        },
    );
    assert_has(
        &all,
        &[
            "✓ declared absent: remote service; reason: 不提供远程服务 [at absences[0]]\n",
            "Satisfied clauses (9)\n",
            "✓ registered capital: found 5,000,000 yuan, required ≥ 5,000,000 yuan",
        ],
    );
}

#[test]
fn shows_every_finding_with_what_it_did() {
    let findings = json!([
        finding("1.a", "not_satisfied"),
        finding("1.b", "satisfied"),
        finding("3.1.a", "satisfied")
    ]);
    let text = text(
        &json!({"provider": {"established_on": "2026-01-01"}}),
        &findings,
        ENGLISH,
    );
    assert_has(
        &text,
        &[
            "Mandatory clauses not satisfied (1)\n  1.a  Registered capital  not satisfied, rule: satisfied\n",
            "Findings of assessors (3)\n",
            "2025-06-20, 赵六: not satisfied, applied, lowers the clause\n",
            "2025-06-20, 赵六: satisfied, confirms the rule\n",
            "2025-06-20, 赵六: satisfied, not applied: the clause is not one for an assessor's judgement\n",
        ],
    );
}

#[test]
fn a_failed_rule_is_told_from_a_clause_that_falls_short() {
    let text = text(
        &json!({"provider": {"accounting": "dependent"}}),
        &json!([]),
        ENGLISH,
    );
    assert_has(
        &text,
        &[
            "UNDETERMINED: rules that failed and could turn the result: 1\n",
            "  2.a  Accounting  rule failed\n      the rule failed: tests/packs/standard/conduct.rego:",
        ],
    );
}

#[test]
fn columns_align_by_the_width_of_characters() {
    for options in [ENGLISH, CHINESE] {
        let text = text(&short(), &json!([]), options);
        let lines: Vec<&str> = text.lines().collect();
        let head = lines
            .iter()
            .position(|line| line.contains("权重") || line.contains("Weight"))
            .unwrap();
        let widths: Vec<usize> = lines[head..head + 5]
            .iter()
            .map(|line| line.width())
            .collect();
        assert!(
            widths.iter().all(|width| *width == widths[0]),
            "{widths:?}\n{text}"
        );
    }
}

#[test]
fn evidence_cannot_act_on_the_terminal() {
    let name = "甲\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2066}乙\r\n\u{200b}丙";
    let findings = json!([{
        "clause": "1.a", "verdict": "not_satisfied", "assessor": "\u{1b}[32m", "date": "2025-06-20",
        "reason": "\u{202e}", "evidence": ["\u{7}"],
    }]);
    let patch = json!({
        "provider": {"name": name},
        "people": [{"id": "\u{1b}[1m"}, {"id": "\u{2028}"}],
        "absences": [{"subject": "remote", "reason": "\u{1b}c"}],
    });
    let text = text(
        &patch,
        &findings,
        Options {
            all: true,
            ..ENGLISH
        },
    );
    assert!(
        !text.contains(|c: char| c.is_control() && c != '\n'),
        "{text:?}"
    );
    assert!(
        !text.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{2028}']),
        "{text:?}"
    );
    assert_has(
        &text,
        &[
            "甲\\u{1b}]0;x\\u{7}\\u{9b}2J\\u{202e}\\u{2066}乙\\r\\n\\u{200b}丙",
            "reason: \\u{202e}",
        ],
    );
}

#[test]
fn colours_are_left_out_unless_asked_for() {
    let styled = text(
        &short(),
        &json!([]),
        Options {
            styled: true,
            ..ENGLISH
        },
    );
    assert!(styled.contains("\u{1b}[1m\u{1b}[31mFAIL"), "{styled:?}");
    let plain = text(&short(), &json!([]), ENGLISH);
    assert!(!plain.contains('\u{1b}'));
    let mut stripped = Vec::new();
    std::io::Write::write_all(
        &mut anstream::StripStream::new(&mut stripped),
        styled.as_bytes(),
    )
    .unwrap();
    assert_eq!(String::from_utf8(stripped).unwrap(), plain);
}

#[test]
fn several_dossiers_end_in_a_summary_and_what_was_not_evaluated() {
    let pack = pack(&[]);
    let mut all = Report::new(&pack);
    for patch in [
        json!({}),
        short(),
        json!({"provider": {"established_on": null, "ownership_disputes": ["x"], "security_services_since": null}}),
    ] {
        all.dossiers
            .append(&mut report(&pack, &evidence(&patch)).dossiers);
    }
    all.errors.push(ErrorReport {
        line: Some(2),
        ..ErrorReport::new("c.yaml", "is wrong")
    });
    all.errors
        .push(ErrorReport::new("c.yaml", "is wrong again"));
    let full = render(&all, &pack, &ENGLISH).unwrap();
    let summary = full.split("\nSummary\n").nth(1).unwrap();
    assert_has(
        summary,
        &[
            "  华安测试服务有限公司  Alpha services  PASS     100.00        2/2        10/10  a.yaml\n",
            "  华安测试服务有限公司  Alpha services  FAIL        N/A        1/2         6/10  a.yaml\n",
            "  华安测试服务有限公司  Alpha services  PASS      70.00        2/2         7/10  a.yaml\n",
            "\n  Dossiers: 3; evaluations: 3, of which pass: 2, fail: 1, undetermined: 0; not evaluated: 1\n",
            "Not evaluated (1)\n  c.yaml:2: is wrong\n  c.yaml: is wrong again\n",
        ],
    );
    let brief = render(
        &all,
        &pack,
        &Options {
            messages: false,
            ..ENGLISH
        },
    )
    .unwrap();
    assert!(
        brief.ends_with("Not evaluated (1)\n  c.yaml: problems: 2\n"),
        "{brief}"
    );
}

#[test]
fn the_basis_names_program_packs_options_and_dossiers_once() {
    let pack = pack(&["extension"]);
    let mut report = report(&pack, &evidence(&json!({})));
    report.dossiers.extend(report.dossiers.clone());
    report.head.options = OptionsReport {
        classes: vec!["alpha".to_owned()],
        scheme: Some("5".repeat(64)),
        ..OptionsReport::default()
    };
    let text = render(&report, &pack, &ENGLISH).unwrap();
    let basis = text.split("\nBasis\n").nth(1).unwrap();
    let packs = pack.identities.iter();
    let packs = packs.map(|it| format!("  Pack: {} {} sha256:{}\n", it.id, it.version, it.sha256));
    let (five, zero) = ("5".repeat(64), "0".repeat(64));
    let dossier = format!("  a.yaml: Reference date 2025-06-30, sha256:{zero}\n");
    let expected = [
        format!("  Program: ciieval {}\n", env!("CARGO_PKG_VERSION")),
        packs.collect(),
        format!("  Scheme: sha256:{five}\n"),
        "  Options: --class alpha\n".to_owned(),
        dossier.repeat(2),
        "\nSummary\n".to_owned(),
    ];
    assert!(basis.starts_with(&expected.concat()), "{text}");
    assert_eq!(text.matches("\nBasis\n").count(), 1);
}

#[test]
fn the_summary_alone_is_there_even_for_one_evaluation() {
    let options = Options {
        summary: true,
        ..ENGLISH
    };
    let text = text(&short(), &json!([]), options);
    assert!(
        text.starts_with("Basis\n") && text.contains("\n\nSummary\n"),
        "{text}"
    );
    assert_has(
        &text,
        &[
            "Alpha services  FAIL",
            "evaluations: 1, of which pass: 0, fail: 1",
        ],
    );
    assert!(!text.contains("Registered capital"), "{text}");
}
