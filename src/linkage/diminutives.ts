/**
 * English given names and their short forms (英语名字的昵称), a name a line: the full forms of one name, then what people call its bearers.
 * A short form may belong to several names: Bert is Albert, Herbert or Robert.
 * @source general knowledge of English given names, own selection
 */
const NAMES = `
abigail abby abbie gail
abraham abe bram
adelaide addie ada
albert al bert bertie
alexander alec alex alexandra sandy sasha xander lex lexi
alfred alf alfie fred freddie
alice alicia ali elsie
amanda mandy
amelia amy millie emmy
andrew andy drew
angela angie angelina
ann anne anna annie nan nancy hannah
anthony antony tony ant
antoinette toni nettie
archibald archie
arthur art artie
augustus gus augie
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benny benji
bernard bernie barney
bradley brad
bridget bridie biddy
cameron cam
caroline carolyn carol carrie lina
cassandra cass cassie sandra
catherine katherine kathryn kathleen cathy kathy kate katie kat kitty kay kit
cecilia cecily cissy celia
charles charlie chuck chas
charlotte charlie lottie lotte
christina christine chris chrissie tina christy kirsty
christopher chris kit topher
clara clare claire
constance connie
cornelius neil con
cynthia cindy
daniel dan danny
danielle dani
david dave davey davie
deborah debra deb debbie
dennis denis denny
dominic dom nick
donald don donnie
dorothy dot dottie dolly dora
douglas doug
edmund ed eddie ned ted
edward ed eddie ned ted teddy
edwin ed eddie win
eleanor elinor nell nellie nora ellie lenore
elizabeth elisabeth eliza liz lizzie beth betty betsy bess bessie libby lisa elsie lily
emily em emmy millie
emma em emmy
eric rick ricky
ernest ernie
eugene gene
evelyn eve evie
ezekiel zeke
florence flo florrie flossie
frances fran frannie francesca
francis frank frankie
franklin frank frankie
frederick fred freddie freddy fritz
gabriel gabe
gabrielle gabby gaby
geoffrey jeffrey geoff jeff
george georgie
georgina georgia georgie gina
gerald jerry gerry
gerard gerry jerry
gilbert gil bert
grace gracie
gregory greg gregg
gwendolyn gwen
harold hal harry
harriet hattie harry
helen helena nell ellen nellie
henry harry hank hal
herbert herb bert bertie
hugh hughie
ian iain
isaac ike zac
isabel isabella isabelle bella belle izzy isa
jacob jake jack
jacqueline jackie jacqui
james jim jimmy jamie jem
jane janet jenny janie
janice jan
jennifer jen jenny jenna
jeremiah jerry jem
jeremy jerry jem
jessica jess jessie
joan joanie
joanna joanne jo
john jack johnny jon
jonathan jon jonny nathan
joseph joe joey jo
josephine jo josie
joshua josh
joyce joy
judith judy jude
julia julie jules
julian jules
katrina trina kat
kenneth ken kenny
kimberly kim kimberley
lauren laurie loren
laura laurie lori
lawrence laurence larry laurie lorry
leonard len lenny leo
leopold leo
leslie les
lewis louis lew lou louie
lillian lily lil
louise louisa lou lulu
lucy lucille lucinda cindy lu
madeleine madeline maddie maddy
magdalena lena maggie
malcolm mal
marcus mark marc
margaret maggie meg megan peg peggy marge margie madge greta rita daisy
maria marie mary mamie molly polly mia
marilyn mary
martha marty mattie
martin marty
matilda tilly mattie tilda
matthew matt matty
maurice morris moe
maxwell maximilian max
melanie mel
melissa mel missy lissa
michael mike mick micky mickey mikey
michelle shelly shell
mildred millie
miranda mandy randy
mitchell mitch
mohammed muhammad mohamed mohammad mo
nathaniel nathan nat nate
natalie nat natasha tasha
nicholas nicolas nick nicky
nicole nicola nikki nicky
norman norm
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty tricia trish patsy
patrick pat paddy
paul pauly
penelope penny
peter pete
philip phillip phil pip
philippa pip pippa
priscilla prissy cilla
rachel rae shelly
raymond ray
rebecca becky becca
reginald reg reggie
richard dick rick ricky rich richie
robert rob bob bobby robbie bert
roberta bobbie robbie
roderick rod roddy
rodney rod roddy
roger rodge
ronald ron ronnie
rosemary rose rosie
rosalind roz rosalyn
rose rosie rosa
rudolph rudy
russell russ rusty
samantha sam sammy
samuel sam sammy
sarah sara sally sadie
sebastian seb bastian
sharon shaz
sidney sydney sid syd
simon si
sophia sophie
stanley stan
stephanie steph stevie
stephen steven steve stevie
stuart stewart stu
susan susanna suzanne sue susie suzie
sylvester sly
sylvia syl
tabitha tabby
terence terry
teresa theresa terry tess tessa
theodore theo ted teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronnie vera
victor vic
victoria vicky vic tori
vincent vince vinny
virginia ginny ginger
vivian viv
walter walt wally
wilfred wilf fred
william will bill billy willie liam
winifred win winnie freda
winston win
yvonne vonnie
zachary zach zac zack
`;

let groupsOf: Map<string, number[]> | undefined;

function load(): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [group, line] of NAMES.trim().split("\n").entries()) {
    for (const name of line.split(" ")) groups.set(name, [...(groups.get(name) ?? []), group]);
  }
  return groups;
}

/** Numbers of the names that a folded given name stands for, ascending; empty for most. */
export function diminutiveGroups(name: string): readonly number[] {
  groupsOf ??= load();
  return groupsOf.get(name) ?? NONE;
}
const NONE: readonly number[] = [];

/** Whether two ascending lists of groups share one. */
export function shareGroup(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (left === right) return true;
    if (left < right) i++;
    else j++;
  }
  return false;
}
