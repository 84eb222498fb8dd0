//! The word lists that tell notices, bylines and metadata from prose (`rules/english/layout.txt`), compiled.

use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../rules/english/layout.txt");
/// A paragraph of fewer points is prose.
const ENOUGH: usize = 2;
/// Words for which one point must stand: long prose may well mention cookies once.
const WORDS_A_POINT: usize = 30;

/// The lists, compiled.
pub(super) struct Phrases {
    scored: Option<AhoCorasick>,
    /// The points of each phrase of `scored`.
    points: Vec<usize>,
    whole: Vec<&'static str>,
    prefix: Vec<&'static str>,
    metadata: Vec<&'static str>,
    byline: Vec<&'static str>,
    role: Vec<&'static str>,
    credit: Vec<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(SOURCE));

/// The lines of the section `[name]` of a word list; comments begin with `# `.
pub(super) fn section<'a>(source: &'a str, name: &str) -> Vec<&'a str> {
    let mut inside = false;
    let mut found = Vec::new();
    let comment = |line: &str| line.is_empty() || line.starts_with("# ") || line == "#";
    for line in source.lines().map(str::trim).filter(|line| !comment(line)) {
        if line.starts_with('[') && line.ends_with(']') {
            inside = line.trim_matches(['[', ']']) == name;
        } else if inside {
            found.push(line);
        }
    }
    found
}

/// The built-in lists.
pub(super) fn phrases() -> &'static Phrases {
    &PHRASES
}

impl Phrases {
    fn parse(source: &'static str) -> Self {
        let section = |name: &str| section(source, name);
        let (strong, weak) = (section("strong"), section("weak"));
        let points = strong.iter().map(|_| 2).chain(weak.iter().map(|_| 1)).collect();
        Self {
            scored: AhoCorasick::new(strong.iter().chain(&weak)).ok(),
            points,
            whole: section("whole"),
            prefix: section("prefix"),
            metadata: section("metadata"),
            byline: section("byline"),
            role: section("role"),
            credit: section("credit"),
        }
    }

    /// Whether `lower` (a paragraph in [`plain`] form, of `words` words) reads like a notice or an appeal.
    pub(super) fn boilerplate(&self, lower: &str, words: usize) -> bool {
        let bare = lower.trim_matches(|c: char| c.is_whitespace() || "!.:…>›»|".contains(c));
        if self.whole.contains(&bare) || (words <= 25 && begins(&self.prefix, lower)) {
            return true;
        }
        // What somebody is quoted as saying is news, whatever its words.
        if lower.starts_with(['“', '"', '‘', '\'', '«']) {
            return false;
        }
        let (strong, weak) = self.score(lower);
        // Words that news uses too count only where the page speaks to its reader in its own voice.
        let addressed = || {
            let mut words = lower.split(|c: char| !c.is_alphanumeric());
            words.any(|word| matches!(word, "you" | "your" | "our")) && !lower.contains(['“', '”', '"'])
        };
        let score = if strong > 0 || (weak >= ENOUGH && addressed()) { strong + weak } else { 0 };
        score >= ENOUGH && score * WORDS_A_POINT >= words
    }

    /// The points of strong and of weak phrases.
    fn score(&self, lower: &str) -> (usize, usize) {
        let Some(automaton) = &self.scored else { return (0, 0) };
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        automaton
            .find_iter(lower)
            .filter(|hit| {
                let (before, after) = (lower.get(..hit.start()), lower.get(hit.end()..));
                edge(before.and_then(|s| s.chars().next_back())) && edge(after.and_then(|s| s.chars().next()))
            })
            .map(|hit| self.points.get(hit.pattern().as_usize()).copied().unwrap_or(0))
            .fold(
                (0, 0),
                |(strong, weak), points| if points > 1 { (strong + points, weak) } else { (strong, weak + points) },
            )
    }

    /// Whether `lower` begins like a line of metadata.
    pub(super) fn metadata(&self, lower: &str) -> bool {
        begins(&self.metadata, lower)
    }

    /// Whether `lower` begins like a byline or a credit.
    pub(super) fn byline(&self, lower: &str) -> bool {
        begins(&self.byline, lower)
    }

    /// Whether `lower` ends with what journalists are.
    pub(super) fn role(&self, lower: &str) -> bool {
        self.role.iter().any(|role| {
            lower.strip_suffix(role).is_some_and(|rest| rest.ends_with([' ', '/', ',', '|']) && rest.len() > 2)
        })
    }

    /// The first byte of a credit ("Credit: …") in `lower`, after at least two words; what follows must be for the
    /// caller to look at.
    pub(super) fn credit(&self, lower: &str) -> Option<usize> {
        let at = self.credit.iter().filter_map(|label| lower.rfind(label)).max()?;
        let before = lower.get(..at)?;
        (before.ends_with([' ', '(', '.']) && before.trim().contains(' ')).then_some(at)
    }
}

/// Whether `lower` begins with one of `phrases`, as whole words.
fn begins(phrases: &[&str], lower: &str) -> bool {
    phrases.iter().any(|phrase| {
        lower.strip_prefix(phrase.trim_end_matches('*')).is_some_and(|rest| {
            let open = phrase.ends_with(|c: char| c.is_alphanumeric());
            !open || rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
        })
    })
}

/// `text` with ASCII letters in lower case; byte for byte as long as `text`, so that offsets hold.
pub(super) fn plain(text: &str) -> String {
    text.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boilerplate(text: &str) -> bool {
        phrases().boilerplate(&plain(text), text.split_whitespace().count())
    }

    #[test]
    fn notices_are_known_by_general_wording() {
        assert!(boilerplate("We use cookies to make your visit better. Read our privacy policy."));
        assert!(boilerplate("Disclaimer: this text does not constitute investment advice."));
        assert!(boilerplate("Read more: Harbour reopens"));
        assert!(boilerplate("Advertisement"));
    }

    #[test]
    fn news_about_cookies_and_subscribers_is_news() {
        assert!(!boilerplate(
            "The regulator said that the shop had set tracking files without the consent of its customers."
        ));
        assert!(!boilerplate("The paper has lost 12,000 subscribers since March and will print a newsletter instead."));
        assert!(!boilerplate("“Sign up to our union,” she said, “and follow us on the march.”"));
        assert!(!boilerplate(
            "It was fined over its cookie policy and its privacy policy, which had not changed in years."
        ));
        assert!(!boilerplate("Comments made on Monday by the minister were withdrawn."));
    }

    #[test]
    fn a_credit_needs_a_caption_before_it() {
        assert_eq!(phrases().credit("the yard in may credit: ana ruiz/hcn"), Some(16));
        assert_eq!(phrases().credit("credit: ana ruiz"), None);
    }
}
