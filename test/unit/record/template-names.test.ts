import mustache from 'mustache';
import { describe, expect, it } from 'vitest';
import { findUnknownName, type Token } from '../../../src/record/template-names.ts';

const find = (template: string, per: 'doctor' | 'practice') =>
  findUnknownName(mustache.parse(template) as unknown as Token[], per)?.detail ?? null;

describe('the names of a template', () => {
  it.each([
    '{{doctorId}} {{smtp.host}} {{#smtp}}{{port}}{{#isTls}}s{{/isTls}}{{/smtp}} {{updatedAt}}',
    '{{#limits.perDay}}{{.}}{{/limits.perDay}}{{^limits.perDay}}-{{/limits.perDay}}',
    '{{#failing}}{{cause}} {{failing.at}} {{doctorName}}{{/failing}}',
    '{{! a remark }}{{{displayName}}}{{&displayName}}',
    '{{=<% %>=}}<%address%><%={{ }}=%>',
  ])('are known: %s', (template) => {
    expect(find(template, 'doctor')).toBeNull();
    expect(find(`{{#senders}}${template}{{/senders}}`, 'practice')).toBeNull();
  });

  it.each([
    ['{{smtp.hots}}', 'there is no value "smtp.hots"; did you mean "smtp.host"?'],
    ['{{#smtp.isTSL}}x{{/smtp.isTSL}}', 'did you mean "smtp.isTls"?'],
    ['{{^smtp.isSsl}}x{{/smtp.isSsl}}', 'there is no value "smtp.isSsl"'],
    ['{{#verified}}{{#smtp}}{{whatever}}{{/smtp}}{{/verified}}', 'there is no value "whatever"'],
    ['{{smtp}}', 'not a single value'],
    ['{{#smtp}}{{.}}{{/smtp}}', 'not a single value'],
    ['{{constructor}}', 'there is no value'],
    ['{{toString}}', 'there is no value'],
    ['{{smtp.__proto__}}', 'there is no value'],
    ['{{password}}', 'a password is never in an export'],
    ['{{#senders}}{{doctorId}}{{/senders}}', 'of the whole practice'],
  ])('are not known: %s', (template, why) => {
    expect(find(template, 'doctor')).toContain(why);
  });

  it('are those of the whole practice, and inside it those of each sender', () => {
    expect(find('{{version}} {{updatedAt}}', 'practice')).toBeNull();
    expect(find('{{smtp.host}}', 'practice')).toContain('between {{#senders}} and {{/senders}}');
    expect(find('{{#sendres}}x{{/sendres}}', 'practice')).toContain('did you mean "senders"?');
    expect(find('{{#senders}}{{smtp.hots}}{{/senders}}', 'practice')).toContain('"smtp.host"');
  });
});
