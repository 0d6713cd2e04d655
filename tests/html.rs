//! The HTML report as text: a golden page, the same bytes every time, escaping, and the policy that lets
//! nothing else in. What it does in a browser is tested by `html_browser.rs`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ciieval::dossier::Places;
use ciieval::pack::Pack;
use ciieval::report::format;
use ciieval::report::html::Html;
use ciieval::report::model::{ErrorReport, Report};
use ciieval::text::Language;
use common::rich::rich;
use common::{GOOD, check, pack};
use regex::Regex;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::sync::Arc;

const GOLDEN: &str = "tests/golden/dossier.html";

fn html(pack: &Pack) -> Html {
    Html::new(Arc::new(pack.clone()), Language::Chinese)
}

/// A report on the dossier of the report as many times, with its errors.
fn times(report: &Report, count: usize) -> Report {
    let mut report = report.clone();
    report.dossiers = vec![report.dossiers[0].clone(); count];
    report
}

#[test]
fn the_page_of_a_dossier_is_the_golden_one() {
    let pack = pack(&["extension", "reuse"]);
    let report = rich(&pack);
    let page = html(&pack)
        .page(&report.dossiers[0], &Places::default())
        .unwrap();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(GOLDEN, &page).unwrap();
    }
    let golden = fs::read_to_string(GOLDEN).unwrap_or_default();
    assert!(
        page == golden,
        "{GOLDEN} is out of date: run `UPDATE=1 cargo test --test html`"
    );
}

#[test]
fn the_same_report_gives_the_same_bytes_and_every_number_of_it() {
    let pack = pack(&["extension", "reuse"]);
    let report = rich(&pack);
    let text = format::render(&report, &html(&pack)).unwrap();
    assert_eq!(text, format::render(&report, &html(&pack)).unwrap());
    let dossier = &report.dossiers[0];
    for evaluation in &dossier.evaluations {
        let result = &evaluation.result;
        for (name, tally) in [("必要项", result.mandatory), ("合规项", result.compliance)] {
            let shown = format!("{}<small>/{}</small>", tally.satisfied, tally.total);
            assert!(
                text.contains(&shown),
                "{}: {name}: {shown}",
                evaluation.class
            );
        }
        assert!(text.contains(&result.score));
        for clause in &evaluation.clauses {
            let anchor = format!("id=\"{}-{}\"", evaluation.class, clause.id);
            assert!(text.contains(&anchor), "{anchor}");
        }
    }
    assert!(text.contains("b.yaml:3:7: people[0].id: is wrong"));
}

#[test]
fn one_dossier_stands_in_the_page_and_several_are_packed() {
    let pack = pack(&["extension", "reuse"]);
    let report = rich(&pack);
    let render = |count| format::render(&times(&report, count), &html(&pack)).unwrap();
    let (none, one, two, three) = (render(0), render(1), render(2), render(3));
    let packed = |text: &str| text.matches("<script type=\"text/plain\"").count();
    assert_eq!(
        [&none, &one, &two, &three].map(|text| packed(text)),
        [0, 0, 2, 3]
    );
    assert!(one.contains("<article class=\"dossier\"") && !one.contains("id=\"index\""));
    assert!(!two.contains("<article class=\"dossier\"") && two.contains("id=\"index\""));
    assert!(none.contains("id=\"index\"") && none.contains("b.yaml:3:7"));
    for text in [none, one, two, three] {
        assert_eq!(text.matches("<!DOCTYPE html>").count(), 1);
        assert_eq!(text.matches("</html>").count(), 1);
        assert!(text.ends_with("</html>\n") || text.ends_with("</html>"));
    }
}

#[test]
fn only_the_style_and_the_script_of_the_page_may_run() {
    let pack = pack(&[]);
    let report = common::report(&pack, &common::evidence(&serde_json::json!({})));
    let text = format::render(&report, &html(&pack)).unwrap();
    let policy = Regex::new("Content-Security-Policy\" content=\"([^\"]*)\"").unwrap();
    let policy = policy.captures(&text).unwrap()[1].replace("&#39;", "'");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(
        !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
        let (_, rest) = text.split_once(&format!("<{element}>")).unwrap();
        let (content, _) = rest.split_once(&format!("</{element}>")).unwrap();
        let digest = STANDARD.encode(Sha256::digest(content.as_bytes()));
        assert!(
            policy.contains(&format!("{directive} 'sha256-{digest}'")),
            "{directive}"
        );
    }
    // Whatever the policy forbids is not in the page.
    let forbidden =
        Regex::new("<[a-z][^>]*\\s(style|on[a-z]+)=|(src|href)=\"[^#d]|url\\(").unwrap();
    let found = forbidden.find(&text).map(|found| found.as_str());
    assert_eq!(found, None);
}

#[test]
fn evidence_is_text_wherever_it_stands() {
    let bad = "</script><script>alert(1)</script>'\"&\u{202e}\u{1b}";
    let pack = pack(&["extension", "reuse"]);
    let mut report = rich(&pack);
    report.dossiers[0].provider.name = bad.to_owned();
    report.dossiers[0].path = bad.to_owned();
    report.errors = vec![ErrorReport::new(bad, bad)];
    for count in [1, 2] {
        let text = format::render(&times(&report, count), &html(&pack)).unwrap();
        assert!(!text.contains("<script>alert") && !text.contains(['\u{202e}', '\u{1b}']));
        let shown = "&#60;/script&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#39;&#34;&#38;\\u{202e}\\u{1b}";
        assert!(text.contains(shown));
        let scripts = text.matches("<script").count();
        assert_eq!(
            scripts,
            if count == 1 { 1 } else { 3 },
            "its own script, and the packed pages"
        );
    }
}

#[test]
fn places_have_the_line_of_their_file() {
    let folder = tempfile::tempdir().unwrap();
    let short = folder.path().join("short.yaml");
    fs::write(
        &short,
        fs::read_to_string(GOOD).unwrap().replace("5000000", "1"),
    )
    .unwrap();
    let ran = check(&[short.to_str().unwrap(), "--format", "html"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let line =
        "<code>provider.registered_capital_yuan</code> <code class=\"line\">short.yaml:6</code>";
    assert!(ran.out.contains(line));
    assert!(
        ran.out
            .contains("<code class=\"line\">short.<wbr>yaml:<wbr>6<wbr></code>")
    );
}

#[test]
fn what_every_report_must_have_is_there_with_places_to_fill_in() {
    let pack = pack(&["extension", "reuse"]);
    let mut report = rich(&pack);
    report.dossiers[0].assessment.purpose = Some("某目的".to_owned());
    let text = format::render(&report, &html(&pack)).unwrap();
    for said in [
        "参评机构与评价主体",
        "Evaluated body and evaluator",
        "评价活动基本情况",
        "Course of the evaluation",
        "评价指标的权重",
        "Weights of the indicators",
        "评价指标的赋值方法",
        "How values are assigned",
        "评价专家意见",
        "Opinion of the evaluator",
        "签字与盖章",
        "Signatures and seal",
        "结果的作用范围与时效",
        "Scope and validity of the result",
        "某目的",
        "赵六",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(text.matches("class=\"blank\"").count() > 30);
}

#[test]
fn the_command_line_writes_it_in_the_language_asked_for() {
    for (language, tag) in [("zh", "zh-CN"), ("en", "en")] {
        let ran = check(&[GOOD, "--format", "html", "--lang", language]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let head = format!("<html lang=\"{tag}\" data-language=\"{language}\">");
        assert!(ran.out.contains(&head), "{}", &ran.out[..200]);
    }
}
