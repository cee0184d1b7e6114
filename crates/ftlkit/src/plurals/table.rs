//! The plural rules of CLDR 49. Generated from ICU4X; do not edit.
//!
//! Languages that ICU4X leaves out have those of CLDR 37, as `intl_pluralrules` has them.
//!
//! To make it anew: `FTLKIT_GENERATE=1 cargo test -p ftlkit plurals::generate`

use super::Category::{Few, Many, One, Other, Two, Zero};
use super::Row;

#[rustfmt::skip]
pub(super) static CARDINAL: &[Row] = &[
    Row {
        locales: "cy",
        categories: &[(Zero, &[0]), (One, &[1]), (Two, &[2]), (Few, &[3]), (Many, &[6]), (Other, &[4, 5, 7, 8])],
    },
    Row {
        locales: "ars",
        categories: &[(Zero, &[0]), (One, &[1]), (Two, &[2]), (Few, &[3, 4, 5, 6]), (Many, &[11, 12, 13, 14]), (Other, &[100, 101, 102, 103])],
    },
    Row {
        locales: "ar",
        categories: &[(Zero, &[0]), (One, &[1]), (Two, &[2]), (Few, &[3, 4, 5, 6]), (Many, &[11, 12, 13, 14]), (Other, &[100, 101, 102, 200])],
    },
    Row {
        locales: "kw",
        categories: &[(Zero, &[0]), (One, &[1]), (Two, &[2, 22, 42, 62]), (Few, &[3, 23, 43, 63]), (Many, &[21, 41, 61, 81]), (Other, &[4, 5, 6, 7])],
    },
    Row {
        locales: "blo cv ksh lag",
        categories: &[(Zero, &[0]), (One, &[1]), (Other, &[2, 3, 4, 5])],
    },
    Row {
        locales: "lv prg",
        categories: &[(Zero, &[0, 10, 11, 12]), (One, &[1, 21, 31, 41]), (Other, &[2, 3, 4, 5])],
    },
    Row {
        locales: "shi",
        categories: &[(One, &[0, 1]), (Few, &[2, 3, 4, 5]), (Other, &[11, 12, 13, 14])],
    },
    Row {
        locales: "fr pt",
        categories: &[(One, &[0, 1]), (Many, &[]), (Other, &[2, 3, 4, 5])],
    },
    Row {
        locales: "ak am as bho bn csw doi fa ff gu guw hi hy kab kn kok ln mg nso pa pcm si ti vi wa zu",
        categories: &[(One, &[0, 1]), (Other, &[2, 3, 4, 5])],
    },
    Row {
        locales: "ceb fil tl",
        categories: &[(One, &[0, 1, 2, 3]), (Other, &[4, 6, 9, 14])],
    },
    Row {
        locales: "tzm",
        categories: &[(One, &[0, 1, 11, 12]), (Other, &[2, 3, 4, 5])],
    },
    Row {
        locales: "mt",
        categories: &[(One, &[1]), (Two, &[2]), (Few, &[0, 3, 4, 5]), (Many, &[11, 12, 13, 14]), (Other, &[20, 21, 22, 23])],
    },
    Row {
        locales: "ga",
        categories: &[(One, &[1]), (Two, &[2]), (Few, &[3, 4, 5, 6]), (Many, &[7, 8, 9, 10]), (Other, &[0, 11, 12, 13])],
    },
    Row {
        locales: "he",
        categories: &[(One, &[1]), (Two, &[2]), (Many, &[]), (Other, &[0, 3, 4, 5])],
    },
    Row {
        locales: "iw",
        categories: &[(One, &[1]), (Two, &[2]), (Many, &[20, 30, 40, 50]), (Other, &[0, 3, 4, 5])],
    },
    Row {
        locales: "iu naq sat se sma smi smj smn sms",
        categories: &[(One, &[1]), (Two, &[2]), (Other, &[0, 3, 4, 5])],
    },
    Row {
        locales: "mo ro",
        categories: &[(One, &[1]), (Few, &[0, 2, 3, 4]), (Other, &[20, 21, 22, 23])],
    },
    Row {
        locales: "cs sk",
        categories: &[(One, &[1]), (Few, &[2, 3, 4]), (Many, &[]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "pl",
        categories: &[(One, &[1]), (Few, &[2, 3, 4, 22]), (Many, &[0, 5, 6, 7]), (Other, &[])],
    },
    Row {
        locales: "ca es gl it lld scn vec pt-PT",
        categories: &[(One, &[1]), (Many, &[]), (Other, &[0, 2, 3, 4])],
    },
    Row {
        locales: "af an asa ast az bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur fy gsw ha haw hu ia ie io jgo ji jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nah nb nd ne nl nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq ss ssy st sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vo vun wae xh xog yi",
        categories: &[(One, &[1]), (Other, &[0, 2, 3, 4])],
    },
    Row {
        locales: "gd",
        categories: &[(One, &[1, 11]), (Two, &[2, 12]), (Few, &[3, 4, 5, 6]), (Other, &[0, 20, 21, 22])],
    },
    Row {
        locales: "gv",
        categories: &[(One, &[1, 11, 21, 31]), (Two, &[2, 12, 22, 32]), (Few, &[0, 20, 40, 60]), (Many, &[]), (Other, &[3, 4, 5, 6])],
    },
    Row {
        locales: "br",
        categories: &[(One, &[1, 21, 31, 41]), (Two, &[2, 22, 32, 42]), (Few, &[3, 4, 9, 23]), (Many, &[]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "lt",
        categories: &[(One, &[1, 21, 31, 41]), (Few, &[2, 3, 4, 5]), (Many, &[]), (Other, &[0, 10, 11, 12])],
    },
    Row {
        locales: "be ru uk",
        categories: &[(One, &[1, 21, 31, 41]), (Few, &[2, 3, 4, 22]), (Many, &[0, 5, 6, 7]), (Other, &[])],
    },
    Row {
        locales: "bs hr sh sr",
        categories: &[(One, &[1, 21, 31, 41]), (Few, &[2, 3, 4, 22]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "is mk",
        categories: &[(One, &[1, 21, 31, 41]), (Other, &[0, 2, 3, 4])],
    },
    Row {
        locales: "dsb hsb sl",
        categories: &[(One, &[1, 101, 201, 301]), (Two, &[2, 102, 202, 302]), (Few, &[3, 4, 103, 104]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "bm bo dz id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to wo yo yue zh",
        categories: &[(Other, &[0, 1, 2, 3])],
    },
];

#[rustfmt::skip]
pub(super) static ORDINAL: &[Row] = &[
    Row {
        locales: "blo",
        categories: &[(Zero, &[0]), (One, &[1]), (Few, &[2, 3, 4, 5]), (Other, &[7, 8, 9, 10])],
    },
    Row {
        locales: "cy",
        categories: &[(Zero, &[0, 7, 8, 9]), (One, &[1]), (Two, &[2]), (Few, &[3, 4]), (Many, &[5, 6]), (Other, &[10, 11, 12, 13])],
    },
    Row {
        locales: "gu hi",
        categories: &[(One, &[1]), (Two, &[2, 3]), (Few, &[4]), (Many, &[6]), (Other, &[0, 5, 7, 8])],
    },
    Row {
        locales: "kok mr",
        categories: &[(One, &[1]), (Two, &[2, 3]), (Few, &[4]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "ka",
        categories: &[(One, &[1]), (Many, &[0, 2, 3, 4]), (Other, &[21, 22, 23, 24])],
    },
    Row {
        locales: "sq",
        categories: &[(One, &[1]), (Many, &[4, 24, 34, 44]), (Other, &[0, 2, 3, 5])],
    },
    Row {
        locales: "fil fr ga hy lo mo ms ro tl vi",
        categories: &[(One, &[1]), (Other, &[0, 2, 3, 4])],
    },
    Row {
        locales: "kw",
        categories: &[(One, &[1, 2, 3, 4]), (Many, &[5, 105, 205, 305]), (Other, &[0, 6, 7, 8])],
    },
    Row {
        locales: "ne",
        categories: &[(One, &[1, 2, 3, 4]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "az",
        categories: &[(One, &[1, 2, 5, 7]), (Few, &[3, 4, 13, 14]), (Many, &[0, 6, 16, 26]), (Other, &[9, 10, 19, 29])],
    },
    Row {
        locales: "sv",
        categories: &[(One, &[1, 2, 21, 22]), (Other, &[0, 3, 4, 5])],
    },
    Row {
        locales: "ca",
        categories: &[(One, &[1, 3]), (Two, &[2]), (Few, &[4]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "es",
        categories: &[(One, &[1, 3, 13, 21]), (Other, &[0, 2, 4, 5])],
    },
    Row {
        locales: "hu",
        categories: &[(One, &[1, 5]), (Other, &[0, 2, 3, 4])],
    },
    Row {
        locales: "or",
        categories: &[(One, &[1, 5, 7, 8]), (Two, &[2, 3]), (Few, &[4]), (Many, &[6]), (Other, &[0, 10, 11, 12])],
    },
    Row {
        locales: "as bn",
        categories: &[(One, &[1, 5, 7, 8]), (Two, &[2, 3]), (Few, &[4]), (Many, &[6]), (Other, &[0, 11, 12, 13])],
    },
    Row {
        locales: "gd",
        categories: &[(One, &[1, 11]), (Two, &[2, 12]), (Few, &[3, 13]), (Other, &[0, 4, 5, 6])],
    },
    Row {
        locales: "bg",
        categories: &[(One, &[1, 21, 31, 41]), (Two, &[2, 22, 32, 42]), (Few, &[3, 4, 23, 24]), (Other, &[0, 5, 6, 7])],
    },
    Row {
        locales: "en",
        categories: &[(One, &[1, 21, 31, 41]), (Two, &[2, 22, 32, 42]), (Few, &[3, 23, 33, 43]), (Other, &[0, 4, 5, 6])],
    },
    Row {
        locales: "mk",
        categories: &[(One, &[1, 21, 31, 41]), (Two, &[2, 22, 32, 42]), (Many, &[7, 8, 27, 28]), (Other, &[0, 3, 4, 5])],
    },
    Row {
        locales: "af",
        categories: &[(Few, &[2, 3, 4, 5]), (Other, &[0, 1, 20, 21])],
    },
    Row {
        locales: "be",
        categories: &[(Few, &[2, 3, 22, 23]), (Other, &[0, 1, 4, 5])],
    },
    Row {
        locales: "uk",
        categories: &[(Few, &[3, 23, 33, 43]), (Other, &[0, 1, 2, 4])],
    },
    Row {
        locales: "tk",
        categories: &[(Few, &[6, 9, 10, 16]), (Other, &[0, 1, 2, 3])],
    },
    Row {
        locales: "kk",
        categories: &[(Many, &[6, 9, 10, 16]), (Other, &[0, 1, 2, 3])],
    },
    Row {
        locales: "lij scn",
        categories: &[(Many, &[8, 11, 80, 81]), (Other, &[0, 1, 2, 3])],
    },
    Row {
        locales: "it lld sc vec",
        categories: &[(Many, &[8, 11, 80, 800]), (Other, &[0, 1, 2, 3])],
    },
    Row {
        locales: "am an ar bs ce cs da de dsb el et eu fa fi fy gl gsw he hr hsb ia id in is iw ja km kn ko ky lt lv ml mn my nb nl pa pl prg ps pt ru sd sh si sk sl sr sw ta te th tr ur uz yue zh zu",
        categories: &[(Other, &[0, 1, 2, 3])],
    },
];
