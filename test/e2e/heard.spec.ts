import type { Page } from '@playwright/test';
import { it } from '../../src/texts/it/index.ts';
import { fixturesIn } from '../screens/fixtures.ts';
import { type Gallery, LOOKS, type Look, openBuiltGallery } from '../screens/gallery.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import { ALICE } from '../servers/users.ts';
import { makeAcmePractice } from '../support/acme.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';

const { pages, common } = it;

/** The window as a screen reader tells it: roles, names, states, in order. */
test.describe('a screen reader', () => {
  let gallery: Gallery;

  test.beforeAll(async () => {
    gallery = await openBuiltGallery('heard-test');
    await gallery.wear(LOOKS[0] as Look);
  });

  test.afterAll(() => gallery.close());

  async function shown(page: string, state: string): Promise<Page> {
    const fixture = fixturesIn('it').find((each) => each.page === page && each.state === state);
    if (fixture === undefined) throw new Error(`no fixture ${page}.${state}`);
    await gallery.show(fixture);
    return gallery.page;
  }

  test('is told where one is, whose sender it is, and where help is', async () => {
    const page = await shown('address', 'known');
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - banner:
        - paragraph: Mittente
        - paragraph: Mittente di Dott. Mario Rossi
        - navigation "A che punto sei":
          - list:
            - listitem:
              - button "Scelta, fatto"
            - listitem: /Casella.*sei qui/
            - listitem: Prova
            - listitem: Fatto
      - main:
        - heading "Qual è il tuo indirizzo email?" [level=1]
        - textbox "Indirizzo email": mario.rossi@gmail.com
        - button "Indietro"
        - button "Continua"
      - complementary:
        - button "Torna all’elenco"
        - region "Serve aiuto?":
          - heading "Chiama il call center" [level=2]
          - button "Copia i dettagli tecnici"
        - group "Lingua":
          - button "IT, Italiano" [pressed]
          - button "EN, English"
          - button "DE, Deutsch"
    `);
    const current = page.getByRole('listitem').filter({ hasText: 'Casella' });
    await expect(current).toHaveAttribute('aria-current', 'step');
  });

  test('hears the two choices as regions with the same terms in the same order', async () => {
    const page = await shown('choice', 'new');
    for (const name of [pages.choice.personal, pages.choice.mailPlus]) {
      const card = page.getByRole('region', { name });
      await expect(card.getByRole('term')).toHaveText(Object.values(pages.choice.rows));
      await expect(card.getByRole('button')).toHaveCount(1);
    }
  });

  test('hears how far each stage of the test is, in words', async () => {
    const page = await shown('test', 'slow');
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
      - heading "Questa casella può spedire?" [level=1]
      - list:
        - listitem: /Trovo il server di Gmail.*riuscito/
        - listitem: /Apro un collegamento protetto.*riuscito/
        - listitem: /Entro con la tua password.*in corso.*più del solito/
        - listitem: /Chiedo il permesso.*da fare/
        - listitem: /messaggio di prova.*da fare/
      - status: Entro con la tua password
      - button "Ferma la prova"
    `);
  });

  test('hears a diagnosis: what happened, then the steps, then the way out', async () => {
    const page = await shown('failure', 'wrong-password');
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
      - heading "La password non è stata accettata" [level=1]
      - paragraph: /Gmail ha risposto/
      - heading "Cosa fare" [level=2]
      - list:
        - listitem
        - listitem
        - listitem: Scrivi di nuovo la password qui.
      - button "Fin dove è arrivata la prova"
      - button "Dettagli per il tecnico"
      - button "Scrivi di nuovo la password"
    `);
    await expect(page.getByRole('button', { name: common.details })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  test('hears once that something could not be saved, and that nothing is lost', async () => {
    const page = await shown('review', 'failed');
    const alert = page.getByRole('alert');
    await expect(alert).toHaveCount(1);
    await expect(alert).toContainText(common.save.restored);
  });

  test('hears once what is wrong with a field, at that field', async () => {
    const page = await shown('server', 'nothing-found-checked');
    const field = page.getByRole('textbox', { name: pages.server.host });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(pages.server.hostProblem);
    await expect(field).toBeFocused();
    await expect(page.getByRole('alert')).toHaveCount(1);
    // What only a technician knows is in nobody's way.
    await expect(page.getByRole('textbox')).toHaveCount(1);
    await page.getByRole('button', { name: common.details }).click();
    await expect(page.getByRole('textbox', { name: pages.server.username })).not.toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await page.reload();
  });

  test('hears what is wrong with a detail, which comes into sight for it', async () => {
    const page = await shown('server', 'nothing-found-details');
    const port = page.getByRole('textbox', { name: pages.server.port });
    await port.fill('none');
    await page.getByRole('button', { name: common.details }).click();
    await expect(port).toBeHidden();
    await page.getByRole('button', { name: pages.server.primary }).click();
    await expect(port).toBeFocused();
    await expect(port).toHaveAccessibleDescription(pages.server.portProblem);
    await page.reload();
  });

  test('sees the steps that lead back underlined, in forced colours too', async () => {
    const page = await shown('done', 'next-doctor');
    const word = (step: keyof typeof common.steps) =>
      page.getByRole('navigation').getByText(common.steps[step], { exact: true });
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      await expect(word('choice')).toHaveCSS('text-decoration-line', 'underline');
      await expect(word('mailbox')).toHaveCSS('text-decoration-line', 'none');
    }
    await gallery.wear(LOOKS[0] as Look);
  });
});

test.describe('while it happens', () => {
  let mail: MailServer;

  test.beforeAll(async () => {
    mail = await startMailServer();
  });

  test.afterAll(() => mail.stop());

  test('an address that lacks something is told, tied to its field and gets the keyboard', async ({
    launch,
  }) => {
    const practice = await makeAcmePractice(mail);
    const { page } = await launch({ profile: practice.profile });
    const doctor = asDoctor(page);
    await doctor.choosePersonal();
    const field = page.getByRole('textbox', { name: pages.address.label });
    await field.fill('mario.rossi@gmail,com');
    await doctor.press(pages.address.primary);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(
      new RegExp(pages.address.malformed.comma.replace('.', '\\.')),
    );
    // The button of the suggestion goes away when it is pressed: the keyboard does not.
    await page.getByRole('button', { name: 'mario.rossi@gmail.com' }).press('Enter');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('mario.rossi@gmail.com');
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await practice.remove();
  });

  test('an address that leads nowhere is looked up again, and its field gets the keyboard', async ({
    launch,
  }) => {
    const practice = await makeAcmePractice(mail);
    const { page } = await launch({ profile: practice.profile });
    const doctor = asDoctor(page);
    await doctor.choosePersonal();
    const field = page.getByRole('textbox', { name: pages.address.label });
    // Under a name that RFC 6761 keeps from ever being there.
    await field.fill('mario.rossi@nowhere.invalid');
    const again = page.getByRole('button', { name: pages.address.again });
    await expect(again).toBeVisible({ timeout: 20_000 });
    await again.click();
    await expect(field).toBeFocused({ timeout: 20_000 });
    await expect(again).toBeVisible();
    await practice.remove();
  });

  test('the test says each of its stages at most once, in their order', async ({ launch }) => {
    const practice = await makeAcmePractice(mail);
    const { page } = await launch({ profile: practice.profile });
    const doctor = asDoctor(page);
    await doctor.choosePersonal();
    await doctor.giveAddress(ALICE.address);
    await page.evaluate(`
      globalThis.said = [];
      new MutationObserver(() => {
        const words = document.querySelector('main [role=status]')?.textContent ?? '';
        if (words !== '' && words !== said.at(-1)) said.push(words);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    `);
    await doctor.givePassword(ALICE.password);
    await expect(doctor.title(pages.review.title)).toBeFocused();
    const said = (await page.evaluate('said')) as string[];
    const { find, secure, login, permission, message } = common.stage;
    const stages = [find, secure, login, permission, message].map((words) =>
      words.replace('{{provider}}', 'Acme').replace('{{address}}', ALICE.address),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(said).toEqual(stages.filter((words) => said.includes(words)));
    await practice.remove();
  });
});
