/** A complaint as it stands in the platform's table. */
export interface Complaint {
  id: number;
  message: string | null;
  department: string | null;
  urgency: string | null;
}

/** An officer's correction of a wrong prediction. */
export interface Correction {
  complaintId: number;
  predictedDepartment: string;
  correctDepartment: string | null;
  predictedUrgency: string;
  correctUrgency: string | null;
}

export const URGENCIES = ['NORMAL', 'URGENT', 'HIGHLY URGENT'];

const MUNICIPAL = 'Municipal Governance & Community Services';
const SOCIAL = 'Education, Health & Social Welfare';
const INFRASTRUCTURE = 'Infrastructure, Utilities & Natural Resources';
const SECURITY = 'Security & Law Enforcement';
const DEPARTMENTS = [MUNICIPAL, SOCIAL, INFRASTRUCTURE, SECURITY];

const PLACES: [english: string, nepali: string][] = [
  ['Kalanki', 'कलंकी'],
  ['Baneshwor', 'बानेश्वर'],
  ['Pokhara Lakeside', 'पोखरा लेकसाइड'],
  ['Butwal', 'बुटवल'],
  ['Biratnagar', 'विराटनगर'],
  ['Dharan', 'धरान'],
  ['Nepalgunj', 'नेपालगञ्ज'],
  ['Bhaktapur', 'भक्तपुर'],
  ['Hetauda', 'हेटौंडा'],
  ['Janakpur', 'जनकपुर'],
];

/** Sentences by department; `{place}`, `{ward}` and `{days}` are filled in. */
const ENGLISH: Record<string, string[]> = {
  [MUNICIPAL]: [
    'Garbage has not been collected in ward {ward} of {place} for {days} days and it stinks.',
    'The ward {ward} office in {place} asked me to come back {days} times for one signature.',
    'Nobody answers the complaint desk of {place} municipality, I tried {days} days in a row.',
    'My property tax in ward {ward}, {place}, was counted twice and no one corrects it since {days} days.',
  ],
  [SOCIAL]: [
    'The health post in ward {ward}, {place}, has had no paracetamol for {days} days.',
    'Our school in {place} ward {ward} has had no maths teacher for {days} days.',
    'The old age allowance in {place}, ward {ward}, is {days} days late again.',
    'Hospital in {place} asks for money for free treatment, my mother waited {days} hours.',
  ],
  [INFRASTRUCTURE]: [
    'There is no water in the taps of {place} ward {ward} for {days} days.',
    'The road to {place} ward {ward} is full of holes, a bus got stuck {days} days ago.',
    'Power goes off {days} times a day in ward {ward}, {place}.',
    'Sand is being dug from the river near {place}, ward {ward}, every night since {days} days.',
  ],
  [SECURITY]: [
    'Drunk men fight every night in ward {ward} of {place}, police did not come for {days} days.',
    'My motorbike was stolen in {place} ward {ward}, {days} days ago, and the case is not registered.',
    'Traffic police at {place} take money from drivers, I saw it {days} times.',
    'Someone threatens my family in {place}, ward {ward}, since {days} days.',
  ],
};

const NEPALI: Record<string, string[]> = {
  [MUNICIPAL]: [
    '{place} वडा नं {ward} मा {days} दिनदेखि फोहोर उठाइएको छैन ।',
    '{place} नगरपालिकाको वडा {ward} कार्यालयले सिफारिस दिन {days} दिन लगायो ।',
  ],
  [SOCIAL]: [
    '{place} वडा {ward} को स्वास्थ्य चौकीमा {days} दिनदेखि औषधि छैन ।',
    '{place} को विद्यालयमा {days} दिनदेखि शिक्षक छैनन्, वडा नं {ward} ।',
  ],
  [INFRASTRUCTURE]: [
    '{place} वडा नं {ward} मा {days} दिनदेखि खानेपानी आएको छैन ।',
    '{place} को सडक बिग्रिएर {days} दिनदेखि गाडी चल्न सकेको छैन, वडा {ward} ।',
  ],
  [SECURITY]: [
    '{place} वडा {ward} मा {days} दिनदेखि राति झगडा हुन्छ, प्रहरी आउँदैन ।',
    '{place} मा मेरो मोबाइल चोरी भएको {days} दिन भयो, वडा नं {ward} प्रहरीले उजुरी लिएन ।',
  ],
};

const PLEAS: Record<string, string[]> = {
  NORMAL: ['Please look into it.', 'कृपया हेरिदिनुहोला ।', 'Thank you.'],
  URGENT: ['Please act soon!', 'छिटो समाधान गरिपाऊँ ।', 'We cannot wait any longer.'],
  'HIGHLY URGENT': [
    'People are in danger, come NOW!!',
    'ज्यानको जोखिम छ, तुरुन्त आउनुहोस् !',
    'This is an emergency.',
  ],
};

/** What web forms and copied posts leave in a text. */
const DIRT: ((text: string) => string)[] = [
  (text) => `<p>${text}</p>`,
  (text) => `${text} https://example.org/photo/${text.length}`,
  (text) => text.replaceAll(' ', '  '),
  (text) => `\n\n${text}\r\n`,
  (text) => `${text} 🙏🙏`,
  (text) => `${text}<br/>see www.example.org/post?id=${text.length}`,
];

/** A platform's tables that grow as time goes by; the same seed gives the same tables. */
export class Platform {
  readonly #random: () => number;
  #nextId = 1;

  constructor(seed: number) {
    this.#random = mulberry32(seed);
  }

  /** Files complaints; about a third of them were predicted wrongly and corrected by an officer. */
  grow(count: number): { complaints: Complaint[]; corrections: Correction[] } {
    const complaints: Complaint[] = [];
    const corrections: Correction[] = [];
    for (let filed = 0; filed < count; filed++) {
      const complaint = this.#file(complaints);
      complaints.push(complaint);
      if (this.#chance(0.35)) corrections.push(this.#correct(complaint));
    }
    return { complaints, corrections };
  }

  #file(earlier: readonly Complaint[]): Complaint {
    const id = this.#nextId++;
    const copied = this.#pick(earlier);
    if (copied !== undefined && this.#chance(0.1)) return { ...copied, id };
    const department = this.#pick(DEPARTMENTS);
    const urgency = this.#chance(0.6) ? 'NORMAL' : this.#pick(URGENCIES);
    if (this.#chance(0.004)) return { id, message: this.#chance(0.5) ? null : ' <br> ', department, urgency };
    return { id, message: this.#write(department, urgency), department: this.#misspell(department), urgency };
  }

  #write(department: string, urgency: string): string {
    const isNepali = this.#chance(0.45);
    const [english, nepali] = this.#pick(PLACES);
    const sentence = this.#pick((isNepali ? NEPALI : ENGLISH)[department])
      .replace('{place}', isNepali ? nepali : english)
      .replace('{ward}', String(1 + Math.floor(this.#random() * 32)))
      .replace('{days}', String(2 + Math.floor(this.#random() * 40)));
    const text = `${sentence} ${this.#pick(PLEAS[urgency])}`;
    return this.#chance(0.25) ? this.#pick(DIRT)(text) : text;
  }

  #correct({ id, department, urgency }: Complaint): Correction {
    const wrongDepartment = this.#pick(DEPARTMENTS.filter((name) => name !== department));
    const wrongUrgency = this.#pick(URGENCIES.filter((name) => name !== urgency));
    return {
      complaintId: id,
      predictedDepartment: this.#chance(0.8) ? wrongDepartment : (department ?? wrongDepartment),
      correctDepartment: department,
      predictedUrgency: this.#chance(0.7) ? wrongUrgency : (urgency ?? wrongUrgency),
      correctUrgency: urgency,
    };
  }

  /** Somebody typed the name by hand. */
  #misspell(department: string): string {
    return this.#chance(0.003) ? 'Roads and Bridges' : department;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)];
  }
}

/** Mulberry32 by Tommy Ettinger: a small generator of numbers in [0, 1), good enough to vary texts. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
