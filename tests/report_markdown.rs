//! The Markdown report for merge requests, as a renderer of GitHub's Markdown shows it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::report::format;
use ciieval::report::markdown::Markdown;
use ciieval::report::model::{ErrorReport, Report};
use ciieval::text::Language;
use common::ci::{self, HOSTILE, SHORT, clauses, evaluations, golden, run};
use common::rich::rich;
use common::{check, evidence, pack, report};
use regex::Regex;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a comment on GitHub holds.
const MOST: usize = 65_536;

/// The comment as markup, with everything on that hosts make of a text, and no markup taken out.
fn rendered(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.math_code = true;
    options.extension.alerts = true;
    options.render.r#unsafe = true;
    comrak::markdown_to_html(markdown, &options)
}

/// The names of elements, and what stands outside of code.
fn seen(html: &str) -> (BTreeSet<String>, String) {
    let tag = Regex::new("<([a-z][a-z0-9]*)").unwrap();
    let names = tag.captures_iter(html).map(|found| found[1].to_owned());
    let code = Regex::new("(?s)<code>.*?</code>").unwrap();
    (names.collect(), code.replace_all(html, "").into_owned())
}

/// The cells of each row of the tables.
fn rows(html: &str) -> Vec<Vec<String>> {
    let row = Regex::new("(?s)<tr>(.*?)</tr>").unwrap();
    let cell = Regex::new("(?s)<t[dh][^>]*>(.*?)</t[dh]>").unwrap();
    row.captures_iter(html)
        .map(|row| {
            cell.captures_iter(&row[1])
                .map(|cell| cell[1].to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn the_report_is_the_golden_one() {
    for language in ["zh", "en"] {
        let ran = run("markdown", &["--lang", language]);
        assert_eq!(ran.code, 3);
        golden(&format!("ci.{language}.md"), &ran.out);
    }
}

#[test]
fn the_table_has_every_class_with_the_numbers_of_the_json_report() {
    let report = ci::json(&[]);
    let html = rendered(&run("markdown", &["--lang", "en"]).out);
    let rows = rows(&html);
    let all = evaluations(&report);
    assert_eq!(
        rows.len(),
        1 + all.len() + 1,
        "and the class that another standard evaluates"
    );
    for (dossier, evaluation) in all {
        let path = format!("<code>{}</code>", dossier["path"].as_str().unwrap());
        let row = rows
            .iter()
            .find(|row| row[6] == path && row[2].starts_with("3 "))
            .unwrap();
        let tally = |key: &str| {
            format!(
                "{}/{}",
                evaluation[key]["satisfied"], evaluation[key]["total"]
            )
        };
        let score: f64 = evaluation["score"].as_str().unwrap().parse().unwrap();
        let score = if evaluation["decided_by"] == "score" {
            format!("{score:.2}")
        } else {
            "N/A".to_owned()
        };
        assert!(
            row[0]
                .to_lowercase()
                .ends_with(evaluation["verdict"].as_str().unwrap()),
            "{row:?}"
        );
        assert_eq!(
            row[1],
            format!(
                "<code>{}</code>",
                dossier["provider"]["name"].as_str().unwrap()
            )
        );
        assert_eq!(row[3..6], [score, tally("mandatory"), tally("compliance")]);
    }
    let passes = rows.iter().map(|row| row[0].ends_with("PASS"));
    assert_eq!(
        passes.take(5).collect::<Vec<_>>(),
        [false, false, false, true, true],
        "bad news first"
    );
}

#[test]
fn what_falls_short_is_folded_below_with_its_place() {
    let report = ci::json(&[]);
    let markdown = run("markdown", &["--lang", "en"]).out;
    let short: usize = evaluations(&report)
        .iter()
        .map(|(_, it)| clauses(it, SHORT).len())
        .sum();
    assert_eq!(markdown.matches("\n- **").count(), short);
    for part in [
        "<details>\n<summary>❌ <code>短缺安全服务有限公司</code>: mandatory 1, others 4</summary>\n",
        "- **1.a** Registered capital: not satisfied, **mandatory**\n  - registered capital: found `1,000,000 yuan`, required `≥ 5,000,000 yuan` (`provider.registered_capital_yuan`, `tests/dossiers/ci/short/dossier.yaml:6`)\n",
        "`tests/dossiers/ci/short/people.yaml:2`",
        "`tests/dossiers/ci/lines.ndjson:2`",
        "### Not evaluated (2)\n",
        "- ``tests/dossiers/ci/broken.yaml:6:3: provider.registered_capitel_yuan: ",
    ] {
        assert!(markdown.contains(part), "`{part}` is not in\n{markdown}");
    }
}

#[test]
fn nothing_in_a_dossier_becomes_markup_link_mention_or_picture() {
    let folder = tempfile::tempdir().unwrap();
    let path = ci::hostile(folder.path());
    let expected = [
        "blockquote",
        "code",
        "details",
        "h2",
        "h3",
        "li",
        "p",
        "strong",
        "sub",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    let pack = Arc::new(pack(&["extension", "reuse"]));
    let mut rich = rich(&pack);
    for dossier in &mut rich.dossiers {
        dossier.path = HOSTILE.to_owned();
        for clause in dossier
            .evaluations
            .iter_mut()
            .flat_map(|it| &mut it.clauses)
        {
            for check in &mut clause.checks {
                check.ok = false;
                check.fact = format!("odd/{HOSTILE}");
                check.path = HOSTILE.to_owned();
                check.lacking = vec![json!(HOSTILE)];
                check.actual = json!(HOSTILE);
            }
            clause.message = clause.message.as_ref().map(|_| HOSTILE.to_owned());
            clause.title.en = HOSTILE.to_owned();
            clause.title.zh = HOSTILE.to_owned();
            clause.status = ciieval::outcome::Status::NotSatisfied;
        }
    }
    rich.errors = vec![ErrorReport::new(HOSTILE, HOSTILE)];
    let of = |language| format::render(&rich, &Markdown::new(Arc::clone(&pack), language)).unwrap();
    for markdown in [
        check(&[&path, "--format", "markdown", "--lang", "zh"]).out,
        check(&[&path, "--format", "markdown", "--lang", "en"]).out,
        of(Language::Chinese),
        of(Language::English),
    ] {
        ci::assert_no_hazards(&markdown);
        let html = rendered(&markdown);
        let (names, outside) = seen(&html);
        let strange: Vec<&String> = names
            .iter()
            .filter(|name| !expected.contains(&name.as_str()))
            .collect();
        assert!(strange.is_empty(), "{strange:?}\n{html}");
        for part in [
            "@",
            "#",
            "evil",
            "script",
            "smile",
            "$",
            "0123456789abcdef",
            "GH-2",
            "*",
            "~",
        ] {
            assert!(
                !outside.contains(part),
                "`{part}` outside of code in\n{outside}"
            );
        }
        assert!(
            html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
            "{html}"
        );
        assert!(rows(&html).iter().all(|row| row.len() == 7), "{html}");
        let count = |tag: &str| html.matches(tag).count();
        assert_eq!(count("<details>"), count("</details>"));
        assert_eq!(count("<details>"), count("<summary>"));
    }
}

#[test]
fn a_comment_holds_all_that_is_written_and_says_what_is_left_out() {
    let pack = pack(&[]);
    let patch = json!({"provider": {"registered_capital_yuan": 1, "name": "名".repeat(200)}, "positions": []});
    let one = report(&pack, &evidence(&patch));
    let good = report(&pack, &evidence(&json!({})));
    let mut all = Report::new(&pack);
    for number in 0..1000 {
        let mut dossier = if number % 2 == 0 { &good } else { &one }.dossiers[0].clone();
        dossier.path = format!("dossiers/{number}.yaml");
        all.dossiers.push(dossier);
        all.errors.push(ErrorReport::new(
            &format!("bad/{number}.yaml"),
            &"长".repeat(100),
        ));
    }
    let pack = Arc::new(pack);
    let left_out_numbers =
        Regex::new(r"(?:table rows|表格) (\d+).*?(?:clauses|条款) (\d+).*?(?:errors|错误) (\d+)")
            .unwrap();
    for language in [Language::Chinese, Language::English] {
        let text = format::render(&all, &Markdown::new(Arc::clone(&pack), language)).unwrap();
        assert!(text.encode_utf16().count() <= MOST);
        assert!(text.encode_utf16().count() > MOST - 2_000, "room is used");
        let html = rendered(&text);
        let numbers = left_out_numbers.captures(&text).unwrap();
        let left_out = |number: usize| -> usize { numbers[number].parse().unwrap() };
        assert_eq!(rows(&html).len() - 1 + left_out(1), 1000);
        assert_eq!(text.matches("\n- **").count() + left_out(2), 1000);
        assert_eq!(text.matches("\n- `bad/").count() + left_out(3), 1000);
        assert!(text.contains("-o html=report.html"));
        // Rows that are shown are bad news as long as there is any.
        assert!(!text.contains("✅"));
        assert_eq!(
            html.matches("<details>").count(),
            html.matches("</details>").count()
        );
    }
}

#[test]
fn a_clause_of_several_classes_stands_there_once() {
    let ran = common::ciieval(&[
        "check",
        "fixtures/dossiers/tianqing.yaml",
        "--format",
        "markdown",
        "--lang",
        "en",
    ]);
    let heads = Regex::new(r"\n- (\*\*[0-9a-z.]+\*\*)").unwrap();
    let ids: Vec<&str> = heads
        .captures_iter(&ran.out)
        .map(|found| found.get(1).unwrap().as_str())
        .collect();
    let distinct: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len(), "{}", ran.out);
    assert!(!ids.is_empty());
}

#[test]
fn an_interrupted_run_says_so() {
    let pack = Arc::new(pack(&[]));
    let text = ci::partial(&Markdown::new(pack, Language::English));
    assert!(text.contains("> ⚠️ Interrupted"), "{text}");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    ci::assert_same_for_any_jobs("markdown");
}
