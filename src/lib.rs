//! ciieval evaluates providers of security services for critical information infrastructure: a
//! dossier of evidence goes in, every clause of the standard is decided by a Rego rule, and a report
//! with tallies, scores and verdicts comes out.
//!
//! Data flows one way: paths → dossiers → outcomes → evaluation → report. The library prints nothing
//! and lets no clock decide: the same dossiers and packs give the same report.
//!
//! ```no_run
//! use ciieval::{dossier, engine::Engine, evaluation, pack::Pack, report, schema::Schema};
//! use std::time::Duration;
//!
//! // The built-in pack, with the pack of a folder laid over it. Both are prepared once.
//! let pack = Pack::load(&["our-rules".into()]).map_err(|errors| format!("{errors:?}"))?;
//! let mut engine = Engine::new(&pack, Duration::from_secs(30)).map_err(|errors| format!("{errors:?}"))?;
//! let schema = Schema::new(&pack)?;
//! let consulting = evaluation::class(&pack, "consulting")?;
//!
//! let mut report = report::Report::new(&pack);
//! for source in dossier::find(&["dossiers".into()]).sources {
//!     match dossier::read(&source, &schema) {
//!         Ok(read) => {
//!             let done = evaluation::evaluate(&mut engine, &pack, &read.evidence, &[consulting])?;
//!             report.dossiers.push(report::DossierReport::new(&read.path, &read.sha256, &read.evidence, &done));
//!         }
//!         Err(problems) => report.errors.extend(problems.into_iter().map(report::ErrorReport::from)),
//!     }
//! }
//! println!("{}", report::json::render(&report)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | module | what it does |
//! |---|---|
//! | [`pack`] | rules, annotations, labels and manifests: what the standard asks for |
//! | [`schema`], [`dossier`] | the evidence model; finding, reading and checking dossiers |
//! | [`workbook`] | a dossier as an Excel workbook, both ways |
//! | [`engine`], [`outcome`] | runs the rules; what a clause's rule yields |
//! | [`scheme`] | the assessment plan, and where it deviates from the standard |
//! | [`finding`] | what assessors judged, and what that may change |
//! | [`external`] | conclusions under other standards, which are shown and never scored |
//! | [`reuse`] | in which classes people count, as the pack's rule decides it |
//! | [`attachments`], [`contradictions`], [`across`] | what no clause sees: files behind evidence, contradictions in a dossier and between dossiers |
//! | [`score`] | tallies, points and verdicts: pure and exact |
//! | [`evaluation`] | puts these together for one dossier and its classes |
//! | [`report`] | one model, one module per format |
//! | [`rego`] | rules as trees: what their names lead to |
//! | [`reads`] | what evidence each clause reads |
//! | [`catalog`], [`explain`] | lists of clauses; everything about one |
//! | [`lint`] | what engines accept in a pack in silence |
//! | [`pipeline`] | the same for thousands of dossiers by many threads, in order, in little memory |
//! | [`cache`] | results of earlier runs |
//! | [`verify`], [`signature`] | whether a report follows from the evidence; whether somebody signed it |
//! | [`interrupt`], [`progress`] | ending a run in order; showing where it is |
//! | [`skeleton`] | dossiers to fill in |
//! | [`scaffold`] | beginnings of packs |
//! | [`rego_test`] | runs the tests beside the rules |
//! | [`profile`] | where the time goes |
//! | [`cases`] | reads cases: changes of a dossier with the status they lead to |
//! | [`cli`], [`commands`] | the command line |

pub mod across;
pub mod attachments;
mod beside;
pub mod cache;
pub mod cases;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod contradictions;
pub mod docs;
pub mod dossier;
pub mod engine;
pub mod evaluation;
pub mod explain;
pub mod external;
pub mod finding;
pub mod interrupt;
mod junit;
pub mod lint;
pub mod observation;
pub mod outcome;
pub mod pack;
pub mod pipeline;
pub mod profile;
pub mod progress;
pub mod reads;
pub mod rego;
pub mod rego_test;
pub mod report;
pub mod reuse;
pub mod scaffold;
pub mod schema;
pub mod scheme;
pub mod score;
pub mod signature;
pub mod skeleton;
pub mod text;
pub mod verify;
pub mod workbook;
