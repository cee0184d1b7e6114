//! Which scripts the letters of a text can be of, as far as that is told by where Unicode has its characters.

use super::Features;

/// From U+0300 on, where Latin ends: from which character to which the letters are of that script, or of one that every
/// language may use. Between these stretches they are mixed; so is what two bytes cannot tell from that.
const STRETCHES: &[(u32, u32, Features)] = &[
    (0x300, 0x36f, Features::NONE),
    (0x370, 0x3e1, Features::GREEK),
    (0x3f0, 0x3ff, Features::GREEK),
    (0x400, 0x52f, Features::CYRILLIC),
    (0x530, 0x58f, Features::ARMENIAN),
    (0x590, 0x5ff, Features::HEBREW),
    (0x600, 0x6ff, Features::ARABIC),
    (0x750, 0x77f, Features::ARABIC),
    (0x900, 0x97f, Features::DEVANAGARI),
    (0x980, 0x9ff, Features::BENGALI),
    (0xa00, 0xa7f, Features::GURMUKHI),
    (0xa80, 0xaff, Features::GUJARATI),
    (0xb80, 0xbff, Features::TAMIL),
    (0xc00, 0xc7f, Features::TELUGU),
    (0xc80, 0xcff, Features::KANNADA),
    (0xd00, 0xd7f, Features::MALAYALAM),
    (0xe00, 0xe7f, Features::THAI),
    (0x10c0, 0x10ff, Features::GEORGIAN),
    (0x1e00, 0x1eff, Features::NONE),
    (0x1f00, 0x1fff, Features::GREEK),
    // Behind it is the sign of ohm, a letter of Greek.
    (0x2000, 0x20ff, Features::NONE),
    (0x2140, 0x2bff, Features::NONE),
    (0x3000, 0x303f, Features::HAN),
    (0x3040, 0x30ff, Features::KANA),
    (0x3400, 0x9fff, Features::HAN),
    // Surrogates are no characters.
    (0xac00, 0xdfff, Features::HANGUL),
    (0xf900, 0xfabf, Features::HAN),
    (0xfe00, 0xfe1f, Features::NONE),
    (0xff00, 0xff3f, Features::NONE),
    (0xff40, 0xff7f, Features::KANA),
    (0x1_f000, 0x1_ffff, Features::NONE),
];

/// Bytes that characters of different stretches begin with. No pattern holds this in the end.
pub(super) const SHARED: Features = Features(1 << 61);

/// What each byte tells that characters from U+0300 on begin with, whatever the next one is.
pub(super) const fn of_lead(lead: u8) -> Features {
    let first = of_two(lead, 0xbf);
    let mut second = 0x80;
    while second < 0xbf {
        // Others cannot follow, as there are shorter ways to write the same.
        let can_follow = (lead != 0xe0 || second >= 0xa0) && (lead != 0xf0 || second >= 0x90);
        if can_follow && of_two(lead, second).0 != first.0 {
            return SHARED;
        }
        second += 1;
    }
    first
}

/// What the characters of a text tell by their first two bytes.
pub(super) fn of_text(text: &str) -> Features {
    let mut told = 0;
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [lead @ 0xe0..=u8::MAX, second, _, after @ ..] | [lead @ 0xcc..0xe0, second, after @ ..] => {
                told |= by_two(*lead, *second);
                after
            }
            [_, after @ ..] => after,
            [] => return Features(told),
        };
    }
}

fn by_two(lead: u8, second: u8) -> u64 {
    BY_TWO.get(place(lead, second)).map_or(0, |number| 1 << number)
}

/// What two bytes tell that a character begins with, as the number of its bit.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "the list has a place for six bits and six bits, there are 64 numbers, and this runs in the compiler"
)]
static BY_TWO: [u8; 1 << 12] = {
    let mut told = [0; 1 << 12];
    let mut lead = 0xcc;
    while lead < 0xf5 {
        let mut second = 0x80;
        while second < 0xc0 {
            let Features(bits) = of_two(lead, second);
            // What every pattern has stands for nothing.
            told[place(lead, second)] =
                (if bits == 0 { Features::PATTERN.0 } else { bits }).trailing_zeros() as u8;
            second += 1;
        }
        lead += 1;
    }
    told
};

/// The lowest six bits of both.
const fn place(lead: u8, second: u8) -> usize {
    (lead as usize & 0x3f) << 6 | second as usize & 0x3f
}

#[expect(clippy::indexing_slicing, reason = "the number is below the length, and this runs in the compiler")]
const fn of_two(lead: u8, second: u8) -> Features {
    let (high, more) = match lead {
        ..0xe0 => (lead & 0x1f, 0),
        0xe0..0xf0 => (lead & 0x0f, 6),
        0xf0.. => (lead & 0x07, 12),
    };
    let first = ((high as u32) << 6 | second as u32 & 0x3f) << more;
    let last = first + (1 << more) - 1;
    let mut number = 0;
    while number < STRETCHES.len() {
        let (from, to, features) = STRETCHES[number];
        if from <= first && last <= to {
            return features;
        }
        number += 1;
    }
    Features::OTHER_SCRIPTS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_tells_what_its_characters_tell(text in "[ -~é\u{300}-\u{3ff}\u{400}-\u{40f}\u{900}-\u{e7f}\u{2000}-\u{30ff}😀-😂\u{ff00}-\u{ffff}]{0,12}") {
            let each = text.chars().map(|character| Features::of_text(&character.to_string()));
            let all = each.fold(Features::of_text(""), |all, features| all | features);
            prop_assert_eq!(Features::of_text(&text), all);
        }
    }

    #[test]
    fn a_stretch_tells_its_script() {
        for (text, expected) in [
            ("Łódź", Features::NONE),
            ("l’été… ", Features::NONE),
            ("Tiếng Việt 😀", Features::NONE),
            ("Αρχείο", Features::GREEK),
            ("Файл", Features::CYRILLIC),
            ("फ़ाइल", Features::DEVANAGARI),
            ("ไฟล์", Features::THAI),
            ("ファイルを開く。", Features::KANA | Features::HAN),
            ("파일", Features::HANGUL),
            ("５０％", Features::NONE),
            ("5 \u{2126}", Features::OTHER_SCRIPTS),
            ("ϣ", Features::OTHER_SCRIPTS),
            ("ໄຟລ໌", Features::OTHER_SCRIPTS),
        ] {
            assert_eq!(Features::of_text(text) & Features::SCRIPTS, expected, "{text}");
        }
    }
}
