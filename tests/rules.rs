//! What the engine makes of rules, whatever the pack: imports, recursion and coverage.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ciieval::engine::coverage::lines_of_module;
use ciieval::engine::{Engine, parse};
use ciieval::pack::PackError;
use ciieval::pack::source::SourceFile;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

fn files(texts: &[&str]) -> Vec<SourceFile> {
    let named = texts.iter().enumerate().map(|(number, text)| SourceFile {
        path: format!("{number}.rego"),
        text: (*text).to_owned(),
    });
    named.collect()
}

fn engine(texts: &[&str]) -> Result<Engine, Vec<PackError>> {
    let files = files(texts);
    let files: Vec<&SourceFile> = files.iter().collect();
    Engine::with_files(&files, &json!({"words": {"a": 1}}), Duration::from_secs(5))
        .map(|(engine, _)| engine)
}

fn ask(engine: &mut Engine, path: &str) -> Option<Value> {
    let path: Vec<String> = path.split('.').map(str::to_owned).collect();
    engine.ask(&path).answer.unwrap()
}

/// Why the pack is refused.
fn refused(texts: &[&str]) -> String {
    let problems = engine(texts).err().unwrap();
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

#[test]
fn functions_see_what_their_package_imports_whoever_reads_the_package_first() {
    let mut engine = engine(&[
        "package dates\n\nreference := 3\n",
        "package people\n\nimport data.dates\n\nold(x) if x < dates.reference\n\nall_old := [x | some x in [1, 2, 3]; old(x)]\n",
        "package top\n\nimport data.people\n\nnumber := count(people.all_old)\n\none_is_old if people.old(1)\n\nboth := [number, one_is_old]\n",
    ])
    .unwrap();
    assert_eq!(ask(&mut engine, "top.both"), Some(json!([2, true])));
}

#[test]
fn an_import_is_written_out_only_where_the_name_is_its_own() {
    let mut engine = engine(&[
        "package lib\n\nkinds := {\"b\"}\n\ntwice(n) := n * 2\n",
        "package top\n\nimport data.lib\nimport data.lib as other\nimport data.words\nimport input.lib as given\n\n\
         local := y if {\n\tlib := [\"a\"]\n\ty := lib\n}\n\nargument(lib) := lib.kinds\n\nfrom_argument := argument({\"kinds\": 1})\n\n\
         imported := [lib.kinds, other.twice(2), words.a, words[\"a\"]]\n\nfield := {\"lib\": {\"lib\": 2}}.lib.lib\n\n\
         from_input := x if {\n\tx := given.x with input as {\"lib\": {\"x\": 4}}\n}\n\n\
         replaced := x if {\n\tx := lib.kinds with lib.kinds as {\"c\"}\n}\n",
    ])
    .unwrap();
    for (rule, value) in [
        ("local", json!(["a"])),
        ("from_argument", json!(1)),
        ("imported", json!([["b"], 4, 1, 1])),
        ("field", json!(2)),
        ("from_input", json!(4)),
        ("replaced", json!(["c"])),
    ] {
        assert_eq!(
            ask(&mut engine, &format!("top.{rule}")),
            Some(value),
            "{rule}"
        );
    }
}

#[test]
fn what_packages_are_called_for_the_engine_shows_nowhere() {
    let mut engine = engine(&[
        // Imports of a rule, of a package under another name, and of one that only leads to packages.
        "package top\n\nimport data.deep\nimport data.deep.one as first\nimport data.plain.number\nimport data.plain as other\n\n\
         imported := [first.n, deep.two.n, number, other[\"number\"]]\n\nkeys := sort([key | some key, _ in deep])\n\n\
         computed := [other[name] | some name in [\"number\"]]\n\nwhole := other\n\ncalled := other.twice(2)\n\n\
         replaced := x if {\n\tx := other.twice(2) with other.twice as other.thrice\n}\n\n\
         given := x if {\n\tx := other.number with data.plain.number as 7\n}\n",
        "package deep.one\n\nn := 1\n",
        "package deep.two\n\nn := 2\n",
        "package plain\n\nnumber := 3\n\ntwice(n) := n * 2\n\nthrice(n) := n * 3\n",
        // Names that the engine's could be taken for, one package in another, and one where data stand.
        "package package_0\n\nnumber := 4\n\ntext := \"package_1\"\n",
        "package reader\n\nimport data.package_0 as p\nimport data.words\n\nread := [p.number, p.text, data.outer.n, data.outer.inner.n, words.a, words.b]\n",
        "package outer\n\nn := 5\n",
        "package outer.inner\n\nn := 6\n",
        "package words\n\nb := 8\n",
    ])
    .unwrap();
    for (rule, value) in [
        ("top.imported", json!([1, 2, 3, 3])),
        ("top.keys", json!(["one", "two"])),
        ("top.computed", json!([3])),
        ("top.whole", json!({"number": 3})),
        ("top.called", json!(4)),
        ("top.replaced", json!(6)),
        ("top.given", json!(7)),
        ("reader.read", json!([4, "package_1", 5, 6, 1, 8])),
        ("deep.two.n", json!(2)),
        ("plain.number", json!(3)),
        ("package_0.text", json!("package_1")),
    ] {
        assert_eq!(ask(&mut engine, rule), Some(value), "{rule}");
    }
}

#[test]
fn rules_that_lead_back_to_themselves_are_refused_with_their_places() {
    assert_eq!(
        refused(&["package a\n\nendless(n) := endless(n + 1)\n"]),
        "0.rego:3: `a.endless` leads back to itself, which Rego does not allow: it reads `a.endless`"
    );
    assert_eq!(
        refused(&[
            "package a\n\nimport data.b\n\none(n) := b.two(n)\n",
            "package b\n\ntwo(n) := 1 if n == 0\n\ntwo(n) := data.a.one(n - 1) if {\n\tsome m in [n]\n\tm > 0\n}\n",
        ]),
        "0.rego:5: `a.one` leads back to itself, which Rego does not allow: it reads `b.two` (1.rego:3), which reads `a.one`"
    );
    // A rule that reads its whole package reads itself.
    let whole = refused(&["package a\n\nall := count(data.a)\n"]);
    assert!(whole.starts_with("0.rego:3: `a.all` leads back"), "{whole}");
    let computed = refused(&["package a.b\n\nall := data.a[input.x]\n"]);
    assert!(
        computed.starts_with("0.rego:3: `a.b.all` leads back"),
        "{computed}"
    );
}

#[test]
fn what_only_looks_like_recursion_is_taken() {
    for text in [
        "package a\n\nn(n) := n + 1\n\nx := n(1)\n",
        "package a\n\nids := {n | some n in [1]; ids := n; ids > 0}\n",
        "package a\n\nx := input.a.x\n",
        "package a\n\nx := {\"x\": 1}\n",
        "package a\n\nx if {\n\tevery x in [1] {\n\t\tx == 1\n\t}\n}\n",
        "package a\n\nx := y if {\n\ty := 1 with data.a.x as 2\n}\n",
    ] {
        assert!(engine(&[text]).is_ok(), "{text}: {}", refused(&[text]));
    }
}

#[test]
fn lines_that_can_be_covered_are_those_the_engine_reports() {
    let text = "package a\n\nb := {\n\t\"x\": 1,\n\t\"y\": {z |\n\t\tsome z in [1]\n\t\tz > 0\n\t},\n}\n\nf(x) := y if {\n\tx > 3\n\ty := [\n\t\tx,\n\t\tb.x,\n\t]\n} else := 7 if {\n\tx > 2\n} else := 8\n\nk contains v if {\n\tsome v in [1]\n\tnot v in {\n\t\t2,\n\t}\n\tevery w in [1] {\n\t\tw == 1\n\t}\n}\n\ndefault d := false\n\nd if f(1)[\n0] == 2\n";
    let files = files(&[text]);
    let file: Vec<&SourceFile> = files.iter().collect();
    let program = parse(&file).unwrap();
    let lines = lines_of_module(&program.modules()[0]);
    let mut inner = regorus::Engine::new();
    inner
        .add_policy("0.rego".to_owned(), text.to_owned())
        .unwrap();
    inner.set_enable_coverage(true);
    inner.eval_rule("data.a.d".to_owned()).unwrap();
    let report = inner.get_coverage_report().unwrap();
    let reported: BTreeSet<usize> = report.files[0]
        .covered
        .iter()
        .chain(&report.files[0].not_covered)
        .map(|line| usize::try_from(*line).unwrap())
        .collect();
    assert_eq!(lines, reported);
    assert!(!report.files[0].not_covered.is_empty());
}
