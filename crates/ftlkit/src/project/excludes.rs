//! Whether git leaves out files in all projects of a user.

use std::ffi::OsString;
use std::path::PathBuf;

/// Whether there may be such patterns. Looking for them properly is left to the crate `ignore`, which makes a regular
/// expression for that: without any this takes longer than checking a small project.
pub(super) fn may_exist() -> bool {
    let set = |name| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
    let elsewhere = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "XDG_CONFIG_HOME"];
    let home = if cfg!(unix) { set("HOME").map(PathBuf::from) } else { None };
    let Some(home) = home.filter(|_| elsewhere.into_iter().all(|name| set(name).is_none())) else {
        return true;
    };
    let names_a_file = |path: PathBuf| {
        let text = std::fs::read(path).unwrap_or_default();
        text.windows(KEY.len()).any(|part| part.eq_ignore_ascii_case(KEY))
    };
    let own = home.join(".config/git");
    let settings = [home.join(".gitconfig"), own.join("config"), PathBuf::from("/etc/gitconfig")];
    own.join("ignore").exists() || settings.into_iter().any(names_a_file)
}

/// What names a file of patterns in the settings of git.
const KEY: &[u8] = b"excludesfile";
