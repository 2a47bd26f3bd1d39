import type { BlockReason, UnknownReason } from '../../src/discovery/finding.ts';
import type { AddressAnswer, PageView, PasswordKind } from '../../src/wizard/view.ts';
import type { FixtureList, FixtureParts } from './fixtures.ts';

const ADDRESS = 'mario.rossi@gmail.com';

/** From the address to the password. */
export function mailboxPages({ view, words }: FixtureParts): FixtureList {
  const atMailbox = {
    steps: { current: 'mailbox', done: ['choice'], open: ['choice'] },
  } as const;
  const inMailbox = (page: PageView) => view(page, atMailbox);
  const address = (
    typed: string,
    answer: AddressAnswer,
    choice: 'personal' | 'mail-plus' = 'personal',
  ) => inMailbox({ name: 'address', choice, address: typed, answer });
  const hint = words({
    it: 'Gmail chiede una password per le app, da creare nella sua pagina.',
    en: 'Gmail asks for an app password, which you create on its page.',
    de: 'Gmail verlangt ein App-Passwort, das du auf seiner Seite erstellst.',
  });
  const steps = [
    words({
      it: 'Apri la pagina di Google ed entra con il tuo indirizzo.',
      en: 'Open the Google page and sign in with your address.',
      de: 'Öffne die Seite von Google und melde dich mit deiner Adresse an.',
    }),
    words({
      it: 'Attiva la «Verifica in due passaggi», se non lo è già.',
      en: 'Turn on “2-Step Verification”, unless it is on already.',
      de: 'Schalte die „Bestätigung in zwei Schritten“ ein, falls nötig.',
    }),
    words({
      it: 'Crea una password per le app e chiamala Mittente.',
      en: 'Create an app password and call it Mittente.',
      de: 'Erstelle ein App-Passwort und nenne es Mittente.',
    }),
    words({
      it: 'Copia le sedici lettere: si vedono una volta sola.',
      en: 'Copy the sixteen letters: they are shown only once.',
      de: 'Kopiere die sechzehn Buchstaben: Sie werden nur einmal gezeigt.',
    }),
  ];
  const preparation = (passwordKind: PasswordKind, optional = false) =>
    inMailbox({
      name: 'preparation',
      address: ADDRESS,
      providerName: 'Gmail',
      passwordKind,
      optional,
      steps: passwordKind === 'app-password' ? steps : steps.slice(0, 2),
      hasPage: true,
      hasHelp: true,
    });
  const blocked = (reason: BlockReason, providerName: string | null, withHint: boolean) =>
    inMailbox({
      name: 'blocked',
      address: 'mario.rossi@posta.example',
      reason,
      providerName,
      hint: withHint
        ? words({
            it: 'Questo gestore lascia leggere la posta solo dalla sua pagina.',
            en: 'This provider lets you read mail only on its own page.',
            de: 'Dieser Anbieter lässt Post nur auf seiner eigenen Seite lesen.',
          })
        : null,
      hasHelp: withHint,
    });
  const server = (reason: UnknownReason | 'edited', host: string) =>
    inMailbox({
      name: 'server',
      address: 'mario.rossi@studio.example',
      reason,
      server: { host, port: 465, security: 'tls' },
      username: 'mario.rossi@studio.example',
    });
  const password = (
    passwordKind: PasswordKind,
    problem: 'empty' | 'line-break' | 'not-accepted' | null,
  ) =>
    inMailbox({
      name: 'password',
      address: ADDRESS,
      providerName: 'Gmail',
      passwordKind,
      preparation: passwordKind === 'app-password' ? 'all' : 'some',
      problem,
    });
  return [
    ['empty', address('', { kind: 'empty' })],
    ['incomplete', address('mario.ro', { kind: 'incomplete', problem: 'no-at-sign' })],
    ['without-end', address('mario.rossi@gmail', { kind: 'incomplete', problem: 'no-dot' })],
    ['looking', address('mario.rossi@studio.example', { kind: 'looking' })],
    [
      'known',
      address(ADDRESS, {
        kind: 'known',
        providerName: 'Gmail',
        hint,
        needsPreparation: true,
        suggestion: null,
      }),
    ],
    [
      'known-plain',
      address(
        'mario.rossi@posta.example',
        {
          kind: 'known',
          providerName: null,
          hint: null,
          needsPreparation: false,
          suggestion: null,
        },
        'mail-plus',
      ),
    ],
    [
      'malformed',
      address('mario.rossi@gmail,com', {
        kind: 'malformed',
        problem: 'comma',
        suggestion: ADDRESS,
      }),
    ],
    [
      'misspelt',
      address('mario.rossi@gmial.com', {
        kind: 'unknown',
        reason: 'domain-not-found',
        suggestion: ADDRESS,
      }),
    ],
    ['no-network', address(ADDRESS, { kind: 'unknown', reason: 'no-network', suggestion: null })],
    [
      'unknown',
      address('mario.rossi@studio.example', {
        kind: 'unknown',
        reason: 'nothing-found',
        suggestion: null,
      }),
    ],
    [
      'blocked-pec',
      address('mario.rossi@pec.example', {
        kind: 'blocked',
        reason: 'pec',
        providerName: null,
        hint: null,
      }),
    ],
    ['app-password', preparation('app-password')],
    ['account', preparation('account')],
    ['optional', preparation('account', true)],
    ['pec', blocked('pec', null, false)],
    ['closed', blocked('closed', null, true)],
    ['legacy', blocked('legacy', null, false)],
    ['oauth-only', blocked('oauth-only', 'Outlook.com', true)],
    ['nothing-found', server('nothing-found', '')],
    ['nothing-found-checked', server('nothing-found', ''), 'submit'],
    ['nothing-found-details', server('nothing-found', 'mail.studio.example'), 'open-details'],
    ['edited', server('edited', 'mail.studio.example')],
    ['no-network', server('no-network', '')],
    ['app-password', password('app-password', null)],
    ['typed', password('account', null), 'fill-password'],
    ['empty', password('account', 'empty')],
    ['not-accepted', password('account', 'not-accepted')],
  ];
}
