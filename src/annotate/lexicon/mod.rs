//! STUB
use super::mention::Gender;
use super::token::Token;
pub struct Honorific { pub gender: Option<Gender> }
pub fn honorific(w:&str)->Option<Honorific>{ let g=match w.trim_end_matches('.') {"mr"|"sir"|"lord"=>Some(Gender::Masculine),"mrs"|"ms"|"miss"|"dame"|"lady"=>Some(Gender::Feminine),"dr"|"prof"|"lt"|"gov"|"capt"|"sen"|"rep"=>None,_=>return None}; Some(Honorific{gender:g}) }
#[derive(Clone,Copy)] pub struct OfficeWord { pub canonical:&'static str, pub single: bool }
const O:&[(&str,&str,bool)]=&[("prime minister","prime minister",true),("pm","prime minister",true),("foreign secretary","foreign minister",true),("foreign minister","foreign minister",true),("chief executive","chief executive",true),("ceo","chief executive",true),("chief operating officer","chief operating officer",true),("chief commercial officer","chief commercial officer",true),("president","president",true),("vice president","vice president",true),("candidate","candidate",false),("presidential candidate","presidential candidate",false),("mayor","mayor",true),("minister","minister",false),("spokesman","spokesman",false),("ambassador","ambassador",false),("leader","leader",false),("nominee","nominee",false),("chairman","chair",true),("general secretary","general secretary",true),("driver","driver",false),("city councilor","councillor",false),("chief engineer","chief engineer",true),("editor","editor",false),("managing director","managing director",true)];
pub fn office_at(t:&[Token])->Option<(usize,OfficeWord)>{ for n in (1..=3.min(t.len())).rev(){ let s=t[..n].iter().map(|t|t.lower.as_str()).collect::<Vec<_>>().join(" "); if let Some(o)=O.iter().find(|o|o.0==s){ return Some((n,OfficeWord{canonical:o.1,single:o.2})) } } None }
pub fn office(s:&str)->Option<OfficeWord>{ O.iter().find(|o|o.0==s||o.1==s).map(|o|OfficeWord{canonical:o.1,single:o.2}) }
pub fn standing(w:&str)->Option<&'static str>{ ["former","acting","interim","deputy","incoming","shadow","current"].into_iter().find(|s|*s==w) }
pub fn is_given_name(w:&str)->bool{ ["keir","donald","david","karen","nigel","jd","kamala","john","joe","vladimir"].contains(&w) }
pub fn gender_of_given_name(w:&str)->Option<Gender>{ match w {"karen"|"kamala"=>Some(Gender::Feminine),"keir"|"donald"|"david"|"nigel"|"john"|"joe"=>Some(Gender::Masculine),_=>None} }
pub fn body_suffix(w:&str)->bool{ ["council","party","union","airlines","police","ministry","court","museum","agency","assembly","group","plc","inc","ltd","office","service"].contains(&w) }
pub fn body_head(w:&str)->bool{ ["bank","university","ministry","department","house","court","council","board","office"].contains(&w) }
pub fn body_noun(w:&str)->bool{ ["company","firm","group","airline","union","party","ministry","team","club","court","agency"].contains(&w) }
pub fn person_noun(w:&str)->Option<()>{ ["man","woman","person","official","child","boy","girl"].contains(&w).then_some(()) }
pub fn pair_noun(w:&str)->bool{ ["pair","couple","duo"].contains(&w) }
pub fn is_particle(w:&str)->bool{ ["van","der","de","bin","von","al","la","du"].contains(&w) }
pub fn is_body_acronym(w:&str)->bool{ w.len()>1&&w.len()<6&&w.chars().all(|c|c.is_ascii_uppercase()) }
pub fn same_given_name(a:&str,b:&str)->bool{ a==b }
