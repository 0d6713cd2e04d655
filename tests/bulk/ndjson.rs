//! Dossiers and results on lines: `ciieval check` as a filter.

use super::{lines, parsed, text};
use crate::common::{GOOD, Ran, check, ciieval, command, evidence};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

/// Runs the binary with a text on its standard input.
fn piped(input: &str, arguments: &[&str]) -> Ran {
    let mut all = vec!["check", "--policies", "tests/packs/standard"];
    all.extend(arguments);
    let mut child = command(&all)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn three() -> String {
    let fail = json!({"provider": {"registered_capital_yuan": 1}});
    lines(&[json!({}), fail, json!({"provider": {"name": "乙"}})])
}

#[test]
fn a_result_comes_out_before_the_next_dossier_goes_in() {
    let arguments = [
        "check",
        "-",
        "--policies",
        "tests/packs/standard",
        "--format",
        "ndjson",
    ];
    let mut child = command(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for (number, line) in three().lines().enumerate() {
        writeln!(stdin, "{line}").unwrap();
        stdin.flush().unwrap();
        let mut result = String::new();
        // Waits for ever where results are held back.
        stdout.read_line(&mut result).unwrap();
        let result: Value = serde_json::from_str(&result).unwrap();
        assert_eq!(result["path"], format!("-:{}", number + 1));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_bad_line_costs_only_itself_and_is_told_with_its_number() {
    let mut input: Vec<String> = three().lines().map(str::to_owned).collect();
    input.insert(1, "{\"schema\": oops".to_owned());
    input.insert(2, String::new());
    input.insert(3, "[1, 2]".to_owned());
    input.insert(4, evidence(&json!({"unheard_of": 1})).to_string());
    let ran = piped(&input.join("\r\n"), &["-", "--format", "ndjson"]);
    assert_eq!(ran.code, 3);
    let results = parsed(&ran.out);
    let paths: Vec<&str> = results
        .iter()
        .map(|line| line["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["-:1", "-:2", "-:4", "-:5", "-:6", "-:7"]);
    for (line, number) in [(1, 2), (2, 4), (3, 5)] {
        assert_eq!(results[line]["error"]["line"], number);
        assert!(results[line].get("dossier").is_none());
    }
    assert_eq!(results[3]["error"]["where"], "unheard_of");
    assert!(ran.err.starts_with("-:2:12: is not JSON: "), "{}", ran.err);
    let verdict = |line: usize| &results[line]["dossier"]["evaluations"][0]["verdict"];
    assert_eq!(
        [verdict(0), verdict(4), verdict(5)],
        ["pass", "fail", "pass"]
    );
}

#[test]
fn a_broken_first_line_does_not_make_one_dossier_of_the_stream() {
    for broken in ["{\"schema\": ", "oops", "{\"schema\": x}"] {
        let ran = piped(
            &format!("{broken}\n{}", three()),
            &["-", "--format", "ndjson"],
        );
        assert_eq!(parsed(&ran.out).len(), 4, "{broken}");
        assert!(ran.err.starts_with("-:1:"), "{}", ran.err);
    }
}

#[test]
fn lines_have_the_shape_that_the_schema_describes() {
    let printed = ciieval(&["schema", "result"]);
    assert_eq!(printed.code, 0);
    let schema: Value = serde_json::from_str(&printed.out).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let ran = piped(
        &(three() + "oops\n"),
        &["-", "missing.yaml", "--format", "ndjson"],
    );
    let results = parsed(&ran.out);
    assert_eq!(results.len(), 5);
    let partial = json!({"schema": "ciieval/result/v1", "partial": true});
    for line in results.iter().chain([&partial]) {
        let errors: Vec<String> = validator.iter_errors(line).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let mut wrong = results[0].clone();
    wrong["error"] = results[4]["error"].clone();
    assert!(!validator.is_valid(&wrong), "a line is one thing");
    for key in ["schema", "packs", "dossier"] {
        let mut wrong = results[0].clone();
        wrong.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&wrong), "without {key}");
    }
}

#[test]
fn lines_of_a_file_are_dossiers_wherever_the_file_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.jsonl");
    std::fs::write(&file, "\u{feff}".to_owned() + &three() + "\n" + "oops").unwrap();
    let alone = check(&[text(&file), "--format", "json"]);
    let below = check(&[text(folder.path()), "--format", "json"]);
    assert_eq!((alone.code, &alone.out), (3, &below.out));
    let report: Value = serde_json::from_str(&alone.out).unwrap();
    let name = file.display();
    assert_eq!(report["dossiers"][2]["path"], format!("{name}:3"));
    assert_eq!(report["errors"][0]["path"], name.to_string());
    assert_eq!(report["errors"][0]["line"], 5);
    // The result of a line is that of the same text in a file of its own.
    let own = folder.path().join("own.json");
    std::fs::write(&own, three().lines().nth(1).unwrap()).unwrap();
    let own = check(&[text(&own), "--format", "json"]);
    let own: Value = serde_json::from_str(&own.out).unwrap();
    assert_eq!(
        own["dossiers"][0]["sha256"],
        report["dossiers"][1]["sha256"]
    );
    assert_eq!(
        own["dossiers"][0]["evaluations"],
        report["dossiers"][1]["evaluations"]
    );
}

#[test]
fn a_class_that_cannot_be_evaluated_is_an_error_at_its_line() {
    let input = lines(&[
        json!({}),
        json!({"assessment": {"classes": ["alpha", "beta"]}}),
    ]);
    let ran = piped(&input, &["-", "--format", "ndjson"]);
    let results = parsed(&ran.out);
    assert_eq!(results.len(), 3);
    assert_eq!(
        (&results[1]["path"], &results[2]["path"]),
        (&json!("-:2"), &json!("-:2"))
    );
    assert!(results[1]["dossier"].is_object());
    assert_eq!(results[2]["error"]["line"], 2);
}

#[test]
fn standard_input_is_told_by_its_first_lines_or_by_an_option() {
    let yaml = std::fs::read_to_string(GOOD).unwrap();
    let value = evidence(&json!({}));
    for (input, arguments, path) in [
        (yaml.clone(), vec!["-"], "-"),
        (format!("{value:#}"), vec!["-"], "-"),
        (value.to_string(), vec!["-"], "-:1"),
        (value.to_string(), vec!["-", "--stdin-format", "json"], "-"),
        (value.to_string(), vec!["-", "--stdin-format", "yaml"], "-"),
        (
            value.to_string(),
            vec!["-", "--stdin-format", "ndjson"],
            "-:1",
        ),
    ] {
        let mut arguments = arguments;
        arguments.extend(["--format", "ndjson"]);
        let ran = piped(&input, &arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        assert_eq!(parsed(&ran.out)[0]["path"], path, "{arguments:?}");
    }
    let ran = piped(
        &yaml,
        &["-", "--stdin-format", "ndjson", "--format", "ndjson"],
    );
    assert_eq!(ran.code, 3);
}

#[test]
fn nothing_on_standard_input_is_no_pass() {
    for arguments in [vec!["-"], vec!["-", "--stdin-format", "ndjson"]] {
        let ran = piped("\n", &arguments);
        assert_eq!(
            (ran.code, ran.err.as_str()),
            (3, "-: no dossier was found in it\n")
        );
    }
    let ran = piped(&three(), &["-", "-", "--summary"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("-: is given twice"), "{}", ran.err);
}

#[test]
fn a_line_that_is_too_long_is_skipped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.ndjson");
    let mut content = vec![b'x'; (8 << 20) + 10];
    content.push(b'\n');
    content.extend(three().as_bytes());
    std::fs::write(&file, content).unwrap();
    let ran = check(&[text(&file), "--summary"]);
    assert_eq!(ran.code, 3);
    assert_eq!(
        ran.err,
        format!(
            "{}:1: is larger than the limit of 8 MiB; `--max-file-size` raises it\n",
            file.display()
        )
    );
    assert!(ran.out.contains("Dossiers: 3;"), "{}", ran.out);
}
