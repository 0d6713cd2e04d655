//! Word templates of one's own: loops, expressions that Word has split, and what is said of a template
//! that cannot be filled in, before any work is done.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;
mod docx;

use ciieval::pack::Pack;
use ciieval::report::docx::{self as built_in, Docx};
use ciieval::text::Language;
use common::{GOOD, Ran, check, command};
use docx::{Parts, lines, paragraph, parts, row, template, text, zipped};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A run with a template, and where its report is.
fn run(folder: &Path, file: &Path, dossiers: &[&str]) -> (Ran, PathBuf) {
    let out = folder.join("report.docx");
    let output = format!("docx={}", out.display());
    let mut arguments = dossiers.to_vec();
    arguments.extend([
        "-q",
        "--lang",
        "en",
        "-o",
        &output,
        "--template",
        file.to_str().unwrap(),
    ]);
    (check(&arguments), out)
}

fn with(parts: &Parts) -> (TempDir, Ran, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = zipped(folder.path(), "own.docx", parts);
    let (ran, out) = run(folder.path(), &file, &[GOOD]);
    (folder, ran, out)
}

/// What comes of a text with a header.
fn filled(body: &str) -> Parts {
    let (_folder, ran, out) = with(&template(body, "{{ provider.name }}"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    parts(&fs::read(out).unwrap())
}

/// What is said of a text, with nothing written.
fn refused(body: &str) -> String {
    refused_parts(&template(body, "x"))
}

fn refused_parts(parts: &Parts) -> String {
    let (_folder, ran, out) = with(parts);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        !out.exists() && ran.err.contains("own.docx") && ran.err.lines().count() == 1,
        "{}",
        ran.err
    );
    ran.err
}

#[test]
fn names_loops_and_headers_are_filled_in() {
    let body = paragraph(
        "{{ provider.name }}: {{ reference_date }}{% for one in evaluations %}, {{ one.result.verdict }}{% endfor %}",
    ) + "<w:tbl>"
        + &row("Term")
        + &row("{%tr for evaluation in evaluations %}")
        + &row("{%tr for term in evaluation.terms %}")
        + &row("{{ term.title }}: {{ term.points }} of {{ term.weight }}")
        + &row("{%tr endfor %}")
        + &row("{%tr endfor %}")
        + "</w:tbl>"
        + &paragraph("{%p for pack in packs %}")
        + &paragraph("{{ loop.index }}. {{ pack.id }}")
        + &paragraph("{%p endfor %}")
        + &paragraph(
            "{# nobody sees this #}{{ provider.legal_form or “none” }}{{ assessment.purpose }}",
        );
    let parts = filled(&body);
    let lines = lines(&parts["word/document.xml"]);
    assert_eq!(
        lines,
        [
            "华安测试服务有限公司: 2025-06-30, PASS",
            "Term",
            "Basics: 40.00 of 40",
            "Conduct: 30.00 of 30",
            "Alpha services: 30.00 of 30",
            "1. ciieval/standard",
            "enterprise",
        ]
    );
    assert_eq!(text_of_header(&parts), "华安测试服务有限公司");
}

fn text_of_header(parts: &Parts) -> String {
    lines(&parts["word/header1.xml"]).join("\n")
}

#[test]
fn expressions_that_word_has_split_over_runs_are_filled_in() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>By {</w:t></w:r><w:r><w:t>{ provi</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>\
                <w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/><w:r><w:t>der.name }</w:t></w:r><w:r><w:t>}!</w:t></w:r></w:p>\
                <w:p><w:r><w:t>{%</w:t></w:r><w:r><w:t>p if pass_mark &gt; </w:t></w:r><w:r><w:t>64 %}</w:t></w:r></w:p>\
                <w:p><w:r><w:t xml:space=\"preserve\"> more than 64 </w:t></w:r></w:p><w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>";
    let lines = lines(&filled(body)["word/document.xml"]);
    assert_eq!(lines, ["By 华安测试服务有限公司!", " more than 64 "]);
}

#[test]
fn what_is_not_filled_in_stays_as_it_is() {
    let mut own = template(&paragraph("{{ provider.name }}"), "x");
    own.insert(
        "word/media/seal.svg".to_owned(),
        "<svg>{{ x }}</svg>".to_owned(),
    );
    let (_folder, ran, out) = with(&own);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let made = parts(&fs::read(out).unwrap());
    for name in [
        "word/media/seal.svg",
        "word/header1.xml",
        "[Content_Types].xml",
        "_rels/.rels",
    ] {
        assert_eq!(made[name], own[name], "{name}");
    }
}

#[test]
fn several_dossiers_are_listed_by_the_template_or_else_by_the_built_in_layout() {
    let own = paragraph("{%p run %}")
        + &paragraph(
            "All: {% for report in reports %}{{ report.number }} {{ report.name }};{% endfor %}",
        )
        + &paragraph("{% for error in errors %}{{ error }}{% endfor %}")
        + &paragraph("{%p endrun %}");
    let rest = paragraph("Report on {{ provider.name }}");
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.yaml");
    fs::write(&bad, "schema: ciieval/dossier/v1\n").unwrap();
    for (body, listed) in [
        (
            own + &rest,
            "All: 1 华安测试服务有限公司;2 华安测试服务有限公司;",
        ),
        (rest, "Reports in this document"),
    ] {
        let file = zipped(
            folder.path(),
            "own.docx",
            &template(&body, "{{ provider.name }}"),
        );
        let good = fs::read_to_string(GOOD).unwrap();
        let other = folder.path().join("other.yaml");
        fs::write(&other, good).unwrap();
        let dossiers = [GOOD, other.to_str().unwrap(), bad.to_str().unwrap()];
        let (ran, out) = run(folder.path(), &file, &dossiers);
        assert_eq!(ran.code, 3, "{}", ran.err);
        let parts = parts(&fs::read(out).unwrap());
        let text = text(&parts);
        assert!(text.contains(listed) && text.contains("bad.yaml"), "{text}");
        assert_eq!(text.matches("Report on").count(), 2);
        assert!(parts.contains_key("word/header1_2.xml"));
    }
}

#[test]
fn mistakes_are_said_with_part_and_expression_before_any_work() {
    let said = |error: &str, parts: &[&str]| {
        for part in parts {
            assert!(error.contains(part), "{part}: {error}");
        }
    };
    said(
        &refused(&paragraph("{{ provider.nam }}")),
        &[
            "`word/document.xml`: in `{{ provider.nam }}`: undefined value",
            "docs/report-template.md",
        ],
    );
    said(
        &refused(&paragraph("{{ provder.name }}")),
        &["there is no `provder`", "docs/report-template.md"],
    );
    said(
        &refused(&paragraph("{{ evaluations[0].title }}")),
        &[
            "`evaluations[0]` is undefined",
            "in a report in which no class was evaluated",
        ],
    );
    // Also where nothing of the made-up reports leads there.
    said(
        &refused(&paragraph(
            "{% if pass_mark > 1000 %}{{ nonsense }}{% endif %}",
        )),
        &["there is no `nonsense`"],
    );
    said(
        &refused(&paragraph("{{ provider.name | upper( }}")),
        &["word/document.xml", "upper(", "syntax error"],
    );
    said(
        &refused(&paragraph("{% for x in packs %}")),
        &["syntax error"],
    );
    said(
        &refused(&paragraph("{{ provider.name")),
        &["`{{ provider.name` is not closed"],
    );
    said(
        &refused(&paragraph("{%tr for x in packs %}")),
        &["stands in no row"],
    );
    said(&refused(&paragraph("{{ packs }}")), &["name what is in it"]);
    said(
        &refused(&paragraph("{{ provider.name|safe }}")),
        &["unknown filter"],
    );
}

#[test]
fn what_word_would_not_open_is_refused() {
    let table = "<w:tbl>".to_owned()
        + &row("{%tr for x in external %}")
        + &row("{{ x.title }}")
        + &row("{%tr endfor %}")
        + "</w:tbl>";
    assert!(refused(&table).contains("a table has no rows"));
    let cell = format!(
        "<w:tbl><w:tr><w:tc>{}{}{}</w:tc></w:tr></w:tbl>",
        paragraph("{%p if external %}"),
        paragraph("x"),
        paragraph("{%p endif %}")
    );
    assert!(refused(&cell).contains("ends without a paragraph"));
}

#[test]
fn what_is_no_template_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |name: &str, bytes: &[u8], why: &str| {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let (ran, out) = run(folder.path(), &file, &[GOOD]);
        assert_eq!(ran.code, 2);
        assert!(
            ran.err.contains(why) && ran.err.contains(name),
            "{}",
            ran.err
        );
        assert!(!out.exists());
    };
    refuse("a.docx", b"no archive", "no Word document");
    let (ran, _) = run(folder.path(), Path::new("nowhere.docx"), &[GOOD]);
    assert!(
        ran.code == 2 && ran.err.contains("nowhere.docx"),
        "{}",
        ran.err
    );

    let fine = template(&paragraph("x"), "x");
    let but = |change: fn(&mut Parts)| {
        let mut parts = fine.clone();
        change(&mut parts);
        refused_parts(&parts)
    };
    let macros = but(|parts| {
        let types = parts.get_mut("[Content_Types].xml").unwrap();
        *types = types.replace(
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            "vnd.ms-word.document.macroEnabled.main",
        );
    });
    assert!(macros.contains("has macros"), "{macros}");
    let hidden = but(|parts| {
        parts.insert("word/vbaProject.bin".to_owned(), String::new());
    });
    assert!(hidden.contains("has macros"), "{hidden}");
    let sheet = but(|parts| {
        let types = parts.get_mut("[Content_Types].xml").unwrap();
        *types = types.replace("wordprocessingml.document", "spreadsheetml.sheet");
    });
    assert!(sheet.contains("no Word document"), "{sheet}");
    let entities = but(|parts| {
        let document = parts.get_mut("word/document.xml").unwrap();
        document.insert_str(0, "<!DOCTYPE x [<!ENTITY a \"b\">]>");
    });
    assert!(entities.contains("document type declaration"), "{entities}");
    let broken = but(|parts| {
        let document = parts.get_mut("word/document.xml").unwrap();
        *document = document.replace("</w:body>", "");
    });
    assert!(broken.contains("`word/document.xml`"), "{broken}");
    let deep = but(|parts| {
        let document = parts.get_mut("word/document.xml").unwrap();
        *document = document.replace(
            "<w:body>",
            &("<w:body>".to_owned() + &"<w:p>".repeat(100_000)),
        );
    });
    assert!(deep.contains("deeper"), "{deep}");
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused() {
    for (name, size, why) in [
        ("word/document.xml", 17, "16 MiB"),
        ("word/media/a.bin", 65, "64 MiB"),
    ] {
        let mut parts = template(&paragraph("x"), "x");
        parts.insert(name.to_owned(), " ".repeat(size << 20));
        let error = refused_parts(&parts);
        assert!(error.contains(why) && error.contains(name), "{error}");
    }
}

#[test]
fn a_template_goes_with_a_docx_report_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = zipped(folder.path(), "own.docx", &template(&paragraph("x"), "x"));
    let ran = check(&[
        GOOD,
        "--format",
        "json",
        "--template",
        file.to_str().unwrap(),
    ]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err
            .contains("`--template` lays out a docx report: add `-o docx=FILE`"),
        "{}",
        ran.err
    );
    let output = command(&[
        "check",
        "--policies",
        "tests/packs/standard",
        GOOD,
        "--format",
        "docx",
        "--template",
    ])
    .arg(&file)
    .output()
    .unwrap();
    assert!(output.stdout.starts_with(b"PK"));
}

const LAYOUT: &str = "examples/templates/report.docx";

#[test]
fn the_built_in_layout_is_there_to_start_from_and_gives_the_built_in_report() {
    let made = built_in::layout().unwrap();
    let committed = fs::read(LAYOUT).unwrap_or_default();
    // Compared by their parts: another version of the library may pack them otherwise.
    if committed.is_empty() || parts(&made) != parts(&committed) {
        let is_update = std::env::var_os("UPDATE").is_some();
        assert!(
            is_update,
            "{LAYOUT} is out of date: run `UPDATE=1 cargo test --test report_docx_template`"
        );
        fs::create_dir_all("examples/templates").unwrap();
        fs::write(LAYOUT, &made).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let (ran, out) = run(folder.path(), Path::new(LAYOUT), &[GOOD]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let own = fs::read(out).unwrap();
    let out = folder.path().join("other.docx");
    let ran = check(&[
        GOOD,
        "-q",
        "--lang",
        "en",
        "-o",
        &format!("docx={}", out.display()),
    ]);
    assert_eq!(ran.code, 0);
    assert!(own == fs::read(out).unwrap());
}

const DOCUMENTATION: &str = "docs/report-template.md";

/// Names of what stands in several places, by the name that it is described under.
const ALIKE: [(&str, &str); 12] = [
    (
        r"^evaluations\[\]\.(mandatory_short|other_short|terms\[\]\.clauses)\[\]\.",
        "clause.",
    ),
    (r"^judged\[\]\.clause\.", "clause."),
    (r"^clause\.checks\[\]\.", "check."),
    (r"^clause\.findings\[\]\.", "finding."),
    (r"^evaluations\[\]\.", "evaluation."),
    (r"^evaluation\.terms\[\]\.", "term."),
    (r"^(reports\[\]\.)?classes\[\]\.", "class."),
    (r"^(evaluation|class)\.result\.", "result."),
    (
        r"^form\.(.*\.)?(evaluated|evaluator|facts|fields|places)\[\]\.",
        "field.",
    ),
    (r"^form\.course\.steps\[\]\.", "step."),
    (r"^sections\.\w+\.", "section."),
    (r"^step\.fields\[\]\.", "field."),
];

fn alike(name: &str) -> String {
    let mut name = name.to_owned();
    for (pattern, short) in ALIKE {
        name = Regex::new(pattern)
            .unwrap()
            .replace(&name, short)
            .into_owned();
    }
    name
}

#[test]
fn every_name_is_described_and_nothing_else() {
    let docx = Docx::new(Arc::new(Pack::load(&[]).unwrap()), Language::English).unwrap();
    let chinese = Docx::new(Arc::new(Pack::load(&[]).unwrap()), Language::Chinese).unwrap();
    let mut page = fs::read_to_string(DOCUMENTATION).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        let texts = docx.texts().into_iter().zip(chinese.texts());
        let rows = texts.map(|((name, en), (_, zh))| format!("| `text.{name}` | {zh} | {en} |\n"));
        let (start, rest) = page.split_once("<!-- texts -->\n").unwrap();
        let (_, end) = rest.split_once("<!-- end of texts -->").unwrap();
        let head = "| name | Chinese | English |\n|---|---|---|\n";
        let rows: String = rows.collect();
        page = format!("{start}<!-- texts -->\n{head}{rows}<!-- end of texts -->{end}");
        fs::write(DOCUMENTATION, &page).unwrap();
    }
    let described = Regex::new(r"(?m)^\| `([a-z0-9_.\[\]]+)` \|").unwrap();
    let described: BTreeSet<String> = described
        .captures_iter(&page)
        .map(|found| found[1].to_owned())
        .collect();
    let names: BTreeMap<String, &str> = docx.names().into_iter().flatten().collect();
    let names: BTreeSet<String> = names.keys().map(|name| alike(name)).collect();
    let missing: Vec<_> = names.difference(&described).collect();
    let stale: Vec<_> = described.difference(&names).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "{DOCUMENTATION} (texts: UPDATE=1) lacks {missing:#?} and has {stale:#?}"
    );
}
