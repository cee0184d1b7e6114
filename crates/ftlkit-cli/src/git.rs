//! What `git` knows, asked of the program itself: it reads every kind of repository.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The variables with which hooks name a repository: which one is asked is said by its folder here.
const REPOSITORY: [&str; 5] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"];

/// Why `git` gave no answer.
#[derive(Debug)]
pub(crate) enum Error {
    /// The program could not be run.
    Program(io::Error),
    /// The path is in no repository.
    NoRepository(PathBuf),
    /// There is no such commit.
    Unknown { revision: String, shallow: bool },
    /// More than one commit was named.
    Range(String),
    /// A submodule lacks the commit that it had.
    Submodule { path: PathBuf, commit: String },
    /// What `git` says itself.
    Said(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(error) => {
                write!(f, "cannot run `git`, which `--changed-since` asks what has changed: {error}")
            }
            Self::NoRepository(path) => write!(
                f,
                "`{}` is in no git repository: `--changed-since` compares with a commit of one",
                path.display()
            ),
            Self::Unknown { revision, shallow: true } => write!(
                f,
                "unknown revision `{revision}`: this clone has only a part of the history; fetch all of it \
                 (`fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab, else `git fetch --unshallow`)"
            ),
            Self::Unknown { revision, shallow: false } => {
                write!(
                    f,
                    "unknown revision `{revision}`: expected a branch, a tag or a commit of this repository"
                )
            }
            Self::Range(range) => write!(
                f,
                "`{range}` is a range: expected one revision; the commit that it shares with HEAD is found by itself"
            ),
            Self::Submodule { path, commit } => write!(
                f,
                "the submodule `{}` lacks the commit {commit} that it had: fetch its history (`submodules: true` and \
                 `fetch-depth: 0` for actions/checkout)",
                path.display()
            ),
            Self::Said(text) => write!(f, "git: {text}"),
        }
    }
}

/// A working tree.
#[derive(Debug)]
pub(crate) struct Repository {
    folder: PathBuf,
}

/// A file of a commit.
#[derive(Debug)]
pub(crate) struct Blob {
    /// From the folder of the repository.
    pub(crate) path: String,
    object: String,
}

impl Repository {
    /// The working tree that a folder is the top of.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(arguments);
        for name in REPOSITORY {
            command.env_remove(name);
        }
        // Nothing is written, and nobody is asked for a password.
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, Error> {
        self.command(arguments).output().map_err(Error::Program)
    }

    /// The first line of an answer; nothing where `git` says no without a word.
    fn line(&self, arguments: &[&str]) -> Result<Option<String>, Error> {
        let output = self.run(arguments)?;
        if output.status.success() {
            return Ok(first_line(&output.stdout));
        }
        first_line(&output.stderr).map_or(Ok(None), |said| Err(Error::Said(said)))
    }

    /// The commit that a revision names.
    pub(crate) fn commit(&self, revision: &str) -> Result<String, Error> {
        if revision.contains("..") {
            return Err(Error::Range(revision.to_owned()));
        }
        let wanted = format!("{revision}^{{commit}}");
        if !revision.starts_with('-')
            && let Some(commit) = self.line(&["rev-parse", "--verify", "--quiet", &wanted])?
        {
            return Ok(commit);
        }
        let shallow = self.line(&["rev-parse", "--is-shallow-repository"])?;
        Err(Error::Unknown { revision: revision.to_owned(), shallow: shallow.as_deref() == Some("true") })
    }

    /// The last commit that the history of a commit shares with that of the working tree, if any is known.
    pub(crate) fn merge_base(&self, commit: &str) -> Result<Option<String>, Error> {
        // Where nothing was committed yet, nothing is shared.
        if self.line(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?.is_none() {
            return Ok(None);
        }
        self.line(&["merge-base", "HEAD", commit])
    }

    /// Whether it is a submodule of another.
    pub(crate) fn is_submodule(&self) -> Result<bool, Error> {
        Ok(self.line(&["rev-parse", "--show-superproject-working-tree"])?.is_some())
    }

    /// The commit of a submodule as a commit of this repository has it.
    pub(crate) fn submodule(&self, commit: &str, path: &str) -> Result<Option<String>, Error> {
        // `160000 commit <object><tab><path>`
        let found = self.line(&["ls-tree", commit, "--", path])?;
        let object = |line: &str| line.strip_prefix("160000 commit ")?.split('\t').next().map(str::to_owned);
        Ok(found.as_deref().and_then(object))
    }

    /// Makes sure that a submodule has a commit.
    pub(crate) fn require(&self, commit: &str) -> Result<(), Error> {
        let found = self.run(&["cat-file", "-e", &format!("{commit}^{{commit}}")])?;
        let missing = || Error::Submodule { path: self.folder.clone(), commit: commit.to_owned() };
        if found.status.success() { Ok(()) } else { Err(missing()) }
    }

    /// The files of a commit.
    pub(crate) fn files(&self, commit: &str) -> Result<Vec<Blob>, Error> {
        let output = self.run(&["ls-tree", "-r", "-z", commit])?;
        if !output.status.success() {
            return Err(Error::Said(first_line(&output.stderr).unwrap_or_default()));
        }
        let records = output.stdout.split(|byte| *byte == 0);
        // `100644 blob <object><tab><path>`; links and submodules are no files.
        let blob = |record: &[u8]| {
            let text = String::from_utf8_lossy(record);
            let (about, path) = text.split_once('\t')?;
            let object = about.strip_prefix("100")?.split(' ').nth(2)?;
            Some(Blob { path: path.to_owned(), object: object.to_owned() })
        };
        Ok(records.filter_map(blob).collect())
    }

    /// The bytes of one file of a commit, if it is there.
    pub(crate) fn file(&self, commit: &str, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let output = self.run(&["cat-file", "blob", &format!("{commit}:{path}")])?;
        Ok(output.status.success().then_some(output.stdout))
    }

    /// The bytes of files, in one process. A file that is larger than the limit is left out.
    pub(crate) fn read(&self, blobs: &[&Blob], limit: u64) -> Result<Vec<Option<Vec<u8>>>, Error> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = self.command(&["cat-file", "--batch"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(Error::Program)?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let answers = std::thread::scope(|scope| {
            // Both ends at once: neither side waits for the other to empty a pipe.
            scope.spawn(move || {
                let mut input = io::BufWriter::new(input?);
                blobs.iter().try_for_each(|blob| writeln!(input, "{}", blob.object)).ok()
            });
            let mut output = BufReader::new(output.ok_or_else(|| io::Error::other("it has no output"))?);
            blobs.iter().map(|_| content(&mut output, limit)).collect::<io::Result<Vec<_>>>()
        });
        let ended = child.wait_with_output().map_err(Error::Program)?;
        answers.map_err(|error| Error::Said(first_line(&ended.stderr).unwrap_or_else(|| error.to_string())))
    }
}

/// One answer of `git cat-file --batch`: `<object> blob <size>`, the bytes, and a line end.
fn content(output: &mut impl BufRead, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut head = String::new();
    output.read_line(&mut head)?;
    let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
    let size = size.filter(|_| head.contains(" blob ")).ok_or_else(|| {
        io::Error::other(if head.is_empty() { "it ended too early" } else { head.trim_end() })
    })?;
    let mut bytes = Vec::new();
    let mut rest = output.take(size);
    if size <= limit {
        rest.read_to_end(&mut bytes)?;
    } else {
        io::copy(&mut rest, &mut io::sink())?;
    }
    if rest.limit() > 0 {
        return Err(io::Error::other("it ended too early"));
    }
    output.read_exact(&mut [0])?;
    Ok((size <= limit).then_some(bytes))
}

fn first_line(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().next().filter(|line| !line.is_empty()).map(str::to_owned)
}

/// The top of the working tree around a folder.
pub(crate) fn top(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}
