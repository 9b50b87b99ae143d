/**
 * Names by which people keep telephone numbers. A row of digits may be anything; beside one of these it is that person's number. The
 * table need not be whole: beside a name that is not in it the person is asked.
 */

const list = (words: string) => words.trim().split(/\s+/);

const latinNames = new Set(
  list(`
    somchai somsak somying somporn sompong somkid somjai somsri somboon sombat malee mali suda sunee sunisa supaporn suchart surachai surasak
    wichai vichai wanida wanna wilai napat natthaphon nattapong natthawut nattaya narong niran nirut nok nong noi nid nat nan nana nam ning nui
    ploy pim pimchanok ploypailin praew pae pat pop pong pichai piyawat pornthip prasert prasit prayut preecha pranee anong anan anchalee apinya
    arthit aroon chai chaiwat chalerm chanchai charoen chatchai dao duangjai fon gift jai jaidee jan jiraporn joy kanya kanda kittisak krit
    kulap lek mai mam may meow mint mod mook mos nicha nisa nui orn orathai oat ohm ple pui rat ratree rung rungnapa sak saranya sasithorn sirikit
    siriporn sukhum tai tanawat thana thanaporn thaksin thida tik tong top toon ubon uthai wan warunee wipa yai ying yuth yupa boy
    aaron adam alan albert alex alexander alice amanda amy andrea andrew angela ann anna anne anthony barbara ben benjamin betty bill bob brenda
    brian bruce carl carol caroline catherine charles charlotte chris christian christina christine christopher claire daniel dave david deborah
    dennis diana donald donna dorothy douglas edward elizabeth emily emma eric evelyn frances frank fred gary george gerald grace greg hannah
    harold harry heather helen henry ian isabel jack jacob jacqueline james jane janet jason jean jeff jeffrey jennifer jenny jeremy jerry jessica
    jim joan joe john johnny jonathan joseph joshua joyce juan judith judy julia julie justin karen kate katherine kathleen keith kelly ken
    kenneth kevin kim larry laura lauren linda lisa louis lucy luc luke margaret maria marie marilyn martha martin mary matthew megan melissa
    michael michelle mike mohammed nancy natalie nathan nicholas nick nicole nino oliver olivia pamela patricia patrick paul peter philip
    phillip rachel ralph raymond rebecca richard robert robin roger ronald rose roy russell ruth ryan sam samantha samuel sandra sara sarah scott
    sean sharon shirley simon sophia sophie stephanie stephen steve steven susan teresa terry theresa thomas tim timothy tom tony tyler victoria
    vincent virginia walter wayne wendy william willie zoe smith jones brown taylor wilson johnson tan lim lee wong chen nguyen
    andreas anja annette antje bernd birgit brigitte claudia dieter dirk elke erika ernst felix florian franz frauke fritz gabi gerd gerhard
    gisela günter günther hans hannelore heike heinz helga helmut herbert hildegard holger horst ilse ingrid jan jens joachim jochen johannes
    jörg jürgen kai karin karl karl-heinz katharina katja katrin klaus kurt lars lena leon lukas manfred markus matthias max monika moritz nina norbert
    oliver otto petra rainer ralf reiner renate rolf rudolf sabine silke stefan susanne sven thorsten tobias torsten ulrich ulrike ursula ute
    uwe volker werner wolfgang müller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer koch bauer richter
  `),
);
/** `McDonald`, `O'Brien`. */
const surname = /^(?:Mc|Mac(?=\p{Lu})|O['’]|D['’])\p{Lu}[\p{Ll}\p{M}]+$/u;

export const isGivenName = (latin: string): boolean =>
  latinNames.has(latin.toLowerCase()) || surname.test(latin);

const titles = new Set(
  list(`
    khun k mr mrs ms miss dr prof sir madam nai nang pi phi p' p’ nong herr frau hr fr herrn fräulein mme m monsieur madame señor señora sr sra uncle aunt
    auntie ajarn kru doctor captain hotel hospital clinic school shop restaurant café cafe bar salon spa garage pharmacy bakery resort apartment
    condo firma praxis
  `),
);
/** Somebody's name follows, or a house's. */
export const isTitle = (latin: string): boolean => titles.has(latin.toLowerCase());

const thaiNames = list(`
  สมชาย สมศักดิ์ สมหญิง สมพร สมพงษ์ สมคิด สมใจ สมศรี สมบูรณ์ สมบัติ มาลี มานี มานะ ปิติ ชูใจ สุดา สุนีย์ สุภาพร สุชาติ สุรชัย สุรศักดิ์ วิชัย วนิดา วรรณา วิไล
  ณัฐพล ณัฐพงษ์ ณัฐวุฒิ ณัฐยา ณรงค์ นิรันดร์ พลอย พิม พิมพ์ แพรว พิชัย ปิยวัฒน์ พรทิพย์ ประเสริฐ ประสิทธิ์ ประยุทธ์ ปรีชา ปราณี อนงค์ อนันต์ อัญชลี อภิญญา อาทิตย์ อรุณ
  ชัย ชัยวัฒน์ เฉลิม ชาญชัย เจริญ ชาติชาย ดาว ดวงใจ ฝน กิ๊ฟ จิราพร จอย กัญญา กานดา กิตติศักดิ์ กฤษณ์ เล็ก ใหม่ แหม่ม เมย์ มิ้นท์ มิ้นต์ มด มุก นิชา นิสา อร อรทัย โอ๊ต โอม
  เปิ้ล ปุ้ย รัตน์ ราตรี รุ่ง รุ่งนภา ศรัณยา ศศิธร สิริพร ศิริพร ต่าย ธนวัฒน์ ธนา ธนพร ธิดา ติ๊ก ต้น ต้อม ท็อป ตูน อุบล อุทัย วันเพ็ญ วารุณี วิภา ใหญ่ หญิง ยุพา บอย แบงค์ แนน นุช
  นก นิด น้อย นัท แนท นัน น้ำ นิ่ง หนิง หนึ่ง สอง แดง ดำ ขาว แก้ว กบ กุ้ง ไก่ หมู เป้ แป้ง ป๊อป ปอนด์ โจ้ เจ เอ บี ซี เบียร์ เบล เบนซ์ อาร์ต อ้อม อ้อ อ้อย แอน แอ๋ว เอก ใบเฟิร์น ใบเตย เฟิร์น
  เดวิด จอห์น ปีเตอร์ ไมเคิล แอนนา มาเรีย
`);
const thaiExact = new Set(thaiNames);
const thaiLong = thaiNames.filter((name) => name.length >= 5);

/** Short names are parts of many words; a long one may have the surname, or a word of courtesy, behind it. */
export const isThaiName = (written: string): boolean =>
  thaiExact.has(written) || thaiLong.some((name) => written.startsWith(name));
