"""Words beside a name that make it a company's, a building's or a place's: such names stay."""

from corpora.redaction.word_lists import listed

AFTER_A_NAME = listed(
    """
    hotel hotels airport street road avenue bank banks airlines airways airline inn university
    hospital school college park lounge restaurant store stores beach island islands city county
    square house center centre station group ltd inc llc co company corp corporation plc gmbh bar
    grill pizza insurance motors motor arena stadium church clinic ward surgery practice suite
    suites resort spa mall plaza palace terminal bridge lane drive hall building day eve law river
    lake mountain bay coast valley cathedral castle museum gallery theatre theater library airbus
    express energy water electric gas telecom mobile card rewards club bakery cafe kitchen diner
    pub tavern brewery winery farms farm foods food market markets supermarket pharmacy dealership
    garage autos cars rental rentals ferries rail railway trains buses coaches tours travel
    holidays vacations cruises cruise media news times post press records studios software systems
    technologies solutions services healthcare health dental medical foundation trust society
    council festival cup prize award awards show sauce chicken burger whisky whiskey whiskeys beer
    rum gin syndrome disease mini pro max series edition collection brand jeans shoes islander
    springs falls heights hills village
    """
)
BEFORE_A_NAME = listed(
    """
    st saint san santa sao mount mt port fort lake hotel cape camp point los las el hospital
    airport terminal university school church bar restaurant cafe maison villa casa chateau
    platform hurricane storm ss hms
    """
)
