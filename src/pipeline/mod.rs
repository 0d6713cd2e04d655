//! From paths to results, dossier by dossier: while one thread searches, others read and evaluate, and
//! what is done comes out in the order of the search. Nothing is held for longer than it waits for its
//! turn.
//!
//! ```text
//! discover ──▶ window of places ──────────────────────────▶ results in order ──▶ sink ──▶ reports
//!     └──────▶ tasks ──▶ worker: read, check, evaluate, render ──┘
//! ```

mod noticed;
pub mod order;
pub mod sink;
pub mod work;

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use crate::dossier::{Item, STDIN, Search, Source, discover};
use crate::report::ErrorReport;
use order::{Feeder, Results};
use work::{Context, Done, Worker};

/// A result in its turn.
#[derive(Debug)]
pub enum Step {
    /// A dossier, or a path that led to none.
    Done(Box<Done>),
    /// A file that is no dossier, and why.
    PassedOver(String, &'static str),
}

/// Starts the evaluation of what is at `paths` with `jobs` threads.
///
/// # Errors
/// Threads that the system refuses.
pub fn start(
    context: Arc<Context>,
    paths: Vec<PathBuf>,
    search: Search,
    jobs: usize,
) -> io::Result<Results<Step>> {
    let feed = move |feeder: &Feeder<Source, Step>| {
        let mut put = |item| put(item, feeder);
        let _ = discover(&paths, &search, &mut io::stdin().lock(), &mut put);
    };
    let worker = move || {
        let mut worker = Worker::new(Arc::clone(&context));
        move |source| Step::Done(Box::new(worker.work(source)))
    };
    order::start(jobs, feed, worker)
}

fn put(item: Item, feeder: &Feeder<Source, Step>) -> ControlFlow<()> {
    match item {
        Item::Dossier(source) => feeder.task(source.path.clone(), source),
        Item::PassedOver(path, why) => feeder.ready(Step::PassedOver(path, why)),
        Item::Problem(problem) => {
            let error = ErrorReport::from(problem);
            feeder.ready(Step::Done(Box::new(Done::failed(vec![error]))))
        }
    }
}

/// A dossier whose evaluation panicked.
#[must_use]
pub fn lost(path: &str) -> Done {
    let message = "the program failed on this dossier; this is a mistake in it: please report it";
    Done::failed(vec![ErrorReport::new(path, message).of(path)])
}

/// How many dossiers there are at `paths`, where that can be told without reading standard input.
#[must_use]
pub fn count(paths: &[PathBuf], search: &Search) -> Option<u64> {
    if paths.iter().any(|path| path.as_os_str() == STDIN) {
        return None;
    }
    let mut count = 0;
    let _ = discover(paths, search, &mut io::empty(), &mut |item| {
        count += u64::from(!matches!(item, Item::PassedOver(..)));
        ControlFlow::Continue(())
    });
    Some(count)
}
