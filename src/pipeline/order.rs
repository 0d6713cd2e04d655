//! Work spread over threads whose results come out in the order in which the work went in. Only so
//! much is under way at once that memory does not grow with what there is to do.

use crossbeam_channel::{Receiver, Sender, bounded, select, unbounded};
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How much may be under way or wait for its turn, for each thread.
const WINDOW: usize = 4;

/// Stack of a thread, in bytes: that of a main thread, which deeply nested rules and evidence need.
const STACK: usize = 8 << 20;

/// Where work goes in.
#[derive(Debug)]
pub struct Feeder<T, R> {
    tasks: Sender<(T, Sender<R>)>,
    slots: Sender<Slot<R>>,
}

/// A place in the order.
#[derive(Debug)]
enum Slot<R> {
    Ready(R),
    Waiting(String, Receiver<R>),
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next<R> {
    /// A result.
    Result(R),
    /// The result of the task of that name is lost: the work on it panicked.
    Lost(String),
    /// Nothing yet.
    Waiting,
    /// Somebody asked to stop.
    Stopped,
    /// Everything is done.
    End,
}

/// Where results come out.
#[derive(Debug)]
pub struct Results<R> {
    slots: Receiver<Slot<R>>,
    first: Option<Slot<R>>,
}

impl<T, R> Feeder<T, R> {
    /// Puts in a task with a name to speak of it; breaks off when nobody waits for results any more.
    pub fn task(&self, name: String, task: T) -> ControlFlow<()> {
        let (reply, result) = bounded(1);
        // The place comes first: where there is none left, no more work is begun.
        self.place(Slot::Waiting(name, result))?;
        continue_if(self.tasks.send((task, reply)).is_ok())
    }

    /// Puts in a result that needs no work.
    pub fn ready(&self, result: R) -> ControlFlow<()> {
        self.place(Slot::Ready(result))
    }

    fn place(&self, slot: Slot<R>) -> ControlFlow<()> {
        continue_if(self.slots.send(slot).is_ok())
    }
}

fn continue_if(more: bool) -> ControlFlow<()> {
    if more {
        ControlFlow::Continue(())
    } else {
        ControlFlow::Break(())
    }
}

/// Starts `jobs` threads for what `feed` puts in; each makes its own worker when it has something to
/// do, and a new one after a panic. The threads are left behind when the results are dropped.
///
/// # Errors
/// Threads that the system refuses; fewer than asked for are no error.
pub fn start<T, R, W>(
    jobs: usize,
    feed: impl FnOnce(&Feeder<T, R>) + Send + 'static,
    worker: impl Fn() -> W + Send + Sync + 'static,
) -> io::Result<Results<R>>
where
    T: Send + 'static,
    R: Send + 'static,
    W: FnMut(T) -> R,
{
    let (tasks, queue) = unbounded::<(T, Sender<R>)>();
    let (slots, results) = bounded(jobs.saturating_mul(WINDOW));
    let worker = Arc::new(worker);
    for started in 0..jobs {
        let (queue, worker) = (queue.clone(), Arc::clone(&worker));
        let thread = thread::Builder::new().stack_size(STACK);
        match thread.spawn(move || work(&queue, &*worker)) {
            Err(error) if started == 0 => return Err(error),
            Err(_) => break,
            Ok(_) => {}
        }
    }
    let feeder = Feeder { tasks, slots };
    thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || feed(&feeder))?;
    Ok(Results {
        slots: results,
        first: None,
    })
}

fn work<T, R, W: FnMut(T) -> R>(queue: &Receiver<(T, Sender<R>)>, worker: &dyn Fn() -> W) {
    let mut own = None;
    for (task, reply) in queue {
        let attempt = AssertUnwindSafe(|| own.get_or_insert_with(worker)(task));
        match catch_unwind(attempt) {
            Ok(result) => {
                // Whoever asked may have left.
                let _ = reply.send(result);
            }
            Err(_) => own = None,
        }
    }
}

impl<R> Results<R> {
    /// The next result in the order, waited for no longer than `patience`.
    pub fn next(&mut self, stop: &Receiver<()>, patience: Duration) -> Next<R> {
        if stop.try_recv().is_ok() {
            return Next::Stopped;
        }
        let first = if let Some(slot) = self.first.take() {
            slot
        } else {
            select! {
                recv(self.slots) -> slot => match slot {
                    Ok(slot) => slot,
                    Err(_) => return Next::End,
                },
                recv(stop) -> _ => return Next::Stopped,
                default(patience) => return Next::Waiting,
            }
        };
        let (name, result) = match first {
            Slot::Ready(result) => return Next::Result(result),
            Slot::Waiting(name, result) => (name, result),
        };
        let next = select! {
            recv(result) -> done => return done.map_or(Next::Lost(name), Next::Result),
            recv(stop) -> _ => Next::Stopped,
            default(patience) => Next::Waiting,
        };
        self.first = Some(Slot::Waiting(name, result));
        next
    }

    /// The results that are there already, in the order; what is still being worked on is left out.
    pub fn finished(self) -> impl Iterator<Item = R> {
        let Self { slots, first } = self;
        let later = std::iter::from_fn(move || slots.try_recv().ok());
        first
            .into_iter()
            .chain(later)
            .filter_map(|slot| match slot {
                Slot::Ready(result) => Some(result),
                Slot::Waiting(_, result) => result.try_recv().ok(),
            })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::{Next, Results, start};
    use crossbeam_channel::{bounded, never};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    const PATIENCE: Duration = Duration::from_millis(20);

    fn all<R>(mut results: Results<R>) -> Vec<Next<R>> {
        let mut all = Vec::new();
        loop {
            match results.next(&never(), PATIENCE) {
                Next::Waiting => {}
                Next::End => return all,
                next => all.push(next),
            }
        }
    }

    #[test]
    fn results_keep_the_order_of_tasks_however_long_they_take() {
        let results = start(
            4,
            |feeder| {
                for n in 0..200_u64 {
                    let _ = if n % 7 == 0 {
                        feeder.ready(n)
                    } else {
                        feeder.task(n.to_string(), n)
                    };
                }
            },
            || {
                |n: u64| {
                    sleep(Duration::from_micros((n * 7919) % 500));
                    n
                }
            },
        );
        let expected: Vec<Next<u64>> = (0..200).map(Next::Result).collect();
        assert_eq!(all(results.unwrap()), expected);
    }

    #[test]
    fn a_panic_costs_only_its_own_result() {
        std::panic::set_hook(Box::new(|_| {}));
        let results = start(
            2,
            |feeder| {
                for n in 0..20 {
                    let _ = feeder.task(format!("task {n}"), n);
                }
            },
            || |n: u32| if n % 5 == 3 { panic!("{n}") } else { n },
        );
        let expected: Vec<Next<u32>> = (0..20)
            .map(|n| match n % 5 {
                3 => Next::Lost(format!("task {n}")),
                _ => Next::Result(n),
            })
            .collect();
        assert_eq!(all(results.unwrap()), expected);
    }

    #[test]
    fn no_more_is_begun_than_the_window_holds() {
        let begun = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&begun);
        let mut results = start(
            2,
            move |feeder| {
                for n in 0.. {
                    counted.fetch_add(1, Ordering::SeqCst);
                    if feeder.task(String::new(), n).is_break() {
                        break;
                    }
                }
            },
            || |n: u32| n,
        )
        .unwrap();
        for _ in 0..10 {
            sleep(Duration::from_millis(5));
            assert!(matches!(results.next(&never(), PATIENCE), Next::Result(_)));
        }
        sleep(Duration::from_millis(50));
        assert!(begun.load(Ordering::SeqCst) <= 10 + 2 * super::WINDOW + 1);
    }

    #[test]
    fn who_stops_gets_what_is_finished() {
        let (barrier, passage) = bounded::<()>(0);
        let mut results = start(
            2,
            |feeder| {
                for n in 0..5 {
                    let _ = feeder.task(String::new(), n);
                }
                // The search goes on.
                sleep(Duration::from_secs(60));
            },
            move || {
                let passage = passage.clone();
                move |n: u32| {
                    if n == 1 {
                        let _ = passage.recv();
                    }
                    n
                }
            },
        )
        .unwrap();
        assert_eq!(
            results.next(&never(), Duration::from_secs(5)),
            Next::Result(0)
        );
        let (stop, stopped) = bounded(1);
        sleep(Duration::from_millis(100));
        stop.send(()).unwrap();
        assert_eq!(results.next(&stopped, PATIENCE), Next::Stopped);
        assert_eq!(results.finished().collect::<Vec<_>>(), [2, 3, 4]);
        drop(barrier);
    }
}
