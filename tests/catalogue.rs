//! The catalogue against Appendix C: clauses, mandatory marks, terms and weights, as they were read off
//! the standard by hand. These numbers are the tests' own and come from no file of the pack.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc)]

mod common;

use ciieval::pack::Pack;
use common::appendix_c::APPENDIX_C;
use std::collections::BTreeMap;

/// Clauses and mandatory clauses of each group as printed in 7.2.
const PRINTED: [(&str, usize, usize); 8] = [
    ("basic_conditions", 7, 6),
    ("assurance", 78, 41),
    ("consulting", 46, 12),
    ("training", 20, 5),
    ("development", 15, 4),
    ("protection", 59, 17),
    ("confrontation", 59, 17),
    ("response", 27, 8),
];

fn pack() -> Pack {
    Pack::load(&[]).unwrap()
}

#[test]
fn every_area_has_the_clauses_of_appendix_c() {
    let pack = pack();
    for (_, _, area, letters) in APPENDIX_C {
        let found: Vec<String> = pack
            .catalogue
            .clauses_of_area(area)
            .map(|clause| format!("{}{}", clause.id, if clause.mandatory { "*" } else { "" }))
            .collect();
        let expected: Vec<String> = letters
            .split(' ')
            .map(|letter| format!("{area}.{letter}"))
            .collect();
        assert_eq!(found, expected, "area {area}");
    }
}

#[test]
fn no_clause_stands_outside_appendix_c() {
    let listed: usize = APPENDIX_C
        .iter()
        .map(|(_, _, _, letters)| letters.split(' ').count())
        .sum();
    // 312 with 9.5, which is one clause and never scored here.
    assert_eq!(listed + 1, 312);
    assert_eq!(pack().catalogue.clauses.len(), listed);
}

#[test]
fn terms_have_the_weights_and_areas_of_the_standard() {
    let pack = pack();
    let mut expected: BTreeMap<&str, (u32, Vec<&str>)> = BTreeMap::new();
    for (term, weight, area, _) in APPENDIX_C {
        expected
            .entry(term)
            .or_insert_with(|| (weight, Vec::new()))
            .1
            .push(area);
    }
    for term in &pack.catalogue.terms {
        let areas: Vec<&str> = term.areas.iter().map(|area| area.clause.as_str()).collect();
        assert_eq!(
            Some(&(term.weight, areas)),
            expected.get(term.id.as_str()),
            "term {}",
            term.id
        );
    }
    assert_eq!(pack.catalogue.terms.len(), expected.len());
}

#[test]
fn every_class_has_fifteen_terms_that_weigh_100() {
    let pack = pack();
    for class in pack
        .catalogue
        .classes
        .iter()
        .filter(|class| class.term.is_some())
    {
        let terms: Vec<_> = pack.catalogue.terms_of(class).collect();
        assert_eq!(terms.len(), 15, "class {}", class.id);
        assert_eq!(
            terms.iter().map(|term| term.weight).sum::<u32>(),
            100,
            "class {}",
            class.id
        );
    }
    assert_eq!(pack.pass_mark, 65);
}

#[test]
fn totals_agree_with_those_printed_in_7_2_but_for_one() {
    for (group, clauses, mandatory) in PRINTED {
        let areas = APPENDIX_C.iter().filter(|(term, _, area, _)| match group {
            "assurance" => area.starts_with("8."),
            _ => *term == group,
        });
        let letters: Vec<&str> = areas
            .flat_map(|(_, _, _, letters)| letters.split(' '))
            .collect();
        let marked = letters
            .iter()
            .filter(|letter| letter.ends_with('*'))
            .count();
        assert_eq!(letters.len(), clauses, "{group}");
        // 7.2 c prints 4 mandatory clauses for design and development, Appendix C marks 5.
        let printed = if group == "development" {
            mandatory + 1
        } else {
            mandatory
        };
        assert_eq!(marked, printed, "{group}");
    }
}
