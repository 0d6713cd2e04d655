//! Two things at a time.

use std::thread;

/// What both make, `first` on a thread of its own if there is one to be had.
///
/// # Errors
/// In the place of the first: what it panicked with.
pub(crate) fn beside<A: Send, B>(
    first: impl Fn() -> A + Sync,
    second: impl FnOnce() -> B,
) -> (thread::Result<A>, B) {
    thread::scope(|scope| {
        let running = thread::Builder::new().spawn_scoped(scope, &first);
        let second = second();
        let first = running.map_or_else(|_| Ok(first()), thread::ScopedJoinHandle::join);
        (first, second)
    })
}
