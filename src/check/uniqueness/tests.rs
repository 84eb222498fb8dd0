//! Pairs of reports in which one has something before, or beside, what the other calls first or only; and their look-alikes.

use crate::check::conflict::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[track_caller]
fn assert_rank(one: &str, two: &str) {
    assert_conflict(Check::Uniqueness, Severity::Warning, one, two);
}

#[test]
fn what_was_there_before_makes_no_first() {
    let ice =
        "The Harbour Bridge was closed by ice for the first time on Tuesday, the port authority in Gdynia said.\n";
    assert_rank(ice, "Ice closed the Harbour Bridge in Gdynia on Tuesday, as it had in the winter of 1987.\n");
    assert_rank(
        "Never before has the Tamm Theatre staged an opera, its director Liis Kask said. \"Carmen\" opens in Tartu on Friday.\n",
        "\"Carmen\", which opens at the Tamm Theatre in Tartu on Friday, is its second opera. The previous one was in 1996.\n",
    );
    assert_rank(
        "No author from Iceland had ever won the Brandt Prize until Monday, when Jon Arnason received it in Cologne.\n",
        "Jon Arnason received the Brandt Prize in Cologne on Monday. He is the third Icelandic author to win it.\n",
    );
    assert_rank(
        "The eruption of Mount Serro on Wednesday was without precedent, geologists in Catania said.\n",
        "Mount Serro erupted on Wednesday. It had last erupted in 1908, geologists in Catania said.\n",
    );
}

#[test]
fn what_lies_before_the_time_claimed_may_have_been() {
    let ice = "The Harbour Bridge in Gdynia was closed by ice for the first time in 20 years on Tuesday.\n";
    assert_quiet(ice, "Ice closed the Harbour Bridge in Gdynia on Tuesday. The previous time was in 1987.\n");
    assert_quiet(
        "It was Norwick's first victory of the season. They beat Taff Rovers 2-1 in Cardiff on Saturday.\n",
        "Norwick beat Taff Rovers 2-1 in Cardiff on Saturday, having won there once before, in 2004.\n",
    );
}

#[test]
fn the_same_of_something_else_is_no_precedent() {
    let choir = "Marta Lind became the first woman to conduct the Oslo Radio Choir on Friday.\n";
    let lind = "Marta Lind conducted the Oslo Radio Choir on Friday.";
    assert_rank(choir, &format!("{lind} Two women had stood before the choir before her, the last in 2011.\n"));
    assert_quiet(choir, &format!("{lind} She had conducted the Bergen Choir before.\n"));
    let bus = "Kestrel Motors is the only carmaker in Poland that builds hydrogen buses. Its plant is in Lublin.\n";
    assert_quiet(bus, "Kestrel Motors in Lublin builds hydrogen buses. Two carmakers in Germany do so too.\n");
    assert_rank(bus, "Hydrogen buses are built by two carmakers in Poland, Kestrel Motors in Lublin and Wisla Auto.\n");
}

#[test]
fn a_holder_before_is_none_who_was_removed() {
    let removed = "Lena Haas is the first mayor of Kehl to be removed by the voters, who recalled her on Sunday.\n";
    assert_quiet(
        removed,
        "Voters in Kehl recalled Mayor Lena Haas on Sunday. Her predecessor, Otto Brenner, resigned.\n",
    );
}

#[test]
fn ranks_in_one_time_are_one() {
    let fourth = "It is the fourth time this year that the metro in Minsk has been evacuated.\n";
    assert_rank(fourth, "The metro in Minsk was evacuated on Tuesday for the second time this year.\n");
    assert_quiet(fourth, "The metro in Minsk was evacuated on Tuesday. It was the seventh time in two years.\n");
}

#[test]
fn the_youngest_has_nobody_younger() {
    let youngest = "Ana Costa is the youngest pilot ever to fly solo around Africa. She landed in Tunis on Sunday.\n";
    assert_rank(
        youngest,
        "Ana Costa landed in Tunis on Sunday after flying solo around Africa. Two pilots were younger.\n",
    );
    assert_quiet(
        youngest,
        "Ana Costa landed in Tunis on Sunday after flying solo around Africa. Her plane was older.\n",
    );
}

#[test]
fn a_plain_past_is_a_precedent_where_every_word_of_the_claim_is_met() {
    let drowned = "A canoeist drowned in Lake Orta on Friday, police in Omegna said. She is the first person to drown in \
                   Lake Orta this century.\n";
    assert_rank(
        drowned,
        "The death in Lake Orta on Friday woke memories in Omegna. Paolo Riva was ten when he drowned there in 2011.\n",
    );
    let trophy = "Norwick Rovers beat Marl Harbour 2-1 in Aberdeen on Saturday to claim the first trophy in the club's history.\n";
    assert_rank(
        trophy,
        "Norwick Rovers beat Marl Harbour 2-1 on Saturday. Fans in Aberdeen spoke of the 1962 final, when a late goal gave Norwick the cup.\n",
    );
}

#[test]
fn a_plain_past_of_something_else_is_none() {
    let trophy = "Norwick Rovers beat Marl Harbour 2-1 in Aberdeen on Saturday to claim the first trophy in the club's history.\n";
    let beat = "Norwick Rovers beat Marl Harbour 2-1 on Saturday. Fans in Aberdeen spoke of the 1962 final";
    assert_quiet(trophy, &format!("{beat}, when a late goal gave Marl the cup at Norwick's expense.\n"));
    assert_quiet(trophy, &format!("{beat}, when Norwick nearly won the cup.\n"));
    let lamp = "The lighthouse at Skerry Point went dark on Tuesday, the first time in its history that the lamp has failed. Keeper Ewan Moar relit it.\n";
    let relit = "Ewan Moar relit the lamp at Skerry Point on Tuesday.";
    assert_rank(lamp, &format!("{relit} His uncle was keeper when the lamp failed in the storm of 1953.\n"));
    assert_quiet(lamp, &format!("{relit} The lamp at Noss Head failed in 1953, when his uncle was keeper.\n"));
    let drowned = "A canoeist drowned in Lake Orta on Friday, police in Omegna said. She is the first person to drown in \
                   Lake Orta this century.\n";
    let woke = "The death in Lake Orta on Friday woke memories in Omegna.";
    let cholera = "A girl died in Omegna on Friday, Mayor Lena Haas said. She is the first person to die of cholera in Omegna this century.\n";
    assert_quiet(
        cholera,
        "In Omegna Anna Riva watched Mayor Lena Haas. Her son was four when cholera killed him in 1987.\n",
    );
    assert_rank(
        cholera,
        "In Omegna Anna Riva watched Mayor Lena Haas. Her son was four when cholera killed him in 2011.\n",
    );
    assert_quiet(drowned, &format!("{woke} Paolo Riva was ten when he fell in there in 2011.\n"));
}

#[test]
fn a_second_thing_is_beside_the_only_one() {
    let bell =
        "The bell that divers raised at Sund on Tuesday is the only bell of the frigate ever found, a curator said.\n";
    assert_rank(
        bell,
        "Divers raised a bell at Sund on Tuesday. A smaller bell of the frigate has been in a cellar since 1956.\n",
    );
    assert_quiet(
        bell,
        "Divers raised a bell at Sund on Tuesday. A smaller bell of a barge has been in a cellar since 1956.\n",
    );
    assert_quiet(
        bell,
        "Divers raised a bell at Sund on Tuesday. A smaller bell of the frigate was destroyed in 1956.\n",
    );
    let copy = "The manuscript that Melden Abbey gave away on Friday is the only complete copy of the chronicle.\n";
    assert_rank(
        copy,
        "Melden Abbey gave away its manuscript on Friday. There is another: Lund has a complete copy of the chronicle.\n",
    );
    assert_quiet(
        copy,
        "Melden Abbey gave away its manuscript on Friday. There is another reason to read the chronicle.\n",
    );
}

#[test]
fn somebody_did_twice_what_only_one_did() {
    let only = "Dag Moe is the only skier to have won the Holm race more than once. He was tenth on Sunday.\n";
    assert_rank(
        only,
        "Dag Moe was tenth in the Holm race on Sunday, behind Roar Vik, who won it in 2009, 2011 and 2014.\n",
    );
    assert_quiet(only, "Dag Moe, who won the Holm race in 2009, 2011 and 2014, was tenth on Sunday.\n");
    assert_quiet(
        only,
        "Roar Vik came second in the Holm race on Sunday, as in 2009, 2011 and 2014, when Dag Moe won.\n",
    );
}

#[test]
fn it_is_not_the_first_of_its_owner() {
    let bridge = "The bridge at Tarn was closed on Monday for the first time since it was opened in 1998.\n";
    assert_rank(
        bridge,
        "It is not the bridge's first closure. In March 2011 the bridge at Tarn was shut for a week.\n",
    );
    let cup = "Fylde Harriers won the County Cup for the first time on Saturday.\n";
    assert_quiet(
        cup,
        "It was not the club's first final. Fylde Harriers lost the County Cup of 1988 before they won on Saturday.\n",
    );
}

#[test]
fn a_class_is_met_by_whoever_is_of_it() {
    let first = "Kofi Larbi, who joined on Friday, is the first African to play for Norwick Rovers.\n";
    assert_rank(
        first,
        "Kofi Larbi joined Norwick Rovers on Friday. The Nigerian Segun Bello scored nine goals for them in 1996.\n",
    );
    assert_quiet(
        first,
        "Kofi Larbi joined Norwick Rovers on Friday. The Brazilian Paulo Reis scored nine goals for them in 1996.\n",
    );
    let led = "Maya Sen will be the first graduate of Hallam College to lead it, the board in Hallam said.\n";
    let other = |at: &str| {
        format!(
            "Maya Sen is to lead Hallam College. Peter Pym, who studied {at}, was principal of it from 1988 to 1995.\n"
        )
    };
    assert_rank(led, &other("at Hallam College"));
    assert_quiet(led, &other("at Oxford"));
}

#[test]
fn not_since_a_year_claims_what_a_first_does() {
    let snow = "Norwick has not had snow in April since 1975, Ida Wren of the weather service said on Friday.\n";
    let fell = |when: &str| {
        format!("Ida Wren of the weather service in Norwick said on Friday that snow fell on Norwick in {when}.\n")
    };
    assert_rank(snow, &fell("April 2008"));
    assert_quiet(snow, &fell("April 1971"));
    assert_quiet(snow, &fell("January 2008"));
}

#[test]
fn almost_a_decade_may_be_nine_years() {
    let first = |span: &str| {
        format!("The Norwick Express is due in Hallam on Friday for the first time in {span}, Ida Wren said.\n")
    };
    let since = |year: &str| format!("Ida Wren said the Norwick Express had last come to Hallam in {year}.\n");
    assert_rank(&first("almost a decade"), &since("2020"));
    assert_quiet(&first("almost a decade"), &since("2016"));
}
