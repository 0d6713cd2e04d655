//! Rules that lead back to themselves. Rego has no recursion: a rule that reads itself has no value, and
//! a function that calls itself need not end.

use std::collections::{BTreeMap, BTreeSet};

use super::Program;
use super::resolve::Target;

/// Rules that lead to each other, the first one named again at the end by whoever shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle(pub Vec<Member>);

/// A rule of a cycle.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// File of the rule.
    pub file: String,
    /// Line of the rule, from 1.
    pub line: usize,
    /// Path of the rule below `data`.
    pub rule: String,
}

type Path = Vec<String>;

/// Cycles that are looked for: with more of them nobody reads on.
const CYCLES: usize = 20;

/// Which rules read which.
#[derive(Debug)]
pub struct Reads<'p> {
    program: &'p Program,
    reads: BTreeMap<&'p Path, BTreeSet<&'p Path>>,
}

impl<'p> Reads<'p> {
    /// What the rules of the program read; nothing where these are more than `most` pairs of rules.
    #[must_use]
    pub fn new(program: &'p Program, most: usize) -> Option<Self> {
        let mut reads = BTreeMap::new();
        let mut pairs = 0;
        for path in program.paths() {
            let read = read_by_rule(program, path);
            pairs += read.len();
            if pairs > most {
                return None;
            }
            reads.insert(path, read);
        }
        Some(Self { program, reads })
    }

    /// The cycles among the rules; of those that overlap, one.
    #[must_use]
    pub fn cycles(&self) -> Vec<Cycle> {
        let mut reads = self.reads.clone();
        let mut cycles = Vec::new();
        while let Some(cycle) = next(&mut reads).filter(|_| cycles.len() < CYCLES) {
            for path in &cycle {
                reads.remove(path);
            }
            cycles.push(described(self.program, &cycle));
        }
        cycles.sort_by(|a: &Cycle, b| a.0.cmp(&b.0));
        cycles
    }

    /// How many rules the longest chain has of which each reads the next, and the rule that it starts
    /// with. There must be no cycles.
    #[must_use]
    pub fn longest(&self) -> (usize, Option<Member>) {
        let numbers: BTreeMap<&Path, usize> = self.reads.keys().copied().zip(0..).collect();
        let number = |path: &&'p Path| numbers.get(*path).copied();
        let reads: Vec<Vec<usize>> = self
            .reads
            .values()
            .map(|read| read.iter().filter_map(number).collect())
            .collect();
        let mut lengths: Vec<Option<usize>> = vec![None; reads.len()];
        let mut longest = (0, None);
        for (start, path) in self.reads.keys().copied().enumerate() {
            // Without recursion: what is looked for is a chain that is too long for that.
            let mut todo = vec![start];
            while let Some(at) = todo.last().copied() {
                let read = reads.get(at).into_iter().flatten().copied();
                let length = |rule: usize| lengths.get(rule).copied().flatten();
                let open: Vec<usize> = read
                    .clone()
                    .filter(|rule| length(*rule).is_none())
                    .collect();
                if !open.is_empty() {
                    todo.extend(open);
                    continue;
                }
                todo.pop();
                let most = 1 + read.filter_map(length).max().unwrap_or_default();
                if let Some(length) = lengths.get_mut(at) {
                    *length = Some(most);
                }
            }
            let length = lengths.get(start).copied().flatten().unwrap_or_default();
            if length > longest.0 {
                longest = (length, Some(path));
            }
        }
        let member = longest.1.and_then(|path| member(self.program, path));
        (longest.0, member)
    }
}

fn read_by_rule<'p>(program: &'p Program, path: &[String]) -> BTreeSet<&'p Path> {
    let definitions = program.definitions(path);
    let references = definitions.flat_map(|definition| &definition.rule.references);
    references
        .filter(|reference| !reference.replaced)
        .flat_map(|reference| match &reference.target {
            Target::Data(path) => program.read_by(path),
            _ => Vec::new(),
        })
        .collect()
}

/// One cycle, after everything that leads nowhere has been taken out.
fn next<'p>(reads: &mut BTreeMap<&'p Path, BTreeSet<&'p Path>>) -> Option<Vec<&'p Path>> {
    let endless = endless(reads);
    reads.retain(|path, _| endless.contains(path));
    for read in reads.values_mut() {
        read.retain(|path| endless.contains(path));
    }
    // Every rule left reads one that is left: going on from any comes round.
    let mut way: Vec<&Path> = Vec::new();
    let mut at = *reads.keys().next()?;
    loop {
        if let Some(start) = way.iter().position(|path| *path == at) {
            return Some(way.split_off(start));
        }
        way.push(at);
        at = reads.get(at)?.first()?;
    }
}

/// The rules that lead on without end: taken away in turn are those that read none that is left.
fn endless<'p>(reads: &BTreeMap<&'p Path, BTreeSet<&'p Path>>) -> BTreeSet<&'p Path> {
    let numbers: BTreeMap<&Path, usize> = reads.keys().copied().zip(0..).collect();
    let mut readers: Vec<Vec<usize>> = vec![Vec::new(); reads.len()];
    let mut left: Vec<usize> = vec![0; reads.len()];
    for (reader, read) in reads.values().enumerate() {
        for number in read.iter().filter_map(|path| numbers.get(path)) {
            if let (Some(readers), Some(left)) = (readers.get_mut(*number), left.get_mut(reader)) {
                readers.push(reader);
                *left += 1;
            }
        }
    }
    let mut taken: Vec<usize> = (0..)
        .zip(&left)
        .filter(|(_, left)| **left == 0)
        .map(|(number, _)| number)
        .collect();
    while let Some(number) = taken.pop() {
        for reader in readers.get(number).into_iter().flatten() {
            if let Some(left) = left.get_mut(*reader) {
                *left -= 1;
                if *left == 0 {
                    taken.push(*reader);
                }
            }
        }
    }
    let paths = reads.keys().zip(left).filter(|(_, left)| *left > 0);
    paths.map(|(path, _)| *path).collect()
}

/// The cycle, starting at the rule that stands first.
fn described(program: &Program, cycle: &[&Path]) -> Cycle {
    let mut members: Vec<Member> = cycle
        .iter()
        .filter_map(|path| member(program, path))
        .collect();
    let first = members
        .iter()
        .enumerate()
        .min_by_key(|(_, member)| (&member.file, member.line))
        .map_or(0, |(at, _)| at);
    members.rotate_left(first);
    Cycle(members)
}

fn member(program: &Program, path: &[String]) -> Option<Member> {
    let first = program.definitions(path).next()?;
    Some(Member {
        file: first.module.file.clone(),
        line: first.rule.line,
        rule: path.join("."),
    })
}
