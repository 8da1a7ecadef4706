//! What takes long, told on standard error while it lasts: on a terminal only, and only after a while.

use std::io::{self, IsTerminal as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is over sooner is not told.
const DELAY: Duration = Duration::from_millis(500);

/// How often the line is drawn anew.
const TICK: Duration = Duration::from_millis(100);

/// The line that is on the terminal now, for what is written there meanwhile.
static LINE: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// A line that is there until this is dropped.
pub(super) struct Progress(Option<Line>);

struct Line {
    bar: ProgressBar,
    /// Closed to say that it is over.
    over: Option<Sender<()>>,
    delayed: Option<JoinHandle<()>>,
}

impl Progress {
    /// No line.
    pub fn hidden() -> Self {
        Self(None)
    }

    /// Tells how many articles are read.
    pub fn of_reading() -> Self {
        Self::of("{spinner} {human_pos} articles read", 0)
    }

    /// Tells how many articles are compared.
    pub fn of_comparing(articles: usize) -> Self {
        let articles = u64::try_from(articles).unwrap_or(u64::MAX);
        Self::of("{spinner} comparing {human_pos} articles", articles)
    }

    fn of(template: &str, position: u64) -> Self {
        let (true, Ok(style)) = (
            io::stderr().is_terminal(),
            ProgressStyle::with_template(template),
        ) else {
            return Self(None);
        };
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style);
        bar.set_position(position);
        let (over, end) = mpsc::channel::<()>();
        let later = bar.clone();
        let show = move || {
            if end.recv_timeout(DELAY) == Err(RecvTimeoutError::Timeout) {
                later.set_draw_target(ProgressDrawTarget::stderr());
                later.enable_steady_tick(TICK);
            }
        };
        let delayed = thread::Builder::new().spawn(show).ok();
        *line() = Some(bar.clone());
        Self(Some(Line {
            bar,
            over: Some(over),
            delayed,
        }))
    }

    /// One more.
    pub fn count(&self) {
        if let Some(line) = &self.0 {
            line.bar.inc(1);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(mut shown) = self.0.take() {
            drop(shown.over.take());
            // It may be about to be shown.
            if let Some(delayed) = shown.delayed.take() {
                let _ = delayed.join();
            }
            *line() = None;
            shown.bar.finish_and_clear();
        }
    }
}

/// Writes to the terminal with the line out of the way.
pub(super) fn aside<T>(write: impl FnOnce() -> T) -> T {
    match &*line() {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}

fn line() -> MutexGuard<'static, Option<ProgressBar>> {
    LINE.lock().unwrap_or_else(PoisonError::into_inner)
}
