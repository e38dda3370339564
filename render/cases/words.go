package cases

import (
	"regexp"
	"strings"
)

// rareConditions are diagnoses that few people in an area have: with anything else
// about somebody they point at one person. Names only, in small letters, as patterns.
var rareConditions = []string{
	`prader[- ]willi`, `rett`, `angelman`, `huntington(?:’s|'s)?`, `motor neurone`, `lewy bod(?:y|ies)`, `korsakoff(?:’s|'s)?`,
	`fragile x`, `smith[- ]magenis`, `cornelia de lange`, `tuberous sclerosis`, `22q11`, `digeorge`, `klinefelter(?:’s|'s)?`,
	`duchenne`, `muscular dystrophy`, `friedreich(?:’s|'s)?`, `ataxia`, `cystic fibrosis`, `multiple system atrophy`,
	`supranuclear palsy`, `creutzfeldt`, `wilson(?:’s|'s) disease`, `phenylketonuria`, `frontotemporal`, `posterior cortical`,
	`landau[- ]kleffner`, `rubinstein[- ]taybi`, `sotos`, `noonan`, `batten(?:’s|'s)?`, `cri du chat`, `lennox[- ]gastaut`, `dravet`,
	`neurofibromatosis`, `osteogenesis imperfecta`, `achondroplasia`, `ehlers[- ]danlos`, `marfan`, `albinism`, `narcolepsy`,
	`deaf[- ]?blind(?:ness)?`, `locked[- ]in`, `spina bifida`, `hydrocephalus`, `mitochondrial`, `myotonic`, `pica`, `haemophilia`,
}

// diagnoses are common enough not to point at anybody alone.
var diagnoses = []string{
	`down(?:’s|'s)`, `autism`, `autistic`, `dementia`, `alzheimer(?:’s|'s)?`, `schizophrenia`, `bipolar`, `epilepsy`, `parkinson(?:’s|'s)?`,
	`cerebral palsy`, `multiple sclerosis`, `stroke`, `diabetes`, `diabetic`, `brain injury`, `personality disorder`, `psychosis`, `amputee`, `wheelchair user`,
}

// relations are members of a family; “family” alone is none.
var relations = []string{
	`mother`, `father`, `mum`, `dad`, `parents`, `brothers?`, `sisters?`, `twins?`, `sons?`, `daughters?`, `wife`, `husband`, `widow(?:ed|er)?`, `divorced`,
	`only child`, `siblings?`, `grand(?:mother|father|parents|son|daughter|child|children)`, `nephew`, `niece`, `aunt(?:ie|y)?`, `uncle`, `cousins?`, `estranged`, `adopted`, `foster(?:ed| care| family| parents)`, `fianc[ée]e?`, `girlfriend`, `boyfriend`, `married`,
}

// jobs are what people are or were.
var jobs = []string{
	`teacher`, `nurse`, `doctor`, `engineer`, `builder`, `miner`, `farmer`, `soldier`, `officer`, `postman`, `driver`, `cook`, `chef`, `baker`, `butcher`, `carpenter`, `joiner`,
	`plumber`, `electrician`, `mechanic`, `fisherman`, `sailor`, `pilot`, `vicar`, `priest`, `musician`, `singer`, `dancer`, `painter`, `artist`, `writer`, `journalist`, `lawyer`,
	`solicitor`, `judge`, `accountant`, `clerk`, `secretary`, `librarian`, `gardener`, `cleaner`, `shopkeeper`, `hairdresser`, `barber`, `tailor`, `seamstress`, `welder`, `steelworker`,
	`headteacher`, `headmaster`, `lecturer`, `professor`, `scientist`, `councillor`, `magistrate`, `footballer`, `boxer`, `jockey`, `athlete`, `firefighter`, `fireman`, `policeman`, `policewoman`, `midwife`, `dentist`, `vet`, `waiter`, `waitress`, `publican`, `landlord`, `docker`, `mill worker`, `factory worker`, `care worker`, `social worker`,
}

// origins are written with a capital wherever they stand.
var origins = []string{
	`Welsh`, `Scottish`, `Irish`, `English`, `British`, `Polish`, `Romanian`, `Bulgarian`, `Lithuanian`, `Latvian`, `Ukrainian`, `Russian`, `German`, `French`, `Italian`, `Spanish`, `Portuguese`,
	`Greek`, `Turkish`, `Cypriot`, `Hungarian`, `Czech`, `Slovak`, `Albanian`, `Somali`, `Nigerian`, `Ghanaian`, `Kenyan`, `Ugandan`, `Jamaican`, `Caribbean`, `African`, `Asian`, `Indian`, `Pakistani`,
	`Bangladeshi`, `Bengali`, `Punjabi`, `Gujarati`, `Urdu`, `Hindi`, `Tamil`, `Sri Lankan`, `Chinese`, `Cantonese`, `Mandarin`, `Vietnamese`, `Filipino`, `Japanese`, `Korean`, `Thai`, `Arabic`, `Arab`, `Iranian`,
	`Iraqi`, `Syrian`, `Afghan`, `Kurdish`, `Yemeni`, `Jewish`, `Muslim`, `Islam(?:ic)?`, `Christian`, `Catholic`, `Methodist`, `Baptist`, `Anglican`, `Hindu`, `Sikh`, `Buddhist`, `Quaker`, `Roma`, `Traveller`,
	`Jehovah(?:’s|'s) Witness(?:es)?`, `Rastafarian`, `Pentecostal`, `Yiddish`, `Hebrew`, `Gypsy`,
}

// harmlessWords are said before anything is looked for: they look like clues and are none.
var harmlessWords = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(?:mental capacity act|care act|human rights act|data protection act|makaton|easy read|english breakfast|french toast|english muffin|danish pastry|christmas (?:tree|dinner|card|cards|party|jumper|lights)|sister company|key ?worker|social worker|support worker|team leader|registered manager|quality lead|positive behaviour support|occupational therap(?:y|ist)|speech and language|best interests|talking mats)\b`),
	regexp.MustCompile(`\b(?:Person-Centred|Deprivation of Liberty Safeguards|Liberty Protection Safeguards|Court of Protection)\b`),
	regexp.MustCompile(`(?i)\bstroke (?:the|a|his|her|their) \b|\b(?:at a|one) stroke\b|\btwin (?:bed|beds|room|tub)\b`),
}

// capitalWords are written with a capital inside a sentence and name nobody.
var capitalWords = wordSet(`i i'd i'll i'm i've monday tuesday wednesday thursday friday saturday sunday
	nhs gp cqc pbs mca dols cop tv dvd cd it pe ot salt ros qa adl prn mar emar okay ok covid uk aac pecs id bsl lps imca
	christmas easter ramadan eid diwali bingo zumba velcro wi-fi wifi facebook youtube whatsapp google netflix bluetooth skype zoom ipad iphone tablet radio
	yes no stop later pause go wait please thank hello help step one two three four five six weeks week day p't`)

func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}
