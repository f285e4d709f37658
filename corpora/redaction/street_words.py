"""Words that streets are called by, in the order in which a language puts them to the name.

Each is a pattern without groups; upper and lower case are as written.
"""

_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u017f\u018f\u0218\u021a\u1e00-\u1eff]"
# Taken whole or not at all: tried letter by letter, "A-A-A-" would take minutes.
WORD = rf"(?>{_CAPITAL}[\w'\u2019-]{{0,32}}\.?)"
"""A capitalised word with its hyphens, or one cut short: `St.`."""
PARTICLE = (
    r"(?:de|la|le|les|du|des|del|della|delle|dei|degli|di|da|do|dos|das|van|von|der|den|dem|het"
    r"|'t|am|an|auf|im|zum|zur|und|y|e|et|of|the|and|al|el|sur|sous|aux|au|op|ter|ten|in|na|nad"
    r"|pod|u|i|w|ve|los|las|d['\u2019]|l['\u2019]|bei|an|ob|pri|a|do|of|upon|by)"
)
_TOWN_WORD = (
    rf"(?>(?:Ste?|Mt|Bad)\. ?{_CAPITAL}[\w'\u2019-]{{1,32}}|{_CAPITAL}[\w'\u2019-]{{1,32}})"
)
TOWN = rf"{_TOWN_WORD}(?: (?:{PARTICLE} ){{0,2}}{_TOWN_WORD}){{0,3}}(?: \d{{1,2}}(?!\d))?"

# 14 Rose Lane
ENGLISH = (
    r"(?:[Ss]treet|[Ss]tr?|[Rr]oad|[Rr]d|[Aa]venue|Ave?|[Ll]ane|Ln|Drive|Dr|Close|Cl|Court|Ct"
    r"|Crescent|Cres|Gardens?|Gdns|Grove|Gr|Hill|Mews|Parade|Park|Place|Pl|Rise|Row|Square|Sq"
    r"|Terrace|Terr?|View|Walk|Way|Wharf|Boulevard|Blvd|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail"
    r"|Trl|Loop|Green|Quay|Quays|Yard|Vale|Steps|Stairs|Bank|End|Fold|Gate|Croft|Brow|Brae|Wynd"
    r"|Vennel|Heights|Hts|Path|Plaza|Esplanade|Promenade|Chase|Mount|Cross|Crossing|Bend"
    r"|Pike|Turnpike|Expressway|Alley|Approach|Arcade|Common|Copse|Corner|Cottages?"
    r"|Dene|Fields?|Garth|Glebe|Glen|Heath|Lea|Leas|Mead|Meadows?|Moor|Nook|Orchard"
    r"|Paddock|Reach|Spinney|Spur|Strand|Villas?|Ville|Woods?|Bridge|Buildings|Towers?"
    r"|Lodge|Mansions|Estate|Embankment|Circus|Broadway|Causeway|Passage|Ridge|Cove|Creek"
    r"|Landing|Commons|Colony|Nagar|Marg|Chowk|Layout)"
)
# Lindenstraße 12, Storgatan 9: the word ends with the kind of street.
COMPOUND = (
    r"(?:-?[Ss]tra(?:\u00df|ss)en?|-?[Ss]tr\.?|weg|gasse|allee|platz|damm|ufer|steig|stieg|chaussee|pfad"
    r"|graben|zeile|promenade|br\u00fccke|ring|straat|laan|gracht|kade|plein|dijk|singel|dreef"
    r"|steeg|gatan|v\u00e4gen|gr\u00e4nd|torget|backen?|stigen|gata|gate|gaten|vei|veien|veg"
    r"|vegen|gade|vej|str\u00e6de|plads|torv|all\u00e9|katu|tie|kuja|polku|ranta|aukio|gatvė|iela"
    r"|t\u00e4nav|maantee)"
)
# Rue de la Paix 5, ul. Długa 7
BEFORE_THE_NAME = (
    r"(?:[Rr]ue|[Aa]v(?:enue|\.)|[Bb]oulevard|[Bb][dl]\.?|[Cc]hemin|[Ii]mpasse|[Aa]ll\u00e9es?"
    r"|[Pp]lace|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]entier|[Rr]uelle|[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza"
    r"|[Pp]iazzale|[Vv]icolo|[Ll]argo|[Ss]trada|[Ll]ungomare|[Cc]alle|C/|C\.|[Aa]venida|[Aa]v[dg]a?\."
    r"|[Pp]aseo|[Pp]laza|[Cc]amino|[Cc]arretera|[Rr]onda|[Tt]raves\u00eda|[Cc]arrer|[Pp]asseig"
    r"|[Pp]la\u00e7a|[Rr]ua|R\.|[Tt]ravessa|[Pp]ra\u00e7a|[Ee]strada|[Aa]lameda|[Bb]eco|[Ss]tr\."
    r"|[Bb]ulevardul|[Bb]-dul|[Aa]leea|[Cc]alea|\u0218oseaua|[Ii]ntrarea|[Pp]ia\u021ba|ul\."
    r"|[Uu]lica|[Uu]l\.|[Aa]l\.|[Aa]leja|[Pp]l\.|[Pp]lac|[Oo]s\.|[Oo]siedle|[Nn]\u00e1m\u011bst\u00ed"
    r"|[Nn]\u00e1m\.|[Tt]\u0159\u00edda|[Tt]rg|[Cc]esta|[Jj]alan|Jl\.|Jln\.?|Odos|Leoforos"
    r"|[Uu]litsa|[Pp]rospekt|[Bb]rgy\.?|Am|An der|An den|Auf der|Auf dem|Im|In der|Unter den|Zum"
    r"|Zur|Hinter der|Vor dem|Beim)"
)
# Petőfi utca 8, İstiklal Caddesi No: 5
BEHIND_THE_NAME = (
    r"(?:utca|u\.|\u00fat|\u00fatja|t\u00e9r|tere|k\u00f6r\u00fat|krt\.|s\u00e9t\u00e1ny|k\u00f6z"
    r"|ulica|ul\.|trg|cesta|put|avenija|t\u0159\u00edda|n\u00e1m\u011bst\u00ed|Caddesi|Cad\.?"
    r"|Soka(?:k|\u011f\u0131)|Sk\.?|Bulvar\u0131|Mahallesi|Mah\.?|k\u00fc\u00e7\u0259si"
    r"|prospekti|gatv\u0117|g\.|iela|t\u00e4nav|mnt|ulitsa|prospekt|pereulok|chome|Gade|Gate"
    r"|Gata|Gatan|vei|v\u00e4g|All\u00e9|all\u00e9|Stra\u00dfe|Strasse|Str\.|Weg|Allee|Platz"
    r"|Gasse|Ring|Ufer|Damm|Plein|Straat|Laan|street|road|avenue|lane)"
)
