//! Writes and removes files so that nothing is lost: a file is written whole or not at all.

use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// So many drafts may be left behind in one folder before somebody has to look at it.
const MOST_DRAFTS: u32 = 100;

/// A file in the making, beside the one whose place it takes.
#[derive(Debug)]
pub(crate) struct Draft {
    path: PathBuf,
    file: File,
    is_placed: bool,
}

impl Draft {
    /// An empty draft for a file that need not exist, with its permissions and its owner where it does.
    pub(crate) fn beside(target: &Path, old: Option<&Metadata>) -> io::Result<Self> {
        let (path, file) = Self::create(target, 0)?;
        let draft = Self { path, file, is_placed: false };
        if let Some(old) = old {
            keep_owner(&draft.file, old)?;
            draft.file.set_permissions(old.permissions())?;
        }
        Ok(draft)
    }

    /// A file of a name that is free. What an earlier process has left behind may have the same number: in a container,
    /// all have.
    fn create(target: &Path, number: u32) -> io::Result<(PathBuf, File)> {
        // A name of its own length: with more letters, that of the target could be too long.
        let path = target.with_file_name(format!(".ftlkit-{}-{number}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MOST_DRAFTS => {
                Self::create(target, number + 1)
            }
            Err(error) => Err(error),
        }
    }

    pub(crate) fn file(&self) -> &File {
        &self.file
    }

    /// Puts it in the place of the target, which is the old file until then, and the new one from then on.
    pub(crate) fn place(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_placed {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    let user = (new.uid() != old.uid()).then_some(old.uid());
    let group = (new.gid() != old.gid()).then_some(old.gid());
    if user.is_none() && group.is_none() { Ok(()) } else { fchown(file, user, group) }
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Why a file stays as it is.
#[derive(Debug)]
pub(crate) enum Kept {
    /// It is not what was read any more.
    Changed,
    /// The file system does not let it change.
    Refused(io::Error),
}

impl From<io::Error> for Kept {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::NotFound { Self::Changed } else { Self::Refused(error) }
    }
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => f.write_str("it has changed since it was read"),
            Self::Refused(error) => error.fmt(f),
        }
    }
}

/// Replaces the content of a file, if it is still what it was.
///
/// A link stays a link, and what it points to is replaced. Other names of the same file (hard links) keep the old
/// content: one step from old to new and one file under several names cannot both be had.
pub(crate) fn replace(path: &Path, before: &str, after: &str) -> Result<(), Kept> {
    let path = path.canonicalize()?;
    let old = fs::metadata(&path)?;
    if is(&path, after)? {
        // It was mended under another name.
        return Ok(());
    }
    // What may not be written must not be replaced either.
    drop(OpenOptions::new().write(true).open(&path)?);
    let draft = Draft::beside(&path, Some(&old))?;
    draft.file().write_all(after.as_bytes())?;
    // Else the new name could reach the disk before the new content, and a failing machine leave an empty file.
    draft.file().sync_all()?;
    if !is(&path, before)? {
        return Err(Kept::Changed);
    }
    Ok(draft.place(&path)?)
}

/// Removes a file, if it is still what it was. Of a link, only the link.
pub(crate) fn remove(path: &Path, before: &str) -> Result<(), Kept> {
    if !is(path, before)? {
        return Err(Kept::Changed);
    }
    Ok(fs::remove_file(path)?)
}

fn is(path: &Path, content: &str) -> io::Result<bool> {
    Ok(fs::metadata(path)?.len() == content.len() as u64 && fs::read(path)? == content.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("ftlkit-files-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self, name: &str, text: &str) -> PathBuf {
            let path = self.0.join(name);
            fs::write(&path, text).unwrap();
            path
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<String> =
                entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn only_what_was_read_is_replaced_or_removed() {
        let folder = Folder::new("changed");
        let path = folder.file("a.ftl", "somebody else's\n");
        assert!(matches!(replace(&path, "old\n", "new\n"), Err(Kept::Changed)));
        assert!(matches!(remove(&path, "old\n"), Err(Kept::Changed)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's\n");
        replace(&path, "somebody else's\n", "new\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
        assert_eq!(folder.names(), ["a.ftl"], "a draft was left behind");
        remove(&path, "new\n").unwrap();
        assert!(matches!(replace(&path, "new\n", "newer\n"), Err(Kept::Changed)));
        assert!(folder.names().is_empty());
    }

    #[test]
    fn what_was_left_behind_is_in_nobodys_way() {
        let folder = Folder::new("left");
        let path = folder.file("a.ftl", "old\n");
        let left = format!(".ftlkit-{}-0.tmp", std::process::id());
        folder.file(&left, "ne");
        replace(&path, "old\n", "new\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
        assert_eq!(folder.names(), [left.as_str(), "a.ftl"]);
    }

    #[test]
    fn what_is_as_it_should_be_is_left_alone() {
        let folder = Folder::new("same");
        let path = folder.file("a.ftl", "new\n");
        replace(&path, "old\n", "new\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = Folder::new("links");
        let path = folder.file("a.ftl", "old\n");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let link = folder.0.join("b.ftl");
        symlink("a.ftl", &link).unwrap();
        replace(&link, "old\n", "new\n").unwrap();
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("a.ftl"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        remove(&link, "new\n").unwrap();
        assert_eq!(folder.names(), ["a.ftl"]);
    }

    #[cfg(unix)]
    #[test]
    fn another_name_of_a_file_keeps_the_old_content() {
        let folder = Folder::new("hard");
        let path = folder.file("a.ftl", "old\n");
        fs::hard_link(&path, folder.0.join("b.ftl")).unwrap();
        replace(&path, "old\n", "new\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
        assert_eq!(fs::read_to_string(folder.0.join("b.ftl")).unwrap(), "old\n");
    }
}
