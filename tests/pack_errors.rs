//! Mistakes in a pack, one at a time in a fresh one: each is told with file and line and what to do, before anything is
//! evaluated.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{Ran, ciieval};
use std::fs;
use std::path::PathBuf;

const DOSSIER: &str = "fixtures/dossiers/huaheng.yaml";

/// A fresh pack, to be changed.
struct Fresh(tempfile::TempDir);

impl Fresh {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pack = folder.path().join("cloud");
        let ran = ciieval(&["init", "pack", pack.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        Self(folder)
    }

    fn changed(file: &str, from: &str, to: &str) -> Self {
        let fresh = Self::new();
        let text = fresh.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        fresh.write(file, &text.replacen(from, to, 1));
        fresh
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("cloud")
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder().join(file)).unwrap()
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder().join(file), text).unwrap();
    }

    /// The line of the file where the text stands.
    fn line(&self, file: &str, text: &str) -> usize {
        let whole = self.read(file);
        whole.lines().position(|line| line.contains(text)).unwrap() + 1
    }

    /// A command about the pack; what it says has paths from the pack's own folder.
    fn run(&self, before: &[&str]) -> Ran {
        let folder = self.folder();
        let shown = folder.to_str().unwrap();
        let arguments: Vec<&str> = before.iter().copied().chain([shown]).collect();
        let ran = ciieval(&arguments);
        let short = |text: String| text.replace(&format!("{shown}/"), "");
        Ran {
            code: ran.code,
            out: short(ran.out),
            err: short(ran.err),
        }
    }

    /// The one line that `check` says instead of evaluating.
    fn refused(&self) -> String {
        let ran = self.run(&["check", DOSSIER, "--policies"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        ran.err.trim_end().to_owned()
    }
}

/// What is said of a change, which begins with the file and the line where `at` stands.
fn said(file: &str, from: &str, to: &str, at: &str) -> String {
    let fresh = Fresh::changed(file, from, to);
    let place = format!("{file}:{}: ", fresh.line(file, at));
    let said = fresh.refused();
    let message = said.strip_prefix(&place);
    message
        .unwrap_or_else(|| panic!("{said}\nis not at {place}"))
        .to_owned()
}

#[test]
fn a_clause_of_the_standard_is_replaced_only_by_saying_so() {
    let said = said("first.rego", "clause: X.1.a", "clause: 8.1.d", "# METADATA");
    let (message, rest) = said.split_once("assurance/organization.rego:").unwrap();
    assert_eq!(message, "clause `8.1.d` is already decided by ");
    assert!(
        rest.ends_with(": list it under `overrides` in pack.yaml to replace that rule"),
        "{rest}"
    );
}

#[test]
fn a_clause_that_is_replaced_is_there() {
    let fresh = Fresh::new();
    fresh.write(
        "pack.yaml",
        &(fresh.read("pack.yaml") + "overrides: [8.1.d, 8.1.zz]\n"),
    );
    let at = fresh.line("pack.yaml", "overrides: [");
    let wanted =
        format!("pack.yaml:{at}: `overrides` names clause `8.1.zz`, which no earlier pack has");
    assert_eq!(fresh.refused(), wanted);
}

#[test]
fn a_clause_has_one_rule() {
    let fresh = Fresh::new();
    let again = fresh
        .read("first.rego")
        .replace("package cloud.first", "package cloud.more");
    fresh.write("more.rego", &again);
    let at = fresh.line("more.rego", "# METADATA");
    let wanted = format!(
        "more.rego:{at}: clause `X.1.a` is already decided by first.rego:{at}: a pack has one rule for it"
    );
    assert_eq!(fresh.refused(), wanted);
}

#[test]
fn rules_that_lead_back_to_themselves() {
    let fresh = Fresh::new();
    let more = "\nthere(x) := back(x)\n\nback(x) := there(x)\n";
    fresh.write("first.rego", &(fresh.read("first.rego") + more));
    let at = fresh.line("first.rego", "there(x) :=");
    let wanted = format!(
        "first.rego:{at}: `cloud.first.there` leads back to itself, which Rego does not allow: it reads `cloud.first.back` (first.rego:{})",
        at + 2
    );
    let said = fresh.refused();
    assert!(said.starts_with(&wanted), "{said}");
}

#[test]
fn what_the_manifest_says_wrong() {
    for (from, to, at, message) in [
        (
            "weight: 30",
            "weight: 29",
            "{id: cloud,",
            "the terms of class `cloud` weigh 99 %, not 100 %",
        ),
        (
            "weight: 30",
            "weight: thirty",
            "thirty",
            "terms[0].weight: has `thirty` in place of a whole number",
        ),
        (
            "title: {zh: cloud",
            "tilte: {zh: cloud",
            "tilte",
            "unknown key `tilte`; did you mean `title`?",
        ),
        (
            "    weight: 30",
            "    wieght: 30",
            "wieght",
            "terms[0]: unknown key `wieght`; did you mean `weight`?",
        ),
        (
            "clauses: 1",
            "clauses: 2",
            "clauses: 2",
            "area X.1 has 1 clause rules where the manifest lists 2",
        ),
        (
            "ciieval: '>=0.1'",
            "ciieval: '>=99'",
            ">=99",
            "the pack needs ciieval >=99, and this is 0.1.0: use a version that fits",
        ),
    ] {
        assert_eq!(said("pack.yaml", from, to, at), message);
    }
    let twice = Fresh::changed("pack.yaml", "version: 0.1.0", "id: twice").refused();
    assert!(
        twice.starts_with("pack.yaml:") && twice.ends_with(": has the key `id` twice"),
        "{twice}"
    );
}

#[test]
fn what_labels_and_annotations_say_wrong() {
    for (file, from, to, at, message) in [
        (
            "labels/facts.yaml",
            "{}",
            "cloud.thing: {en: thing}",
            "cloud.thing:",
            "cloud.thing: lacks the key `zh`",
        ),
        (
            "first.rego",
            "mandatory: true",
            "mandatry: true",
            "mandatry",
            "annotation: custom: unknown key `mandatry`; did you mean `mandatory`?",
        ),
        (
            "first.rego",
            "mandatory: true",
            "mandatory: maybe",
            "maybe",
            "annotation: custom.mandatory: has `maybe` in place of `true` or `false`",
        ),
    ] {
        assert_eq!(said(file, from, to, at), message);
    }
}

#[test]
fn a_folder_without_a_manifest() {
    let fresh = Fresh::new();
    fs::remove_file(fresh.folder().join("pack.yaml")).unwrap();
    assert_eq!(
        fresh.refused(),
        "pack.yaml: is missing: a pack needs a manifest with `id` and `version`"
    );
}

#[test]
fn lint_finds_facts_without_a_name_and_words_that_no_vocabulary_has() {
    let projects = "experience.projects_at_least(\"cloud.first\", 2)";
    let misspelt = "experience.projects_at_least(\"cloud.frist\", 2)";
    let unnamed = "{\"fact\": \"cloud.thing\", \"path\": \"people\", \"op\": \"present\", \"actual\": null, \"expected\": true, \"ok\": false, \"missing\": true}";
    for (to, message) in [
        (
            misspelt.to_owned(),
            "fact `project.experience/services.cloud.frist`, and vocabulary `services` has no `cloud.frist`",
        ),
        (
            format!("{projects}, {unnamed}"),
            "fact `cloud.thing`, which has no name: add it to a file in `labels/`, in both languages",
        ),
    ] {
        let fresh = Fresh::changed("first.rego", projects, &to);
        let at = fresh.line("first.rego", "# METADATA");
        let ran = fresh.run(&["lint"]);
        let wanted = format!("first.rego:{at}: clause X.1.a shows {message}\n");
        assert!(ran.code == 1 && ran.out.starts_with(&wanted), "{}", ran.out);
    }
}
