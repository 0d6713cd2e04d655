//! What properties are asked of: the pack, its cases, and an engine.

use ciieval::cases::{self, Cases};
use ciieval::engine::Engine;
use ciieval::evaluation::{self, Evaluated};
use ciieval::pack::Pack;
use ciieval::reads::Reads;
use ciieval::report::model::DossierReport;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use std::path::Path;
use std::sync::OnceLock;
use std::time::Duration;

/// The built-in pack with what belongs to it.
pub struct World {
    pub pack: Pack,
    pub reads: Reads,
    pub cases: Cases,
    engine: Engine,
}

/// Loaded once for all properties.
pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let pack = Pack::load(&[]).unwrap();
        World {
            reads: Reads::new(&pack).unwrap(),
            cases: cases::load(Path::new("fixtures/cases")).unwrap(),
            engine: Engine::new(&pack, Duration::from_secs(60)).unwrap(),
            pack,
        }
    })
}

/// The classes that are scored.
pub const CLASSES: [&str; 6] = [
    "consulting",
    "training",
    "development",
    "protection",
    "confrontation",
    "response",
];

impl World {
    pub fn engine(&self) -> Engine {
        self.engine.clone()
    }

    /// The evaluation of the classes.
    pub fn evaluate(
        &self,
        engine: &mut Engine,
        dossier: &Value,
        classes: &[&str],
    ) -> Evaluated<'_> {
        let class = |id: &&str| evaluation::class(&self.pack, id).unwrap();
        let classes: Vec<_> = classes.iter().map(class).collect();
        evaluation::evaluate(engine, &self.pack, dossier, &classes).unwrap()
    }

    /// All that the report says of the dossier.
    pub fn report(&self, engine: &mut Engine, dossier: &Value, classes: &[&str]) -> Value {
        let evaluated = self.evaluate(engine, dossier, classes);
        let report = DossierReport::new("dossier.yaml", "", dossier, &evaluated);
        serde_json::to_value(report).unwrap()
    }
}

/// Tries a property as often as asked for; always with the same cases, so that a failure comes back.
pub fn runner(cases: u32) -> TestRunner {
    let asked = std::env::var("PROPERTY_CASES").ok();
    let config = Config {
        cases: asked.map_or(cases, |asked| asked.parse().unwrap()),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    };
    println!("{} cases", config.cases);
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}
