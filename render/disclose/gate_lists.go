package disclose

import "strings"

// commonWords are English words that are names as well: plain words, months, days,
// and places that are surnames too. A name that is one of them is looked for only
// within a longer name, behind a title or behind an initial.
var commonWords = listOf(`
able ace amber angel apple april archer art ascot ash ashford august autumn ayr baker ball bank banks bar barber barn barnet barnsley barrow bass bath
battle bay beach bean bear bedford bee belfast bell bench berkshire berry best bill bird bishop black blackburn blackpool blank blaze bless bloom
blossom blue board boil bold bolt bolton bond bone bones book boot booth boston bottle bow bowl box boys brace bradford branch brand bread bride
bridge bridges bright bristol britain broad bromley brook brooks brown brush buck bud bull burden burn burnley burns burton bury bush butcher butler
button bye bypass call cambridge camden can candle candy cane cannon card cardiff care carlisle carol carpenter carry case cash castle chain chalk
chamber chambers chance chapel chapter charity charm chase cherry cheshire chester chin chorley christian christmas church circle clacton clay clean
clear clever cliff clifton clock close cloud clover coach coal coat cock coffee coffin colchester cold collar constant cook cool cooper cope coral
corn corner cornwall cotton court cousin coventry coward crane crawley creek cross crow crown croydon cruise crystal cumbria cup curry curtain custom
daily daisy dance dark dash dawn day days deal dean dear december deer derby devon diamond die dish dock doe dollar dolphin doncaster dorset dove
dover down drake draw dream drew drive driver drum duck duke dundee durham dust eagle earl early earth east easter easy echo edge edinburgh elder elm
ember end england english epsom essex eve evening ever eye fair faith falcon fall fame family fare farm farmer fast fate fault fawn fear feather
february fell fern ferry field fields fight finch fine finger first fish fisher flag flame flash fleet flint flood flora flower flowers fly fog folk
foot ford foreman forest fort fortune foster fountain fox frame frank free french friday friend frost fry full fuller furlong gable gale gallop game
garden gate gates gauge gay gent gentle gift gill ginger gladden glasgow glass glen glory gloss gloucester glove glover gold golden good goose grace
grain grand grant grantham grass grave graves great green greet grey grief gross grove guest guide gulf gun guy hail hale halifax hall ham hamilton
hampshire hand hands happy harbour hard hardy hare harlow harm harmony harp hart harvest haste hastings hatch hatfield haven hawk hawking hay hazel
head heal heard heart heath heather heaven heavy hedge height help herb herd hereford hero hertford hide high hill hills hind hobby hog hold holder
hole holiday holly home honey honour hood hook hope hopper horn horse host hound house howl huddersfield hull humble hunger hunt hunter hurry ice idle
inch independent inn ipswich ireland iris iron island ivory ivy jack jacket jade january jay jewel jolly joy judge july june juniper just justice keen
keep keighley kendal kent kettle key kid kind king kingston kiss kitchen kite knight knock knot lace ladder lady lake lamb lamp lancaster land lane
lantern lark last late laurel law lawn lawyer leaf lean leap leather leave leeds legend leicester lemon lent level light lilac lily lime lincoln line
link lion lisburn list little lively loader lock lodge london long look lord lot loud love low lowestoft lucky lunch luton lytham mace maiden main
major mallet man manager manor maple marble march margate marigold mark market marsh mason master mat match mate may mayor meadow meadows meal meals
mean means medal melody mercy merit merry merton metal middle midnight mild miles mill miller mills mind minor mint mist mobile mole monday money monk
moody moon moor morden more morning moss moth mount mountain mouse mouth muse music nail name narrow nation neat needle nelson nest new newark newport
newry next nice nickel night nightingale noble noon norfolk north northampton norwich nottingham novel november number nurse nut oak ocean october
office oldham olive onion only opal orchard otter outlaw owl oxford page pain pair palm pane parade pardon park parks parrot parson parsons part
partridge pass past patch patience patient pattern pay peace peach peacock pear pearl peck peel pence penny pepper perfect perth pest pet petal pick
pickles piece pigeon pike pilgrim pine pink pitch place plain plant play player plum pocket point pole pond pool poor pop pope poppy port porter post
pot potter pound powder power powers prayer precious present press preston price pride priest primrose prince prior proud prudence purchase pure
quarry queen quick quiet race rail rain raven ray read reader reading red reed rest rice rich richmond rider ridge right ring ripon rise river rivers
road robin rochester rock rod room roots rose rosemary rotherham round row rowing royal ruby rule rush rust sage sail saint sale sales salford salmon
salt sand sandy saturday savage saver say scales scarborough scarlet school scotland sea seal season selby seller senior september sergeant service
severe shade shadow shark sharp sheep sheffield shell shepherd shield shields shine ship shoe shore short shot shrewsbury shrub side silk silver
simple singer single skill sky slack sleep slim slow small smart smith smoke smooth snow soft sole somerset song soul south southern spark sparks
sparrow speak speaker spear spice spike spire spring square squire stable staff stafford stag stamp stand star starling start state steel step
sterling stick still stirling stock stockport stoke stone stones storey storm story strange stream street strength stride string strong such suffolk
sugar summer summers sun sunday sunny supple surrey sussex sutton swallow swan swansea sweet swift sword table tail tailor tall tanner tar teacher
teal telford tempest temple thorn thrush thursday tidy tiger time tinker toll tongue top tower town trail train travel treasure tree trinity trout
true trust tuck tuesday turner twist upright usher vale valentine valley van vane vault vest vicar victor victory view vine viola violet virtue vision
voice wade wait wake wakefield wales walk walker wall walls walnut wander ward warden ware warm warrington warwick waste watch water waters watford
wax way weaver web wednesday weeks weight welcome well wells went west wheat wheel whisker whistle whitby white wick wigan wild will willow wind
window windsor wine wing winter winters wisdom wise wish with wolf wonder wood woods wool worcester word work workman world worth wren wright yard
year yellow york young younger
`)

// borneByMany are the given names and surnames that very many people in Britain and
// Ireland bear. One of them alone points at nobody where a service is named after it:
// St Mary's Court, Thomas House.
var borneByMany = listOf(`
aaron abdul abigail ada adam adelaide adrian agnes ahmed aidan aileen aisha alan alasdair albert alec aled alex alexander alexandra alf alfred ali
alice alison alistair allan allen alma alun amanda amelia amina amit amy andrew andy angela angus anil anita anjali ann anne annie anthony antony
archibald archie arjun arthur aubrey audrey augustus austin ava averil avril barbara barnaby barry basil beatrice belinda ben benjamin bernadette
bernard bert beryl bessie bethany betty bilal bob bobby bradley brandon brenda brendan brett brian bridget brigid bronwen bruce bryn callum calvin
carl carole caroline carys cath catharina catharine catherine catriona cecil cecilia cecily cedric celia ceri cerys charles charlie charlotte chloe
chris christine christopher chuck claire clara clare clarence clifford clive colin connor conrad constance craig cuthbert cynthia cyril dafydd dai dan
daniel danielle danny daphne darren dave david deborah debra declan deirdre delia denis denise dennis derek dermot desmond dexter diana diane dick
dilwyn dinah dom dominic don donald donna dora doreen doris dorothea dorothy douglas dudley duncan dylan eamon eddie edgar edith edna edward edwin
edwina eileen eilidh eirlys elaine eleanor elias eliza elizabeth ella ellen elliot elliott elsie eluned elwyn emily emlyn emma emmeline emrys enid
eric ernest esther ethel euan eva evan evelyn evie ewan fatima fay felicity felix fergus finbar fiona florence frances francis fred freda freddie
frederick freya gabriel gareth garry gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gerard gertrude gethin gilbert giles
gillian gladys glenn glenys gloria godfrey gordon graham gregory gwen gwenda gwendoline gwyn gwyneth hamish hannah harold harriet harry hassan hayley
hector helen henry herbert hilary hilda horace howard hubert hugh hugo hussain huw hywel iain ian ibrahim ida idris ieuan ifor imogen imran iqbal
irene isaac isabel isabella isla isobel ivan ivor iwan jacob jacqueline jake james jan jane janet jasmine jason jasper jean jeff jeffrey jemima jen
jennifer jeremiah jeremy jerry jessica jessie jill jim joan joanna joanne jodie joe john johnny jon jonathan jordan joseph josephine josh joshua joyce
judith julian julie karen karl kate katherine kathleen kathryn katie kay keith kelly ken kenneth kevin khalid kieran kiran kirk kirsteen kirsty kitty
laura lauren laurence laurie lawrence leah leanne lee len leo leonard leonora lesley leslie lewis liam lilian lillian linda lionel lisa lorraine
louisa louise lucia lucy luke lydia lynda lynn lynne mabel madeleine maeve maggie mairead maisie malcolm marcus margaret maria mariam marie marilyn
marion marjorie martha martin marvin mary matthew maud maude maureen maurice mavis max maxine meena megan meirion melissa mervyn mia michael michelle
mick micky mike mildred millie minnie miriam mohamed mohammad mohammed moira molly monica morag muhammad murdo muriel myfanwy myra myrtle nancy naomi
nasreen natalie nathan nathaniel neal neil nellie nerys neville nia niamh nicholas nick nicola nigel nina noah nora norah norman nuala oliver olivia
olwen omar orla oscar oswald owain owen padraig paige pamela parveen pat patricia patrick paul paula pauline peggy penelope percival percy perry pete
peter philip phillip phoebe phyllis priya queenie rachael rachel raj rajesh ralph ramesh rashid ravi raymond rebecca reginald rex rhian rhiannon rhoda
rhys richard rita rob robert rodney roger roisin ronald rory rosa rosalind ross roy rukhsana rupert russell ruth ryan sally sam samantha samuel sandra
sanjay sarah scarlett scott seamus sean sebastian shabnam shane sharon shaun shazia sheila shirley shona sian sidney simon sinead singh siobhan sophie
spencer stacey stan stanley stella stephanie stephen steve steven stewart stuart sue sunita suresh susan suzanne sybil sydney sylvia tariq ted teddy
terence teresa terry thelma theo theresa thomas tilly tim timothy tina toby tom tommy tony tracey tracy trevor una usman val valerie vera verity
victoria vijay vincent viv walter wayne wendy wilfred william winifred yasmin yusuf yvonne zara zoe
`, `
abbott abdi adams adeyemi akers akhtar anderson andrews armstrong arnold ashton atkins atkinson bailey barker barlow barnes barnett barrett bartlett
barton bates baxter beck beckett begum bennett bibi blake boateng bowen boyd bradshaw brady brennan bryant buckley burgess burke burrows byrne cameron
campbell carr carroll carter cassidy chan chandler chang chapman charlton chauhan chen cheung choudhury chowdhury clark clarke clayton clements cole
coleman coles collins connolly conway cooke corbett cox crawford cunningham curtis dale daly daniels davidson davies davis davison dawson desai
dhillon dickinson dixon dodd doherty donnelly doyle duffy dunn dyer eaton edwards ellis evans farrell faulkner fitzgerald fleming fletcher flynn
forbes forster fowler franklin fraser freeman gallagher gardiner gardner garner gibbs gibson goddard goldberg goodman goodwin gould gray greenwood
grewal griffin griffiths gupta hancock harper harrington harris harrison hartley harvey hayes haynes hayward henderson hewitt hicks higgins hilton
hobbs hodges hodgson hogan holden holland holloway holmes holt hooper hopkins horton houghton houston howe howells hudson hughes humphreys humphries
hurst hutchinson hyde ingham ingram irving islam jackson jarvis jenkins jenkinson jennings johns johnson johnston jones kaur kaye kemp kennedy kenny
kerr khan khatun kirby kirkham knowles kowalski kumar lam lambert lau lawson leach lester leung lindsay liu lloyd lowe lucas lynch lyons macdonald
mackenzie maguire mahmood malik mann manning marshall matthews maxwell mccarthy mcdonald mcgregor mckay mckenzie mclean mcleod mehta mellor mensah
metcalfe miah middleton milne mistry mitchell montgomery moore morgan morris morrison morrow mullen murphy murray myers nash naylor neale newman
newton nguyen nicholls nicholson nolan norris norton nowak oakley obrien oconnor odonnell ohara okafor oneill osborn osborne osei osman owens owusu
palmer parker parkin parkinson parry patel paterson patterson payne pearce pearson penn perkins peters philips phillips pickering pollard pollock
poole potts powell pratt pritchard proctor pugh quinn rahman ramsay ramsey randall rees reid reynolds rhodes richards richardson riley ritchie roberts
robertson robinson robson rogers rowe rowlands rowley rudd sanders sandhu saunders schofield sewell seymour shah sharma sharpe shaw sheppard sidhu
silva simmonds simmons simpson sims sinclair skinner slater steele stephens stephenson stevens stevenson stokes sweeney sykes talbot tate taylor
thompson thomson thorne thornton thorpe todd townsend tucker turnbull tyler uddin underwood vaughan vickers wagstaff wallace waller walsh walters
walton wang warner warren watkins watson watt watts webb webster welch weston wheatley wheeler whitaker whitehead whitehouse whittaker wilcox wilde
wiley wilkins wilkinson wilks williams willis wilson winn wojcik wolfe wong woodcock woodhouse woodley woodward woolley wyatt wynn yates yeates yeung
zhang
`)

// listOf makes a list of words, each in small letters and without accents.
func listOf(texts ...string) map[string]bool {
	list := make(map[string]bool)
	for _, text := range texts {
		for word := range strings.FieldsSeq(text) {
			list[word] = true
		}
	}
	return list
}

// ownWords are words that our own pages, messages and file formats write with a
// capital: words of sentences, names of methods, of fonts and of parts of files. A
// test builds packs and fails where one of their words is missing here.
var ownWords = listOf(`
about above accessible acroform across act actions active activities add added adobe after aftercount afternoon again agency aggression all always
american among anchor anhoj annex annot annots another answer anxiety apache appendix application approach apr arab archived are area ariacomponent
arial arrowleft arrowright asc ascent aside ask asked asking assessing assignee assurance atrisk att attempts aud audit aug author authorisations
authority average averagelabel back baiti band bands barchart basefont baseline bdc before beforecount begun being below beneath beng benjamini better
beyond bids birdie blob bmc boli bonferroni border both brings britishcitizenship brokerage building but buyers byar byars calibri cancelled cannot
cans capable capheight caring catalog cause cdata cells censored centre centrelabel centres challenges change changed changes chart charts check
checked checks cher cherokee chg choice chosen cidsysteminfo cidtogidmap claims class closeddatetime closing cmp collection colorspace column columns
comes comfort comma commission common communi communication community compact compared compassionate complaint complaints completedactionsplans
completion compliment compliments con concern concerns consent contact content contents contenttype continence contract control cop copied copies copy
correct count counted counting countryofbirth counts cover cpl cqc cran crd created creationdate creator csv ctrl dashed data dataasat date dates
datetimeofevent daunpenh dayoftheweek dayssick death dec decembe decodeparms decompressionstream decreasing default definition definitions delete
delivering denominator denominatorhead descendantfonts descent description descriptionofevent dest deva difference differences different dignity dim
dir direction disabled displayid distress dob document does doing dokchampa domestic done doses dot draft drawing draws due duplicates during duty
each echarts edessa effective eight email embeddedfiles emc emplstatus enablement encoding encrypt ended endlabel enter environment environmental eof
equipment equity error esc escape estrangelo ethi ethnicity euphemia event eventdayofweek eventid eventisopen events eventtime eventtype eventuid
every everything evidence evidencepack exact example examples excel exceptions experience export exports exposure extension external facet facts false
familiar families feb feedback fewer ffffff ffffffff figure figures file files fill filled filter finance fingertips fire firstseen fit fitted five
fixed flags flatedecode folder following font fontbbox fontdescriptor fontname food footer for formats forms freedom friends from frustration funnel
funnelplotr further gap gaps gautami gender general geor getconsoleprocesslist getting give given goal goals governance government graded greenwood
gridcomponent group groups gujr guru half handover hang hans hant happened have header heading headlines health healthcare hebr higher himalaya
history hochberg holding hos hospital hourlyrate hours how howtoread html identity ignorable image imageb imagec imagei impact improvement inc
incident incidents increasing ind independence inf infection infinity info information injury inspection inspectorate intercept internal involving
iskoola italicangle its jan jpan json jul jun kalinga kaplan kartika khmr kids kindness kingdom knda know knowing knowledge known kobo koboconnectr
kpi kpis label laney lang laoo large latha lcl lcr lead leaders leadership learning least led left length less letter letters levels license lifted
lifting likely limitlower limits limitupper linechart lines linked listening localestid location looked loop lost lower lrn made mainjobrole make
making managing mangal many map mar markareacomponent marklinecomponent marks math measure measures mechanical med mediabox median medianlabel
medication medicines meeting meier member mend mental metadata method methods metric metrics microsoft missed missingwidth mlym mmllhhvvccssqqttaazze
mobility moddate moderate moments mong mongolian monitoring month monthly months moolboran mornings moving names nan nationality near nearly need
needing neighbouring net newcombe newey newpage nhs nhsrplotthedots nine ninumber nobody node noise none normal northern not note notepad notes
nothing nov now numbers numerator numeratorhead numeric nyala object obs observation observed oct odk offers ona one onedrive open option ordering
orya otherwise our out outcome outcomes outlines outside overdue overlap override owner pagemode pages pairs paragraphs parent partial partname
partner partners partnerships parts password pause pbs pdf people per period person personal personalisation phone picture places plan planned
planning plans plantagenet plc please plots png points poisson policy position positive postcode pota preferred premises prev print prn processes
procset producer progress promise prompts properties property protect provider providing pseudonyms psychological put quality quarter quarters quay
raavi radar raised range ranges rat rates ratings readwith reason reasons rebases receiving record records rect ref referrals refusals refuse register
registration registry regulated regulation regulations rejected rel relations relationship relationships repeats report res resizeobserver resources
responding response responsive restrictions result review reviewed reviews richmedia ringed risk roman root rows rqia rules run running saf safe
safeguarding safety salary salaryint sans sat satisfied save saved saves scatterchart scope scorecard second sections security see selected self
sentence sentences sep septemb series serious services set setbacks settings seven several shaded share shared sheet sheets shewhart shmi show showing
shruti sign signal signals sinh size sizehead skills skip slot social softer solid some somebody source sources speaking spec spot stacked staffing
standard startdate starting statement states status stemv steps stf strategic struck struckout style styles subject subtitle subtype sum summary sup
supervision supervisions supplement support supporting surveillance surveys svg svgrenderer sylfaen syrc tahoma tails taking taml target targetlabel
targets task teams telu tender tenders text texts thaa thai that the their theme then there these they things this those three tibt tier tierline
tierword timely times title titles told too tooltipcomponent total totals tounicode training treating trend tried trigger triggers tunga two type types ucl
ucs uigh uighur unfamiliar unhide uniqueworkerid unit united unmapped unpacks unplanned updated upper url usage used useoutlines utc utf value
valuehead values variable verdict version viet vis visit visits visual vrinda waiting warnings was washing watched wds weak wellbeing welsh what
whattodo when where whether which who whose why wide widen wilcoxon wilson windows withheld without words workbook worked workforce write written
wrote xfa xml xmlschema xmlserializer xmr xobject xyz yearofentry yes yiii you your
`)
