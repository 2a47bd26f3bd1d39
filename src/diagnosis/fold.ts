/** Longer inputs are cut: a real reply or error line is a few hundred characters. */
export const MAX_INPUT_LENGTH = 16 * 1024;

const COMBINING_MARKS = /\p{M}+/gu;

/**
 * One form for every writing of the same words: lower case, without accents, with plain
 * apostrophes and dashes, on one line. The continuation marks of a multi-line reply
 * (RFC 5321, section 4.2.1: `535-5.7.8 ...`) become spaces.
 */
export function fold(text: string): string {
  return text
    .slice(0, MAX_INPUT_LENGTH)
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\u2018\u2019\u201b\u00b4\u0060]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/(^|[^\d])([2-5][0-5]\d)-(?=[a-z<"[(]|[245]\.\d)/gm, '$1$2 ')
    .replace(/\\[rnt]/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, MAX_INPUT_LENGTH)
    .trim();
}

/**
 * A reply of several lines (RFC 5321, section 4.2.1) that a log joined into one: its code stands
 * before each piece, and would part words that belong together.
 */
export function withoutRepeatedCode(text: string): string {
  const first = /(?<![\d.])([45]\d\d)[ -]([45]\.\d{1,3}\.\d{1,3})? ?/.exec(text);
  if (!first) return text;
  const mark = first[2] ? `${first[1]}[ -]${first[2].replaceAll('.', '\\.')}` : `${first[1]}-`;
  const end = first.index + first[0].length;
  return text.slice(0, end) + text.slice(end).replace(new RegExp(`(?<![\\d.])${mark} ?`, 'g'), '');
}

const CLIENT_LINE =
  /^\W*(?:[\d:.,/TZ+ -]{6,40})?\W*(?:client ?-> ?server|cli(?:ent)?|c|>>>|-->?|=>)\s?[:>\s]/i;
/** How .NET leads over to the exception inside another: no arrow of a session's log. */
const INNER_EXCEPTION = /^\s*---> ?[\w.]{3,80}(?:exception|error)\b/i;

const GOOD_REPLY = /(?:^|server ?-> ?client:? ?|[<:] ?)\s*[23]\d\d[ -](?!.*\b[45]\d\d\b)/i;

/**
 * A session's log without what the client said and what the server granted: the refusal alone
 * decides. A text of one line, or one in which nothing would be left, stays as it is.
 */
export function refusals(text: string): string {
  const lines = text.slice(0, MAX_INPUT_LENGTH).split(/\r?\n/);
  if (lines.length < 3) return text;
  const left = lines.filter(
    (line) => INNER_EXCEPTION.test(line) || (!CLIENT_LINE.test(line) && !GOOD_REPLY.test(line)),
  );
  return left.some((line) => line.trim() !== '') ? left.join('\n') : text;
}

/** The name that a relay's log gives the server, with its address: it says nothing of the cause. */
export const withoutSpeaker = (text: string): string =>
  text.replace(
    /(?:\bhost )?[a-z0-9.-]{1,120}\[[\da-f.:]{3,40}\](?::\d{1,5})? (said|refused to talk to me):/g,
    '$1:',
  );

/** The set-up that a program writes beside an error (Outlook, msmtp), which is no part of what the server said. */
export const withoutSetup = (text: string): string =>
  text.replace(
    /[\w' ]{0,14}\(ssl\) ?: ?'?(?:no|nein|non|si|ja|oui|yes)\b|\(method [\w-]{2,20}\)|\bmethod=[\w-]{2,20}/g,
    '',
  );

/**
 * Names of exceptions and set phrases of mail libraries that stand before the server's reply.
 * They name the command, or .NET's general words for the code, and would be read as the cause.
 */
const LIBRARY_WORDS = new RegExp(
  [
    '[\\w.]{0,60}smtp(?:senderrefused|recipientsrefused|dataerror|heloerror|responseexception|addressfailedexception|addresssucceededexception|senderfailedexception|sendfailedexception|commandexception)(?:error)?',
    '[\\w.]{0,40}(?:sendfailedexception|mailsendexception)',
    '(?:the )?(?:following recipients failed|invalid addresses)',
    'max connection attempts exceeded - ',
    'smtp error \\(\\d{3}\\): failed to (?:add recipient|set sender) (?:"[^"]{0,200}"|\'[^\']{0,200}\')',
    'failed to set sender: ?\\S{1,200} \\[smtp:',
    "can't send mail - all recipients were rejected|(?:mail|recipient|data) command failed|message failed",
    '(?:mailbox unavailable|mailbox name not allowed|exceeded storage allocation|transaction failed|insufficient system storage|error in processing|user not local|bad sequence of commands|service not available, closing transmission channel|syntax error, command unrecognized)\\. the server response was',
  ].join('|'),
  'g',
);

/** A folded error line without a library's own words, unless nothing else is there. */
export function withoutLibraryWords(text: string): string {
  const left = text.replace(LIBRARY_WORDS, ' ');
  return /[a-z]{3}.*[a-z]{3}/.test(left) ? left.trim() : text;
}

const SPELLED_CODE =
  /\bseverity: (permanent|transient)negativecompletion, category: (\w{4,20}), detail: (\w{3,5})\b/g;
const SPELLED_CATEGORIES: Readonly<Record<string, number>> = {
  syntax: 0,
  information: 1,
  connections: 2,
  unspecified3: 3,
  unspecified4: 4,
  mailsystem: 5,
};
const SPELLED_DIGITS = 'zero one two three four five six seven eight nine'.split(' ');

/** A reply code that a program wrote in words (Rust's lettre and async-smtp), as its number. */
export const withoutSpelledCode = (text: string): string =>
  text.replace(SPELLED_CODE, (whole, severity: string, category: string, detail: string) => {
    const middle = SPELLED_CATEGORIES[category];
    const last = SPELLED_DIGITS.indexOf(detail);
    if (middle === undefined || last < 0) return whole;
    return `code ${severity === 'permanent' ? 5 : 4}${middle}${last}`;
  });

/** Reply codes that servers are known to send for a failure; other numbers are not codes. */
const FAILURE_CODES = new Set([
  421, 422, 430, 431, 432, 435, 441, 442, 446, 447, 449, 450, 451, 452, 453, 454, 455, 456, 458,
  459, 471, 500, 501, 502, 503, 504, 505, 510, 511, 512, 513, 515, 517, 521, 523, 525, 530, 531,
  532, 533, 534, 535, 538, 540, 541, 542, 544, 545, 546, 547, 548, 549, 550, 551, 552, 553, 554,
  555, 556, 557, 558, 559, 570, 571, 572, 573, 574, 577, 580, 582,
]);

/** Where a reply code stands in a log line, from the surest place to the least sure. */
const CODE_PLACES = [
  /(?<![\d.])([45]\d\d)[ :-]{0,2}#?[45]\.\d{1,3}\.\d{1,3}(?![\d.])/g,
  /(?:said|responded|response|respuesta|reply|replied|returned|risposta(?: server| del server)?|antwort(?:ete)?|reponse(?: du serveur)?|code|codice|fehler|error|errore|erreur|status|smtp|server|got)\W{0,4}(?:code|was|is|:|=|\[|\()?\W{0,4}([45]\d\d)(?![\d.])/g,
  /^\W{0,3}([45]\d\d)(?=[\s:"')\],-]|$)/g,
  /[("'[<:=] ?([45]\d\d)(?=[ :"')\],])/g,
  /(?<![\d.:/#\w-])([45]\d\d)(?= [a-z"<(])/g,
] as const;

/** The failing reply code in a folded text, or null: numbers that cannot be one are left out. */
export function replyCode(text: string): number | null {
  for (const place of CODE_PLACES) {
    for (const match of text.matchAll(place)) {
      const code = Number(match[1]);
      const before = text.slice(Math.max(0, match.index - 8), match.index);
      if (FAILURE_CODES.has(code) && !/(?:port|porta|line)\W{0,3}$/.test(before)) return code;
    }
  }
  return null;
}

const ENHANCED = /(?<![\d.])([245])\.(\d)\.(\d{1,3})(?![\d.]|-\d)/g;

/**
 * The enhanced status code (RFC 3463) in a folded text, or null. With a reply code, only one
 * of the same class counts (RFC 2034, section 4): versions and addresses look alike.
 */
export function enhancedCode(text: string, code: number | null): string | null {
  const wanted = code === null ? /[45]/ : new RegExp(`${Math.floor(code / 100)}`);
  for (const match of text.matchAll(ENHANCED)) {
    const [whole, category = ''] = match;
    const before = text.slice(Math.max(0, match.index - 10), match.index);
    if (wanted.test(category) && !/(?:exim|version|v|\/|tls|openssl) ?$/.test(before)) return whole;
  }
  return null;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|or[ae]|stunde)/, 3600],
  [/^(?:d|giorn|tag|jour)/, 86_400],
  [/^m/, 60],
  [/^s/, 1],
];

const WAIT =
  /(?:wait|retry|try again|again|resend|return|warten|erneut|wieder|attend|riprov|attend|reessay|nouveau|greylist|blocked|bloccat|gesperrt|delay|after|within|entro|fra|tra|in|dans|for|for the next|per|fur|pendant|pour)[^\d]{0,30}(\d{1,5}) ?(s|secs?|seconds?|secondi|secondo|sekunden?|secondes?|m|mins?|minut[oiesn]{0,2}|h|hours?|or[ae]|stunden?|heures?|days?|giorn[oi]|tage?n?|jours?)\b/;

/** How long the server asked to wait, in seconds, when the text says so. */
export function retryAfter(text: string): number | null {
  const match = WAIT.exec(text);
  if (!match) return null;
  const unit = UNITS.find(([pattern]) => pattern.test(match[2] ?? ''));
  const seconds = Number(match[1]) * (unit?.[1] ?? 0);
  return seconds > 0 && seconds <= 7 * 86_400 ? seconds : null;
}
