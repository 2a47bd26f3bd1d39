/**
 * The frame that mail servers' own logs put around a reason: time, program, queue, whom from and to,
 * over which relay. It would be read as the cause ("relay", "delivery temporarily", "dnslookup"), so
 * only the reason is left. Everything here works on folded text.
 */

const ADDRESS = '\\[[\\d.a-f:]{3,40}\\](?::\\d{1,5})?';

type Frame = readonly [pattern: RegExp, left: string];

/** Postfix (https://www.postfix.org/postlog.1.html and its daemons' lines), sendmail alike. */
const POSTFIX: readonly Frame[] = [
  [/^.{0,80}?[\w/-]{1,60}\[\d{1,7}\]: (?:(?:noqueue|[0-9a-z]{0,20}\d[0-9a-z]{0,20}): )?/, ''],
  [
    /\b(?:to=(?:<[^>]{0,200}>,?){1,20}|(?:to|orig_to|ctladdr|relay|delay|delays|xdelay|mailer|pri|conn_use|arg1|ruleset)=[^,]{0,200},) ?/g,
    '',
  ],
  [
    /\bdsn=([245]\.\d{1,3}\.\d{1,3}), (?:status=\w{1,20}|stat(?:us)?=(?:deferred:)?)([\s\S]{0,4000})/,
    '$2 $1',
  ],
  [/\b(?:stat|reject)=(?=\S)/g, ''],
  [/\bstatus=\w{1,20} ?(?=\()/g, ''],
  [/\bdelivery temporarily suspended: /g, ''],
  [
    new RegExp(
      `\\b(?:noqueue: )?(?:milter-)?reject(?:_warning)?: (?:[\\s\\S]{0,200}? )?from \\S{0,120}${ADDRESS}[:;] `,
    ),
    '',
  ],
  [
    /;? ?\bfrom=<[^>]{0,200}>,?(?: to=<[^>]{0,200}>,?)?(?: proto=\w{1,10},?)?(?: helo=<[^>]{0,120}>)?/g,
    '',
  ],
  [new RegExp(`(?<![\\w.-])[a-z0-9][\\w.-]{0,120}${ADDRESS}`, 'g'), ''],
];

/** Exim (https://www.exim.org/exim-html-current/doc/html/spec_html/ch-log_files.html). */
const EXIM: readonly Frame[] = [
  [/^[\d-]{10} [\d:.]{8,12} (?:\[\d{1,7}\] )?(?:\w{6}-\w{6,11}-\w{2,4} )?(?:(?:==|\*\*) )?/, ''],
  [
    /(?<![\w&?;])(?:[rt]=[a-z][\w-]{1,40}|f=<[^>]{0,200}>|x=tls\S{0,80}|a=[\w-]{2,40}:\S{1,100})(?=[\s:]|$)/g,
    '',
  ],
  [new RegExp(`(?<![\\w&?;])h=\\S{1,120}(?: \\([^)]{0,120}\\))?(?: ${ADDRESS})?`, 'g'), ''],
  [/\bdefer \(-?\d{1,3}\):? ?/g, ''],
  [
    new RegExp(
      `\\bsmtp error from remote mail(?:er| server) after (?:pipelined )?(?:initial connection|(?:mail from|rcpt to):<[^>]{0,200}>[^:]{0,60}|[a-z ]{4,30}): (?:host \\S{1,120} ${ADDRESS}: )?`,
    ),
    '',
  ],
  [/\brejected rcpt <[^>]{0,200}>: /, ''],
];

/** qmail (https://cr.yp.to/proto/qsbmf.txt), in logs with lines for spaces. */
const QMAIL: readonly Frame[] = [
  [/^(?:@[0-9a-f]{24} )?delivery \d{1,7}: (?:deferral|failure): /, ''],
  [
    /\S{0,60} ?(?:does not like recipient|but (?:sender was rejected|greeting failed|my name was rejected)|failed (?:after i sent the message|on data command))\.?[ /]{0,3}remote host said: ?/,
    '',
  ],
  [/[ /.]{0,3}giving up on [\d.]{7,15}\.?\/?/, ''],
];

const QMAIL_LINE = /delivery \d{1,7}: (?:deferral|failure): /;

/** A folded line as it was meant to be read: qmail writes its spaces as lines. */
export const readable = (text: string): string =>
  QMAIL_LINE.test(text) ? text.replaceAll('_', ' ') : text;

/** The reason in a folded line of a mail server's log; any other text stays as it is. */
export function withoutLogFrame(text: string): string {
  let left = text;
  for (const [pattern, kept] of [...QMAIL, ...EXIM, ...POSTFIX]) left = left.replace(pattern, kept);
  return /[a-z]{3}/.test(left) ? left.replace(/ {2,}/g, ' ').trim() : text;
}
