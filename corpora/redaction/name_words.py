"""Names that are words too, and capitalised words that are no names.

faker's lists hold names of seventy locales; many are everyday English words, months, towns or
companies. Each class asks for different evidence before a capitalised word counts as a person.
"""

from corpora.redaction.word_lists import listed, read_listed

# Names first and words second: capitalised inside a sentence they are a person.
NAME_AND_WORD = listed("""
    abe al amber angel ash basil bill blanche brad brook buddy cat charity chase cherry chip
    christian chuck cliff colt crystal curt daisy dawn dee destiny dick don dot doug drew dusty
    ebony ed eve faith fern flora frank gay gene ginger grace grant hank harmony heath herb hope
    hunter jack jade jasmine jay joy kit laurel mark marty mercy miles misty nat nick norm olive
    paige pat patience patty pearl peg penny pepper pierce poppy randy ray red reed reggie rob robin
    rocky rod roman rose rusty sage sandy scarlett scout skip skye sonny sterling sue sunny trudy
    verity violet wade will willow woody wren
""")

# Words, months, places, brands first: a person only where the words around say so.
WORD_FIRST = read_listed("common_words.txt") | listed("""
    a ab ace adelaide admiral africa african ah airlines ala alabama alamo alaska aldi ale alexa
    alfredo alitalia alma alpha amazon america american amex android angeles ants apple apr april
    argos arizona asda asia asian athens atlanta atm audi aug august auntie aura austin australian
    author avis babe baker bali bangkok barbie barclays bcc bee belfast benedict bentley berlin beta
    birmingham bitten bliss bosch boston bot bristol britain british bronze brooklyn buckingham bud
    bureau bush caesar cam cambridge canadian canal cannon capt captain cardiff carolina cc ceo
    charleston charlotte che cheers chelsea cherish chi chicago chief china chinese ching christ
    christmas chrome chrysler cinnamon citi cleveland club cologne colon columbus concierge
    continental corfu corona cortana costco crete cruz cuba cyprus dakota dallas darling dec
    december delhi dell delta demi denver dept dev devon diamond diego dis diwali diy doll dove
    dubai dublin durham dutch dyson earnest easter ebay echo economy edinburgh edu el elder elite
    emerald emirates england english enterprise era essence essex ether etihad eu europe euston
    excel fa facebook fairy faq fargo feb fella finnair firefox firstly florence florida ford forest
    foster france francisco french friday frontier furthermore fw fwd fyi gal galaxy gatwick gauge
    gee geneva georgia german gimme glasgow goa god gold golden google gp grandpa graves gray greece
    greek grit halifax halloween hanukkah havana hawaii hawaiian heathrow heaven heavenly hella
    hertz hilton hind holland honda hoover houston hq hsbc hyatt i iberia icu icy id ikea imo india
    indian indiana indie inn instagram interviewee iowa ireland irish irl israel italian italy
    jackson jan january japanese java jesus jet jewish jordan jul july jun june kansas kent kenya
    kindle king kingston klarna lastly latino le leeds lenovo levy lexington lexus liberty lidl
    lincoln linux liverpool lloyds london lord louisiana lourdes lufthansa lung lyft lyon ma ma'am
    maam mac macs madam madison maine malta mama manchester manly mans mansfield mar march margarita
    marine marriott marry mars mart martial marvel mat mats max mayo mcdonald melbourne memphis
    mercedes metro mexican miami mickey mignon milan missouri mist mister moderator monday montana
    monzo moody mr mrs ms mumbai muslim mx nada nana nanny narrator nationwide natwest nazi nb
    netflix nevada newcastle nhs ninja nissan noble nokia north northwest norton nov nova november
    oct october octopus odessa ohio ole omg opal oregon orlando outlook oxford paddington pak pal
    pandora panini papa paris pastor paypal phoenix pier pixel platinum pleas po polish porsche
    porter portland premier president prince pro prof prosper ps psa python qatar quantas queen raid
    ramadan ransom reddit respondent respondents rev rim rio ritz river roar rome royal runny
    russian rut ryanair safari saga sahara saint salami samsung santa santander saturday savannah
    savoy sayin scotland scottish seattle secondly sep sept september sever sgt sheraton sim
    singapore siri sirs sixt skoda sky somerset sony southwest spain spanish sprint stansted star
    starbucks steward stewardess stormy subway sunday sunshine surgeon swiss sydney sys ta target te
    tennessee terminal tesco tesla texas thanksgiving thursday tiktok tokyo tower toyota traveler
    traveller treasure trinity tripadvisor trustpilot tuesday turkey turkish twitter uber unity
    unnamed usa utah valentine var velvet venice verizon versa victoria vid vienna villa vip virgin
    virginia visa vodafone volvo von wales walker walmart wan washington watt wednesday wells wendy
    west westin whatsapp windows windsor windy wolf xl xmas xs yang yelp ying yoga york zoom
""")

# Towns, months and the like that people are called too: a person where the words around say so.
PLACES_AND_NAMES = listed("""
    abha aden alexa alexandria april arlington asia asuncion august augusta aurora austin baker bell
    benedict bergen beulah blessing bradford braga brooklyn cali camden carolina casper chance
    chandler charlotte chelsea chester cheyenne chita clifton columbia conrad dakota dallas darwin
    dayton denton destiny devon diego drake flint florence francisco garland georgia hampton helena
    hobart hudson india irving israel jackson jordan journey june kent kenya king lafayette lawrence
    leon lincoln london lucia madison manila may medina mercedes montgomery montserrat orlando palma
    paris patience petra phoenix precious preston prince queen raleigh regina reno richmond rosario
    salina samara santiago santos savannah selma siena sofia stafford star summer sydney trenton
    troy tyler valencia valentine verona victoria vigo virginia warwick winter
""")

# Companies, prizes and things that are called like persons: their names stay.
NAMED_THINGS = listed("""
    wells_fargo morgan_stanley john_lewis john_deere ralph_lauren calvin_klein michael_kors
    tommy_hilfiger jack_daniels jack_daniel jim_beam johnnie_walker captain_morgan harley_davidson
    harvey_nichols marks_spencer marks_and jimmy_john jimmy_johns papa_john papa_johns papa_murphy
    trader_joe trader_joes tim_hortons jp_morgan jpmorgan_chase charles_schwab merrill_lynch
    edward_jones victoria_secret victorias_secret bath_body ben_jerry ben_jerrys santa_claus
    jesus_christ virgin_atlantic virgin_media virgin_america san_francisco san_diego san_jose
    santa_monica st_louis st_john st_james st_george st_mary st_marys st_thomas st_paul st_peters
    fort_worth las_vegas los_angeles new_york new_orleans notre_dame saint_martin king_george
    queen_elizabeth queen_mary red_robin bob_evans olive_garden tim_horton jack_box dick_sporting
    carl_jr prince_charles charles_gaulle jfk_airport john_f_kennedy george_bush george_best
    bruce_springsteen william_hill ted_baker paul_smith hugo_boss tom_ford stella_artois
    samuel_adams sam_adams mary_berry monty_python harry_potter james_bond star_wars murphy_law
    good_samaritan dr_pepper mr_clean mr_muscle mrs_doubtfire dr_martens dr_oetker bloody_mary
    tom_collins long_john tel_aviv buenos_aires santo_domingo san_antonio san_marino san_juan
    san_salvador sao_paulo santa_barbara santa_clara santa_fe santa_cruz santa_ana el_paso
    corpus_christi baton_rouge salt_lake palm_springs palm_beach daytona_beach myrtle_beach
    virginia_beach west_virginia north_carolina south_carolina long_island grand_rapids ann_arbor
    cape_verde hong_kong kuala_lumpur phnom_penh siem_reap chiang_mai koh_samui
    luang_prabang new_delhi abu_dhabi saudi_arabia sri_lanka costa_rica puerto_rico puerto_vallarta
    playa_carmen rio_janeiro montego_bay nova_scotia st_lucia saint_lucia st_kitts st_vincent
    st_petersburg st_albans st_andrews alice_springs port_elizabeth
    victoria_falls victoria_station hyde_park jersey_city
    le_mans la_paz addis_ababa dar_salaam tierra_fuego monte_carlo palma_mallorca mont_blanc
    ben_nevis milton_keynes bury_edmunds lyme_regis
""")
# "Wendy's", "Denny's": the possessive alone makes the company.
NAMED_WITH_S = listed("""
    wendy denny arby chili applebee domino macy kohl lowe dillard sainsbury mcdonald kellogg carl
    hardee culver zaxby jimmy morrison nando levi claire bojangle friendly freddy papa sally michael
    dick trader wetherspoon christie sotheby ladbroke clark hershey reese harrod selfridge debenham
    lloyd barclay moe joe valentine murphy alzheimer parkinson crohn hodgkin raynaud down asperger
""")

NATIONALITIES = listed(
    """
    albanian algerian argentinian armenian australian austrian belarusian belgian bolivian
    bosnian brazilian british bulgarian burmese canadian chilean chinese colombian croatian
    czech danish dutch egyptian english eritrean estonian ethiopian european filipino finnish
    french georgian german ghanaian greek hungarian indian indonesian iranian iraqi irish
    italian jamaican japanese jordanian kenyan korean kurdish latvian lebanese libyan lithuanian
    macedonian malaysian maltese moroccan nepalese nigerian norwegian pakistani peruvian polish
    portuguese romanian russian scottish senegalese serbian slovak slovenian somali spanish
    sudanese swedish swiss syrian taiwanese tanzanian thai tunisian turkish ugandan ukrainian
    venezuelan vietnamese welsh zambian
    """
)
"""What somebody is and not who: "our driver was Lithuanian"."""
