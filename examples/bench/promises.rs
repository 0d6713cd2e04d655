//! What is promised of speed and memory, each held against what was measured.

use std::fmt::Write as _;

use crate::measure::Measured;

/// One promise and what became of it.
pub struct Promise {
    what: &'static str,
    measured: String,
    must: &'static str,
    aim: &'static str,
    kept: Option<bool>,
}

/// The promises that were looked at.
#[derive(Default)]
pub struct Promises(Vec<Promise>);

impl Promises {
    /// One class, JSON, one thread.
    pub fn parsing(&mut self, floor: &Measured, one: &Measured) {
        let ratio = one.cpu.as_secs_f64() / floor.cpu.as_secs_f64();
        self.0.push(Promise {
            what: "one class, JSON, one thread: processor time, compared with parsing alone",
            measured: format!("{ratio:.1} ×"),
            must: "≤ 15 ×",
            aim: "≤ 8 ×",
            kept: Some(ratio <= 15.0),
        });
    }

    /// One class, JSON, one thread; `None` where there is no OPA.
    pub fn opa(&mut self, opa: Option<&Measured>, one: &Measured) {
        let ratio = opa.map(|opa| opa.cpu.as_secs_f64() / one.cpu.as_secs_f64());
        self.0.push(Promise {
            what: "the same, compared with OPA: processor time that OPA takes for it",
            measured: ratio.map_or_else(
                || "skipped: no `opa` on PATH or in $OPA".to_owned(),
                |ratio| format!("{ratio:.1} ×"),
            ),
            must: "≥ 3 ×",
            aim: "≥ 5 ×",
            kept: ratio.map(|ratio| ratio >= 3.0),
        });
    }

    /// One class, JSON, one thread; `None` where there is no OPA to compile the pack, or no Node.
    pub fn wasm(&mut self, wasm: Option<&Measured>, one: &Measured) {
        let ratio = wasm.map(|wasm| wasm.cpu.as_secs_f64() / one.cpu.as_secs_f64());
        self.0.push(Promise {
            what: "the same, compared with OPA compiled to WebAssembly under Node",
            measured: ratio.map_or_else(
                || "skipped: no `opa` on PATH or in $OPA, or no `node` and `npm`".to_owned(),
                |ratio| format!("{ratio:.1} ×"),
            ),
            must: "≥ 1 ×",
            aim: "",
            kept: ratio.map(|ratio| ratio >= 1.0),
        });
    }

    /// Two threads and one, by the clock.
    pub fn threads(&mut self, one: &Measured, two: &Measured, cores: usize) {
        let ratio = one.wall.as_secs_f64() / two.wall.as_secs_f64();
        self.0.push(Promise {
            what: "two threads instead of one: dossiers in the same time, by the clock",
            measured: format!("{ratio:.2} ×"),
            must: "≥ 1.8 ×",
            aim: "",
            kept: (cores > 1).then_some(ratio >= 1.8),
        });
    }

    /// Few dossiers and many.
    #[allow(clippy::cast_precision_loss)] // numbers of a table
    pub fn memory(&mut self, what: &'static str, few: &Measured, many: &Measured) {
        let megabytes = |peak: u64| peak as f64 / 1e6;
        let growth = (megabytes(many.peak) / megabytes(few.peak) - 1.0) * 100.0;
        self.0.push(Promise {
            what,
            measured: format!(
                "{:.0} MB, {:.0} MB ({growth:+.0} %)",
                megabytes(few.peak),
                megabytes(many.peak)
            ),
            must: "< 200 MB, ± 10 %",
            aim: "",
            kept: Some(few.peak.max(many.peak) < 200_000_000 && growth.abs() <= 10.0),
        });
    }

    /// A cold and a fully cached run, by the clock.
    pub fn cache(&mut self, cold: &Measured, kept: &Measured) {
        let ratio = cold.wall.as_secs_f64() / kept.wall.as_secs_f64();
        self.0.push(Promise {
            what: "everything in the cache instead of nothing, by the clock",
            measured: format!("{ratio:.1} ×"),
            must: "≥ 20 ×",
            aim: "",
            kept: Some(ratio >= 20.0),
        });
    }

    /// One small dossier.
    pub fn start(&mut self, run: &Measured) {
        self.0.push(Promise {
            what: "one small dossier from start to finish, by the clock",
            measured: format!("{:.0} ms", run.wall.as_secs_f64() * 1000.0),
            must: "< 80 ms",
            aim: "",
            kept: Some(run.wall.as_millis() < 80),
        });
    }

    /// The table, in Markdown.
    pub fn markdown(&self) -> String {
        let mut text = "| what | measured | must | aim | |\n|---|---:|---:|---:|---|\n".to_owned();
        for promise in &self.0 {
            let kept = match promise.kept {
                Some(true) => "reached",
                Some(false) => "**missed**",
                None => "not measured",
            };
            let Promise {
                what,
                measured,
                must,
                aim,
                ..
            } = promise;
            let _ = writeln!(text, "| {what} | {measured} | {must} | {aim} | {kept} |");
        }
        text
    }
}
