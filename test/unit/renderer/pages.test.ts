import { describe, expect, it } from 'vitest';
import { it as italian } from '../../../src/texts/it/index.ts';
import type { WizardView } from '../../../src/wizard/view.ts';
import { rendered, viewIn } from './rendered.tsx';

const { pages, common } = italian;

/** The call centre takes letters, too. */
const withEmail = (view: WizardView): WizardView => ({
  ...view,
  callCentre: { ...view.callCentre, email: 'aiuto@example.com' },
});

describe('the address page', () => {
  it('offers another look-up where the first one led nowhere, and only there', () => {
    for (const state of ['no-network', 'misspelt']) {
      const { buttons } = rendered(viewIn('address', state));
      expect(buttons).toContain(pages.address.again);
      expect(buttons).not.toContain(pages.address.primary);
    }
    for (const state of ['known', 'unknown', 'looking']) {
      expect(rendered(viewIn('address', state)).buttons).toContain(pages.address.primary);
    }
  });

  it('asks for the at sign only while there is none', () => {
    const { incomplete, malformed } = pages.address;
    expect(rendered(viewIn('address', 'incomplete')).words).toContain(incomplete);
    const { words } = rendered(viewIn('address', 'without-end'));
    expect(words).toContain(malformed['no-dot']);
    expect(words).not.toContain(incomplete);
  });
});

describe('the failure page', () => {
  it('has one heading over the steps, whoever can help', () => {
    for (const state of ['wrong-password', 'wait', 'technician']) {
      expect(rendered(viewIn('failure', state)).words).toContain(pages.failure.steps);
    }
  });

  it('names who can help, where it is somebody else', () => {
    const { technician, provider } = pages.failure.helper;
    const { words } = rendered(viewIn('failure', 'technician'));
    expect(words).toContain(technician);
    const view = viewIn('failure', 'technician');
    const byProvider = { ...view, page: { ...view.page, fixableBy: 'provider' as const } };
    expect(rendered(byProvider).words).toContain(provider);
    for (const state of ['wrong-password', 'wait']) {
      const others = rendered(viewIn('failure', state)).words;
      expect(others).not.toContain(technician);
      expect(others).not.toContain(provider);
    }
  });

  it('says that the stored sender is unchanged, where there was one', () => {
    const said = (state: string) => rendered(viewIn('failure', state)).html;
    expect(said('technician')).toContain(pages.failure.keptSender);
    expect(said('wrong-password')).toContain(pages.failure.kept);
    expect(said('wrong-password')).not.toContain(pages.failure.keptSender);
  });
});

describe('the page that asks for Mail Plus', () => {
  const { 'mail-plus': words } = pages;

  it('has the request read on the telephone where nobody can be written to', () => {
    const view = viewIn('mail-plus', 'ask');
    const page = rendered(view);
    expect(page.html).toContain(words.leadByPhone.replace('{{phone}}', view.callCentre.phone));
    expect(page.buttons).not.toContain(words.compose);
    expect(page.buttons).toContain(words.asked);
  });

  it('has it sent where the call centre has an address', () => {
    const view = withEmail(viewIn('mail-plus', 'ask'));
    const page = rendered(view);
    expect(page.html).toContain(words.lead.replace('{{phone}}', view.callCentre.phone));
    expect(page.buttons).toContain(words.compose);
  });
});

describe('the password page', () => {
  const { howTo } = pages.password;

  it('leads to the steps by their purpose, and to none where there are none', () => {
    expect(rendered(viewIn('password', 'app-password')).buttons).toContain(howTo['app-password']);
    const view = viewIn('password', 'empty');
    expect(view.page.preparation).toBe('some');
    expect(rendered(view).buttons).toContain(howTo.optional);
    const without = rendered({ ...view, page: { ...view.page, preparation: null } });
    for (const label of Object.values(howTo)) expect(without.buttons).not.toContain(label);
  });

  it('calls steps optional that only some need', () => {
    expect(rendered(viewIn('preparation', 'account')).words).toContain(
      pages.preparation.account.title,
    );
    expect(rendered(viewIn('preparation', 'optional')).words).toContain(
      pages.preparation.optional.title,
    );
  });
});

describe('the server page', () => {
  /** What stands before the technician's details, and whether these are open. */
  function parts(state: string) {
    const { html } = rendered(viewIn('server', state));
    const [before = '', details = ''] = html.split(common.details);
    return { before, details };
  }

  it('asks a doctor for the server’s name alone', () => {
    const { before, details } = parts('nothing-found');
    expect(before).toContain(pages.server.host);
    for (const label of [pages.server.port, pages.server.tls, pages.server.username]) {
      expect(before).not.toContain(`>${label}<`);
      expect(details).toContain(`>${label}<`);
    }
    expect(details).toMatch(/^<\/button><div[^>]* hidden=""/);
    expect(details).toContain('value="465"');
  });

  it('has all of it in sight for those who change it', () => {
    const { details } = parts('edited');
    expect(details).toContain(`>${pages.server.port}<`);
    expect(details).not.toContain(' hidden=""');
  });
});

describe('the review page', () => {
  it('after a save that did not succeed says so, and offers to save again', () => {
    const { words, buttons } = rendered(viewIn('review', 'failed'));
    expect(words).toContain(pages.review.notSaved);
    expect(words).not.toContain(pages.review.lead);
    expect(buttons).toContain(pages.review.again);
    expect(rendered(viewIn('review', 'new')).buttons).toContain(pages.review.primary);
  });
});

describe('the last page', () => {
  it('has a button for another test and one for another mailbox', () => {
    const { buttons } = rendered(viewIn('done', 'next-doctor'));
    expect(buttons).toEqual(expect.arrayContaining([pages.done.again, pages.done.change]));
  });

  it('underlines the steps that can be clicked, and no others', () => {
    const { html, rules } = rendered(viewIn('done', 'next-doctor'));
    const [, underlined = ''] =
      /\.(\w+)\{text-decoration-line:underline;\}/.exec(rules.join('\n')) ?? [];
    const word = (step: keyof typeof common.steps) =>
      new RegExp(`class="([^"]*)">${common.steps[step]}<`).exec(html)?.[1]?.split(' ');
    expect(word('choice')).toContain(underlined);
    expect(word('test')).toContain(underlined);
    expect(word('mailbox')).not.toContain(underlined);
    expect(word('done')).not.toContain(underlined);
  });
});
