//! Second and third opinions: the cases of `fixtures/cases/` through engines that share no code with
//! Regorus. Every outcome with every check must be the same, to the last value.
//!
//! rego-cpp comes as the Python package `regopy`, which the test installs below `target/`. OPA takes
//! part where `opa` is on PATH or `$OPA` names it. What is not there is skipped with a line that says
//! so; with `CI` set, only OPA may be missing.
//!
//! It takes some minutes: `CASES=9.1.1 cargo test --test engines -- --nocapture` asks about the clauses that
//! begin so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use ciieval::cases;
use ciieval::engine::Engine;
use ciieval::pack::Pack;
use ciieval::pack::catalogue::ClauseId;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const PACK: &str = "policies";

/// Cases that one run of OPA takes, which holds all of them in memory.
const AT_ONCE: usize = 100;

struct Question {
    name: String,
    /// Path of the rule below `data`.
    rule: String,
    input: Value,
}

/// What an engine answers: a value, undefined, or a message.
type Answer = Result<Option<Value>, String>;

fn questions(pack: &Pack) -> Vec<Question> {
    let cases = cases::load(Path::new("fixtures/cases")).expect("cases that can be read");
    let question = |case: &cases::Case| {
        let clause = &pack.catalogue.clauses[&ClauseId::new(&case.clause)];
        Question {
            name: format!("{}: {}: {}", case.file, case.clause, case.written.case.en),
            rule: format!("{}.{}", clause.package, clause.rule),
            input: case
                .dossier(&cases.exemplary)
                .expect("a change that can be made"),
        }
    };
    let wanted = std::env::var("CASES").unwrap_or_default();
    let chosen = cases.cases.iter();
    let chosen = chosen.filter(|case| case.clause.starts_with(&wanted));
    chosen.map(question).collect()
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Answers the questions in parts, side by side, in their order.
fn in_parts<T: Send>(
    questions: &[Question],
    size: usize,
    answer: impl Fn(usize, &[Question]) -> Vec<T> + Sync,
) -> Vec<T> {
    let parts: Vec<(usize, &[Question])> = questions.chunks(size.max(1)).enumerate().collect();
    let mut answers = Vec::new();
    for together in parts.chunks(threads()) {
        std::thread::scope(|scope| {
            let running: Vec<_> = together
                .iter()
                .map(|(number, part)| scope.spawn(|| answer(*number, part)))
                .collect();
            for part in running {
                answers.extend(part.join().unwrap());
            }
        });
    }
    answers
}

fn regorus(pack: &Pack, questions: &[Question]) -> Vec<Answer> {
    let engine = Engine::new(pack, Duration::from_secs(60)).unwrap();
    in_parts(questions, questions.len().div_ceil(threads()), |_, part| {
        let mut engine = engine.clone();
        let mut answer = |question: &Question| {
            engine.set_input(&question.input);
            let path: Vec<String> = question.rule.split('.').map(str::to_owned).collect();
            engine.ask(&path).answer.map_err(|raised| raised.message)
        };
        part.iter().map(&mut answer).collect()
    })
}

/// A folder for what the engines read.
fn workplace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Where `regopy` stands, installed if need be.
fn regopy() -> Result<PathBuf, String> {
    let requirements = "tests/engines/requirements.txt";
    let version = fs::read_to_string(requirements).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(version.trim().replace("==", "-"));
    if folder.join("regopy").is_dir() {
        return Ok(folder);
    }
    let install = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--target"])
        .arg(&folder)
        .args(["-r", requirements])
        .output();
    match install {
        Ok(done) if done.status.success() => Ok(folder),
        Ok(done) => Err(String::from_utf8_lossy(&done.stderr).trim().to_owned()),
        Err(error) => Err(format!("python3 cannot be run: {error}")),
    }
}

fn rego_cpp(pack: &Pack, regopy: &Path, questions: &[Question]) -> Vec<Answer> {
    let folder = workplace("rego-cpp");
    let data = folder.join("data.json");
    fs::write(&data, pack.data.to_string()).unwrap();
    in_parts(
        questions,
        questions.len().div_ceil(threads()),
        |number, part| {
            let cases = folder.join(format!("cases-{number}.ndjson"));
            let lines: String = part
                .iter()
                .map(|question| {
                    let rule = question.rule.replace('.', "/");
                    json!({"rule": rule, "input": question.input}).to_string() + "\n"
                })
                .collect();
            fs::write(&cases, lines).unwrap();
            let done = Command::new("python3")
                .env("PYTHONPATH", regopy)
                .arg("tests/engines/rego_cpp.py")
                .arg(PACK)
                .args([&data, &cases])
                .stderr(Stdio::inherit())
                .output()
                .unwrap();
            let answers: Vec<Answer> = String::from_utf8(done.stdout)
                .unwrap()
                .lines()
                .map(|line| {
                    let answer: Value = serde_json::from_str(line).unwrap();
                    match answer["error"].as_str() {
                        Some(error) => Err(error.to_owned()),
                        None => Ok(answer.get("value").cloned()),
                    }
                })
                .collect();
            assert_eq!(
                answers.len(),
                part.len(),
                "rego-cpp ended early: {}",
                done.status
            );
            answers
        },
    )
}

/// A module that answers the questions, each under its number.
fn module(questions: &[Question]) -> String {
    let answers = questions.iter().enumerate().map(|(number, question)| {
        let rule = &question.rule;
        format!(
            "\nanswers[\"{number}\"] := answer if {{\n\tanswer := data.{rule} with input as data.cases[\"{number}\"]\n}}\n"
        )
    });
    answers.fold("package cases_of_ciieval\n".to_owned(), |text, answer| {
        text + &answer
    })
}

fn opa_binary() -> Option<PathBuf> {
    let named = std::env::var_os("OPA").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    named.or_else(|| {
        std::env::split_paths(&path)
            .map(|folder| folder.join("opa"))
            .find(|file| file.is_file())
    })
}

fn opa(binary: &Path, questions: &[Question]) -> Vec<Answer> {
    in_parts(questions, AT_ONCE, |part_number, part| {
        let folder = workplace(&format!("opa-{part_number}"));
        let inputs: serde_json::Map<String, Value> = part
            .iter()
            .enumerate()
            .map(|(number, question)| (number.to_string(), question.input.clone()))
            .collect();
        fs::write(
            folder.join("data.json"),
            json!({"cases": inputs}).to_string(),
        )
        .unwrap();
        fs::write(folder.join("cases.rego"), module(part)).unwrap();
        let done = Command::new(binary)
            .args(["eval", "--format", "json", "--data", PACK, "--data"])
            .arg(&folder)
            .args(["--ignore", "*_test.rego", "data.cases_of_ciieval.answers"])
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "opa: {}",
            String::from_utf8_lossy(&done.stdout)
        );
        let output: Value = serde_json::from_slice(&done.stdout).unwrap();
        let answers = &output["result"][0]["expressions"][0]["value"];
        (0..part.len())
            .map(|number| Ok(answers.get(number.to_string()).cloned()))
            .collect()
    })
}

/// The value with all numbers written alike.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(entries) => entries.iter().map(plain).collect(),
        Value::Object(keys) => {
            let keys = keys.iter().map(|(key, value)| (key.clone(), plain(value)));
            Value::Object(keys.collect())
        }
        other => other.clone(),
    }
}

fn same(one: &Answer, other: &Answer) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one.as_ref().map(plain) == other.as_ref().map(plain),
        // Engines word their messages each in its own way, and no case may raise.
        _ => false,
    }
}

#[test]
fn all_engines_agree_on_every_outcome_and_every_check() {
    let pack = Pack::load(&[PACK.into()]).unwrap();
    let questions = questions(&pack);
    let first = regorus(&pack, &questions);
    let in_ci = std::env::var_os("CI").is_some();
    let mut table = vec![("regorus", questions.len(), 0)];
    let mut compare = |engine: &'static str, answers: &[Answer]| {
        assert_eq!(answers.len(), questions.len());
        let mut disagreements = 0;
        for ((question, one), other) in questions.iter().zip(&first).zip(answers) {
            if !same(one, other) {
                disagreements += 1;
                println!(
                    "{}\n  regorus: {one:?}\n  {engine}: {other:?}",
                    question.name
                );
            }
        }
        table.push((engine, answers.len(), disagreements));
    };
    match regopy() {
        Ok(folder) => compare("rego-cpp", &rego_cpp(&pack, &folder, &questions)),
        Err(why) if in_ci => panic!("regopy cannot be installed: {why}"),
        Err(why) => println!("skipped: rego-cpp, since regopy cannot be installed: {why}"),
    }
    match opa_binary() {
        Some(binary) => compare("opa", &opa(&binary, &questions)),
        None => println!("skipped: OPA, since no `opa` is on PATH or in $OPA"),
    }
    let rows = table.iter().map(|(engine, count, disagreements)| {
        format!("{engine:<9} {count:>6}  {disagreements:>13}\n")
    });
    let shown: String = std::iter::once("engine     cases  disagreements\n".to_owned())
        .chain(rows)
        .collect();
    // Written past the test runner, which keeps what tests print to itself.
    std::io::stderr().write_all(shown.as_bytes()).unwrap();
    assert!(
        table
            .iter()
            .all(|(_, _, disagreements)| *disagreements == 0)
    );
}

/// What OPA is asked is run by Regorus here, so that it is known to be sound where there is no OPA.
#[test]
fn the_module_for_opa_gives_the_same_answers() {
    let pack = Pack::load(&[PACK.into()]).unwrap();
    let mut questions = questions(&pack);
    questions.truncate(5);
    let expected = regorus(&pack, &questions);
    let mut engine = regorus::Engine::new();
    for module in &pack.modules {
        engine
            .add_policy(module.path.clone(), module.text.clone())
            .unwrap();
    }
    engine
        .add_policy("cases.rego".to_owned(), module(&questions))
        .unwrap();
    engine
        .add_data(regorus::Value::from(pack.data.clone()))
        .unwrap();
    let inputs: serde_json::Map<String, Value> = questions
        .iter()
        .enumerate()
        .map(|(number, question)| (number.to_string(), question.input.clone()))
        .collect();
    engine
        .add_data(regorus::Value::from(json!({"cases": inputs})))
        .unwrap();
    let results = engine
        .eval_query("data.cases_of_ciieval.answers".to_owned(), false)
        .unwrap();
    let answers = &results.result[0].expressions[0].value;
    let answers = serde_json::to_value(answers).unwrap();
    for (number, answer) in expected.iter().enumerate() {
        assert_eq!(
            answer.as_ref().ok().unwrap().as_ref(),
            answers.get(number.to_string())
        );
    }
}

/// The pack is checked, formatted and tested by OPA as it stands.
#[test]
fn opa_accepts_the_pack() {
    let Some(binary) = opa_binary() else {
        println!("skipped: `opa check`, `opa fmt` and `opa test`, since no `opa` is there");
        return;
    };
    for arguments in [
        &["check", "--strict", PACK][..],
        &["fmt", "--fail", "--list", PACK],
        &["test", PACK],
    ] {
        let done = Command::new(&binary).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned()
            + &String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "opa {arguments:?}: {said}");
    }
}
