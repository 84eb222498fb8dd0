//! What a single word or figure can contribute to a number; how they combine is in [`super::number`].

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
