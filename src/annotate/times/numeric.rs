//! Figures that are times by their shape: clock times, numeric dates, years, decades.

use super::class::Class;

/// The half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Evening,
}

/// A clock time as it is written in one word; a whole hour has no minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    /// Named by "am" or "pm".
    pub(super) half: Option<Half>,
    /// Written by the twenty-four-hour clock ("0820", "15h00", "17:30", "09:10").
    pub(super) whole_day: bool,
}

/// A date in figures; month and day first or last as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumericDate {
    pub(super) year: Option<i16>,
    pub(super) month: u8,
    pub(super) day: Option<u8>,
}

/// Whether a bare four-digit figure is more likely a year than a count.
pub(super) fn is_year(value: u32) -> bool {
    (1500..2100).contains(&value)
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The class of a word that begins with a figure, or with an apostrophe in front of one.
pub(super) fn classify(lower: &str) -> Class {
    if lower.len() > 19 {
        return Class::Other;
    }
    if let Some(value) = number(lower) {
        return Class::Digits(value, lower.len() as u8);
    }
    clock(lower)
        .map(Class::Clock)
        .or_else(|| dotted(lower))
        .or_else(|| ordinal(lower))
        .or_else(|| decade(lower))
        .or_else(|| date(lower).map(Class::Date))
        .or_else(|| quarter(lower))
        .or_else(|| decimal(lower))
        .unwrap_or(Class::Other)
}

/// "7am", "7.30am", "8:52p.m.", "10:50", "10:50:03", "15h00", "16h".
fn clock(lower: &str) -> Option<Clock> {
    let (figures, half) = [("am", Half::Morning), ("a.m.", Half::Morning), ("a.m", Half::Morning)]
        .into_iter()
        .chain([("pm", Half::Evening), ("p.m.", Half::Evening), ("p.m", Half::Evening)])
        .find_map(|(suffix, half)| Some((lower.strip_suffix(suffix)?, Some(half))))
        .unwrap_or((lower, None));
    let separator = if half.is_some() { ":.h" } else { ":h" };
    let (hour, rest) = match figures.split_once(|c| separator.contains(c)) {
        Some((hour, minute)) => (hour, Some(minute)),
        None if half.is_some() => (figures, None),
        None => return None,
    };
    let french = figures.contains('h');
    let minute = match rest {
        Some("") if french => None,
        Some(text) => {
            let (text, seconds) = text.split_once(':').unwrap_or((text, "00"));
            if text.len() != 2 || seconds.len() != 2 || number(seconds)? > 59 {
                return None;
            }
            Some(u8::try_from(number(text)?).ok().filter(|minute| *minute < 60)?)
        }
        None => None,
    };
    let digits = hour.len();
    let mut hour = u8::try_from(number(hour)?).ok().filter(|_| digits <= 2 || rest.is_none())?;
    let mut minute = minute;
    if digits == 3 || digits == 4 {
        return None;
    }
    if hour > 24 || (hour == 24 && minute.is_some_and(|minute| minute > 0)) {
        return None;
    }
    if half.is_some() && hour > 12 {
        // "17.30pm": the figures say it already.
        return (hour < 24).then_some(Clock { hour, minute, half: None, whole_day: true });
    }
    if hour == 24 {
        hour = 0;
        minute = minute.or(Some(0));
    }
    let whole_day = half.is_none() && (french || hour > 12 || hour == 0 || figures.starts_with('0'));
    Some(Clock { hour, minute, half, whole_day })
}

fn dotted(lower: &str) -> Option<Class> {
    let (hour, minute) = lower.split_once('.')?;
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then_some(Class::Dotted(hour as u8, minute as u8))
}

/// "2.5", in thousandths.
fn decimal(lower: &str) -> Option<Class> {
    let (whole, part) = lower.split_once('.')?;
    if whole.len() > 4 || part.len() > 3 {
        return None;
    }
    let scale = [1000, 100, 10, 1].get(part.len())?;
    Some(Class::Decimal(number(whole)? * 1000 + number(part)? * scale))
}

fn ordinal(lower: &str) -> Option<Class> {
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|suffix| lower.strip_suffix(suffix))?;
    number(figures).map(Class::Ordinal)
}

/// "1990s", "1990's", "'90s", "90s". Only tens: "747s" are aeroplanes.
fn decade(lower: &str) -> Option<Class> {
    let figures = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('s'))?;
    let short = figures.strip_prefix('\'').unwrap_or(figures);
    let value = number(short)?;
    match short.len() {
        4 if is_year(value) && value % 10 == 0 => Some(Class::Decade(value as i16)),
        2 if value % 10 == 0 && value >= 20 => Some(Class::Decade(1900 + value as i16)),
        _ => None,
    }
}

/// "2025-03-04", "2025-3-4", "2014/10", "3/4/2025", "10/31/74", "2/15". Slashes are read as Americans write them,
/// unless only the other order gives a month.
fn date(lower: &str) -> Option<NumericDate> {
    let separator = lower.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut fields = lower.split(separator);
    let (first, second, third) = (fields.next()?, fields.next()?, fields.next());
    if fields.next().is_some() {
        return None;
    }
    let (a, b) = (number(first)?, number(second)?);
    let valid = |year: Option<u32>, month: u32, day: Option<u32>| {
        let year = year.map(i16::try_from).transpose().ok()?;
        let day = day.map(u8::try_from).transpose().ok()?;
        let fits = (1..=12).contains(&month) && day.is_none_or(|day| (1..=31).contains(&day));
        fits.then_some(NumericDate { year, month: month as u8, day })
    };
    match (first.len(), second.len(), third) {
        (4, 1..=2, Some(day)) if day.len() <= 2 => valid(Some(a), b, Some(number(day)?)),
        (4, 1..=2, None) if separator != '.' && second.len() == 2 && is_year(a) => valid(Some(a), b, None),
        (1..=2, 1..=2, Some(year)) if matches!(year.len(), 2 | 4) => {
            let value = number(year)?;
            let value = if year.len() == 4 { value } else { two_digit_year(value) };
            valid(Some(value), a, Some(b)).or_else(|| valid(Some(value), b, Some(a)))
        }
        (1..=2, 1..=2, None) if separator == '/' && b > 12 => valid(None, a, Some(b)),
        _ => None,
    }
}

/// The usual window: 1970 to 2069.
fn two_digit_year(value: u32) -> u32 {
    if value < 70 { 2000 + value } else { 1900 + value }
}

/// "2018q4".
fn quarter(lower: &str) -> Option<Class> {
    let (year, quarter) = lower.split_once('q')?;
    let (year, quarter) = (number(year).filter(|year| is_year(*year))?, number(quarter)?);
    (1..=4).contains(&quarter).then_some(Class::Quarter(Some(year as i16), quarter as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_clock(text: &str, hour: u8, minute: Option<u8>, half: Option<Half>, whole_day: bool) {
        assert_eq!(classify(text), Class::Clock(Clock { hour, minute, half, whole_day }), "{text}");
    }

    #[test]
    fn clock_times_in_one_word() {
        assert_clock("7.30am", 7, Some(30), Some(Half::Morning), false);
        assert_clock("6pm", 6, None, Some(Half::Evening), false);
        assert_clock("10:50", 10, Some(50), None, false);
        assert_clock("09:10", 9, Some(10), None, true);
        assert_clock("15h", 15, None, None, true);
        assert_eq!(classify("4.20"), Class::Dotted(4, 20));
        assert_eq!(classify("10:75"), Class::Other);
        assert_eq!(classify("25:10"), Class::Other);
    }

    #[test]
    fn dates_in_one_word() {
        let date = |year, month, day| Class::Date(NumericDate { year, month, day });
        assert_eq!(classify("2025-03-04"), date(Some(2025), 3, Some(4)));
        assert_eq!(classify("11/30/09"), date(Some(2009), 11, Some(30)));
        assert_eq!(classify("31/10/1974"), date(Some(1974), 10, Some(31)));
        assert_eq!(classify("2/15"), date(None, 2, Some(15)));
        assert_eq!(classify("1/2"), Class::Other);
        assert_eq!(classify("3.5"), Class::Decimal(3500));
    }

    #[test]
    fn decades_are_tens() {
        assert_eq!(classify("1990s"), Class::Decade(1990));
        assert_eq!(classify("'60s"), Class::Decade(1960));
        assert_eq!(classify("747s"), Class::Other);
    }
}
