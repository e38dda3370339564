package heading

import "strings"

// personal are headings of details that no record keeps: they are told from the
// heading alone, so that what stands below need not be read. They are written
// without blanks. Fields such as birth_date and phone are not concerned: they are
// read only to look for them in finished packs.
var personal = makePersonal(
	// numbers that name a person
	"ni number", "ni no", "national insurance", "national insurance number", "national insurance no", "nino", "ni",
	"passport number", "passport no", "driving licence", "driving licence number", "dbs number", "dbs certificate number", "nmc number", "nmc pin",
	// birth and address
	"date of birth", "dob", "d o b", "birth date", "birthday", "postcode", "post code", "address", "address 1", "address 2", "address 3",
	"address line 1", "address line 2", "address line 3", "home address", "current address", "previous address", "street", "door code", "key safe", "key safe code",
	// ways to reach somebody
	"phone", "phone number", "phone no", "telephone", "telephone number", "telephone no", "mobile", "mobile number", "mobile no", "home phone", "work phone",
	"contact number", "email", "e mail", "email address", "next of kin", "nok", "next of kin name", "next of kin phone", "emergency contact", "emergency contact number",
	// money
	"salary", "salary interval", "salary int", "hourly rate", "pay rate", "rate of pay", "pay", "wage", "bank account", "account number", "sort code", "iban", "tax code",
	// what the law protects most
	"ethnicity", "ethnic origin", "ethnic group", "race", "religion", "faith", "sexual orientation", "sexuality", "gender identity", "nationality",
	"country of birth", "year of entry", "british citizenship", "marital status", "disabled", "disability status", "trade union", "criminal record", "days sick",
	// pictures and signatures
	"photo", "photograph", "signature", "signature image",
)

func makePersonal(headings ...string) map[string]bool {
	all := make(map[string]bool, len(headings))
	for _, h := range headings {
		all[strings.ReplaceAll(h, " ", "")] = true
	}
	return all
}

// Personal tells whether a heading names a personal detail that no record keeps,
// such as NINUMBER or Salary: the column is to be dropped and listed as dropped.
func Personal(heading string) bool {
	if len(heading) > longest {
		return false
	}
	return personal[strings.ReplaceAll(Normal(Unnumbered(heading)), " ", "")]
}
