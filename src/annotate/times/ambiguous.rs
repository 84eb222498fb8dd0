//! Months and weekdays whose names are other words too: "May" the verb, "Jan" the woman, "Wednesday Addams".

use super::class::Class;
use super::parser::Parser;
use crate::annotate::token::Tag;

impl Parser<'_> {
    /// A month's name, where its neighbours leave no doubt that it is one.
    pub(super) fn month(&self, at: usize) -> Option<u8> {
        let Class::Month(month, sure) = self.class(at) else { return None };
        let numeric = |at: usize| matches!(self.class(at), Class::Digits(_, 1..=2 | 4) | Class::Ordinal(_));
        let beside = at > 0 && (numeric(at - 1) || self.text(at - 1) == "of" && at > 1 && numeric(at - 2))
            || numeric(at + 1)
            || self.text(at + 1) == "the" && matches!(self.class(at + 2), Class::Ordinal(_));
        let led = matches!(
            self.before(at),
            "in" | "last"
                | "next"
                | "this"
                | "since"
                | "until"
                | "by"
                | "from"
                | "of"
                | "early"
                | "late"
                | "mid"
                | "to"
                | "and"
                | "between"
                | "during"
                | "before"
                | "after"
                | "-"
                | "through"
        );
        let named = self.capital(at + 1) && self.class(at + 1) == Class::Other && !self.context.headline;
        if beside {
            return (sure
                || self.capital(at)
                || self.year(at + 1).is_some()
                || self.year(at + 2).is_some()
                || self.listing)
                .then_some(month);
        }
        if sure {
            return (led || !named || self.text(at + 1) == "'s").then_some(month);
        }
        // "May" the verb opens no phrase and stands in lower case; "Jan" is a name; "march" walks.
        let full = matches!(month, 3 | 5);
        (full && self.capital(at) && led && !named || full && self.listing && at + 1 >= self.lexemes.len())
            .then_some(month)
    }

    /// A weekday's name. "Wednesday Addams" is none: a capital follows, and no preposition leads.
    pub(super) fn weekday(&self, at: usize) -> Option<u8> {
        let Class::Weekday(weekday, sure) = self.class(at) else { return None };
        if !sure {
            let beside = self.text(at + 1) == "," && self.month(at + 2).is_some()
                || matches!(self.class(at + 1), Class::Digits(_, 1..=2) | Class::Ordinal(_) | Class::Month(..));
            return (beside && self.capital(at) || self.listing).then_some(weekday);
        }
        let named = self.capital(at + 1) && self.class(at + 1) == Class::Other && !self.context.headline;
        let led = matches!(
            self.before(at),
            "on" | "last"
                | "next"
                | "this"
                | "until"
                | "by"
                | "from"
                | "late"
                | "early"
                | "since"
                | "before"
                | "after"
                | "to"
                | "said"
                | "told"
                | ","
        );
        // "a Thursday", "every Friday", "its Sunday trains": any of them, and no day.
        let generic = matches!(
            self.before(at),
            "a" | "every" | "each" | "most" | "mr" | "ms" | "miss" | "its" | "his" | "her" | "their" | "our" | "my"
        );
        let plural = self.lexemes.get(at + 1).and_then(|lexeme| self.tokens.get(lexeme.token - self.first));
        let generic = generic || !led && plural.is_some_and(|token| token.tag == Tag::NounPlural);
        (!generic && (led || !named)).then_some(weekday)
    }
}
