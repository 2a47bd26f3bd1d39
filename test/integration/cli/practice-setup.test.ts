import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALICE, BOB } from '../../servers/users.ts';
import { openPractice, type TestPractice } from './practice.ts';

const CANARY = 'canary-Wr0ng-word';

let practice: TestPractice;
let secrets: string;

/** Answers for both doctors, on the two ways that the server offers. */
function answers() {
  const { ports } = practice.mail;
  return {
    version: 1,
    doctors: [
      {
        id: 'rossi',
        name: 'Dott. Mario Rossi',
        choice: 'personal',
        address: ALICE.address,
        displayName: 'Studio Rossi',
        smtp: { host: 'localhost', port: ports.tls, security: 'tls' },
      },
      {
        id: 'bianchi',
        name: 'Dott.ssa Anna Bianchi',
        choice: 'personal',
        address: BOB.address,
        smtp: { host: 'localhost', port: ports.starttls, security: 'starttls' },
      },
    ],
  };
}

const credential = (account: string) => practice.lookup('Mittente:localhost', account);

beforeAll(async () => {
  practice = await openPractice();
  await practice.write('answers.json', answers());
  secrets = JSON.stringify({ rossi: ALICE.password, bianchi: BOB.password });
});

afterAll(async () => {
  await practice?.close();
});

describe('a practice set up by its technician', () => {
  it('is left as it was by a wrong password, which is told as such', async () => {
    const wrong = JSON.stringify({ rossi: CANARY, bianchi: `${CANARY} too` });
    const words = ['apply', practice.file('answers.json'), '--secrets', '-', '--json'];
    const { status, stdout, stderr } = await practice.run(words, wrong);
    expect(status).toBe(1);
    const { results } = JSON.parse(stdout);
    expect(results.map(({ doctorId }: { doctorId: string }) => doctorId)).toEqual([
      'rossi',
      'bianchi',
    ]);
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        saved: false,
        diagnosis: { cause: 'wrong-credentials', stage: 'auth', fixableBy: 'doctor' },
      });
    }
    await expect(practice.read('senders.json')).rejects.toThrow('ENOENT');
    expect(await credential(ALICE.address)).toBeNull();
    expect(stdout + stderr + (await practice.everything())).not.toContain(CANARY);
  });

  it('is proven and not changed by a dry run', async () => {
    const words = ['apply', practice.file('answers.json'), '--secrets', '-', '--dry-run', '--json'];
    const { status, stdout } = await practice.run(words, secrets);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).results).toEqual([
      { doctorId: 'rossi', ok: true, saved: false, diagnosis: null },
      { doctorId: 'bianchi', ok: true, saved: false, diagnosis: null },
    ]);
    await expect(practice.read('senders.json')).rejects.toThrow('ENOENT');
    expect(await credential(ALICE.address)).toBeNull();
    expect(await practice.mail.messages(ALICE.address)).toHaveLength(0);
  });

  it('has both senders after apply, for the record and for any other program', async () => {
    const words = ['apply', practice.file('answers.json'), '--secrets', '-'];
    const { status, stdout, stderr } = await practice.run(words, secrets);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });

    const file = JSON.parse(await practice.read('senders.json'));
    const schema = await import('../../../assets/contract/senders.schema.json', {
      with: { type: 'json' },
    });
    const validate = new Ajv2020({ validateFormats: false }).compile(schema.default);
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    const senders = new Map(
      file.senders.map((sender: { doctorId: string }) => [sender.doctorId, sender]),
    );
    expect(senders.get('rossi')).toMatchObject({
      address: ALICE.address,
      displayName: 'Studio Rossi',
      credential: { service: 'Mittente:localhost', account: ALICE.address },
      status: 'verified',
    });
    expect(await credential(ALICE.address)).toBe(ALICE.password);
    expect(await credential(BOB.address)).toBe(BOB.password);

    const [proof] = await practice.mail.waitForMessages(ALICE.address, 1);
    expect(proof).toContain(`To: ${ALICE.address}`);
    for (const { password } of [ALICE, BOB]) {
      expect(stdout + stderr + (await practice.everything())).not.toContain(password);
      expect(await practice.mail.log()).not.toContain(password);
    }
  });

  it('is taken up where it was left: only who is missing is tried, and asked for', async () => {
    const proofs = async () => (await practice.mail.messages(ALICE.address)).length;
    const before = await proofs();
    const words = ['apply', practice.file('answers.json'), '--secrets', '-', '--json', '--resume'];
    const all = await practice.run(words, '{}');
    expect(all.status).toBe(0);
    const skipped = { ok: true, saved: true, skipped: true, diagnosis: null };
    expect(JSON.parse(all.stdout).results).toEqual([
      { doctorId: 'rossi', ...skipped },
      { doctorId: 'bianchi', ...skipped },
    ]);

    await practice.run(['remove', '--doctor', 'bianchi']);
    const { status, stdout } = await practice.run(words, JSON.stringify({ bianchi: BOB.password }));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).results).toEqual([
      { doctorId: 'rossi', ...skipped },
      { doctorId: 'bianchi', ok: true, saved: true, diagnosis: null },
    ]);
    expect(await proofs()).toBe(before);
  });

  it('sends as the record would, from the doctor and to the patient', async () => {
    const before = (await practice.mail.messages(BOB.address)).length;
    const words = ['send', '--doctor', 'rossi', '--to', BOB.address, '--json'];
    const { status, stdout } = await practice.run(words);
    expect(status).toBe(0);
    const { ok, messageId, diagnosis } = JSON.parse(stdout);
    expect({ ok, diagnosis }).toEqual({ ok: true, diagnosis: null });
    const messages = await practice.mail.waitForMessages(BOB.address, before + 1);
    const arrived = messages.find((message) => message.includes(messageId));
    expect(arrived).toContain(`From: Studio Rossi <${ALICE.address}>`);
  });

  it('is listed with what there is to do', async () => {
    const { status, stdout } = await practice.run(['status', '--json']);
    expect(status).toBe(0);
    const { record, doctors } = JSON.parse(stdout);
    expect(record).toEqual({ name: 'Cartella di prova' });
    expect(doctors[0]).toMatchObject({
      id: 'rossi',
      name: 'Dott. Mario Rossi',
      contract: 'standard',
      status: 'verified',
      sender: { address: ALICE.address, choice: 'personal', host: 'localhost' },
      action: 'change',
    });
  });

  it('keeps the working sender when a new password for it is refused', async () => {
    const before = await practice.read('senders.json');
    const words = ['apply', practice.file('answers.json'), '--secrets', '-', '--json'];
    const { status, stdout } = await practice.run(words, JSON.stringify({ rossi: CANARY }));
    expect(status).toBe(1);
    expect(JSON.parse(stdout).results[1]).toMatchObject({
      doctorId: 'bianchi',
      ok: false,
      error: { code: 'password-missing' },
    });
    expect(await practice.read('senders.json')).toBe(before);
    expect(await credential(ALICE.address)).toBe(ALICE.password);
  });

  it('is checked with the stored passwords, and a sender that fails is noted as failing', async () => {
    const good = await practice.run(['check', '--doctor', 'rossi', '--json']);
    expect(good.status).toBe(0);
    const { ok, stages, diagnosis } = JSON.parse(good.stdout);
    expect({ ok, diagnosis }).toEqual({ ok: true, diagnosis: null });
    expect(stages.at(-1)).toMatchObject({ stage: 'rcpt-to', ok: true });

    const senders = JSON.parse(await practice.read('senders.json'));
    senders.senders[1].smtp.port = practice.mail.ports.expired;
    await practice.write('senders.json', senders);
    const all = await practice.run(['check', '--json']);
    expect(all.status).toBe(1);
    const { results } = JSON.parse(all.stdout);
    expect(results).toHaveLength(2);
    const failed = results.find((result: { ok: boolean }) => !result.ok);
    expect(failed.diagnosis.cause).toBe('cert-expired');
    const after = JSON.parse(await practice.read('senders.json'));
    expect(after.senders.map((sender: { status: string }) => sender.status).sort()).toEqual([
      'failing',
      'verified',
    ]);
  });

  it('can be reported to the call centre without any password', async () => {
    const report = practice.file('report.zip');
    expect((await practice.run(['diagnose', '--out', report])).status).toBe(0);
    const listed = await practice.unzip(report);
    expect(listed).toContain('about.json');
    expect(listed).toContain('Studio Rossi');
    expect(listed).toContain('235 2.7.0');
    for (const { password } of [ALICE, BOB]) expect(listed).not.toContain(password);
  });

  it('forgets a sender and its credential', async () => {
    const { status } = await practice.run(['remove', '--doctor', 'rossi']);
    expect(status).toBe(0);
    expect(await practice.read('senders.json')).not.toContain(ALICE.address);
    expect(await credential(ALICE.address)).toBeNull();
    expect(await credential(BOB.address)).toBe(BOB.password);
    expect((await practice.run(['remove', '--doctor', 'nobody'])).status).toBe(1);
  });
});

describe('mittente test on a real server', () => {
  const words = (...more: readonly string[]) => [
    ...['test', '--address', ALICE.address, '--host', 'localhost'],
    ...['--port', String(practice.mail.ports.tls), '--password-stdin', ...more],
  ];

  it('shows each stage on its own line', async () => {
    const { status, stdout } = await practice.run(words('--no-message'), `${ALICE.password}\r\n`);
    expect(status).toBe(0);
    for (const stage of ['dns', 'tcp', 'tls', 'greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to']) {
      expect(stdout).toMatch(new RegExp(`^ *ok +${stage} +\\d+ ms`, 'm'));
    }
    expect(stdout).not.toMatch(/^ *ok +data /m);
  });

  it('tells a wrong password, and repeats it nowhere', async () => {
    const { status, stdout, stderr } = await practice.run(words('--json'), CANARY);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      diagnosis: { cause: 'wrong-credentials', evidence: { reply: { code: 535 } } },
    });
    expect(stdout + stderr).not.toContain(CANARY);
    expect(stdout + stderr).not.toContain(Buffer.from(CANARY).toString('base64'));
  });

  it('sends no password to a server that only --ca vouches for, unless it is given', async () => {
    const other = await practice.write('plain-profile.json', {
      version: 1,
      record: { name: 'x' },
      senders: { path: './other-senders.json' },
    });
    const without = await practice.run([...words('--json'), '--profile', other], ALICE.password);
    expect(JSON.parse(without.stdout).diagnosis.stage).toBe('tls');
    const trusted = words('--no-message', '--ca', practice.file('authority.pem'));
    const given = await practice.run([...trusted, '--profile', other], ALICE.password);
    expect(given.status).toBe(0);
  });

  it('finds no usable keychain where there is no session', async () => {
    const env = { ...practice.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
    const apply = ['apply', practice.file('answers.json'), '--secrets', '-', '--json'];
    const { status, stdout } = await practice.run(apply, secrets, env);
    expect(status).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ results: [], error: { code: 'keychain-missing' } });
  });
});
