//! The thread that an engine evaluates on. It has a stack for long chains of rules, and it can be left
//! alone: some builtins look at no clock, and a thread cannot be stopped from outside.

use crossbeam_channel::{RecvTimeoutError, Sender, bounded, unbounded};
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::limits::{LEFT_ALONE, STACK};

/// The name of the threads.
const NAME: &str = "rules";

/// Threads left alone that still run.
static ALONE: AtomicUsize = AtomicUsize::new(0);

type Job = Box<dyn FnOnce(&mut regorus::Engine) + Send>;

/// A prepared engine with the thread that evaluates with a clone of it, once there is something to do.
pub(super) struct Runner {
    prepared: regorus::Engine,
    thread: Option<(Sender<Job>, JoinHandle<()>)>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// It did not come in time.
    Late,
    /// The engine panicked, or there is no thread to be had.
    Broken,
    /// Too many threads were left alone before.
    Crowded,
}

impl Clone for Runner {
    fn clone(&self) -> Self {
        Self::new(self.prepared.clone())
    }
}

impl Runner {
    pub fn new(prepared: regorus::Engine) -> Self {
        let thread = None;
        Self { prepared, thread }
    }

    /// Changes the engine for good.
    pub fn change(&mut self, change: impl Fn(&mut regorus::Engine) + Send + 'static) {
        change(&mut self.prepared);
        if let Some((jobs, _)) = &self.thread {
            let _ = jobs.send(Box::new(move |engine| change(engine)));
        }
    }

    /// What `work` gives, which is done on the thread. Values of the engine must not leave it: they may
    /// be nested more deeply than another thread can drop them.
    pub fn run<T: Send + 'static>(
        &mut self,
        patience: Duration,
        work: impl FnOnce(&mut regorus::Engine) -> T + Send + 'static,
    ) -> Result<T, Lost> {
        if ALONE.load(Ordering::Acquire) >= LEFT_ALONE {
            return Err(Lost::Crowded);
        }
        // Without room in between, an answer that is sent is one that is taken.
        let (reply, answer) = bounded(0);
        let job: Job = Box::new(move |engine| {
            let done = panic::catch_unwind(AssertUnwindSafe(|| work(engine)));
            if reply.send(done).is_err() {
                ALONE.fetch_sub(1, Ordering::AcqRel);
            }
        });
        let (jobs, _) = match &mut self.thread {
            Some(thread) => thread,
            none => none.insert(start(self.prepared.clone()).ok_or(Lost::Broken)?),
        };
        let _ = jobs.send(job);
        let lost = match answer.recv_timeout(patience) {
            Ok(Ok(done)) => return Ok(done),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Lost::Broken,
            Err(RecvTimeoutError::Timeout) => {
                ALONE.fetch_add(1, Ordering::AcqRel);
                Lost::Late
            }
        };
        self.thread = None;
        Err(lost)
    }

    /// Ends the thread, which has nothing to do, and with it everything that it holds.
    pub fn renew(&mut self) {
        if let Some((jobs, thread)) = self.thread.take() {
            drop(jobs);
            let _ = thread.join();
        }
    }
}

fn start(mut engine: regorus::Engine) -> Option<(Sender<Job>, JoinHandle<()>)> {
    let (jobs, todo) = unbounded::<Job>();
    let work = move || {
        for job in todo {
            job(&mut engine);
        }
        drop(engine);
        regorus::flush_thread_memory_counters();
    };
    let thread = thread::Builder::new().name(NAME.to_owned());
    let thread = thread.stack_size(STACK).spawn(work).ok()?;
    Some((jobs, thread))
}

/// Keeps quiet about panics of the engine, which become errors of the rule; others are told as ever.
pub fn expect_panics() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(NAME) {
            told(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::{Lost, Runner};
    use std::thread::sleep;
    use std::time::Duration;

    #[test]
    fn who_does_not_answer_is_left_alone_and_who_panics_is_replaced() {
        let mut runner = Runner::new(regorus::Engine::new());
        let patience = Duration::from_secs(20);
        let late = runner.run(Duration::from_millis(50), |_| {
            sleep(Duration::from_millis(300));
        });
        assert_eq!(late, Err(Lost::Late));
        assert_eq!(runner.run(patience, |_| 1), Ok(1));
        let broken = runner.run(patience, |_| assert!(std::hint::black_box(false)));
        assert_eq!(broken, Err(Lost::Broken));
        assert_eq!(runner.run(patience, |_| 2), Ok(2));
    }
}
