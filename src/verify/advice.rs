//! What can be done where a report does not follow.

use super::model::{Kind, Verification};
use crate::report::text::page::{Page, Tone};
use crate::report::text::words::Words;

/// What can be done about what is different, each kind once.
pub fn section(page: &mut Page, words: &Words, verification: &Verification) {
    let mut kinds: Vec<Kind> = verification.differences.iter().map(|it| it.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    // Where evidence or rules are others, other results are no surprise and say nothing by themselves.
    let is_explained = kinds.first().is_some_and(|kind| *kind <= Kind::Attachments);
    kinds.retain(|kind| !(is_explained && *kind > Kind::Attachments));
    let mut lines: Vec<&str> = kinds
        .into_iter()
        .map(|kind| do_about(words, kind))
        .collect();
    if !verification.missing.is_empty() {
        lines.push(words.either(
            "用 --dossier 给出缺少的卷宗；按摘要查找，位置和名称不限。",
            "give the dossiers that are missing with --dossier: they are found by their digests, wherever they lie.",
        ));
    }
    if lines.is_empty() {
        return;
    }
    page.gap();
    page.line(0, words.either("怎么办", "What to do"), Tone::Heading);
    for line in lines {
        page.line(2, line, Tone::Plain);
    }
}

fn do_about(words: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Tool => words.either(
            "报告由另一版本的程序写出：用报告所写的版本核实。",
            "another version of the program wrote the report: verify it with the version that it names.",
        ),
        Kind::Pack => words.either(
            "规则包与报告所用的不同：用 --policies 给出报告所写版本和摘要的规则包。",
            "the packs are not those of the report: give with --policies those of the version and digest that it names.",
        ),
        Kind::Scheme => words.either(
            "评价方案与报告所用的不同：用 --scheme 给出报告所写摘要的方案文件。",
            "the scheme is not that of the report: give with --scheme the file of the digest that it names.",
        ),
        Kind::Options => words.either(
            "报告开头的内容被改动，或由另一版本的程序写出。",
            "what stands at the head of the report was changed, or another version of the program wrote it.",
        ),
        Kind::Dossier => words.either(
            "卷宗在报告写出之后被改动：取得报告所写摘要的卷宗，或重新评价。",
            "the dossier was changed after the report was written: get the one of the digest that the report names, or evaluate anew.",
        ),
        Kind::Attachments => words.either(
            "附件与报告所说的不同：或者附件文件夹在报告写出之后有变化，或者报告被改动。",
            "attachments are not as the report says: either the folder of attachments has changed since, or the report was changed.",
        ),
        Kind::Result => words.either(
            "程序、规则包、评价方案和卷宗都与报告所写的一致，结果却不同：报告在写出之后被改动。",
            "program, packs, scheme and dossiers are those that the report names, and the result is another: the report was changed after it was written.",
        ),
        Kind::Error => words.either(
            "未能评价的卷宗在报告中没有摘要：或者该文件在报告写出之后被改动，或者报告被改动。",
            "of what could not be evaluated the report has no digest: either that file was changed after the report was written, or the report was.",
        ),
        Kind::Writing => words.either(
            "报告的内容与核实一致，但文件被另存或重排过：请取得原文件。",
            "the report says what was worked out, but its file was saved or laid out anew: get the original.",
        ),
    }
}
