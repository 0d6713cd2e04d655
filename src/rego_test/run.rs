//! Running tests on all processors: each is asked alone, so that none depends on what ran before.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::find::Test;
use crate::engine::coverage::Lines;
use crate::engine::{Asked, Engine};

/// What the engine said to each test, in their order, and the lines evaluated.
pub(super) fn run(engine: &Engine, tests: &[&Test]) -> (Vec<Asked>, Lines) {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut engine = engine.clone();
        let mut answers = Vec::new();
        while let Some((index, test)) = take(&next, tests) {
            answers.push((index, engine.ask(&test.path())));
        }
        (answers, engine.covered())
    };
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let done = thread::scope(|scope| {
        let workers: Vec<_> = (1..processors.min(tests.len()))
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok())
            .collect();
        let mut done = vec![work()];
        for worker in workers {
            // Without its answers tests would be missing in silence.
            done.push(worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    let mut answers = Vec::new();
    let mut lines = Lines::new();
    for (more, covered) in done {
        answers.extend(more);
        for (file, covered) in covered {
            lines.entry(file).or_default().extend(covered);
        }
    }
    answers.sort_by_key(|(index, _)| *index);
    (
        answers.into_iter().map(|(_, answer)| answer).collect(),
        lines,
    )
}

fn take<'t, 'a>(next: &AtomicUsize, tests: &'t [&'a Test]) -> Option<(usize, &'t &'a Test)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    tests.get(index).map(|test| (index, test))
}
