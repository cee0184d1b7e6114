//! `file-too-large`

use std::sync::Arc;

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::syntax::Limits;

pub(super) struct FileTooLarge;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files of more than 128 MiB. They are not read. (The example has a limit of 20 bytes.)",
    why: "No translation is that large: something else was given the ending `.ftl`.",
    bad: &[("i18n/en/main.ftl", "hello = Hello, all of you out there\n")],
    good: &[("i18n/en/main.ftl", "hello = Hello\n")],
    fix: "None.",
};

pub(crate) const MEBIBYTES: RuleOption = RuleOption {
    rule: "file-too-large",
    name: "mebibytes",
    about: "The largest file that is read, in units of 1,048,576 bytes.",
    kind: OptionKind::Number { default: 128, least: 1, most: 1024 },
    example: "16",
};

impl Rule for FileTooLarge {
    fn name(&self) -> &'static str {
        "file-too-large"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn options(&self) -> &'static [RuleOption] {
        &[MEBIBYTES]
    }

    fn example_config(&self) -> Config {
        Config { limits: Limits { file_size: 20, ..Limits::default() }, ..Config::default() }
    }

    fn interest(&self) -> Interest {
        Interest::files()
    }

    fn check_file<'a>(&self, context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        let limit = context.config().limits.file_size;
        if let Some(size) = file.too_large() {
            let message = format!("file of {size} bytes is not read: at most {limit} are");
            sink.report(Finding::in_file(Arc::clone(file.source().path()), message).help("split the file"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_with;

    #[test]
    fn the_size_is_named() {
        let files = [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "a = AAAAAAAAAAAAAAAA\n")];
        check_with(
            "file-too-large",
            &files,
            &FileTooLarge.example_config(),
            &["i18n/nl/a.ftl: error: file of 21 bytes is not read: at most 20 are; help: split the file"],
        );
    }
}
