//! Work on several threads where the feature `parallel` is on, in the same order where it is off.

/// Maps every item, in order.
#[cfg(feature = "parallel")]
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    items.into_par_iter().map(work).collect()
}

/// Maps every item, in order.
#[cfg(not(feature = "parallel"))]
pub(crate) fn map<T, R>(items: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(work).collect()
}

/// Runs `work` on that many threads; without a number on as many as there are cores.
#[cfg(feature = "parallel")]
pub(crate) fn with_threads<R: Send>(
    jobs: Option<usize>,
    work: impl FnOnce() -> R + Send,
) -> Result<R, crate::Error> {
    let Some(jobs) = jobs else { return Ok(work()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    let pool = pool.map_err(|error| crate::Error::Threads { jobs, reason: error.to_string() })?;
    Ok(pool.install(work))
}

/// Runs `work` on this thread.
#[cfg(not(feature = "parallel"))]
#[expect(clippy::unnecessary_wraps, reason = "the parallel variant can fail")]
pub(crate) fn with_threads<R>(_jobs: Option<usize>, work: impl FnOnce() -> R) -> Result<R, crate::Error> {
    Ok(work())
}
