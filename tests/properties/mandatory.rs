//! Without the evidence of a mandatory clause the class fails, whatever else there is.

use ciieval::score::{DecidedBy, Verdict};
use serde_json::Value;

use crate::world::{CLASSES, world};

#[test]
fn without_the_evidence_of_a_mandatory_clause_the_class_fails() {
    let mut tried = 0;
    let mut engine = world().engine();
    let exemplary = &world().cases.exemplary;
    for class in CLASSES {
        let whole = world().evaluate(&mut engine, exemplary, &[class]);
        let clauses = &whole.evaluations[0].clauses;
        for result in clauses.iter().filter(|result| result.clause.mandatory) {
            let clause = result.clause;
            let parts = &world().reads.of(&clause.id).unwrap().parts;
            let mut without = exemplary.clone();
            for part in parts {
                take_out(&mut without, part);
            }
            let evaluated = world().evaluate(&mut engine, &without, &[class]);
            let evaluation = &evaluated.evaluations[0];
            let same = |other: &&ciieval::evaluation::ClauseResult| other.clause.id == clause.id;
            let status = evaluation.clauses.iter().find(same).unwrap().status;
            assert!(
                !status.counts(),
                "{class} {} without {parts:?}: {status:?}",
                clause.id.as_str()
            );
            assert_eq!(
                evaluation.score.verdict,
                Verdict::Fail,
                "{}",
                clause.id.as_str()
            );
            assert_eq!(evaluation.score.decided_by, Some(DecidedBy::Mandatory));
            tried += 1;
        }
    }
    println!("{tried} mandatory clauses of classes");
    // 59 of consulting, of which 48 are common, and those of the other classes' own.
    assert!(tried > 6 * 48, "{tried}");
}

fn take_out(dossier: &mut Value, part: &str) {
    match part.split_once('.') {
        Some((key, inner)) => {
            if let Some(object) = dossier[key].as_object_mut() {
                object.shift_remove(inner);
            }
        }
        None => {
            dossier.as_object_mut().unwrap().shift_remove(part);
        }
    }
}
