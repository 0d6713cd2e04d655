//! What rules may take besides time: memory, and what single steps may be made of. The engine looks at
//! clock and memory between its steps, so that no step may take long or much by itself.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

/// Bytes that the rules may take for a dossier, unless said otherwise.
pub const MEMORY: u64 = 1 << 30;

/// Bytes of text that a builtin may put together at once.
pub const BUILTIN_TEXT: usize = 64 << 20;

/// Values that a builtin may make or go through at once.
pub const BUILTIN_VALUES: usize = 1_000_000;

/// Bits by which a number may be shifted.
pub const SHIFT: f64 = 65_536.0;

/// Values in what a rule gives.
pub const RESULT_VALUES: usize = 200_000;

/// Bytes of text in what a rule gives.
pub const RESULT_TEXT: usize = 16 << 20;

/// Levels of lists and objects in what a rule gives.
pub const RESULT_LEVELS: usize = 100;

/// Levels of expressions within expressions, as parentheses and operators make them.
pub const EXPRESSION_LEVELS: usize = 200;

/// Digits of a number that is written out, and its largest exponent.
pub const DIGITS: usize = 999;

/// Rules that may read each other one after another.
pub const CHAIN: usize = 300;

/// Rules of all packs together.
pub const RULES: usize = 20_000;

/// Pairs of rules of which one reads the other.
pub const READS: usize = 1_000_000;

/// Stack of the threads that evaluate: enough for the longest chain of rules.
pub(super) const STACK: usize = 256 << 20;

/// How long the engine may take beyond the time limit to notice it, before its thread is left alone.
pub(super) const PATIENCE: Duration = Duration::from_millis(500);

/// Threads that may be left alone before nothing more is evaluated.
pub const LEFT_ALONE: usize = 8;

/// What the rules may take for a dossier, in bytes; there is one limit in a program.
static MOST: AtomicU64 = AtomicU64::new(MEMORY);

/// Sets what the rules may take for a dossier, in bytes.
pub fn set_memory(bytes: u64) {
    MOST.store(bytes, Ordering::Relaxed);
}

/// What the rules may take for a dossier, in bytes.
pub(super) fn memory() -> u64 {
    MOST.load(Ordering::Relaxed)
}

/// From here on, that much may be taken beyond what the program holds already.
pub(super) fn begin() {
    let held = regorus_mimalloc::global_allocation_stats_snapshot().allocated;
    regorus::set_global_memory_limit(Some(held.saturating_add(memory())));
}

/// The engine counts what the whole program holds: whoever hits the limit in company may not be to blame, and
/// is evaluated again alone. So what a dossier comes to depends on what it takes itself, not on others.
static EVALUATING: RwLock<()> = RwLock::new(());

/// How many are at it.
static COMPANY: AtomicUsize = AtomicUsize::new(0);

/// A place among those that evaluate.
pub(super) struct Company(
    #[expect(dead_code, reason = "held, not read")] RwLockReadGuard<'static, ()>,
);

pub(super) fn in_company() -> Company {
    let place = EVALUATING.read().unwrap_or_else(PoisonError::into_inner);
    if COMPANY.fetch_add(1, Ordering::AcqRel) == 0 {
        begin();
    }
    Company(place)
}

impl Drop for Company {
    fn drop(&mut self) {
        COMPANY.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The only place, once all others have left.
pub(super) fn alone() -> RwLockWriteGuard<'static, ()> {
    let place = EVALUATING.write().unwrap_or_else(PoisonError::into_inner);
    begin();
    place
}
