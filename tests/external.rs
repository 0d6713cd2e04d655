//! Classes that another standard evaluates: conclusions are shown with what the reference date makes of
//! them, and change no score, verdict or exit code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::external::{SetAside, Standing};
use ciieval::pack::Pack;
use ciieval::report::text::{Options, render};
use ciieval::text::Language;
use common::{check, evaluated, evidence, pack, report_on, write};
use serde_json::{Value, json};

/// The day the evidence is looked at.
const REFERENCE: &str = "2025-06-30";

/// A conclusion on the test pack's class `gamma`, changed by what the case is about.
fn conclusion(patch: &Value) -> Value {
    let mut conclusion = json!({
        "class": "gamma", "standard": "X 00007-2022", "issuer": "某评价机构", "number": "G-1",
        "concluded_on": "2024-01-01", "valid_until": "2027-01-01", "result": "pass",
    });
    for (key, value) in patch.as_object().unwrap() {
        conclusion[key] = value.clone();
    }
    if conclusion["valid_until"].is_null() {
        conclusion.as_object_mut().unwrap().remove("valid_until");
    }
    conclusion
}

fn with(conclusions: &[Value]) -> Value {
    evidence(&json!({
        "assessment": {"classes": ["gamma", "alpha"]}, "external_conclusions": conclusions,
    }))
}

/// Whether a conclusion is valid, and why it is set aside.
type Judged = (Option<bool>, Option<SetAside>);

/// What the conclusions amount to, and what becomes of each.
fn judged(patches: &[Value]) -> (Standing, Vec<Judged>) {
    let pack = pack(&[]);
    let conclusions: Vec<Value> = patches.iter().map(conclusion).collect();
    let found = evaluated(&pack, &with(&conclusions), &["gamma"]);
    assert!(found.evaluations.is_empty());
    let [external] = found.external.as_slice() else {
        unreachable!("one class is asked for")
    };
    let each = external.conclusions.iter();
    (
        external.standing,
        each.map(|judged| (judged.valid, judged.set_aside))
            .collect(),
    )
}

#[test]
fn validity_is_counted_from_the_reference_date_its_first_and_last_day_included() {
    for (patch, expected) in [
        (json!({}), (Standing::PassInForce, (Some(true), None))),
        (
            json!({"valid_until": REFERENCE}),
            (Standing::PassInForce, (Some(true), None)),
        ),
        (
            json!({"valid_until": "2025-06-29"}),
            (Standing::Expired, (Some(false), None)),
        ),
        (
            json!({"concluded_on": REFERENCE}),
            (Standing::PassInForce, (Some(true), None)),
        ),
        (
            json!({"concluded_on": "2025-07-01"}),
            (
                Standing::Missing,
                (Some(false), Some(SetAside::AfterReferenceDate)),
            ),
        ),
        (
            json!({"valid_until": null}),
            (Standing::ValidityNotStated, (None, None)),
        ),
        (
            json!({"result": "fail"}),
            (Standing::Fail, (Some(true), None)),
        ),
        (
            json!({"standard": "Y 00007"}),
            (
                Standing::Missing,
                (Some(true), Some(SetAside::OtherStandard)),
            ),
        ),
    ] {
        let (standing, each) = judged(std::slice::from_ref(&patch));
        assert_eq!((standing, each[0]), expected, "{patch}");
    }
    assert_eq!(judged(&[]), (Standing::Missing, vec![]));
}

#[test]
fn the_last_word_of_several_conclusions_holds() {
    let earlier = json!({"concluded_on": "2024-01-01"});
    let failed = json!({"concluded_on": "2024-06-01", "result": "fail"});
    let same_day = json!({"concluded_on": "2024-06-01"});
    let later = json!({"concluded_on": "2024-06-02"});
    let expired = json!({"concluded_on": "2024-09-01", "valid_until": "2025-01-01"});
    let standing = |patches: &[&Value]| {
        let patches: Vec<Value> = patches.iter().map(|patch| (*patch).clone()).collect();
        let (standing, each) = judged(&patches);
        let aside: Vec<bool> = each.iter().map(|(_, aside)| aside.is_some()).collect();
        (standing, aside)
    };
    assert_eq!(
        standing(&[&earlier, &failed]),
        (Standing::Fail, vec![true, false])
    );
    assert_eq!(
        standing(&[&failed, &same_day]),
        (Standing::Fail, vec![false, true])
    );
    assert_eq!(
        standing(&[&earlier, &failed, &later]),
        (Standing::PassInForce, vec![true, false, false])
    );
    // A shorter validity reached later ends no longer one.
    assert_eq!(
        standing(&[&earlier, &expired]),
        (Standing::PassInForce, vec![false, false])
    );
}

#[test]
fn conclusions_change_no_evaluation() {
    let pack = pack(&[]);
    let without = report_on(&pack, &with(&[]), &["gamma", "alpha"]);
    for result in ["pass", "fail"] {
        let with = with(&[conclusion(&json!({"result": result}))]);
        let with = report_on(&pack, &with, &["gamma", "alpha"]);
        assert_eq!(
            with.dossiers[0].evaluations,
            without.dossiers[0].evaluations
        );
        assert!(with.all_pass() && !with.is_incomplete());
    }
}

#[test]
fn applying_for_such_a_class_is_no_error_and_turns_no_run_into_a_fail() {
    let folder = tempfile::tempdir().unwrap();
    for (conclusions, standing) in [
        (vec![], "missing"),
        (vec![conclusion(&json!({}))], "pass_in_force"),
        (vec![conclusion(&json!({"result": "fail"}))], "fail"),
        (
            vec![conclusion(&json!({"valid_until": "2025-01-01"}))],
            "expired",
        ),
    ] {
        let path = write(folder.path(), "both.json", &with(&conclusions));
        let ran = check(&[&path, "--format", "json"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{standing}");
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        let dossier = &report["dossiers"][0];
        assert_eq!(dossier["evaluations"].as_array().unwrap().len(), 1);
        let external = &dossier["external"][0];
        assert_eq!(external["class"], "gamma");
        assert_eq!(external["standard"], "X 00007");
        assert_eq!(external["standing"], standing);
        assert!(external.get("verdict").is_none());
        let overview = &dossier["overview"]["classes"][1];
        assert_eq!(overview["class"], "gamma");
        assert_eq!(overview["result"], Value::Null);
        assert_eq!(
            overview["external"],
            json!({"standard": "X 00007", "standing": standing})
        );
    }
    // A class that fails here fails the run, whatever stands elsewhere.
    let mut fails = with(&[conclusion(&json!({}))]);
    fails["provider"]["registered_capital_yuan"] = json!(1);
    let path = write(folder.path(), "fails.json", &fails);
    assert_eq!(check(&[&path]).code, 1);
}

#[test]
fn a_run_that_evaluates_nothing_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(
        folder.path(),
        "a.json",
        &with(&[conclusion(&json!({"result": "fail"}))]),
    );
    let ran = check(&[&path, "--class", "gamma"]);
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.err,
        "note: nothing was evaluated: other standards evaluate the classes asked for, and the exit code says nothing about them\n"
    );
    for part in [
        "Class           5 Gamma services\n",
        "Verdict         not evaluated here but under X 00007\n",
        "Conclusion      the last conclusion is negative\n",
    ] {
        assert!(ran.out.contains(part), "{}", ran.out);
    }
    for verdict in ["PASS", "FAIL", "Score"] {
        assert!(!ran.out.contains(verdict), "{}", ran.out);
    }
}

#[test]
fn every_conclusion_is_shown_even_where_none_is_asked_for() {
    let pack = pack(&[]);
    let odd = conclusion(&json!({"class": "alpha"}));
    let report = report_on(&pack, &with(&[odd, conclusion(&json!({}))]), &["alpha"]);
    let external = &report.dossiers[0].external;
    assert_eq!(external.len(), 2);
    assert_eq!(external[0].standing, Standing::NotUsed);
    assert_eq!(
        external[0].conclusions[0].set_aside,
        Some(SetAside::NotExternal)
    );
    assert_eq!(external[1].standing, Standing::PassInForce);
    // The class that is evaluated here stands in the overview once, with its result.
    let overview = &report.dossiers[0].overview.classes;
    let classes: Vec<&str> = overview.iter().map(|class| class.class.as_str()).collect();
    assert_eq!(classes, ["alpha", "gamma"]);
}

#[test]
fn text_says_plainly_what_the_conclusions_amount_to() {
    let pack = pack(&[]);
    let conclusions = [
        conclusion(&json!({"valid_until": "2025-01-01"})),
        conclusion(&json!({"number": "G-2", "standard": "Y 1", "valid_until": null})),
    ];
    let report = report_on(&pack, &with(&conclusions), &["gamma"]);
    let text = |language| {
        let options = Options {
            language,
            all: false,
            summary: false,
            styled: false,
            messages: true,
        };
        let text = render(&report, &pack, &options).unwrap();
        let basis = ["\nBasis\n", "\n评价依据\n"].map(|title| text.find(title));
        text[..basis.into_iter().flatten().next().unwrap()].to_owned()
    };
    assert_eq!(
        text(Language::English),
        "\
华安测试服务有限公司
  Dossier         a.yaml
  Reference date  2025-06-30
  Class           5 Gamma services
  Verdict         not evaluated here but under X 00007
  Conclusion      pass, but no longer valid on the reference date

Conclusions under other standards (2, never scored)
  某评价机构, No. G-1, under X 00007-2022: pass, concluded 2024-01-01, valid until 2025-01-01, not valid on the reference date
  某评价机构, No. G-2, under Y 1: pass, concluded 2024-01-01, states no end of its validity: whether it is valid on the reference date is open; set aside: it was not reached under the standard of this class
"
    );
    assert_eq!(
        text(Language::Chinese),
        "\
华安测试服务有限公司
  卷宗      a.yaml
  基准日    2025-06-30
  服务类    5 丙类服务
  评价结论  不在此评价，依据 X 00007 评价
  外部结论  曾通过，基准日已过有效期

外部评价结论（2，不参与计分）
  某评价机构 G-1（依据 X 00007-2022）：通过，2024-01-01 作出，有效期至 2025-01-01，基准日不在有效期内
  某评价机构 G-2（依据 Y 1）：通过，2024-01-01 作出，未载明有效期，基准日是否有效无法确认；不采用：所依据的不是该服务类的评价标准
"
    );
}

#[test]
fn a_class_is_evaluated_here_or_there() {
    let made = tempfile::tempdir().unwrap();
    let manifest = "id: test/both\nversion: 1.0.0\nclasses:\n  - {id: both, clause: '9.9', title: {zh: 双, en: Both}, term: consulting, external: {standard: X 1}}\n";
    std::fs::write(made.path().join("pack.yaml"), manifest).unwrap();
    let problems = Pack::load(&[made.path().to_owned()]).unwrap_err();
    let path = made.path().join("pack.yaml");
    assert_eq!(
        problems[0].to_string(),
        format!(
            "{}:4: class `both` has a `term` and an `external` standard: it is evaluated here or there",
            path.display()
        )
    );
}
