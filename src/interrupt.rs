//! Ctrl-C and the like: the first ends a run in order, the second at once, without leaving drafts of
//! files behind.

use crossbeam_channel::{Receiver, Sender, bounded};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Exit code of a run that was interrupted.
pub const EXIT_CODE: u8 = 130;

/// Files under way that mean nothing by themselves.
#[derive(Clone, Debug, Default)]
pub struct Drafts(Arc<Mutex<Vec<PathBuf>>>);

impl Drafts {
    /// Notes a draft.
    pub fn add(&self, path: &Path) {
        self.with(|drafts| drafts.push(path.to_owned()));
    }

    /// Forgets a draft.
    pub fn remove(&self, path: &Path) {
        self.with(|drafts| drafts.retain(|draft| draft != path));
    }

    fn delete(&self) {
        self.with(|drafts| {
            for draft in drafts.drain(..) {
                let _ = std::fs::remove_file(draft);
            }
        });
    }

    fn with(&self, change: impl FnOnce(&mut Vec<PathBuf>)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Tells of interruptions.
#[derive(Debug)]
pub struct Interrupt {
    /// Receives once when the run shall end.
    pub stop: Receiver<()>,
    // Without a sender the receiver would tell of an interruption.
    _sender: Sender<()>,
}

impl Interrupt {
    /// Listens from now on. Where the system does not let it, a signal ends the program as ever.
    #[must_use]
    pub fn listen(drafts: &Drafts) -> Self {
        let (sender, stop) = bounded(1);
        let (signal, drafts) = (sender.clone(), drafts.clone());
        let mut asked = false;
        let _ = on_signal(move || {
            if std::mem::replace(&mut asked, true) {
                end(&drafts);
            }
            let _ = signal.try_send(());
        });
        Self {
            stop,
            _sender: sender,
        }
    }
}

/// From now on a signal ends the program at once, without leaving drafts behind.
pub fn end_at_once(drafts: &Drafts) {
    let drafts = drafts.clone();
    let _ = on_signal(move || end(&drafts));
}

fn end(drafts: &Drafts) -> ! {
    drafts.delete();
    std::process::exit(EXIT_CODE.into())
}

/// Calls `handle`, by a thread of its own, at Ctrl-C and when the system asks to end. A terminal that is
/// closed is left to the system, so that `nohup` keeps its meaning.
#[cfg(unix)]
fn on_signal(mut handle: impl FnMut() + Send + 'static) -> std::io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM])?;
    let listen = move || signals.forever().for_each(|_| handle());
    std::thread::Builder::new().spawn(listen).map(|_| ())
}

#[cfg(not(unix))]
fn on_signal(handle: impl FnMut() + Send + 'static) -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(handle)
}
