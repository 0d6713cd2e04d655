//! `ciieval completions`, `ciieval man` and the help of every command.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::ciieval;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

const COMMANDS: [&str; 14] = [
    "check",
    "verify",
    "sign",
    "keygen",
    "init",
    "convert",
    "explain",
    "catalog",
    "schema",
    "lint",
    "test",
    "completions",
    "man",
    "help",
];

#[test]
fn the_help_of_every_command_has_examples_and_every_command_is_tested_here() {
    let help = ciieval(&["--help"]).out;
    let list = help
        .split("Commands:")
        .nth(1)
        .unwrap()
        .split("Options:")
        .next()
        .unwrap();
    let names = list.lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' '));
    let listed: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(listed, COMMANDS);
    for command in COMMANDS.iter().filter(|command| **command != "help") {
        let help = ciieval(&[command, "--help"]);
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Examples:"), "{command}");
    }
}

#[test]
fn shells_take_the_completions() {
    for (shell, sign) in [
        ("bash", "complete -F _ciieval"),
        ("zsh", "#compdef ciieval"),
        ("fish", "complete -c ciieval"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = ciieval(&["completions", shell]);
        assert_eq!(script.code, 0);
        assert!(script.out.contains(sign), "{shell}");
    }
    assert_eq!(ciieval(&["completions", "nothing"]).code, 2);
}

#[test]
#[cfg(unix)]
fn bash_completes_commands_and_options() {
    let script = ciieval(&["completions", "bash"]).out;
    let ask = "COMP_WORDS=(ciieval \"$1\" \"$2\"); COMP_CWORD=$3; _ciieval ciieval \"${COMP_WORDS[$3]}\" \"${COMP_WORDS[$3 - 1]}\"; echo \"${COMPREPLY[@]}\"";
    let completed = |first: &str, second: &str, at: &str| {
        let mut bash = Command::new("bash")
            .args(["-s", first, second, at])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = bash.stdin.take().unwrap();
        write!(stdin, "{script}\n{ask}\n").unwrap();
        drop(stdin);
        String::from_utf8(bash.wait_with_output().unwrap().stdout).unwrap()
    };
    assert_eq!(completed("che", "", "1").trim(), "check");
    assert_eq!(completed("check", "--sche", "2").trim(), "--scheme");
}

#[test]
fn manual_pages_are_written_for_the_program_and_each_command() {
    let page = ciieval(&["man"]);
    assert_eq!(page.code, 0);
    assert!(page.out.contains(".TH ciieval 1"), "{}", page.out);
    let folder = tempfile::tempdir().unwrap();
    let man = folder.path().join("man1");
    assert_eq!(ciieval(&["man", man.to_str().unwrap()]).code, 0);
    for command in COMMANDS.iter().filter(|command| **command != "help") {
        let page = fs::read_to_string(man.join(format!("ciieval-{command}.1"))).unwrap();
        assert!(page.contains("Examples:"), "{command}");
    }
    let file = man.join("ciieval.1");
    let inside = ciieval(&["man", file.to_str().unwrap()]);
    assert_eq!(inside.code, 2);
    assert!(
        inside.err.contains("pages cannot be written to"),
        "{}",
        inside.err
    );
}
