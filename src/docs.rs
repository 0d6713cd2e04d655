//! Documentation made from what the program knows: the clauses and the command line. The pages below
//! `docs/` are these texts; tests fail where they drift.

use clap::CommandFactory;
use std::fmt::Write as _;

use crate::cli::Cli;
use crate::pack::{Clause, Pack};
use crate::reads::Reads;
use crate::text::Text;

/// Columns of the help texts, whatever the terminal.
const WIDTH: usize = 100;

/// `docs/clauses.md`: every clause the pack decides, by term and area, in both languages.
#[must_use]
pub fn clauses_markdown(pack: &Pack, reads: &Reads) -> String {
    let mut page = String::from(
        "# Clauses\n\nGenerated from the annotations of the rules: what each clause asks for, whether it is mandatory (●), how an \
         ambiguous wording is read, where the standard differs with itself, what is left to an assessor's \
         judgement, and which parts of a dossier its rule reads.\n\n\
         由规则注解生成：各条款的要求、是否必要项（●）、歧义措辞的理解、标准自身的不一致之处、由评价人员判断的内容以及规则读取的证据。\n",
    );
    for term in &pack.catalogue.terms {
        if pack.catalogue.clauses_of(term).next().is_none() {
            continue;
        }
        let _ = write!(
            page,
            "\n## {} {} {} ({} %)\n",
            term.clause, term.title.zh, term.title.en, term.weight
        );
        for area in &term.areas {
            if term.areas.len() > 1 {
                let _ = write!(
                    page,
                    "\n### {} {} {}\n",
                    area.clause, area.title.zh, area.title.en
                );
            }
            for clause in pack.catalogue.clauses_of_area(&area.clause) {
                page += &section(clause, reads);
            }
        }
    }
    page
}

fn section(clause: &Clause, reads: &Reads) -> String {
    let mark = if clause.mandatory { " ●" } else { "" };
    let mut text = format!(
        "\n**{}{mark} {} · {}**\n\n",
        clause.id, clause.title.zh, clause.title.en
    );
    let _ = writeln!(
        text,
        "{}\n\n{}",
        clause.description.zh, clause.description.en
    );
    let notes = [
        ("理解 Reading", clause.reading.as_ref()),
        ("不一致 Differs", clause.differs.as_ref()),
        ("判断 Judgement", clause.judgement.as_ref()),
    ];
    let given: Vec<(&str, &Text)> = notes
        .into_iter()
        .filter_map(|(name, note)| Some((name, note?)))
        .collect();
    text.push('\n');
    for (name, note) in given {
        let _ = writeln!(text, "- *{name}.* {} {}", note.zh, note.en);
    }
    if let Some(read) = reads.of(&clause.id) {
        let parts: Vec<String> = read.parts.iter().map(|part| format!("`{part}`")).collect();
        let _ = writeln!(text, "- *证据 Evidence.* {}", parts.join(", "));
    }
    text
}

/// `docs/cli.md`: the help of every command.
#[must_use]
pub fn cli_markdown() -> String {
    let mut page = String::from("# Command line\n\nGenerated from the program's help.\n");
    let mut command = Cli::command().term_width(WIDTH);
    page += &help("ciieval", &mut command);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for name in names.iter().filter(|name| *name != "help") {
        if let Some(inner) = command.find_subcommand(name) {
            let full = format!("ciieval {name}");
            let mut inner = inner.clone().term_width(WIDTH).bin_name(&full);
            page += &help(&full, &mut inner);
        }
    }
    page
}

fn help(name: &str, command: &mut clap::Command) -> String {
    let text = command.render_long_help().to_string();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!(
        "\n## `{name}`\n\n```text\n{}\n```\n",
        lines.join("\n").trim_end()
    )
}
