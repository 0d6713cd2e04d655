//! `ciieval lint`: each mistake is found, with file and line, and what is right is left alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::ciieval;
use std::fs;

const MANIFEST: &str = "\
id: ciieval/standard
version: 1.0.0
terms:
  - id: only
    clause: '1'
    title: {zh: 唯一, en: Only}
    weight: 100
    areas:
      - {clause: '1', id: only, package: area, clauses: 1, title: {zh: 唯一, en: Only}}
classes:
  - {id: only, clause: '1', title: {zh: 唯一, en: Only}, term: only}
";

/// Annotation of a clause rule, of ten lines.
fn annotation(id: &str) -> String {
    format!(
        "# METADATA\n# title: Title\n# description: Description.\n# custom:\n#   clause: {id}\n#   mandatory: true\n#   title_zh: 标题\n#   description_zh: 说明。\n"
    )
}

const OUTCOME: &str = "clause := {\"status\": \"satisfied\", \"checks\": []}\n";

/// A file of the area with a clause and more rules, which start at line 14.
fn area(more: &str) -> String {
    format!("package area\n\n{}{OUTCOME}\n\n{more}", annotation("1.a"))
}

/// What lint says about a pack: problems without its folder, and nothing else.
fn lint(manifest: &str, files: &[(&str, &str)]) -> Vec<String> {
    let (code, lines) = run(manifest, files);
    let problems = lines.len() - 1;
    assert!(
        lines[problems].starts_with(&format!("{problems} problems in ")),
        "{lines:?}"
    );
    assert_eq!(code, i32::from(problems > 0), "{lines:?}");
    lines[..problems].to_vec()
}

/// The exit code, and all lines.
fn run(manifest: &str, files: &[(&str, &str)]) -> (i32, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pack.yaml"), manifest).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let prefix = format!("{}/", folder.path().display());
    let ran = ciieval(&["lint", folder.path().to_str().unwrap()]);
    // The engine may write to stderr what it could not plan beforehand.
    let said = if ran.code == 2 { ran.err } else { ran.out };
    (
        ran.code,
        said.replace(&prefix, "")
            .lines()
            .map(str::to_owned)
            .collect(),
    )
}

/// What lint says about rules beside a clause.
fn rules(more: &str) -> Vec<String> {
    lint(MANIFEST, &[("area.rego", &area(more)), ("lib.rego", LIB)])
}

const LIB: &str = "package lib\n\nnumber := 1\n\ntwice(n) := n * 2\n";

#[test]
fn a_pack_that_is_right_has_no_problems() {
    assert_eq!(rules(""), [""; 0]);
    let more = "\
import data.lib
import data.lib.number
import data.words
import rego.v1

used := [lib.twice(number), words.a, object.get(input, \"x\", null), count(lib), data.lib.number]

pairs := {key: value | some key, value in {\"a\": 1}}

ignored(_, [first, _]) := first

walked := [value | walk(input, [_, value])]

mocked := x if {
	x := lib.twice(2) with lib.twice as 3 with data.nowhere.x as 1 with input.x as 2
}
";
    let text = area("").replace(
        "package area\n",
        &format!("package area\n\n{}", more.split("\n\n").next().unwrap()),
    ) + more.split_once("\n\n").unwrap().1;
    let found = lint(
        MANIFEST,
        &[
            ("area.rego", &text),
            ("lib.rego", LIB),
            ("data.yaml", "words: {a: 1}\n"),
        ],
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn names_that_lead_nowhere() {
    for (more, problem) in [
        (
            "x := data.lib.nothere\n",
            "area.rego:14: `data.lib.nothere` does not exist: it would be undefined in silence",
        ),
        (
            "x := data.nowhere.at.all\n",
            "area.rego:14: `data.nowhere.at.all` does not exist: it would be undefined in silence",
        ),
        (
            "x := data.lib.nothere(1)\n",
            "area.rego:14: `data.lib.nothere` does not exist: it would be undefined in silence",
        ),
        (
            "x := data.lib.number(1)\n",
            "area.rego:14: `data.lib.number` is called and is no function",
        ),
        (
            "x := data.lib.twice(1, 2)\n",
            "area.rego:14: `data.lib.twice` is given 2 arguments and takes 1",
        ),
        (
            "x := [\n\t1,\n\tfoo(2),\n]\n",
            "area.rego:16: `foo` is neither a function of this package nor a builtin that is available here",
        ),
        (
            "x := json.nothere(1)\n",
            "area.rego:14: `json.nothere` is neither a function of this package nor a builtin that is available here",
        ),
        (
            "x := count(1, 2)\n",
            "area.rego:14: `count` is given 2 arguments and takes 1",
        ),
        (
            "x := time.now_ns()\n",
            "area.rego:14: `time.now_ns` is not available: it depends on the clock, and results depend on the dossier alone",
        ),
        (
            "x := http.send({})\n",
            "area.rego:14: `http.send` is not available: it depends on the network, and results depend on the dossier alone",
        ),
    ] {
        assert_eq!(rules(more), [problem], "{more}");
    }
}

#[test]
fn imports_that_lead_nowhere_or_are_not_used() {
    let with = |import: &str, rule: &str| {
        let text = area(rule).replace("package area\n", &format!("package area\n\n{import}\n"));
        lint(MANIFEST, &[("area.rego", &text), ("lib.rego", LIB)])
    };
    assert_eq!(
        with("import data.nowhere", "x := nowhere.y\n"),
        [
            "area.rego:16: `nowhere.y` does not exist: it would be undefined in silence",
            "area.rego:3: imports `data.nowhere`, which no file declares",
        ]
        .map(str::to_owned)
        .into_iter()
        .rev()
        .collect::<Vec<_>>()
    );
    assert_eq!(
        with("import data.lib as other", "x := other.nothere\n"),
        ["area.rego:16: `other.nothere` does not exist: it would be undefined in silence"]
    );
    assert_eq!(
        with("import data.lib", "x(lib) := lib.number\n"),
        ["area.rego:3: import `lib` is not used"]
    );
}

#[test]
fn functions_and_layout() {
    for (more, problem) in [
        (
            "f(x, y) := x\n",
            "area.rego:14: function `f` does not use its argument `y`: write `_`",
        ),
        (
            "f(x) := x\n\nf(x, y) := x + y\n",
            "area.rego:16: data.area.f was previously defined with 1 arguments.",
        ),
        (
            "x := [key |\n\tsome key, value in {}\n\tvalue\n]\n",
            "area.rego:15: `some key, value in` inside a set or array comprehension, which rego-cpp does not parse: iterate the values",
        ),
        ("x := 1 \n", "area.rego:14: line ends with white space"),
        (
            "x := [\n    1,\n]\n",
            "area.rego:15: indent with tabs, as `opa fmt` does",
        ),
    ] {
        assert_eq!(rules(more), [problem], "{more}");
    }
}

#[test]
fn clause_rules_that_give_no_outcome() {
    let clause = |rule: &str| {
        let text = format!("package area\n\n{}{rule}", annotation("1.a"));
        lint(MANIFEST, &[("area.rego", &text), ("lib.rego", LIB)])
    };
    for (rule, what) in [
        (
            "clause := 1\n",
            "gives a number, a truth value or null, and no outcome",
        ),
        (
            "clause := \"satisfied\"\n",
            "gives a string, and no outcome",
        ),
        ("clause if input.x\n", "gives `true`, and no outcome"),
        (
            "clause := input.x == 1\n",
            "gives true or false, and no outcome",
        ),
        (
            "clause := {\"status\": \"satisfied\"}\n",
            "gives an object without `status` and `checks`, and no outcome",
        ),
        (
            "clause := data.lib.number\n",
            "gives a number, a truth value or null, and no outcome",
        ),
        (
            "clause := data.lib.twice(2)\n",
            "gives a number or a set, and no outcome",
        ),
        (
            "clause := x if {\n\tx := [1]\n}\n",
            "gives an array or a set, and no outcome",
        ),
        (
            "clause contains 1\n",
            "is a set or an object of several entries: give it one value",
        ),
        (
            "clause[\"a\"] := 1 if input.x\n",
            "is an object of several entries: give it one value",
        ),
        (
            "clause(_) := {\"status\": \"satisfied\", \"checks\": []}\n",
            "is a function, and nobody calls it",
        ),
    ] {
        let found = clause(rule);
        assert_eq!(found.len(), 1, "{rule}: {found:?}");
        let said = format!("`clause`, the rule of clause 1.a, {what}");
        assert!(found[0].starts_with("area.rego:"), "{found:?}");
        assert!(found[0].contains(&said), "{found:?}");
    }
    for rule in [
        "clause := of([])\n\nof(list) := {\"status\": \"satisfied\", \"checks\": list}\n",
        "clause := object.union({\"status\": \"satisfied\"}, {\"checks\": []})\n",
        "clause := table[input.kind]\n\ntable := {\"a\": {\"status\": \"satisfied\", \"checks\": []}}\n",
        "clause := x if {\n\tx := {\"status\": \"satisfied\", \"checks\": []}\n} else := {\"status\": \"no_evidence\", \"checks\": []}\n",
    ] {
        assert_eq!(clause(rule), [""; 0], "{rule}");
    }
}

#[test]
fn annotations_that_are_forgotten_or_incomplete() {
    assert_eq!(
        rules("other := {\"status\": \"satisfied\", \"checks\": []}\n"),
        [
            "area.rego:14: `other` gives an outcome and has no annotation, so that it decides no clause"
        ]
    );
    // One that another rule reads is a part of that.
    let read = "part := {\"status\": \"satisfied\", \"checks\": []}\n\nchecks := part.checks\n";
    assert_eq!(rules(read), [""; 0]);
    let text = area("").replace("# title: Title\n", "");
    assert_eq!(
        lint(MANIFEST, &[("area.rego", &text)]),
        ["area.rego:3: the annotation of clause 1.a lacks a text in one of the languages"]
    );
}

#[test]
fn ids_that_are_wrong_or_decide_nothing() {
    let with = |id: &str| {
        let more = format!(
            "{}other := {{\"status\": \"satisfied\", \"checks\": []}}\n",
            annotation(id)
        );
        rules(&more)
    };
    assert_eq!(
        with("1.A"),
        [
            "area.rego:14: `1.A` is no clause id: write the number of its area, a dot and a letter, as `8.1.d`",
            "pack.yaml:9: area 1 has 2 clause rules where the manifest lists 1",
        ]
    );
    assert_eq!(
        with("2.a"),
        ["area.rego:14: clause 2.a lies in area 2, which no term has: it is never evaluated"]
    );
    let (code, lines) = run(
        MANIFEST,
        &[(
            "area.rego",
            &area(&format!("{}other := 1\n", annotation("1.a"))),
        )],
    );
    assert_eq!(code, 2);
    assert_eq!(
        lines,
        [
            "area.rego:14: clause `1.a` is already decided by area.rego:3: a pack has one rule for it"
        ]
    );
}

#[test]
fn a_clause_is_replaced_by_one_rule() {
    let rule = |name: &str| format!("{}{}", annotation("6.2.b"), OUTCOME.replace("clause", name));
    let text = format!("package area\n\n{}\n{}", rule("one"), rule("two"));
    let (code, lines) = run(
        "id: ours\nversion: 1.0.0\noverrides: [6.2.b]\n",
        &[("area.rego", &text)],
    );
    assert_eq!(code, 2);
    assert_eq!(
        lines,
        [
            "area.rego:13: clause `6.2.b` is already decided by area.rego:3: a pack has one rule for it"
        ]
    );
}

#[test]
fn manifests_and_rules_that_do_not_fit_together() {
    let with = |from: &str, to: &str| {
        let manifest = MANIFEST.replace(from, to);
        assert_ne!(manifest, MANIFEST);
        lint(&manifest, &[("area.rego", &area(""))])
    };
    assert_eq!(
        with("package: area", "package: nowhere"),
        [
            "area.rego:3: clause 1.a is decided in package `area`, and its area by `nowhere`",
            "pack.yaml:9: area 1 is decided by package `nowhere`, which no file declares",
        ]
    );
    assert_eq!(
        with("clauses: 1,", "clauses: 2,"),
        ["pack.yaml:9: area 1 has 1 clause rules where the manifest lists 2"]
    );
    assert_eq!(
        with("weight: 100", "weight: 99"),
        ["pack.yaml:11: the terms of class `only` weigh 99 %, not 100 %"]
    );
    assert_eq!(
        with("term: only", "term: other"),
        [
            "pack.yaml:11: class `only` uses term `other`, which no pack has",
            "pack.yaml:11: the terms of class `only` weigh 0 %, not 100 %",
        ]
    );
    assert_eq!(
        with("classes:\n", "common_terms: [some]\nclasses:\n"),
        ["pack.yaml:10: `common_terms` has term `some`, which no pack has"]
    );
    let area_line = MANIFEST.lines().nth(8).unwrap();
    let empty = area_line.replace("clause: '1'", "clause: '2'");
    assert_eq!(
        with(area_line, &format!("{area_line}\n{empty}\n{area_line}")),
        [
            "pack.yaml:10: area 2 has no clause rules where the manifest lists 1",
            "pack.yaml:11: area 1 is listed twice",
        ]
    );
    assert_eq!(
        with("term: only}", "term: only, external: {standard: X}}"),
        [
            "pack.yaml:11: class `only` has a `term` and an `external` standard: it is evaluated here or there"
        ]
    );
    let class = MANIFEST.lines().last().unwrap();
    assert_eq!(
        with(class, &format!("{class}\n{class}")),
        ["pack.yaml:12: class `only` is listed twice"]
    );
}

#[test]
fn counts_are_compared_with_the_printed_totals() {
    let with = |totals: &str, text: &str| {
        let manifest = format!("{MANIFEST}printed_totals:\n  group: {{clause: '1', {totals}}}\n");
        run(&manifest, &[("area.rego", text)]).1
    };
    let right = area("");
    assert_eq!(
        with("clauses: 1, mandatory: 1", &right),
        ["0 problems in 1 files"]
    );
    assert_eq!(
        with("clauses: 1, mandatory: 0", &right)[0],
        "pack.yaml:13: `group` prints 1 clauses and 0 mandatory ones, the rules decide 1 and 1: `explained_by` names the clause that says why"
    );
    assert_eq!(
        with("clauses: 1, mandatory: 0, explained_by: 1.a", &right)[0],
        "pack.yaml:13: `group` prints 1 clauses and 0 mandatory ones, the rules decide 1 and 1; clause 1.a has no `differs` that explains it"
    );
    let explained = right.replace(
        "#   mandatory: true\n",
        "#   mandatory: true\n#   differs: {zh: 不同, en: It differs}\n",
    );
    assert_eq!(
        with("clauses: 1, mandatory: 0, explained_by: 1.a", &explained),
        [
            "note: pack.yaml:13: `group` prints 1 clauses and 0 mandatory ones, the rules decide 1 and 1: explained under `differs` of clause 1.a (area.rego:3)",
            "0 problems in 1 files",
        ]
    );
    assert_eq!(
        with("clauses: 1, mandatory: 1, explained_by: 1.a", &explained)[0],
        "pack.yaml:13: `group` has `explained_by`, and the rules have the totals it prints"
    );
}

#[test]
fn rules_that_lead_back_to_themselves() {
    assert_eq!(
        rules("endless(n) := endless(n + 1)\n"),
        [
            "area.rego:14: `area.endless` leads back to itself, which Rego does not allow: it reads `area.endless`"
        ]
    );
    // They are no reason not to see the rest.
    assert_eq!(
        rules("endless(n) := endless(n + 1)\n\nx := foo(1)\n").len(),
        2
    );
}

#[test]
fn variables_that_have_no_value() {
    assert_eq!(
        rules("x := z\n"),
        ["area.rego:14: use of undefined variable `z` is unsafe"]
    );
}

#[test]
fn tests_are_linted_too() {
    let test = "package area_test\n\nimport data.area\n\ntest_x if area.nothere == 1\n";
    assert_eq!(
        lint(
            MANIFEST,
            &[("area.rego", &area("")), ("area_test.rego", test)]
        ),
        ["area_test.rego:5: `area.nothere` does not exist: it would be undefined in silence"]
    );
}

#[test]
fn functions_of_one_name_have_one_number_of_arguments() {
    let lib = format!("{LIB}\nshown(value) := value\n");
    let more = "seen := shown(1, 2)\n\nshown(a, b) := [a, b]\n\nother := data.lib.shown(seen)\n";
    assert_eq!(
        lint(MANIFEST, &[("area.rego", &area(more)), ("lib.rego", &lib)]),
        [format!(
            "lib.rego:{}: function `shown` has another number of arguments than in area.rego:16, and rego-cpp does not tell the two apart: rename one",
            lib.lines().count()
        )]
    );
}

#[test]
fn rules_are_not_named_like_operators() {
    assert_eq!(
        rules("equal(a, b) if a == b\n\nseen if equal(1, 1)\n"),
        [
            "area.rego:14: rule `equal` has the name of an operator, whose place OPA gives it in this package: rename it"
        ]
    );
}

#[test]
fn what_may_be_missing_is_not_compared_below_not() {
    let ends = |line: usize, what: &str| {
        format!(
            "area.rego:{line}: OPA evaluates `{what}` before `not`, and where it is undefined the rule ends there: say what stands for it, as `object.get` does, or ask in a rule of its own"
        )
    };
    let more = "\
late contains id if {
	some id, thing in input.things
	not thing.until < input.day
	not thing.kind in {1, 2}
	not shown(thing.name)
	not undecided < 3
	not decided(thing) < 3
	not input.of[thing.id]
	not groups.a < 2
	not \"x\" in groups[id]
}

groups := {id: id | some id in input.things}

every_late if every thing in input.things { not thing.until < 3 }

all := [thing.id | some thing in input.things; not thing.until != 3]

shown(name) if name != \"\"

undecided := 1 if input.day

decided(thing) := 2 if thing
";
    assert_eq!(
        rules(more),
        [
            ends(16, "input.day"),
            ends(16, "thing.until"),
            ends(17, "thing.kind"),
            ends(18, "thing.name"),
            ends(19, "undecided"),
            ends(20, "decided(thing)"),
            ends(21, "thing.id"),
            ends(22, "groups.a"),
            ends(23, "groups[id]"),
            ends(28, "thing.until"),
            ends(30, "thing.until"),
        ]
    );
}

#[test]
fn what_is_there_is_compared_below_not() {
    let more = "\
early contains thing.from if {
	some id, thing in input.things
	not thing.missing
	not thing.kind == \"a\"
	not thing.at.first.day < 3
	thing.at.first.day != 5
	not id in names
	not number < 2
	not object.get(thing, \"until\", 1) < thing.from
	not shown(thing)
	not count([inner | some inner in thing; not inner.day == thing.from]) > 2
}

names contains \"a\" if input.day

number := 1 if input.day

else := 2

shown(thing) if thing.name
";
    assert_eq!(rules(more), [""; 0]);
}

const DECIDED: &str = "\
package area

# METADATA
# title: Title
# description: Description.
# custom:
#   clause: 1.a
#   mandatory: true
#   title_zh: 标题
#   description_zh: 说明。
clause := {\"status\": status, \"checks\": []}

status := \"satisfied\" if {
	input.staff >= 5
} else := \"not_satisfied\"
";

/// Lint with cases, each with the number of staff it has.
fn lint_with_cases(cases: &[(&str, u32)]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("cases")).unwrap();
    fs::create_dir_all(at("pack")).unwrap();
    fs::write(at("pack/pack.yaml"), MANIFEST).unwrap();
    fs::write(at("pack/area.rego"), DECIDED).unwrap();
    fs::write(at("cases/exemplary.yaml"), "staff: 9\n").unwrap();
    let lines = cases.iter().map(|(clause, staff)| {
        format!("'{clause}':\n  - case: {{zh: 人员, en: Staff}}\n    change: {{staff: {staff}}}\n    expect: satisfied\n")
    });
    fs::write(at("cases/one.yaml"), lines.collect::<String>()).unwrap();
    let path = |name: &str| at(name).to_str().unwrap().to_owned();
    let ran = ciieval(&["lint", &path("pack"), "--cases", &path("cases")]);
    let prefix = format!("{}/", path("pack"));
    (ran.code, ran.out.replace(&prefix, "") + &ran.err)
}

#[test]
fn clauses_that_no_case_shows_to_count_and_to_fail_are_found() {
    let (code, said) = lint_with_cases(&[("1.a", 7)]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.starts_with("area.rego:3: clause 1.a fails in no case\n"),
        "{said}"
    );
    let (code, said) = lint_with_cases(&[("1.a", 2)]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.starts_with("area.rego:3: clause 1.a is satisfied in no case\n"),
        "{said}"
    );
    let (code, said) = lint_with_cases(&[("1.b", 2)]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(
        said.lines().take(2).collect::<Vec<_>>(),
        [
            "area.rego:3: clause 1.a has no case",
            "one.yaml: clause 1.b is of no pack"
        ]
    );
}

#[test]
fn cases_that_cannot_be_read_are_an_error() {
    let ran = ciieval(&["lint", "--cases", "tests/packs"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("exemplary.yaml"), "{}", ran.err);
}
