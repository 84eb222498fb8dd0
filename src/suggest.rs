//! "Did you mean": the nearest known name for one that is not known.

/// A line of help that names the candidate most like `name`, where one is close: a Jaro–Winkler likeness (Winkler,
/// 1990) of 0.8 or more, or the same but for case. Of equals the first.
pub fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // Likeness costs the product of the lengths; nobody misspells a name of this length.
    if name.len() > 100 {
        return None;
    }
    let name = name.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&name, &candidate.to_lowercase());
        if likeness >= 0.8 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| format!("did you mean '{candidate}'?"))
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    const NAMES: [&str; 4] = ["polarity", "participant", "place", "quantity"];

    #[test]
    fn a_slip_is_corrected() {
        assert_eq!(did_you_mean("quantitiy", NAMES).as_deref(), Some("did you mean 'quantity'?"));
        assert_eq!(did_you_mean("PLACES", NAMES).as_deref(), Some("did you mean 'place'?"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(did_you_mean("weather", NAMES), None);
        assert_eq!(did_you_mean(&"place".repeat(1000), NAMES), None);
    }
}
