//! The number words of English, and figures in digits.
//!
//! What a single word can contribute to a number is decided here; how words combine is in [`super::number`].

/// What a piece of text can contribute to a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Nothing.
    Word,
    /// A figure in digits.
    Digits(Digits),
    /// "½", "¼": alone or after digits.
    Vulgar(f64),
    /// "one" to "nineteen", "zero".
    Unit(f64),
    /// "twenty" to "ninety".
    Tens(f64),
    /// "hundred" and above; "dozen" and "score" count like them.
    Magnitude(f64),
    /// "dozens", "hundreds", "millions": as many as one can mean by it.
    Plural(f64, f64),
    /// "half".
    Half,
    /// "first" to "twentieth", "43rd".
    Ordinal(f64),
    /// "thirds", "quarters", and "quarter": denominators that are not ordinals.
    Denominator(f64),
    /// "thirties" to "nineties", "30s": ten years of an age.
    Decade(f64),
}

/// A figure in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits {
    /// Its value.
    pub(super) value: f64,
    /// Digits after the point.
    pub(super) decimals: u8,
    /// Whether commas set off thousands.
    pub(super) grouped: bool,
    /// Whether a zero leads more digits, as in telephone numbers.
    pub(super) leading_zero: bool,
}

/// Reads a figure from the beginning of `text`; gives it and the bytes read. Numbers of versions ("8.1.2"), clock
/// times and dates are no figures.
pub(super) fn digits(text: &str) -> Option<(Digits, usize)> {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = run(0);
    if end == 0 || end > 15 {
        return None;
    }
    let mut grouped = false;
    // Three digits, or the two of Indian grouping ("12,50,000").
    while bytes.get(end) == Some(&b',') && matches!(run(end + 1), 2 | 3) && end <= 20 {
        grouped = true;
        end += 1 + run(end + 1);
    }
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') {
        let fraction = run(end + 1);
        if fraction > 9 {
            return None;
        }
        if fraction > 0 {
            decimals = fraction as u8;
            end += 1 + fraction;
        }
    }
    let separator = |at: usize| matches!(bytes.get(at), Some(b'.' | b':' | b'/' | b','));
    if separator(end) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let plain: String = text.get(..end)?.chars().filter(|letter| *letter != ',').collect();
    let value = plain.parse().ok()?;
    let leading_zero = bytes.first() == Some(&b'0') && bytes.get(1).is_some_and(u8::is_ascii_digit);
    Some((Digits { value, decimals, grouped, leading_zero }, end))
}

/// What a word in lower case contributes.
pub(super) fn kind(word: &str) -> Kind {
    if !(3..=12).contains(&word.len()) {
        return vulgar(word);
    }
    cardinal(word).or_else(|| ordinal(word).map(Kind::Ordinal)).or_else(|| other(word)).unwrap_or_else(|| vulgar(word))
}

fn vulgar(word: &str) -> Kind {
    Kind::Vulgar(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        _ => return Kind::Word,
    })
}

fn cardinal(word: &str) -> Option<Kind> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |list: &[&str]| list.iter().position(|listed| *listed == word);
    place(&UNITS)
        .map(|unit| Kind::Unit(unit as f64))
        .or_else(|| place(&TENS).map(|ten| Kind::Tens(10.0 * (ten as f64 + 2.0))))
}

/// The value of an ordinal written as one word.
fn ordinal(word: &str) -> Option<f64> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    ORDINALS.iter().position(|listed| *listed == word).map(|place| place as f64 + 1.0)
}

fn other(word: &str) -> Option<Kind> {
    Some(match word {
        "dozen" => Kind::Magnitude(12.0),
        "hundred" => Kind::Magnitude(100.0),
        "thousand" => Kind::Magnitude(1e3),
        "lakh" | "lakhs" => Kind::Magnitude(1e5),
        "million" | "mln" => Kind::Magnitude(1e6),
        "crore" | "crores" => Kind::Magnitude(1e7),
        "billion" | "bln" => Kind::Magnitude(1e9),
        "trillion" => Kind::Magnitude(1e12),
        // From twice the word up to where the next word would be used.
        "dozens" | "scores" => Kind::Plural(24.0, 150.0),
        "hundreds" => Kind::Plural(200.0, 1_999.0),
        "thousands" => Kind::Plural(2e3, 99_999.0),
        "millions" => Kind::Plural(2e6, 9.99e8),
        "billions" => Kind::Plural(2e9, 9.99e11),
        "tens" => Kind::Plural(20.0, 99.0),
        "half" => Kind::Half,
        "quarter" | "quarters" => Kind::Denominator(4.0),
        "halves" => Kind::Denominator(2.0),
        "thirties" => Kind::Decade(30.0),
        "forties" => Kind::Decade(40.0),
        "fifties" => Kind::Decade(50.0),
        "sixties" => Kind::Decade(60.0),
        "seventies" => Kind::Decade(70.0),
        "eighties" => Kind::Decade(80.0),
        "nineties" => Kind::Decade(90.0),
        "twenties" => Kind::Decade(20.0),
        "teens" => Kind::Decade(10.0),
        _ => {
            let singular = word.strip_suffix('s')?;
            Kind::Denominator(ordinal(singular).filter(|value| *value > 2.0)?)
        }
    })
}

/// Factor of a magnitude written as letters after digits ("3.2m", "£5bn", "12k").
pub(super) fn suffix(letters: &str) -> Option<f64> {
    Some(match letters {
        "k" => 1e3,
        "m" | "mn" | "mln" => 1e6,
        "b" | "bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        "cr" => 1e7,
        _ => return None,
    })
}

/// Whether a figure is this number; figures are read from digits, and small whole ones are exact.
pub(super) fn is(value: f64, number: f64) -> bool {
    (value - number).abs() < 1e-9
}

/// The rounding unit of a whole figure: its last digit that is not zero. Figures under 100 are exact, and a figure of
/// one significant digit ("300") is not read more coarsely than a tenth of its value.
pub(super) fn whole_step(value: f64) -> f64 {
    if value < 100.0 {
        return 1.0;
    }
    let mut step = 1.0;
    while step < value && value % (step * 10.0) == 0.0 {
        step *= 10.0;
    }
    step.min(value / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        digits(text).map(|(found, _)| found.value)
    }

    #[test]
    fn figures_with_thousands_and_decimals() {
        assert_eq!(value("1,234,567.5m"), Some(1_234_567.5));
        assert_eq!(value("12,50,000"), Some(1_250_000.0));
        assert_eq!(digits("3.2m").map(|(_, end)| end), Some(3));
    }

    #[test]
    fn versions_clock_times_and_dates_are_no_figures() {
        for text in ["8.1.2", "3:30", "9/11", "1,2,3,4444,5"] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn the_step_is_the_last_digit_written() {
        let steps = [(340.0, 10.0), (2_312.0, 1.0), (2_300.0, 100.0), (40.0, 1.0), (3_000.0, 300.0)];
        for (value, step) in steps {
            assert!((whole_step(value) - step).abs() < 1e-9, "{value}");
        }
    }
}
