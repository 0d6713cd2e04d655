//! The text report on several classes of a dossier: side by side, and where people count.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::report::text::{Options, render};
use ciieval::text::Language;
use common::{evidence, pack, report_on};
use serde_json::{Value, json};

fn text(packs: &[&str], patch: &Value, classes: &[&str], language: Language, all: bool) -> String {
    let pack = pack(packs);
    let options = Options {
        language,
        all,
        summary: false,
        styled: false,
        messages: true,
    };
    render(
        &report_on(&pack, &evidence(patch), classes),
        &pack,
        &options,
    )
    .unwrap()
}

/// What stands under a heading, up to the next empty line.
#[track_caller]
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let start = text.find(&format!("\n{heading}\n"));
    let start = start.unwrap_or_else(|| unreachable!("no `{heading}` in\n{text}")) + 1;
    let section = &text[start..];
    &section[..section.find("\n\n").map_or(section.len(), |end| end + 1)]
}

#[test]
fn several_classes_stand_side_by_side() {
    let patch = json!({"provider": {"registered_capital_yuan": 4_999_999}});
    let classes = ["delta", "gamma", "alpha"];
    let english = text(&["extension"], &patch, &classes, Language::English, false);
    assert_eq!(
        section(&english, "All classes of the dossier"),
        "\
All classes of the dossier
  Clause  Class           Verdict               Score  Mandatory  All clauses
  3       Alpha services  FAIL                    N/A        1/2         9/10
  5       Gamma services  external: none given
  6       Delta services  FAIL                    N/A        2/3          7/8
  The standard lets a comprehensive evaluation build on those of the classes (7.1 b) and gives no formula for it: the classes stand side by side, and no result of all of them is computed.
"
    );
    let chinese = text(&["extension"], &patch, &classes, Language::Chinese, false);
    assert_eq!(
        section(&chinese, "各服务类一览"),
        "\
各服务类一览
  条款  服务类    评价结论          得分  必要项  合规项
  3     甲类服务  不通过             N/A     1/2    9/10
  5     丙类服务  外部结论：未提供
  6     丁类服务  不通过             N/A     2/3     7/8
  标准允许在各服务类评价的基础上评价综合能力（7.1 b），但未规定算法，此处仅并列各服务类结果，不作综合评价。
"
    );
    // Every class has its own evaluation before that, and there is no second table.
    assert_eq!(english.matches("\n  Verdict         ").count(), 3);
    assert!(!english.contains("\nSummary\n"), "{english}");
}

#[test]
fn one_class_needs_no_overview() {
    let english = text(&[], &json!({}), &["alpha"], Language::English, false);
    assert!(!english.contains("All classes of the dossier"), "{english}");
    assert!(!english.contains("Reuse of people"), "{english}");
}

#[test]
fn people_who_count_in_fewer_classes_are_listed_with_the_classes() {
    let mut people = vec![json!({"id": "p-01", "name": "张三", "nationality": "CN"})];
    people.extend((2..=11).map(|n| {
        json!({
            "id": format!("p-{n:02}"), "name": "李四", "nationality": "CN", "counted_for": ["gamma"],
        })
    }));
    let patch = json!({"assessment": {"classes": ["alpha", "gamma"]}, "people": people});
    let reuse = |language, all| {
        let heading = match language {
            Language::English => "Reuse of people (7.4)",
            Language::Chinese => "人员复用（7.4）",
        };
        let text = text(&["reuse"], &patch, &["alpha"], language, all);
        section(&text, heading).to_owned()
    };
    assert_eq!(
        reuse(Language::English, false),
        "\
Reuse of people (7.4)
  a person counts in 1 classes at most, decided for the classes applied for: Alpha services, Gamma services
  counted in Alpha services; not in Gamma services (people: 1; no classes named, so the first 1 in the standard's order count)
    in Gamma services only if an assessor accepts what is open
    张三 (p-01)
  counted in Gamma services; not in Alpha services (people: 10; the dossier names the classes)
    李四 (p-02), 李四 (p-03), 李四 (p-04), 李四 (p-05), 李四 (p-06), 李四 (p-07), 李四 (p-08), 李四 (p-09) … 10 in all
  The classes evaluated are not the ones applied for: in which classes people count is decided by those applied for, and nobody is left out of a class that is not applied for.
"
    );
    assert_eq!(
        reuse(Language::Chinese, false),
        "\
人员复用（7.4）
  每人最多计入 1 个服务类，按申请的服务类确定：甲类服务、丙类服务
  计入 甲类服务；不计入 丙类服务（1 人，未指定服务类，按标准顺序计前 1 个）
    其中 丙类服务 须经评价人员认可方可计入
    张三（p-01）
  计入 丙类服务；不计入 甲类服务（10 人，按卷宗为其指定的服务类）
    李四（p-02）、李四（p-03）、李四（p-04）、李四（p-05）、李四（p-06）、李四（p-07）、李四（p-08）、李四（p-09） 等 10 人
  本次评价的服务类与申请的服务类不一致：人员计入哪些服务类按申请的服务类确定；未申请的服务类不因此排除任何人。
"
    );
    let all = reuse(Language::English, true);
    assert!(
        all.contains("李四 (p-11)\n") && !all.contains("in all"),
        "{all}"
    );
}

#[test]
fn more_classes_than_the_limit_with_nobody_left_out_is_said_too() {
    // The test pack's rule lists nobody but p-01 and who names classes.
    let patch = json!({
        "assessment": {"classes": ["alpha", "delta"]},
        "people": [{"id": "p-03", "name": "王五", "nationality": "CN"}],
    });
    let packs = ["reuse", "extension"];
    let both = ["alpha", "delta"];
    let text = text(&packs, &patch, &both, Language::English, false);
    assert_eq!(
        section(&text, "Reuse of people (7.4)"),
        "\
Reuse of people (7.4)
  a person counts in 1 classes at most, decided for the classes applied for: Alpha services, Delta services
  nobody counts in fewer classes than they would
"
    );
}

#[test]
fn a_decision_that_failed_is_said() {
    let patch = json!({"provider": {"name": "odd"}});
    let text = text(
        &["reuse_raising"],
        &patch,
        &["alpha"],
        Language::English,
        false,
    );
    let said = section(&text, "Reuse of people (7.4)");
    assert!(
        said.contains("the rule failed: rule `test.reuse_raising.decisions` gave no decision"),
        "{said}"
    );
}

#[test]
fn names_in_conclusions_and_lists_of_people_cannot_act_on_the_terminal() {
    let patch = json!({
        "people": [{"id": "p-01", "name": "\u{1b}[31m", "nationality": "CN"}],
        "external_conclusions": [{
            "class": "gamma", "standard": "X 00007 \u{202e}", "issuer": "\u{7}", "number": "\u{9b}2J",
            "concluded_on": "2024-01-01", "result": "pass",
        }],
    });
    let text = text(&["reuse"], &patch, &["alpha"], Language::English, true);
    assert!(
        !text.contains(|c: char| c.is_control() && c != '\n') && !text.contains('\u{202e}'),
        "{text:?}"
    );
    assert!(
        text.contains("\\u{7}, No. \\u{9b}2J, under X 00007 \\u{202e}: pass"),
        "{text}"
    );
    assert!(text.contains("\\u{1b}[31m (p-01)"), "{text}");
}
