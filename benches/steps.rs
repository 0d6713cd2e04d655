//! What the steps from a file to a report take, one by one: `cargo bench --bench steps`.
#![allow(missing_docs, clippy::unwrap_used)]

use ciieval::dossier::{self, Loaded};
use ciieval::engine::Engine;
use ciieval::evaluation;
use ciieval::pack::Pack;
use ciieval::report::DossierReport;
use ciieval::report::format::Format;
use ciieval::report::html::Html;
use ciieval::report::json::Json;
use ciieval::report::model::Head;
use ciieval::report::text::{Options, Text};
use ciieval::schema::Schema;
use ciieval::text::Language;
use criterion::{Criterion, criterion_group, criterion_main};
use std::sync::Arc;
use std::time::Duration;

/// A dossier of one class and of all, in both formats.
const DOSSIERS: [&str; 2] = [
    "fixtures/dossiers/tianqing.yaml",
    "fixtures/dossiers/lanting.json",
];

const TIMEOUT: Duration = Duration::from_secs(60);

fn loading(criterion: &mut Criterion) {
    let pack = Pack::load(&[]).unwrap();
    let mut group = criterion.benchmark_group("start");
    group.bench_function("pack", |bench| bench.iter(|| Pack::load(&[]).unwrap()));
    group.bench_function("engine", |bench| {
        bench.iter(|| Engine::new(&pack, TIMEOUT).unwrap());
    });
    group.bench_function("schema", |bench| bench.iter(|| Schema::new(&pack).unwrap()));
    group.finish();
}

fn dossiers(criterion: &mut Criterion) {
    let pack = Arc::new(Pack::load(&[]).unwrap());
    let schema = Schema::new(&pack).unwrap();
    let mut engine = Engine::new(&pack, TIMEOUT).unwrap();
    for path in DOSSIERS {
        let source = dossier::find(&[path.into()]).sources.remove(0);
        let mut group = criterion.benchmark_group(path);
        group.bench_function("read", |bench| {
            bench.iter(|| Loaded::new(source.clone()));
        });
        group.bench_function("read and check", |bench| {
            bench.iter(|| dossier::read(&source, &schema).unwrap());
        });
        let dossier = dossier::read(&source, &schema).unwrap();
        let evidence = &dossier.evidence;
        let classes = evaluation::applied_for(evidence);
        let classes: Vec<_> = classes
            .iter()
            .map(|id| evaluation::class(&pack, id).unwrap())
            .collect();
        group.bench_function("evaluate", |bench| {
            bench.iter(|| evaluation::evaluate(&mut engine, &pack, evidence, &classes).unwrap());
        });
        let evaluated = evaluation::evaluate(&mut engine, &pack, evidence, &classes).unwrap();
        let report = || DossierReport::new(path, &dossier.sha256, evidence, &evaluated);
        group.bench_function("report", |bench| bench.iter(report));
        let text = Options {
            language: Language::English,
            all: true,
            summary: false,
            styled: false,
            messages: false,
        };
        let formats: [(&str, &dyn Format); 3] = [
            ("json", &Json(Head::new(&pack))),
            ("text", &Text::new(Arc::clone(&pack), text)),
            ("html", &Html::new(Arc::clone(&pack), Language::English)),
        ];
        let report = report();
        for (name, format) in formats {
            group.bench_function(name, |bench| {
                bench.iter(|| format.render(&report, &dossier.places).unwrap());
            });
        }
        group.finish();
    }
}

criterion_group! {
    name = steps;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3)).sample_size(20);
    targets = loading, dossiers
}
criterion_main!(steps);
